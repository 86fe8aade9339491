import type { TFunction } from 'i18next';
import type { AlertView, StepView } from '../../api/types';
import type { Act } from '../../ui/Acts';
import { told } from './audience';
import { change } from './queries';

const tells = (step: StepView | undefined, t: TFunction) => (step && step.audience.length > 0 ? [t('alert.effect.told', { who: told(step.audience, t) })] : []);

/** The next rung that has not been decided: what escalating would take, and what signing would sign. */
export const nextStep = (alert: AlertView) => alert.steps?.find(({ state }) => state === 'planned');
export const unsigned = (alert: AlertView) => alert.steps?.find(({ state }) => state === 'proposed');

export function alertActs(alert: AlertView, t: TFunction): Act[] {
  const waiting = unsigned(alert);
  const next = waiting ?? nextStep(alert);
  const reason = { name: 'reason', label: t('alert.form.reason'), kind: 'words', required: true } as const;
  return [
    {
      act: 'sign',
      label: waiting ? t('alert.act.sign', { rung: t(`alert.rung.${waiting.rung}`) }) : t('alert.act.sign', { rung: '' }),
      primary: true,
      question: waiting ? `${t('alert.act.sign', { rung: t(`alert.rung.${waiting.rung}`) })}${t('ui.colon')}${alert.title}` : undefined,
      effects: [t('alert.effect.sign'), ...tells(waiting, t)],
      send: change(alert, `steps/${waiting?.ordinal ?? 0}/signature`),
    },
    {
      act: 'decline',
      label: t('alert.act.decline'),
      effects: [t('alert.effect.decline')],
      fields: [reason],
      send: change(alert, `steps/${waiting?.ordinal ?? 0}/rejection`),
    },
    {
      act: 'acknowledge',
      label: t('alert.act.acknowledge'),
      effects: [t('alert.effect.acknowledge')],
      fields: [{ name: 'note', label: t('alert.form.note'), kind: 'words', help: t('alert.form.noteHelp') }],
      send: change(alert, 'acknowledgement'),
    },
    {
      act: 'answer',
      label: t('alert.act.answer'),
      effects: [t('alert.effect.answer')],
      fields: [
        { name: 'text', label: t('alert.form.answer'), kind: 'words', required: true },
        { name: 'links', label: t('alert.form.links'), kind: 'words', help: t('alert.form.linksHelp') },
      ],
      send: ({ text, links }) => change(alert, 'answer')({ text, links: String(links ?? '').split(/\s+/).filter(Boolean) }),
    },
    {
      act: 'urge',
      label: t('alert.act.urge'),
      effects: [t('alert.effect.urge', { unit: alert.unit.name })],
      fields: [{ name: 'reason', label: t('alert.form.urging'), kind: 'words', required: true }],
      send: change(alert, 'urging'),
    },
    {
      act: 'snooze',
      label: t('alert.act.snooze'),
      effects: [t('alert.effect.snooze')],
      fields: [{ name: 'until', label: t('alert.form.until'), kind: 'date', required: true }, reason],
      send: change(alert, 'snooze'),
    },
    {
      act: 'escalate',
      label: t('alert.act.escalate'),
      effects: [t('alert.effect.escalate'), ...tells(next, t)],
      fields: [reason],
      send: change(alert, 'escalation'),
    },
    {
      act: 'close',
      label: t('alert.act.close'),
      question: `${t('alert.act.close')}${t('ui.colon')}${alert.title}`,
      effects: [t('alert.effect.close')],
      fields: [reason],
      send: change(alert, 'closure'),
    },
  ];
}
