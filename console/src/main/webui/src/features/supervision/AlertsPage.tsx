import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlertView } from '../../api/types';
import { useUnits } from '../../api/units';
import { urls } from '../../app/urls';
import { DataTable, type Column } from '../../ui/DataTable';
import { Due } from '../../ui/Due';
import { moment } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { ALERT_LOOKS, ALERT_STATES, RUNG_LOOKS, RUNGS, STEP_LOOKS } from './looks';
import { listAlerts } from './queries';
import { Tabs } from './Tabs';

export const deadlineOf = (alert: AlertView) => ({
  dueOn: alert.dueOn,
  overdue: alert.state === 'open' && alert.daysLate > 0,
  daysLate: alert.daysLate,
  workingDaysLeft: null,
  settled: alert.state !== 'open',
});

export default function AlertsPage() {
  const { t, i18n } = useTranslation();
  const rung = (alert: AlertView) => <Tag look={RUNG_LOOKS[alert.rung]}>{t(`alert.rung.${alert.rung}`)}</Tag>;
  const units = (useUnits().data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const state = (alert: AlertView) => (
    <span className="row" style={{ gap: 4 }}>
      <Tag look={ALERT_LOOKS[alert.state]}>{t(`alert.state.${alert.state}`)}</Tag>
      {alert.proposed && <Tag look={STEP_LOOKS.proposed}>{t('alert.signNext', { rung: t(`alert.rung.${alert.proposed}`) })}</Tag>}
    </span>
  );
  const columns: Column<AlertView>[] = [
    {
      key: 'task',
      title: t('alert.col.task'),
      render: (alert) => (
        <Link to={urls.alert(alert.id)} className="clip-2 title-cell">
          {alert.title}
        </Link>
      ),
      plain: (alert) => alert.title,
    },
    { key: 'unit', title: t('alert.col.unit'), width: 190, render: (alert) => alert.unit?.name, plain: (alert) => alert.unit?.name },
    { key: 'rung', title: t('alert.col.rung'), width: 110, render: rung, plain: (alert) => t(`alert.rung.${alert.rung}`) },
    { key: 'state', title: t('alert.col.state'), width: 210, render: state, plain: (alert) => t(`alert.state.${alert.state}`) },
    { key: 'due', title: t('alert.col.due'), width: 230, sortable: 'up', render: (alert) => <Due of={deadlineOf(alert)} />, plain: (alert) => alert.dueOn },
    { key: 'raisedAt', title: t('alert.col.raised'), width: 180, render: (alert) => <span className="nowrap muted">{moment(alert.raisedAt, i18n.language)}</span>, plain: (alert) => moment(alert.raisedAt, i18n.language) },
  ];
  return (
    <DataTable<AlertView>
      title={t('alert.title')}
      below={<Tabs />}
      topic={['alerts', 'list']}
      load={listAlerts}
      columns={columns}
      open={(alert) => urls.alert(alert.id)}
      card={(alert) => (
        <div className="stack" style={{ gap: 6 }}>
          <b className="clip-2">{alert.title}</b>
          <span className="row">
            {state(alert)} {rung(alert)} <span className="small muted clip">{alert.unit?.name}</span>
          </span>
          <span className="small">
            <Due of={deadlineOf(alert)} />
          </span>
        </div>
      )}
      filters={[
        { name: 'state', label: t('alert.filter.state'), options: ALERT_STATES.map((value) => ({ value, label: t(`alert.state.${value}`) })) },
        { name: 'rung', label: t('alert.filter.rung'), options: RUNGS.map((value) => ({ value, label: t(`alert.rung.${value}`) })) },
        { name: 'proposed', label: t('alert.filter.proposed'), options: [{ value: 'true', label: t('alert.step.proposed') }] },
        { name: 'unitId', label: t('alert.filter.unit'), options: units },
      ]}
      empty={{ title: t('alert.empty'), how: t('alert.emptyHow') }}
      exportName={t('alert.title')}
    />
  );
}
