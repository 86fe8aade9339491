import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { WebhookCallView, WebhookView, WebhookWithSecret } from '../../api/types';
import { urls } from '../../app/urls';
import { ActBar } from '../../ui/Acts';
import { DataTable, type Column } from '../../ui/DataTable';
import { moment } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Facts, Page } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { actsOn, labelOf } from './acts';
import { CALL_LOOKS, CALL_STATES, HEALTH_LOOKS, healthOf } from './looks';
import { again, listCalls, listKinds, readWebhook } from './queries';
import { SecretShown } from './SecretShown';

export default function WebhookPage() {
  const { t, i18n } = useTranslation();
  const { id = '' } = useParams();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const leave = useNavigate();
  const [secret, setSecret] = useState<string>();
  const types = useQuery({ queryKey: ['webhook-kinds'], staleTime: Infinity, queryFn: ({ signal }) => listKinds(signal) });
  const read = useQuery({ queryKey: ['webhook', id], queryFn: ({ signal }) => readWebhook(id, signal) });
  const back = { to: urls.webhooks(), name: t('webhook.title') };
  if (read.isError) return <Page title={t('webhook.title')} back={back}><Notice error={read.error} onRetry={() => void read.refetch()} /></Page>;
  if (!read.data || !types.data) return <Page title="…" back={back}><Bones rows={8} /></Page>;
  const webhook = read.data;
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['webhook', id] });
    void queries.invalidateQueries({ queryKey: ['webhook-calls', id] });
    void queries.invalidateQueries({ queryKey: ['webhooks'] });
  };
  const done = (act: string, answer: unknown) => {
    if (act === 'remove') {
      refresh();
      void leave(urls.webhooks());
      return;
    }
    if (act === 'rotate') setSecret((answer as WebhookWithSecret | undefined)?.secret ?? undefined);
    if (act === 'replay' && answer) void message.info(t('webhook.replayCount', { count: (answer as { calls: number }).calls }));
    refresh();
  };
  const state = (call: WebhookCallView) => <Tag look={CALL_LOOKS[call.state]}>{t(`webhook.call.state.${call.state}`)}</Tag>;
  const said = ({ lastError, answer }: WebhookCallView) => lastError ?? answer;
  const took = ({ tookMs }: WebhookCallView) => (tookMs === null || tookMs === undefined ? null : t('webhook.call.ms', { ms: tookMs }));
  const once = (call: WebhookCallView) =>
    (call.state === 'sent' || call.state === 'failed') && call.kind !== 'dudao.webhook.test.v1' && (
      <ActBar acts={[{ act: 'replay', label: t('webhook.call.again'), send: () => again(id, call.id) }]} can={webhook.can} cannot={[]} draft={`webhook-call.${call.id}`} onDone={refresh} />
    );
  const columns: Column<WebhookCallView>[] = [
    { key: 'kind', title: t('webhook.call.kind'), render: ({ kind, eventId }) => <>{labelOf(kind, t)}<span className="small muted nowrap" style={{ display: 'block' }}>{eventId}</span></>, plain: ({ kind }) => labelOf(kind, t) },
    { key: 'state', title: t('webhook.call.result'), width: 100, render: state, plain: ({ state: now }) => now },
    { key: 'status', title: t('webhook.call.status'), width: 80, number: true, render: ({ status }) => status, plain: ({ status }) => status },
    { key: 'said', title: t('webhook.call.said'), width: 240, render: (call) => <span className="clip-2 small" title={said(call) ?? undefined}>{said(call)}</span>, plain: said },
    { key: 'took', title: t('webhook.call.took'), width: 90, number: true, render: took, plain: ({ tookMs }) => tookMs },
    { key: 'attempts', title: t('webhook.call.attempts'), width: 80, number: true, render: ({ attempts }) => attempts, plain: ({ attempts }) => attempts },
    { key: 'at', title: t('webhook.call.at'), width: 170, render: (call) => <span className="nowrap muted">{moment(call.createdAt, i18n.language)}{later(call)}</span>, plain: ({ createdAt }) => moment(createdAt, i18n.language) },
    { key: 'act', title: t('webhook.call.again'), width: 90, render: once },
  ];
  function later({ state: now, dueAt, createdAt }: WebhookCallView) {
    return now === 'queued' && dueAt > createdAt && <span className="small" style={{ display: 'block' }}>{t('webhook.call.notBefore', { when: moment(dueAt, i18n.language) })}</span>;
  }
  return (
    <DataTable<WebhookCallView>
      title={t('webhook.calls')}
      topic={['webhook-calls', id]}
      load={listCalls(id)}
      columns={columns}
      card={(call) => (
        <div className="stack" style={{ gap: 4 }}>
          <b>{labelOf(call.kind, t)}</b>
          <span className="row small">{state(call)} {call.status} {took(call)}</span>
          {said(call) && <span className="small">{said(call)}</span>}
          <span className="row spread small muted">{moment(call.createdAt, i18n.language)}{once(call)}</span>
        </div>
      )}
      filters={[{ name: 'state', label: t('webhook.call.result'), options: CALL_STATES.map((value) => ({ value, label: t(`webhook.call.state.${value}`) })) }]}
      searchable={false}
      empty={{ title: t('webhook.noCalls'), how: t('webhook.noCallsHow') }}
      exportName={t('webhook.calls')}
      below={<About webhook={webhook} all={types.data.length} />}
      acts={<ActBar acts={actsOn(webhook, types.data, t)} can={webhook.can} cannot={webhook.cannot} draft={`webhook.${id}`} onDone={done} />}
      aside={secret && <SecretShown secret={secret} onClose={() => setSecret(undefined)} />}
    />
  );
}

function About({ webhook, all }: { webhook: WebhookView; all: number }) {
  const { t, i18n } = useTranslation();
  const when = (instant: string | null | undefined) => instant && moment(instant, i18n.language);
  const health = healthOf(webhook);
  return (
    <div className="stack" style={{ marginTop: 8 }}>
      <Link to={urls.webhooks()} className="small">‹ {t('ui.back', { name: t('webhook.title') })}</Link>
      {webhook.disabledBecause && <div className="act-consequence">{t('webhook.disabled', { reason: webhook.disabledBecause })}</div>}
      <Facts
        of={[
          [t('webhook.url'), webhook.url],
          [t('webhook.unit'), webhook.unit],
          [t('webhook.state'), <Tag key="health" look={HEALTH_LOOKS[health]}>{t(`webhook.health.${health}`)}</Tag>],
          [t('webhook.kinds'), webhook.kinds.length === all ? t('webhook.allKinds') : webhook.kinds.map((kind) => labelOf(kind, t)).join('、')],
          [t('webhook.succeededAt'), when(webhook.succeededAt)],
          [t('webhook.failingSince'), webhook.failingSince && t('webhook.failures', { count: webhook.failures, when: moment(webhook.failingSince, i18n.language) })],
          [t('webhook.formerSecret'), when(webhook.formerSecretUntil)],
        ]}
      />
    </div>
  );
}
