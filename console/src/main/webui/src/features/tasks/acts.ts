import type { TFunction } from 'i18next';
import type { TaskView, UnitView } from '../../api/types';
import type { Act, ActField } from '../../ui/Acts';
import { day } from '../../ui/format';
import { CADENCES, OBSTACLES } from './looks';
import { ask, change, report, reportDraft, unblock } from './queries';

/** The acts of a task in the order in which its life goes; the service says which of them may be taken. */
export function taskActs(task: TaskView, units: UnitView[], t: TFunction, language: string): Act[] {
  const due = task.dueOn ? day(task.dueOn, language) : t('time.none');
  const choices = units.map(({ id, name }) => ({ value: id, label: name }));
  const lead = task.leadUnit ?? (task.proposal ? { id: task.proposal.unitId, name: task.proposal.name } : undefined);
  const offered = lead && !units.some(({ id }) => id === lead.id) ? [{ value: lead.id, label: lead.name }, ...choices] : choices;
  const value = { name: 'value', label: task.unit ? t('task.form.value', { unit: task.unit }) : t('task.form.valuePlain'), kind: 'number', initial: task.value } as const;
  const shares: ActField = { name: 'withShares', label: t('report.withShares'), kind: 'choice', required: true, initial: 'true', options: [{ value: 'true', label: t('report.yes') }, { value: 'false', label: t('report.no') }] };
  return [
    {
      act: 'assign',
      label: t('task.act.assign'),
      primary: task.state === 'proposed',
      effects: [t('task.effect.assign')],
      fields: [
        { name: 'leadUnitId', label: t('task.form.lead'), kind: 'choice', required: true, options: offered, initial: lead?.id },
        { name: 'supportingUnitIds', label: t('task.form.supporting'), kind: 'choices', options: choices, initial: task.supportingUnits.map(({ id }) => id) },
        { name: 'dueOn', label: t('task.form.dueOn'), kind: 'date', help: t('task.form.dueKeep'), initial: task.dueOn },
      ],
      send: (values) => change(task, 'assignment')({ supportingUnitIds: [], ...values }),
    },
    { act: 'accept', label: t('task.act.accept'), primary: true, question: `${t('task.act.accept')}${t('ui.colon')}${task.title}`, effects: [t('task.effect.accept')], send: change(task, 'acceptance') },
    {
      act: 'report',
      label: t('task.act.report'),
      primary: task.state !== 'submitted',
      fields: [...(task.targetValue === null ? [] : [value]), { name: 'narrative', label: t('task.form.narrative'), kind: 'words', required: true, help: t('task.form.narrativeHelp') }],
      send: report(task),
      draft: reportDraft(task),
    },
    {
      act: 'submit',
      label: t('task.act.submit'),
      effects: [t('task.effect.submit')],
      fields: [{ name: 'narrative', label: t('task.form.result'), kind: 'words', required: true, help: t('task.form.resultHelp') }],
      send: change(task, 'submission'),
    },
    { act: 'verify', label: t('task.act.verify'), primary: true, question: `${t('task.act.verify')}${t('ui.colon')}${task.title}`, effects: [t('task.effect.verify')], send: change(task, 'verification') },
    {
      act: 'return',
      label: t('task.act.return'),
      effects: [t('task.effect.return')],
      fields: [{ name: 'reason', label: t('task.form.reasonReturn'), kind: 'words', required: true, help: t('task.form.reasonReturnHelp') }],
      send: change(task, 'return'),
    },
    {
      act: 'extend',
      label: t('task.act.extend'),
      effects: [t('task.effect.extend')],
      fields: [
        { name: 'dueOn', label: t('task.form.newDue'), kind: 'date', required: true, initial: task.dueOn },
        { name: 'reason', label: t('task.form.reason'), kind: 'words', required: true },
      ],
      send: change(task, 'deadline'),
    },
    {
      act: 'ask_extension',
      label: t('task.act.ask_extension'),
      effects: [t('task.effect.ask_extension')],
      fields: [
        { name: 'dueOn', label: t('task.form.wantedDue'), kind: 'date', required: true, help: t('task.form.wantedDueHelp', { day: due }) },
        { name: 'reason', label: t('task.form.reasonAsk'), kind: 'words', required: true, help: t('task.form.reasonAskHelp') },
      ],
      send: ask(task),
    },
    {
      act: 'grant_extension',
      label: t('task.act.grant_extension'),
      primary: true,
      effects: [t('task.effect.extend')],
      fields: [
        { name: 'dueOn', label: t('task.form.grantedDue'), kind: 'date', required: true, initial: task.extensionWanted },
        { name: 'reason', label: t('task.form.answer'), kind: 'words' },
      ],
      send: change(task, 'extension-grant'),
    },
    {
      act: 'refuse_extension',
      label: t('task.act.refuse_extension'),
      effects: [t('task.effect.refuse_extension', { day: due })],
      fields: [{ name: 'reason', label: t('task.form.reasonRefuse'), kind: 'words', required: true }],
      send: change(task, 'extension-refusal'),
    },
    {
      act: 'block',
      label: t('task.act.block'),
      effects: [t('task.effect.block', { day: due })],
      fields: [
        { name: 'obstacle', label: t('task.form.obstacle'), kind: 'choice', required: true, initial: task.block?.obstacle, options: OBSTACLES.map((what) => ({ value: what, label: t(`task.obstacle.${what}`) })) },
        { name: 'reason', label: t('task.form.reasonBlock'), kind: 'words', required: true, help: t('task.form.reasonBlockHelp'), initial: task.block?.reason },
      ],
      send: change(task, 'block'),
    },
    { act: 'unblock', label: t('task.act.unblock'), send: unblock(task) },
    {
      act: 'set_cadence',
      label: t('report.set'),
      effects: [t('report.setEffect')],
      fields: [
        { name: 'cadence', label: t('report.cadence'), kind: 'choice', required: true, initial: task.reporting?.cadence, options: CADENCES.map((every) => ({ value: every, label: t(`report.every.${every}`) })) },
        { name: 'daysAfter', label: t('report.daysAfter'), kind: 'number', required: true, initial: task.reporting?.daysAfter ?? 0, help: t('report.daysAfterHelp') },
        ...(task.children?.length ? [shares] : []),
        { name: 'reason', label: t('task.form.reason'), kind: 'words', required: true },
      ],
      send: (values) => change(task, 'cadence')({ ...values, withShares: values.withShares === 'true' }),
    },
    {
      act: 'suspend',
      label: t('task.act.suspend'),
      effects: [...t('task.effect.suspend', { returnObjects: true })],
      fields: [
        { name: 'reason', label: t('task.form.reasonSuspend'), kind: 'words', required: true, help: t('task.form.reasonSuspendHelp') },
        { name: 'until', label: t('task.form.until'), kind: 'date', help: t('task.form.untilHelp') },
      ],
      send: change(task, 'suspension'),
    },
    {
      act: 'resume',
      label: t('task.act.resume'),
      primary: true,
      question: `${t('task.act.resume')}${t('ui.colon')}${task.title}`,
      effects: task.suspension ? [t('task.effect.resume', { count: task.suspension.workingDays, from: due, to: day(task.suspension.dueOnIfResumed, language) }), t('task.effect.resumeTold')] : [],
      send: () => change(task, 'resumption')({ dueOn: task.suspension?.dueOnIfResumed }),
    },
    {
      act: 'cancel',
      label: t('task.act.cancel'),
      question: `${t('task.act.cancel')}${t('ui.colon')}${task.title}`,
      effects: [t('task.effect.cancel')],
      fields: [{ name: 'reason', label: t('task.form.reason'), kind: 'words', required: true }],
      send: change(task, 'cancellation'),
    },
  ];
}
