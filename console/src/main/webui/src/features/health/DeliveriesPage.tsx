import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeliveryView } from '../../api/types';
import { ActBar } from '../../ui/Acts';
import { DataTable, type Column } from '../../ui/DataTable';
import { moment } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { DELIVERY_LOOKS, type DeliveryState } from './looks';
import { listDeliveries, resend } from './queries';
import { Tabs } from './Tabs';

const CHANNELS = ['in_app', 'email', 'sms', 'wecom', 'dingtalk', 'feishu', 'webhook'] as const;

export default function DeliveriesPage() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const known = (state: string): state is DeliveryState => state in DELIVERY_LOOKS;
  const stateOf = ({ state }: DeliveryView) => (known(state) ? <Tag look={DELIVERY_LOOKS[state]}>{t(`health.deliveries.state.${state}`)}</Tag> : state);
  const channelOf = ({ channel }: DeliveryView) => CHANNELS.find((name) => name === channel.toLowerCase());
  const who = (delivery: DeliveryView) => delivery.recipientName ?? delivery.recipient;
  const again = (delivery: DeliveryView) =>
    delivery.state === 'failed' && (
      <ActBar
        acts={[{ act: 'resend', label: t('health.deliveries.resend'), question: delivery.title, effects: [t('health.deliveries.resendEffect', { name: who(delivery) })], send: () => resend(delivery.id) }]}
        can={delivery.can ?? ['resend']}
        cannot={delivery.cannot ?? []}
        draft={`delivery.${delivery.id}`}
        onDone={() => void queries.invalidateQueries({ queryKey: ['deliveries'] })}
      />
    );
  const channel = (delivery: DeliveryView) => {
    const name = channelOf(delivery);
    return name ? t(`health.deliveries.channel.${name}`) : delivery.channel;
  };
  const later = ({ state, createdAt, dueAt }: DeliveryView) =>
    state === 'queued' && dueAt && dueAt > createdAt && <span className="small" style={{ display: 'block' }}>{t('health.deliveries.notBefore', { when: moment(dueAt, i18n.language) })}</span>;
  const columns: Column<DeliveryView>[] = [
    { key: 'title', title: t('health.deliveries.col.title'), render: (delivery) => <span className="clip-2">{delivery.title}</span>, plain: ({ title }) => title },
    { key: 'recipient', title: t('health.deliveries.col.recipient'), width: 110, render: who, plain: who },
    { key: 'channel', title: t('health.deliveries.col.channel'), width: 90, render: channel, plain: channel },
    { key: 'state', title: t('health.deliveries.col.state'), width: 100, render: stateOf, plain: ({ state }) => state },
    { key: 'attempts', title: t('health.deliveries.col.attempts'), width: 80, number: true, render: ({ attempts }) => attempts, plain: ({ attempts }) => attempts },
    { key: 'error', title: t('health.deliveries.col.error'), width: 200, render: ({ lastError }) => <span className="clip-2 small" title={lastError ?? undefined}>{lastError}</span>, plain: ({ lastError }) => lastError },
    { key: 'at', title: t('health.deliveries.col.created'), width: 180, render: (delivery) => <span className="nowrap muted">{moment(delivery.createdAt, i18n.language)}{later(delivery)}</span>, plain: ({ createdAt }) => moment(createdAt, i18n.language) },
    { key: 'act', title: '', width: 90, render: again },
  ];
  return (
    <DataTable<DeliveryView>
      title={t('health.deliveries.title')}
      below={<Tabs />}
      topic={['deliveries']}
      load={listDeliveries}
      columns={columns.map((column) => (column.key === 'act' ? { ...column, title: t('health.deliveries.resend') } : column))}
      card={(delivery) => (
        <div className="stack" style={{ gap: 4 }}>
          <b className="clip-2">{delivery.title}</b>
          <span className="row small">
            {stateOf(delivery)} {channel(delivery)} · {who(delivery)}
          </span>
          {delivery.lastError && <span className="small">{delivery.lastError}</span>}
          <span className="row spread small muted">
            {moment(delivery.createdAt, i18n.language)}
            {again(delivery)}
          </span>
        </div>
      )}
      filters={[
        { name: 'state', label: t('health.deliveries.filterState'), options: (['failed', 'queued', 'sending', 'sent'] as const).map((value) => ({ value, label: t(`health.deliveries.state.${value}`) })) },
        { name: 'channel', label: t('health.deliveries.filterChannel'), options: (['email'] as const).map((value) => ({ value, label: t(`health.deliveries.channel.${value}`) })) },
      ]}
      searchable={false}
      empty={{ title: t('health.deliveries.empty'), how: t('health.deliveries.emptyHow') }}
      exportName={t('health.deliveries.title')}
    />
  );
}
