import SearchOutlined from '@ant-design/icons/SearchOutlined';
import UploadOutlined from '@ant-design/icons/UploadOutlined';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useHasRole } from '../../api/me';
import type { PlanSummary } from '../../api/types';
import { urls } from '../../app/urls';
import { DataTable, type Column } from '../../ui/DataTable';
import { Tag } from '../../ui/Tag';
import { PLAN_LOOKS, PLAN_STATES } from './looks';
import { listPlans } from './queries';

const UploadDialog = lazy(() => import('./UploadDialog'));

export default function PlansPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [uploading, setUploading] = useState(false);
  const mayUpload = useHasRole('supervisor', 'admin');
  const state = (plan: PlanSummary) => <Tag look={PLAN_LOOKS[plan.state]}>{t(`plan.state.${plan.state}`)}</Tag>;
  const columns: Column<PlanSummary>[] = [
    {
      key: 'title',
      title: t('plan.col.title'),
      render: (plan) => (
        <Link to={urls.plan(plan.id)} className="clip-2 title-cell">
          {plan.title}
        </Link>
      ),
      plain: ({ title }) => title,
    },
    { key: 'year', title: t('plan.col.year'), width: 80, render: ({ year }) => year, plain: ({ year }) => year },
    { key: 'issuer', title: t('plan.col.issuer'), width: 200, render: ({ issuer }) => issuer, plain: ({ issuer }) => issuer },
    { key: 'state', title: t('plan.col.state'), width: 110, render: state, plain: (plan) => t(`plan.state.${plan.state}`) },
    { key: 'measures', title: t('plan.col.measures'), width: 90, number: true, render: ({ counts }) => counts.measures, plain: ({ counts }) => counts.measures },
    { key: 'targets', title: t('plan.col.targets'), width: 90, number: true, render: ({ counts }) => counts.targets, plain: ({ counts }) => counts.targets },
    { key: 'unreviewed', title: t('plan.col.unreviewed'), width: 100, number: true, render: ({ counts }) => counts.unreviewed, plain: ({ counts }) => counts.unreviewed },
  ];
  return (
    <DataTable<PlanSummary>
      title={t('plan.title')}
      topic={['plans', 'list']}
      load={listPlans}
      columns={columns}
      open={(plan) => urls.plan(plan.id)}
      card={(plan) => (
        <div className="stack" style={{ gap: 6 }}>
          <b className="clip-2">{plan.title}</b>
          <span className="row spread small muted">
            {state(plan)}
            <span>
              {plan.year} · {t('overview.targets', { count: plan.counts.targets })}
            </span>
          </span>
        </div>
      )}
      filters={[{ name: 'state', label: t('plan.col.state'), options: PLAN_STATES.map((value) => ({ value, label: t(`plan.state.${value}`) })) }]}
      acts={
        <>
          <Button icon={<SearchOutlined aria-hidden />} onClick={() => void navigate(urls.planSearch())}>
            {t('year.search.open')}
          </Button>
          {mayUpload && (
            <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => setUploading(true)}>
              {t('plan.newer')}
            </Button>
          )}
          {uploading && (
            <Suspense>
              <UploadDialog onClose={() => setUploading(false)} />
            </Suspense>
          )}
        </>
      }
      empty={{ title: t('plan.empty'), how: mayUpload ? t('plan.emptyHow') : t('plan.emptyReader') }}
      exportName={t('plan.title')}
    />
  );
}
