import type { TFunction } from 'i18next';
import type { WebhookView } from '../../api/types';
import type { Act, ActField } from '../../ui/Acts';
import { change, forget, make, replay, rotate, test } from './queries';
import { kindOf } from './looks';

export const labelOf = (type: string, t: TFunction) => {
  const kind = kindOf(type);
  return kind ? t(`webhook.kind.${kind}`) : type;
};

const wantedFields = (t: TFunction, types: string[], now?: WebhookView): ActField[] => [
  { name: 'url', label: t('webhook.url'), kind: 'line', required: true, help: t('webhook.urlHow'), initial: now?.url },
  { name: 'kinds', label: t('webhook.kinds'), kind: 'choices', required: true, initial: now?.kinds ?? types, options: types.map((type) => ({ value: type, label: labelOf(type, t) })) },
];

export function subscribing(t: TFunction, types: string[], units: { value: string; label: string }[]): Act {
  const unit: ActField[] = units.length > 1 ? [{ name: 'unitId', label: t('webhook.unit'), kind: 'choice', help: t('webhook.unitHow'), options: units }] : [];
  return {
    act: 'subscribe',
    label: t('webhook.act.subscribe'),
    primary: true,
    fields: [...unit, ...wantedFields(t, types)],
    send: ({ url, kinds, unitId }) => make({ url: String(url), kinds: kinds as string[], unitId: unitId as string | undefined }),
  };
}

export function actsOn(webhook: WebhookView, types: string[], t: TFunction): Act[] {
  const { id, url, kinds, enabled } = webhook;
  return [
    { act: 'test', label: t('webhook.act.test'), primary: true, send: () => test(id) },
    {
      act: 'change',
      label: t('webhook.act.change'),
      fields: wantedFields(t, types, webhook),
      send: (values) => change(webhook, { url: String(values.url), kinds: values.kinds as string[], enabled }),
    },
    enabled
      ? { act: 'change', label: t('webhook.act.off'), question: t('webhook.offQuestion'), effects: [t('webhook.offEffect')], send: () => change(webhook, { url, kinds, enabled: false }) }
      : { act: 'change', label: t('webhook.act.on'), effects: [t('webhook.onEffect')], send: () => change(webhook, { url, kinds, enabled: true }) },
    { act: 'rotate', label: t('webhook.act.rotate'), question: t('webhook.rotateQuestion'), effects: [t('webhook.rotateEffect')], send: () => rotate(webhook) },
    {
      act: 'replay',
      label: t('webhook.act.replay'),
      effects: [t('webhook.replayEffect')],
      fields: [
        { name: 'from', label: t('webhook.from'), kind: 'date', required: true },
        { name: 'to', label: t('webhook.to'), kind: 'date', required: true },
        { name: 'which', label: t('webhook.which'), kind: 'choice', required: true, initial: 'failed', options: (['failed', 'all'] as const).map((value) => ({ value, label: t(`webhook.replayed.${value}`) })) },
      ],
      send: ({ from, to, which }) => replay(id, startOf(String(from)), startOf(String(to), 1), which === 'failed'),
    },
    { act: 'remove', label: t('webhook.act.remove'), question: t('webhook.removeQuestion', { url }), effects: [t('webhook.removeEffect')], send: () => forget(id) },
  ];
}

/** The instant at which the day begins where the reader is, some days later. */
function startOf(day: string, later = 0): string {
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + later);
  return start.toISOString();
}
