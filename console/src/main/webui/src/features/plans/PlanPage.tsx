import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { PlanView, TargetView } from '../../api/types';
import { urls } from '../../app/urls';
import { ActBar } from '../../ui/Acts';
import { bytes } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Card, Page } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { acceptAllAct, additionAct, amendAct, planActs } from './acts';
import { Amendments } from './Amendments';
import { ClashNotice } from './ClashNotice';
import { HealthPanel } from './HealthPanel';
import { PLAN_LOOKS } from './looks';
import { heading } from './heading';
import { Measures } from './Measures';
import { healthQuery, planQuery, sourceOf } from './queries';
import { ReviewBar } from './ReviewBar';
import { useReview } from './useReview';
import { YearTabs } from './YearTabs';
import './plans.css';

const ActDialog = lazy(() => import('../../ui/ActDialog'));

export default function PlanPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const plan = useQuery(planQuery(id));
  const back = { to: urls.plans(), name: t('plan.title') };
  if (plan.isError) return <Page title={t('plan.one')} back={back}><Notice error={plan.error} onRetry={() => void plan.refetch()} /></Page>;
  if (!plan.data) return <Page title={t('plan.one')} back={back}><Card><Bones rows={10} /></Card></Page>;
  return <Loaded plan={plan.data} />;
}

function Loaded({ plan }: { plan: PlanView }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [params] = useSearchParams();
  const [amending, setAmending] = useState<TargetView>();
  const review = useReview(plan);
  const draft = plan.state === 'draft';
  const amendable = plan.state === 'published' && plan.can.includes('amend');
  const health = useQuery({ ...healthQuery(plan), enabled: draft && plan.can.some((act) => act === 'review' || act === 'publish') });
  const done = (act: string) => {
    if (act === 'delete') void navigate(urls.plans());
    void queries.invalidateQueries({ queryKey: ['plans'] });
    void queries.invalidateQueries({ queryKey: ['overview'] });
  };
  const { counts, document } = plan;
  const tab = params.get('tab') ?? 'text';
  return (
    <Page
      title={plan.title}
      back={{ to: urls.plans(), name: t('plan.title') }}
      beside={
        <>
          <Tag look={PLAN_LOOKS[plan.state]}>{t(`plan.state.${plan.state}`)}</Tag>
          <span>{[plan.issuer, plan.year].filter(Boolean).join(' · ')}</span>
        </>
      }
      below={
        <>
          <p className="muted" style={{ marginTop: 4 }}>{t('plan.summary', { ...counts })}</p>
          <YearTabs planId={plan.id} draft={draft} findings={health.data?.findings.length} />
        </>
      }
      acts={
        <>
          <Button icon={<DownloadOutlined aria-hidden />} href={sourceOf(plan)} download={document.name} title={`${document.name} · ${bytes(document.size)} · SHA-256 ${document.sha256}`}>
            {t('plan.source')}
          </Button>
          {amendable && <ActBar acts={[additionAct(plan, t)]} can={plan.can} cannot={[]} draft={`plan.${plan.id}`} onDone={done} />}
          <ActBar acts={planActs(plan, health.data, t)} can={plan.can} cannot={plan.cannot} draft={`plan.${plan.id}`} onDone={done} />
        </>
      }
    >
      {tab === 'health' && draft ? (
        <HealthPanel plan={plan} />
      ) : tab === 'amendments' && !draft ? (
        <Amendments plan={plan} />
      ) : (
        <>
          {document.warnings.length > 0 && (
            <details className="card warnings">
              <summary>
                {t('plan.warnings')} <span className="muted">{document.warnings.length}</span>
              </summary>
              <ul>
                {document.warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            </details>
          )}
          {draft && (
            <ReviewBar
              plan={plan}
              review={review}
              extra={review.may && counts.unreviewed > 0 && <ActBar acts={[acceptAllAct(plan, t)]} can={['review']} cannot={[]} draft={`plan.${plan.id}`} onDone={done} />}
            />
          )}
          {review.clash && <ClashNotice clash={review.clash} onSettle={review.settle} />}
          {review.error !== undefined && <Notice error={review.error} />}
          <div className="plan-body">
            <nav className="card chapters" aria-label={t('plan.chapters')}>
              <ol>
                {plan.chapters.map((chapter) => (
                  <li key={chapter.ordinal}>
                    <a href={`#chapter-${chapter.ordinal}`}>{heading(chapter.number, chapter.title)}</a>
                  </li>
                ))}
              </ol>
            </nav>
            <Measures plan={plan} review={review} onAmend={amendable ? setAmending : undefined} />
          </div>
        </>
      )}
      {amending && (
        <Suspense>
          <ActDialog
            act={amendAct(plan, amending, t)}
            draft={`amend.${amending.id}.${amending.version}`}
            onClose={() => setAmending(undefined)}
            onDone={() => {
              setAmending(undefined);
              void message.success(t('plan.amend.proposed'));
              done('amend');
            }}
            onStale={() => done('amend')}
          />
        </Suspense>
      )}
    </Page>
  );
}
