import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams, useSearchParams } from 'react-router';
import type { YearView } from '../../api/year';
import { urls } from '../../app/urls';
import { withFilter } from '../../ui/address';
import { Bones, Empty, Notice } from '../../ui/Notice';
import { Card, Page } from '../../ui/Page';
import { YearBar } from './YearBar';
import { filtered, filterOf, targetsOf } from './yearFilter';
import { yearQuery } from './yearQueries';
import { YearSummary } from './YearSummary';
import { YearTabs } from './YearTabs';
import { YEAR_TABS, type YearTab } from './yearTabs';
import './year.css';

const YearTree = lazy(() => import('./YearTree'));
const Roadmap = lazy(() => import('./Roadmap'));
const ThreeLists = lazy(() => import('./ThreeLists'));
const TargetDrawer = lazy(() => import('./TargetDrawer'));

export default function YearPage() {
  const { id = '', tab = '' } = useParams();
  const { t } = useTranslation();
  const year = useQuery(yearQuery(id));
  if (!YEAR_TABS.includes(tab as YearTab)) return <Navigate to={urls.planYear(id)} replace />;
  return (
    <Page
      title={year.data?.title ?? t('plan.one')}
      back={{ to: urls.plans(), name: t('plan.title') }}
      below={
        <>
          {year.data && <YearSummary year={year.data} />}
          <YearTabs planId={id} />
        </>
      }
    >
      {year.isError ? <Notice error={year.error} onRetry={() => void year.refetch()} /> : year.data ? <Loaded year={year.data} tab={tab as YearTab} /> : <Card><Bones rows={10} /></Card>}
    </Page>
  );
}

function Loaded({ year, tab }: { year: YearView; tab: YearTab }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const chapters = filtered(year, filter);
  const chosen = params.get('target');
  const choose = (id: string | undefined) => setParams((now) => withFilter(now, 'target', id), { replace: true, preventScrollReset: true });
  return (
    <>
      <Card flush>
        <YearBar year={year} tab={tab} />
        {year.chapters.length === 0 ? (
          <Empty title={t('year.empty')} how={t(year.wholeBureau ? 'year.emptyHow' : 'year.emptyPart')} />
        ) : chapters.length === 0 ? (
          <Empty title={t('ui.noMatch')} how={t('ui.noMatchHow')} />
        ) : (
          <Suspense fallback={<Bones rows={8} />}>
            {tab === 'progress' && <YearTree year={year.year} chapters={chapters} onChoose={choose} />}
            {tab === 'roadmap' && <Roadmap chapters={chapters} from={year.from} today={year.asOf} onChoose={choose} />}
            {tab === 'lists' && <ThreeLists planId={year.planId} filter={filter} onChoose={choose} />}
          </Suspense>
        )}
      </Card>
      {chosen && targetsOf(year.chapters).some(({ id }) => id === chosen) && (
        <Suspense>
          <TargetDrawer planId={year.planId} year={year.year} targetId={chosen} from={year.from} onClose={() => choose(undefined)} />
        </Suspense>
      )}
    </>
  );
}
