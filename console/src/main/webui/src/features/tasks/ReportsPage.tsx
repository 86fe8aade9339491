import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ExpectedReportView } from '../../api/types';
import { useUnits } from '../../api/units';
import { urls } from '../../app/urls';
import { DataTable, type Column } from '../../ui/DataTable';
import { day, moment } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { REPORT_LOOKS, REPORT_STATES } from './looks';
import { ReportPolicy } from './ReportPolicy';
import { listExpected } from './queries';

/** Who owes a report, by when, and who has not sent it. */
export default function ReportsPage() {
  const { t, i18n } = useTranslation();
  const units = useUnits();
  const period = ({ periodFrom, periodTo }: ExpectedReportView) => `${periodFrom} – ${periodTo}`;
  const state = (report: ExpectedReportView) => (
    <span className="row" style={{ gap: 4 }}>
      <Tag look={REPORT_LOOKS[report.state]}>{t(`report.state.${report.state}`)}</Tag>
      {report.daysLate > 0 && report.state !== 'EXPECTED' && <span className={report.state === 'MISSING' ? 'tone-red nowrap' : 'muted nowrap'}>{t('report.daysLate', { count: report.daysLate })}</span>}
      {report.sentBack > 0 && <span className="muted nowrap">{t('report.sentBack', { count: report.sentBack })}</span>}
    </span>
  );
  const columns: Column<ExpectedReportView>[] = [
    { key: 'unit', title: t('report.col.unit'), width: 190, render: ({ unit }) => unit.name, plain: ({ unit }) => unit.name },
    {
      key: 'title',
      title: t('report.col.task'),
      render: (report) => (
        <Link to={urls.task(report.taskId)} className="clip-2 title-cell">
          {report.title}
        </Link>
      ),
      plain: ({ title }) => title,
    },
    { key: 'period', title: t('report.col.period'), width: 210, render: (report) => <span className="nowrap">{period(report)}</span>, plain: period },
    { key: 'due', title: t('report.col.due'), width: 160, sortable: true, render: ({ dueOn }) => <span className="nowrap">{day(dueOn, i18n.language)}</span>, plain: ({ dueOn }) => dueOn },
    { key: 'state', title: t('report.col.state'), width: 230, render: state, plain: ({ state: is }) => t(`report.state.${is}`) },
    {
      key: 'reportedAt',
      title: t('report.col.reportedAt'),
      width: 170,
      render: ({ reportedAt }) => (reportedAt ? <span className="nowrap">{moment(reportedAt, i18n.language)}</span> : <span className="muted">–</span>),
      plain: ({ reportedAt }) => reportedAt,
    },
  ];
  return (
    <DataTable<ExpectedReportView>
      title={t('report.title')}
      topic={['tasks', 'expected']}
      load={listExpected}
      columns={columns}
      open={({ taskId }) => urls.task(taskId)}
      card={(report) => (
        <div className="stack" style={{ gap: 6 }}>
          <b className="clip-2">{report.title}</b>
          <span className="row spread">
            {state(report)}
            <span className="small muted clip">{report.unit.name}</span>
          </span>
          <span className="small">
            {period(report)} · {t('report.by', { day: day(report.dueOn, i18n.language) })}
          </span>
        </div>
      )}
      filters={[
        { name: 'state', label: t('report.col.state'), options: REPORT_STATES.map((value) => ({ value: value.toLowerCase(), label: t(`report.state.${value}`) })) },
        { name: 'unitId', label: t('report.col.unit'), options: (units.data ?? []).map(({ id, name }) => ({ value: id, label: name })) },
      ]}
      acts={
        <>
          <Link to={urls.reports('state=missing')} className="nowrap">{t('report.whoHasNot')}</Link>
          <Link to={urls.timeliness()} className="nowrap">{t('report.timeliness')}</Link>
          <ReportPolicy />
        </>
      }
      empty={{ title: t('report.empty'), how: t('report.emptyHow') }}
      exportName={t('report.title')}
    />
  );
}
