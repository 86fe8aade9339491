import FileExcelOutlined from '@ant-design/icons/FileExcelOutlined';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { MonthBurden } from '../../api/types';
import { urls } from '../../app/urls';
import { DataTable, type Column } from '../../ui/DataTable';
import { figure } from '../../ui/format';
import { kindOptions } from './looks';
import { burdenSheet, listBurdens, type BurdenRow } from './queries';
import { Tabs } from './Tabs';

const MONTHS = [...Array(12).keys()];
/** Hours in a month from which a cell has the full colour: a tenth of one person's working time. */
const FULL = 16;

/** What is asked of each unit, month by month: darker is more; each month opens what falls due in it. */
export default function BurdenPage() {
  const { t, i18n } = useTranslation();
  const [params] = useSearchParams();
  const thisYear = new Date().getFullYear();
  const hours = (value: number) => figure(value, i18n.language);
  const heat = (value: number) => ({ background: `color-mix(in srgb, var(--amber) ${Math.round(Math.min(1, value / FULL) * 45)}%, transparent)` });
  const said = (month: MonthBurden) => t('burden.cell', { month: month.month, hours: hours(month.hours), tasks: month.tasks, reports: month.reports });
  const cell = (month: MonthBurden) =>
    month.tasks + month.reports === 0 ? (
      <span className="muted">–</span>
    ) : (
      <Link className="heat" style={heat(month.hours)} title={said(month)} aria-label={said(month)} to={month.tasks > 0 ? urls.tasks(month.taskQuery) : urls.reports(month.reportQuery)}>
        {hours(month.hours)}
      </Link>
    );
  const columns: Column<BurdenRow>[] = [
    { key: 'unit', title: t('unit.col.name'), width: 200, render: ({ unit }) => <Link to={urls.unit(unit.id)}>{unit.name}</Link>, plain: ({ unit }) => unit.name },
    { key: 'hours', title: t('burden.hours'), width: 90, number: true, render: (row) => <b>{hours(row.hours)}</b>, plain: (row) => row.hours },
    { key: 'items', title: t('burden.items'), width: 80, number: true, render: (row) => row.items, plain: (row) => row.items },
    ...MONTHS.map((at) => ({
      key: `m${at + 1}`,
      title: t('burden.month', { month: at + 1 }),
      width: 68,
      number: true,
      render: (row: BurdenRow) => cell(row.months[at]!),
      plain: (row: BurdenRow) => row.months[at]!.hours,
    })),
  ];
  const asked = { year: params.get('year') ?? undefined, unitKind: params.get('unitKind') ?? undefined, q: params.get('q') ?? undefined };
  return (
    <>
      <Tabs />
      <DataTable<BurdenRow>
        title={t('burden.title')}
        topic={['tasks', 'burden']}
        load={listBurdens}
        columns={columns}
        card={(row) => (
          <div className="stack" style={{ gap: 6 }}>
            <span className="row spread">
              <b>{row.unit.name}</b>
              <span>{t('burden.total', { hours: hours(row.hours), items: row.items })}</span>
            </span>
            <span className="row wrap small" style={{ gap: 4 }}>
              {row.months
                .filter(({ tasks, reports }) => tasks + reports > 0)
                .map((month) => (
                  <span key={month.month} className="heat" style={heat(month.hours)}>
                    {t('burden.month', { month: month.month })} {hours(month.hours)}
                  </span>
                ))}
            </span>
          </div>
        )}
        filters={[
          { name: 'year', label: t('burden.year'), options: [thisYear + 1, thisYear, thisYear - 1].map((year) => ({ value: String(year), label: String(year) })) },
          { name: 'unitKind', label: t('unit.filterKind'), options: kindOptions(t) },
        ]}
        acts={
          <Button icon={<FileExcelOutlined aria-hidden />} href={burdenSheet(asked)} download>
            {t('burden.sheet')}
          </Button>
        }
        empty={{ title: t('burden.empty'), how: t('burden.emptyHow') }}
        exportName={t('burden.title')}
      />
    </>
  );
}
