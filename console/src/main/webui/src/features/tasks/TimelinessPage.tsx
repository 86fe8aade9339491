import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReportState, UnitTimeliness } from '../../api/types';
import { urls } from '../../app/urls';
import { DataTable, type Column } from '../../ui/DataTable';
import { listTimeliness, type TimelinessRow } from './queries';
import { REPORT_STATES } from './looks';

const of = ({ counts }: UnitTimeliness, state: ReportState) => counts.find((count) => count.state === state);

/** Per unit: how many of its reports came in time, late, or not; each number opens its list. */
export default function TimelinessPage() {
  const { t, i18n } = useTranslation();
  const percent = (share: number | null) =>
    share === null ? <span className="muted">–</span> : new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
  const number = (row: TimelinessRow, state: ReportState) => {
    const counted = of(row, state);
    return counted && counted.count > 0 ? (
      <Link to={urls.reports(counted.query)} className={state === 'MISSING' ? 'tone-red' : undefined} aria-label={`${row.unit.name} ${t(`report.state.${state}`)} ${counted.count}`}>
        {counted.count}
      </Link>
    ) : (
      <span className="muted">0</span>
    );
  };
  const columns: Column<TimelinessRow>[] = [
    { key: 'unit', title: t('report.col.unit'), render: ({ unit }) => <Link to={urls.unit(unit.id)}>{unit.name}</Link>, plain: ({ unit }) => unit.name },
    { key: 'share', title: t('report.inTimeShare'), width: 130, number: true, render: ({ inTimeShare }) => percent(inTimeShare), plain: ({ inTimeShare }) => inTimeShare },
    ...REPORT_STATES.map((state) => ({
      key: state,
      title: t(`report.state.${state}`),
      width: 110,
      number: true,
      render: (row: TimelinessRow) => number(row, state),
      plain: (row: TimelinessRow) => of(row, state)?.count,
    })),
  ];
  return (
    <DataTable<TimelinessRow>
      title={t('report.timeliness')}
      topic={['tasks', 'timeliness']}
      load={listTimeliness}
      columns={columns}
      card={(row) => (
        <div className="stack" style={{ gap: 6 }}>
          <span className="row spread">
            <b>{row.unit.name}</b>
            <span>{percent(row.inTimeShare)}</span>
          </span>
          <span className="row small" style={{ gap: 12 }}>
            {REPORT_STATES.map((state) => (
              <span key={state}>
                {t(`report.state.${state}`)} {of(row, state)?.count}
              </span>
            ))}
          </span>
        </div>
      )}
      acts={<Link to={urls.reports()} className="nowrap">{t('report.title')}</Link>}
      empty={{ title: t('report.empty'), how: t('report.emptyHow') }}
      exportName={t('report.timeliness')}
    />
  );
}
