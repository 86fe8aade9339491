import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHasRole } from '../../api/me';
import type { PersonView } from '../../api/types';
import { useUnits } from '../../api/units';
import { urls } from '../../app/urls';
import { DataTable, type Column } from '../../ui/DataTable';
import { Tag } from '../../ui/Tag';
import { CLOSED, dutyOf } from './looks';
import { listPeople, sheetAddress } from './queries';
import { Tabs } from './Tabs';

const SheetDialog = lazy(() => import('./SheetDialog'));
const HandOverDialog = lazy(() => import('./HandOverDialog'));

export default function PeoplePage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const units = useUnits();
  const mayEdit = useHasRole('admin');
  const mayHandOver = useHasRole('admin', 'supervisor');
  const [importing, setImporting] = useState(false);
  const [leaving, setLeaving] = useState<PersonView>();
  const unitOf = ({ unitId }: PersonView) => units.data?.find(({ id }) => id === unitId)?.name ?? unitId;
  const gone = ({ active }: PersonView) => (active ? null : <Tag look={CLOSED}>{t('unit.person.gone')}</Tag>);
  const columns: Column<PersonView>[] = [
    { key: 'name', title: t('unit.person.name'), width: 150, render: (person) => <>{person.name} {gone(person)}</>, plain: ({ name }) => name },
    { key: 'unit', title: t('unit.col.name'), render: (person) => <Link to={urls.unit(person.unitId)}>{unitOf(person)}</Link>, plain: unitOf },
    { key: 'duty', title: t('unit.person.duty'), width: 110, render: ({ duty }) => dutyOf(duty, t), plain: ({ duty }) => dutyOf(duty, t) },
    { key: 'phone', title: t('unit.person.phone'), width: 140, render: ({ phone }) => phone, plain: ({ phone }) => phone },
    { key: 'email', title: t('unit.person.email'), width: 220, render: ({ email }) => email, plain: ({ email }) => email },
    { key: 'username', title: t('unit.person.username'), width: 120, render: ({ username }) => <span className="muted">{username}</span>, plain: ({ username }) => username },
    ...(mayHandOver
      ? [{ key: 'acts', title: t('unit.person.acts'), width: 100, render: (person: PersonView) => person.active && <Button size="small" type="link" onClick={() => setLeaving(person)}>{t('unit.handOver.act')}</Button> }]
      : []),
  ];
  return (
    <DataTable<PersonView>
      title={t('unit.people')}
      topic={['people', 'list']}
      load={listPeople}
      columns={columns}
      card={(person) => (
        <span className="row">
          <span className="grow">
            {person.name} {gone(person)} <span className="muted">{unitOf(person)} · {dutyOf(person.duty, t)}</span>
          </span>
          {person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}
        </span>
      )}
      empty={{ title: t('unit.noPeopleAtAll'), how: t('unit.emptyHow') }}
      exportName={t('unit.people')}
      below={<Tabs />}
      acts={
        mayEdit && (
          <>
            <Button href={sheetAddress('people')}>{t('unit.sheet.export')}</Button>
            <Button type="primary" onClick={() => setImporting(true)}>{t('unit.sheet.import')}</Button>
          </>
        )
      }
      aside={
        <Suspense>
          {importing && <SheetDialog of="people" onClose={() => setImporting(false)} />}
          {leaving && (
            <HandOverDialog
              person={leaving}
              onClose={() => setLeaving(undefined)}
              onDone={() => {
                setLeaving(undefined);
                void queries.invalidateQueries({ queryKey: ['people'] });
                void queries.invalidateQueries({ queryKey: ['units'] });
              }}
            />
          )}
        </Suspense>
      }
    />
  );
}
