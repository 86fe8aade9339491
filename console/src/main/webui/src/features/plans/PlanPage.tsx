import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { urls } from '../../app/urls';
import { ActBar } from '../../ui/Acts';
import { bytes } from '../../ui/format';
import { Bones, Notice } from '../../ui/Notice';
import { Card, Page } from '../../ui/Page';
import { Tag } from '../../ui/Tag';
import { acceptAllAct, planActs } from './acts';
import { PLAN_LOOKS } from './looks';
import { heading } from './heading';
import { Measures } from './Measures';
import { planQuery, sourceOf } from './queries';
import { ReviewBar } from './ReviewBar';
import { useReview } from './useReview';
import { YearTabs } from './YearTabs';
import './plans.css';

export default function PlanPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const plan = useQuery(planQuery(id));
  const back = { to: urls.plans(), name: t('plan.title') };
  if (plan.isError) return <Page title={t('plan.one')} back={back}><Notice error={plan.error} onRetry={() => void plan.refetch()} /></Page>;
  if (!plan.data) return <Page title={t('plan.one')} back={back}><Card><Bones rows={10} /></Card></Page>;
  return <Loaded id={id} />;
}

function Loaded({ id }: { id: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const plan = useQuery(planQuery(id)).data!;
  const [onlyOpen, setOnlyOpen] = useState(false);
  const review = useReview(plan, onlyOpen);
  const done = (act: string) => {
    if (act === 'delete') void navigate(urls.plans());
    void queries.invalidateQueries({ queryKey: ['plans'] });
    void queries.invalidateQueries({ queryKey: ['overview'] });
  };
  const { counts, document } = plan;
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
          <YearTabs planId={plan.id} draft={plan.state === 'draft'} />
        </>
      }
      acts={
        <>
          <Button icon={<DownloadOutlined aria-hidden />} href={sourceOf(plan)} download={document.name} title={`${document.name} · ${bytes(document.size)} · SHA-256 ${document.sha256}`}>
            {t('plan.source')}
          </Button>
          <ActBar acts={planActs(plan, t)} can={plan.can} cannot={plan.cannot} draft={`plan.${plan.id}`} onDone={done} />
        </>
      }
    >
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
      {plan.state === 'draft' && (
        <ReviewBar
          plan={plan}
          extra={
            <>
              <label className="row small">
                <Switch size="small" checked={onlyOpen} onChange={setOnlyOpen} aria-label={t('plan.onlyOpen')} />
                {t('plan.onlyOpen')}
              </label>
              {review.may && counts.unreviewed > 0 && <ActBar acts={[acceptAllAct(plan, t)]} can={['review']} cannot={[]} draft={`plan.${plan.id}`} onDone={done} />}
            </>
          }
        />
      )}
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
        <Measures plan={plan} review={review} onlyOpen={onlyOpen} />
      </div>
    </Page>
  );
}
