import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useHasRole } from '../../api/me';
import type { UnitView } from '../../api/types';
import { urls } from '../../app/urls';
import { filtersOf } from '../../ui/address';
import { DataTable, type Column } from '../../ui/DataTable';
import { figure } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { CLOSED, kindOf, kindOptions, stageOf, stageOptions } from './looks';
import { listUnits, sheetAddress } from './queries';
import { Tabs } from './Tabs';

const SheetDialog = lazy(() => import('./SheetDialog'));

export default function UnitsPage() {
  const { t, i18n } = useTranslation();
  const [params] = useSearchParams();
  const mayEdit = useHasRole('admin');
  const [importing, setImporting] = useState(false);
  const kind = (unit: UnitView) => [kindOf(unit.kind, t), stageOf(unit.profile.stage, t)].filter(Boolean).join(' · ');
  const closed = (unit: UnitView) => (unit.open ? null : <Tag look={CLOSED}>{t('unit.closed')}</Tag>);
  const columns: Column<UnitView>[] = [
    { key: 'name', title: t('unit.col.name'), width: 260, render: (unit) => <><Link to={urls.unit(unit.id)}>{unit.name}</Link> {closed(unit)}</>, plain: ({ name }) => name },
    { key: 'kind', title: t('unit.col.kind'), width: 150, render: kind, plain: kind },
    { key: 'schoolCode', title: t('unit.col.schoolCode'), width: 130, render: ({ profile }) => profile.schoolCode, plain: ({ profile }) => profile.schoolCode },
    { key: 'pupils', title: t('unit.col.pupils'), width: 90, number: true, render: ({ profile }) => figure(profile.pupils, i18n.language), plain: ({ profile }) => profile.pupils },
    { key: 'functions', title: t('unit.col.functions'), render: ({ functions, profile }) => <span className="muted clip-2">{[...functions, ...profile.traits].join('、')}</span>, plain: ({ functions, profile }) => [...functions, ...profile.traits].join('、') },
    { key: 'id', title: t('unit.col.code'), width: 120, render: ({ id }) => <span className="muted">{id}</span>, plain: ({ id }) => id },
  ];
  return (
    <DataTable<UnitView>
      title={t('unit.title')}
      topic={['units', 'list']}
      load={listUnits}
      columns={columns}
      open={({ id }) => urls.unit(id)}
      card={(unit) => (
        <>
          {unit.name} <span className="muted">{kind(unit)}</span> {closed(unit)}
        </>
      )}
      filters={[
        { name: 'kind', label: t('unit.filterKind'), options: kindOptions(t) },
        { name: 'stage', label: t('unit.filterStage'), options: stageOptions(t) },
        { name: 'state', label: t('unit.filterState'), options: [{ value: 'open', label: t('unit.open') }, { value: 'closed', label: t('unit.closed') }] },
      ]}
      empty={{ title: t('unit.empty'), how: t('unit.emptyHow') }}
      exportName={t('unit.title')}
      below={<Tabs />}
      acts={
        mayEdit && (
          <>
            <Button href={sheetAddress('units', filtersOf(params))}>{t('unit.sheet.export')}</Button>
            <Button type="primary" onClick={() => setImporting(true)}>{t('unit.sheet.import')}</Button>
          </>
        )
      }
      aside={importing && <Suspense><SheetDialog of="units" onClose={() => setImporting(false)} /></Suspense>}
    />
  );
}
