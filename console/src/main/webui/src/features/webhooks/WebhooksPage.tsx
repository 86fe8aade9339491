import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHasRole } from '../../api/me';
import type { WebhookView, WebhookWithSecret } from '../../api/types';
import { useUnits } from '../../api/units';
import { urls } from '../../app/urls';
import { ActBar } from '../../ui/Acts';
import { DataTable, type Column } from '../../ui/DataTable';
import { moment } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { labelOf, subscribing } from './acts';
import { HEALTH_LOOKS, healthOf } from './looks';
import { listKinds, listWebhooks } from './queries';
import { SecretShown } from './SecretShown';

export default function WebhooksPage() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const mayMake = useHasRole('admin', 'office', 'school');
  const units = useUnits();
  const types = useQuery({ queryKey: ['webhook-kinds'], staleTime: Infinity, queryFn: ({ signal }) => listKinds(signal) });
  const [secret, setSecret] = useState<string>();
  const state = (webhook: WebhookView) => <Tag look={HEALTH_LOOKS[healthOf(webhook)]}>{t(`webhook.health.${healthOf(webhook)}`)}</Tag>;
  const some = ({ kinds }: WebhookView) => (kinds.length === types.data?.length ? t('webhook.allKinds') : kinds.map((kind) => labelOf(kind, t)).join('、'));
  const last = ({ succeededAt }: WebhookView) => (succeededAt ? moment(succeededAt, i18n.language) : null);
  const columns: Column<WebhookView>[] = [
    { key: 'url', title: t('webhook.url'), render: (webhook) => <Link to={urls.webhook(webhook.id)} className="clip-2">{webhook.url}</Link>, plain: ({ url }) => url },
    { key: 'unit', title: t('webhook.unit'), width: 180, render: ({ unit }) => unit, plain: ({ unit }) => unit },
    { key: 'health', title: t('webhook.state'), width: 110, render: state, plain: (webhook) => t(`webhook.health.${healthOf(webhook)}`) },
    { key: 'kinds', title: t('webhook.kinds'), width: 260, render: (webhook) => <span className="clip-2 small">{some(webhook)}</span>, plain: some },
    { key: 'last', title: t('webhook.succeededAt'), width: 160, render: (webhook) => <span className="nowrap muted">{last(webhook)}</span>, plain: last },
  ];
  return (
    <DataTable<WebhookView>
      title={t('webhook.title')}
      topic={['webhooks']}
      load={listWebhooks}
      columns={columns}
      card={(webhook) => (
        <Link to={urls.webhook(webhook.id)} className="stack" style={{ gap: 4 }}>
          <b className="clip-2">{webhook.url}</b>
          <span className="row small">{state(webhook)} {webhook.unit}</span>
        </Link>
      )}
      searchable={false}
      empty={{ title: t('webhook.empty'), how: t('webhook.emptyHow') }}
      exportName={t('webhook.title')}
      acts={
        mayMake && types.data && (
          <ActBar
            acts={[subscribing(t, types.data, (units.data ?? []).map(({ id, name }) => ({ value: id, label: name })))]}
            can={['subscribe']}
            cannot={[]}
            draft="webhook.new"
            onDone={(_, answer) => {
              setSecret((answer as WebhookWithSecret | undefined)?.secret ?? undefined);
              void queries.invalidateQueries({ queryKey: ['webhooks'] });
            }}
          />
        )
      }
      aside={secret && <SecretShown secret={secret} onClose={() => setSecret(undefined)} />}
    />
  );
}
