import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useNames } from '../../api/people';
import { urls } from '../../app/urls';
import { ActBar } from '../../ui/Acts';
import { Due } from '../../ui/Due';
import { day, moment } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Card, Facts, Page } from '../../ui/Page';
import { Story } from '../../ui/Story';
import { Tag } from '../../ui/Tag';
import { alertActs } from './acts';
import { deadlineOf } from './AlertsPage';
import { Ladder } from './Ladder';
import { Answers } from './Answers';
import { ALERT_LOOKS, REPEATED_LOOK, RUNG_LOOKS } from './looks';
import { alertQuery } from './queries';

export default function AlertPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const alert = useQuery(alertQuery(id));
  const nameOf = useNames();
  const back = { to: urls.alerts(), name: t('alert.title') };
  if (alert.isError) return <Page title={t('alert.one')} back={back}><Notice error={alert.error} onRetry={() => void alert.refetch()} /></Page>;
  if (!alert.data) return <Page title={t('alert.one')} back={back}><Card><Bones /></Card></Page>;
  const it = alert.data;
  const actName = (act: string) => (i18n.exists(`alert.happened.${act}`) ? t(`alert.happened.${act}` as 'alert.happened.raised') : act);
  return (
    <Page
      title={it.title}
      back={back}
      beside={
        <>
          <Tag look={ALERT_LOOKS[it.state]}>{t(`alert.state.${it.state}`)}</Tag>
          <Tag look={RUNG_LOOKS[it.rung]}>{t(`alert.rung.${it.rung}`)}</Tag>
          {it.repeated > 0 && <Tag look={REPEATED_LOOK}>{t('alert.repeated', { count: it.repeated + 1 })}</Tag>}
          <span>{it.unit?.name}</span>
          <Due of={deadlineOf(it)} />
        </>
      }
      acts={
        <ActBar
          acts={alertActs(it, t)}
          can={it.can}
          cannot={it.cannot}
          draft={`alert.${it.id}`}
          onDone={() => {
            void queries.invalidateQueries({ queryKey: ['alerts'] });
            void queries.invalidateQueries({ queryKey: ['overview'] });
          }}
        />
      }
    >
      <Card title={t('alert.ladder')} extra={<span className="muted small">{t('alert.ladderHint')}</span>}>
        <Ladder steps={it.steps ?? []} nameOf={nameOf} />
      </Card>
      {it.answers.length > 0 && (
        <Card title={t('alert.answers')}>
          <Answers of={it.answers} nameOf={nameOf} />
        </Card>
      )}
      <div className="two">
        <Card title={t('alert.facts')} extra={<Link to={urls.task(it.taskId)}>{t('alert.openTask')}</Link>}>
          <Facts
            of={[
              [t('alert.task'), it.title],
              [t('alert.unit'), it.unit?.name],
              [t('alert.col.due'), it.dueOn && day(it.dueOn, i18n.language)],
              [t('alert.raised'), moment(it.raisedAt, i18n.language)],
              [
                t('alert.acknowledged'),
                it.acknowledgedAt ? t('alert.acknowledgedBy', { name: nameOf(it.acknowledgedBy) ?? '', when: moment(it.acknowledgedAt, i18n.language) }) : t('alert.notAcknowledged'),
              ],
              [t('alert.snoozed'), it.snoozedUntil && (it.snoozedUntil.length > 10 ? moment(it.snoozedUntil, i18n.language) : day(it.snoozedUntil, i18n.language))],
              [t('alert.form.note'), it.acknowledgement],
              [t(`alert.state.${it.state}`), it.state !== 'open' && [it.reason, nameOf(it.endedBy), moment(it.endedAt, i18n.language)].filter(Boolean).join(' · ')],
            ]}
          />
        </Card>
        <Card title={t('ui.history')}>
          <Story of={it.history?.map((happened) => ({ ...happened, by: nameOf(happened.by) }))} name={actName} />
        </Card>
      </div>
    </Page>
  );
}
