import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { PlanView } from '../../api/types';
import { withFilter } from '../../ui/address';
import { share } from '../../ui/format';
import { targetsOf } from './steps';
import { doubtful, type Reviewing } from './useReview';

/** How far the review has come, which targets are shown, and the way back. */
export function ReviewBar({ plan, review, extra }: { plan: PlanView; review: Reviewing; extra: ReactNode }) {
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  const { counts } = plan;
  const part = (count: number) => ({ width: `${(count / Math.max(1, counts.targets)) * 100}%` });
  const done = counts.accepted + counts.rejected;
  const doubts = targetsOf(plan).filter(doubtful).length;
  return (
    <section className="card review-bar" aria-label={t('plan.progress')}>
      <span className="nowrap">
        {t('plan.progress')} <b>{done} / {counts.targets}</b> <span className="muted">{share(done, counts.targets)}</span>
      </span>
      <span className="bar" aria-hidden>
        {counts.accepted > 0 && <span className="fill-green" style={part(counts.accepted)} />}
        {counts.rejected > 0 && <span className="fill-grey" style={part(counts.rejected)} />}
      </span>
      <Segmented
        size="small"
        aria-label={t('plan.show.label')}
        value={review.shown}
        onChange={(value) => setParams((now) => withFilter(now, 'show', value === 'all' ? undefined : value), { replace: true })}
        options={[
          { value: 'all', label: t('plan.show.all') },
          { value: 'open', label: `${t('plan.show.open')} ${counts.unreviewed}` },
          { value: 'doubt', label: `${t('plan.show.doubt')} ${doubts}` },
        ]}
      />
      <span className="row review-acts">
        {review.may && (
          <Button size="small" disabled={!review.undoable} onClick={() => void review.undo()}>
            {review.undoable ? t('plan.undo', { act: t(`plan.did.${review.undoable.act as 'accepted-all'}`, { count: review.undoable.targets }) }) : t('plan.undoNothing')}
          </Button>
        )}
        {review.picked.size > 1 && <Button size="small" type="primary" onClick={review.merge}>{t('plan.merge', { count: review.picked.size })}</Button>}
        {review.picked.size === 2 && <Button size="small" title={t('plan.repeat.hint')} onClick={review.repeat}>{t('plan.repeat.act')}</Button>}
        {extra}
        <Button size="small" type="text" className="keys" onClick={() => review.ask({ kind: 'keys' })}>
          {t('plan.keysHint')} <kbd>?</kbd>
        </Button>
      </span>
    </section>
  );
}
