import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { UnitView } from '../../api/types';
import { urls } from '../../app/urls';
import { withFilter } from '../../ui/address';
import { DataTable, type Column } from '../../ui/DataTable';
import { Bones, Notice } from '../../ui/Notice';
import { Facts } from '../../ui/Page';
import { listPeople, listUnits } from './queries';

const KINDS = ['bureau', 'section', 'township', 'school', 'external', 'task_force'] as const;
const DUTIES = ['head', 'staff', 'supervisor', 'leader', 'inspector', 'admin'] as const;

export default function UnitsPage() {
  const { t, i18n } = useTranslation();
  const [params, setParams] = useSearchParams();
  const chosen = params.get('open');
  const choose = (id: string | undefined) => setParams(withFilter(params, 'open', id), { replace: true });
  const kind = (unit: UnitView) => {
    const known = KINDS.find((name) => name === unit.kind.toLowerCase());
    return known ? t(`unit.kind.${known}`) : unit.kind;
  };
  const columns: Column<UnitView>[] = [
    {
      key: 'name',
      title: t('unit.col.name'),
      render: (unit) => (
        <Button type="link" style={{ padding: 0 }} onClick={() => choose(unit.id)}>
          {unit.name}
        </Button>
      ),
      plain: ({ name }) => name,
    },
    { key: 'kind', title: t('unit.col.kind'), width: 120, render: kind, plain: kind },
    { key: 'functions', title: t('unit.col.functions'), render: ({ functions }) => <span className="muted clip-2">{functions?.join('、')}</span>, plain: ({ functions }) => functions?.join('、') },
    { key: 'id', title: t('unit.col.code'), width: 140, render: ({ id }) => <span className="muted">{id}</span>, plain: ({ id }) => id },
  ];
  return (
    <DataTable<UnitView>
      title={t('unit.title')}
      topic={['units', 'list']}
      load={listUnits}
      columns={columns}
      isChosen={({ id }) => id === chosen}
      card={(unit) => (
        <Button type="link" style={{ padding: 0 }} onClick={() => choose(unit.id)}>
          {unit.name} <span className="muted">{kind(unit)}</span>
        </Button>
      )}
      filters={[{ name: 'kind', label: t('unit.filterKind'), options: KINDS.map((kind) => ({ value: kind.toUpperCase(), label: t(`unit.kind.${kind}`) })) }]}
      empty={{ title: t('unit.empty'), how: t('unit.emptyHow') }}
      exportName={t('unit.title')}
      aside={
        <Drawer open={chosen !== null} title={t('unit.people')} onClose={() => choose(undefined)} size={420} key={i18n.language}>
          {chosen && <People unitId={chosen} />}
        </Drawer>
      }
    />
  );
}

function People({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const people = useQuery({ queryKey: ['people', unitId], queryFn: ({ signal }) => listPeople(unitId, signal) });
  const duty = (said: string | null) => {
    const known = DUTIES.find((name) => name === said?.toLowerCase());
    return known ? t(`unit.duty.${known}`) : said;
  };
  if (people.isError) return <Notice error={people.error} onRetry={() => void people.refetch()} />;
  if (!people.data) return <Bones rows={3} />;
  return (
    <div className="stack">
      <Link to={urls.tasks(`unitId=${unitId}`)}>{t('unit.tasks')}</Link>
      {people.data.items.length === 0 && <p className="muted">{t('unit.noPeople')}</p>}
      {people.data.items.map((person) => (
        <section key={person.id}>
          <h3>{person.name}</h3>
          <Facts
            of={[
              [t('unit.person.duty'), duty(person.duty)],
              [t('unit.person.username'), person.username],
              [t('unit.person.phone'), person.phone],
              [t('unit.person.email'), person.email],
            ]}
          />
        </section>
      ))}
    </div>
  );
}
