import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FlowView, ServiceName } from '../../api/types';
import { urls } from '../../app/urls';
import { sayOf } from '../../ui/Notice';
import { Card, Facts, Page } from '../../ui/Page';
import { SERVICES, useFlow } from './queries';
import { Tabs } from './Tabs';
import './health.css';

/** More than this waiting means that something stands, not that it is on its way. */
const STANDS = 1_000;

/** Whether events run or pile up: the first look when something has not arrived. */
export default function FlowPage() {
  const { t } = useTranslation();
  const flows = useFlow();
  const of = (service: ServiceName) => flows[SERVICES.indexOf(service)]!;
  return (
    <Page title={t('health.flow.title')} below={<Tabs />}>
      <Card title={t('health.flow.punctual')}>
        <Punctual unfired={of('task').data?.oldestUnfiredSeconds} alert={of('supervision').data?.dueToAlertSeconds} error={of('task').error} />
      </Card>
      <Card title={t('health.flow.waiting')} flush>
        <table className="flow">
          <thead>
            <tr>
              <th scope="col">{t('health.letters.service')}</th>
              <th scope="col" className="num">{t('health.flow.outbox')}</th>
              <th scope="col" className="num">{t('health.flow.lag')}</th>
              <th scope="col" className="num">{t('health.tab.letters')}</th>
            </tr>
          </thead>
          <tbody>
            {SERVICES.map((service) => (
              <Row key={service} service={service} flow={of(service).data} error={of(service).error} />
            ))}
          </tbody>
        </table>
      </Card>
      <p className="small muted">{t('health.flow.how')}</p>
    </Page>
  );
}

function Punctual({ unfired, alert, error }: { unfired?: number | null; alert?: number | null; error: unknown }) {
  const { t } = useTranslation();
  const seconds = (value: number) => t('health.flow.seconds', { value: value.toFixed(1) });
  const late = typeof unfired === 'number' && unfired > 1;
  return (
    <Facts
      of={[
        [
          t('health.flow.unfired'),
          <Link key="unfired" to={urls.tasks('overdue=true')} className={late ? 'tone-red' : undefined}>
            {error ? sayOf(error, { title: t('health.flow.silent') }).title : typeof unfired !== 'number' ? t('health.flow.unknown') : unfired === 0 ? t('health.flow.none') : seconds(unfired)}
          </Link>,
        ],
        [
          t('health.flow.toAlert'),
          <Link key="alert" to={urls.alerts()}>{typeof alert === 'number' ? seconds(alert) : t('health.flow.noAlert')}</Link>,
        ],
      ]}
    />
  );
}

function Row({ service, flow, error }: { service: ServiceName; flow?: FlowView; error: unknown }) {
  const { t } = useTranslation();
  const name = <th scope="row">{t(`health.service.${service}`)}</th>;
  if (error) {
    return (
      <tr>
        {name}
        <td colSpan={3} className="tone-red">{sayOf(error, { title: t('health.flow.silent') }).title}</td>
      </tr>
    );
  }
  return (
    <tr>
      {name}
      <Waiting count={flow?.outboxBacklog} stands={STANDS} />
      <Waiting count={flow?.consumerLag} stands={STANDS} />
      <Waiting count={flow?.deadLettersWaiting} stands={0} to={urls.deadLetters(service)} />
    </tr>
  );
}

function Waiting({ count, stands, to }: { count?: number | null; stands: number; to?: string }) {
  const { t } = useTranslation();
  const known = typeof count === 'number';
  const words = known ? count.toLocaleString('en') : t('health.flow.unknown');
  const tone = known && count > stands ? 'tone-red' : undefined;
  return <td className="num">{to ? <Link to={to} className={tone}>{words}</Link> : <span className={tone}>{words}</span>}</td>;
}
