import type { TFunction } from 'i18next';
import type { HealthView, PlanView, TargetView } from '../../api/types';
import type { Act } from '../../ui/Acts';
import { COMPARATORS } from './looks';
import { acceptAll, deleteDraft, proposeAmendment, publish, withdraw } from './queries';

export function planActs(plan: PlanView, health: HealthView | undefined, t: TFunction): Act[] {
  const { counts, title } = plan;
  return [
    {
      act: 'publish',
      label: t('plan.act.publish'),
      primary: true,
      question: t('plan.act.publishWhat', { title }),
      effects: [
        t('plan.act.publishTasks', { count: counts.accepted }),
        ...(counts.rejected > 0 ? [t('plan.act.publishLeft', { rejected: counts.rejected })] : []),
        ...(counts.unreviewed > 0 ? [t('plan.act.publishOpen', { unreviewed: counts.unreviewed })] : []),
        t('plan.act.publishWho'),
        t('plan.act.publishFrozen'),
        ...(health && health.blocking > 0 ? [t('plan.health.mustMend', { count: health.blocking })] : []),
        ...(health && health.warnings > 0 ? [t('plan.health.mayMend', { count: health.warnings })] : []),
      ],
      send: () => publish(plan),
    },
    {
      act: 'withdraw',
      label: t('plan.act.withdraw'),
      question: t('plan.act.withdrawWhat', { title }),
      effects: [t('plan.act.withdrawResult')],
      fields: [{ name: 'reason', label: t('plan.act.reason'), kind: 'words', required: true }],
      send: ({ reason }) => withdraw(plan, reason),
    },
    {
      act: 'delete',
      label: t('plan.act.delete'),
      question: t('plan.act.deleteWhat', { title }),
      effects: [t('plan.act.deleteResult')],
      send: () => deleteDraft(plan),
    },
  ];
}

export function acceptAllAct(plan: PlanView, t: TFunction): Act {
  return { act: 'review', label: t('plan.acceptAll'), question: t('plan.act.acceptAllWhat', { count: plan.counts.unreviewed }), send: () => acceptAll(plan) };
}

const CHANGES = { indicator: 'line', comparator: 'choice', value: 'number', upper: 'number', unit: 'line', dueOn: 'date' } as const;
type Change = keyof typeof CHANGES;

/** A change of a published target: nothing happens before somebody else approves. */
export function amendAct(plan: PlanView, target: TargetView, t: TFunction): Act {
  const names = Object.keys(CHANGES) as Change[];
  const now = (name: Change) => (name === 'comparator' ? target.comparator?.toUpperCase() : target[name]);
  return {
    act: 'amend',
    label: t('plan.amend.propose'),
    question: t('plan.amend.proposeWhat', { name: target.indicator }),
    effects: [t('plan.amend.proposeResult')],
    fields: [
      {
        name: 'kind', label: t('plan.amend.kindLabel'), kind: 'choice', required: true, initial: 'change',
        options: (['change', 'withdrawal'] as const).map((value) => ({ value, label: t(`plan.amend.kind.${value}`) })),
      },
      ...names.map((name) => ({ name, label: t(`plan.field.${name}`), kind: CHANGES[name], initial: now(name), options: name === 'comparator' ? COMPARATORS.map((value) => ({ value, label: t(`plan.comparator.${value}`) })) : undefined })),
      { name: 'reason', label: t('plan.amend.reason'), kind: 'words', required: true },
    ],
    send: ({ kind, reason, ...values }) =>
      proposeAmendment(plan, { kind, reason, targetId: target.id, ...(kind === 'change' ? { change: Object.fromEntries(names.filter((name) => values[name] !== undefined && values[name] !== now(name)).map((name) => [name, values[name]])) } : {}) }),
  };
}

/** A target that the printed plan has no words for, under one of its measures. */
export function additionAct(plan: PlanView, t: TFunction): Act {
  return {
    act: 'amend',
    label: t('plan.amend.add'),
    effects: [t('plan.amend.proposeResult')],
    fields: [
      { name: 'measureId', label: t('plan.col.measures'), kind: 'choice', required: true, options: plan.chapters.flatMap(({ measures }) => measures.map(({ id, number, title }) => ({ value: id, label: `${number}${title ?? ''}`.slice(0, 60) }))) },
      { name: 'indicator', label: t('plan.field.indicator'), kind: 'line', required: true },
      { name: 'value', label: t('plan.field.value'), kind: 'number' },
      { name: 'unit', label: t('plan.field.unit'), kind: 'line' },
      { name: 'dueOn', label: t('plan.field.dueOn'), kind: 'date', required: true },
      { name: 'reason', label: t('plan.amend.reason'), kind: 'words', required: true },
    ],
    send: ({ measureId, reason, ...addition }) => proposeAmendment(plan, { kind: 'addition', measureId, reason, addition }),
  };
}
