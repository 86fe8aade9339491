import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TargetView } from '../../api/types';
import { urls } from '../../app/urls';
import { day, figure } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { COMPARATORS, DOUBT_LOOK, DOUBTS, REVIEW_LOOKS } from './looks';
import { KeyMark } from './KeyMark';
import { decides } from './steps';
import { useMarks } from './useMarks';
import { doubtful, type Reviewing } from './useReview';

interface Shown {
  planId: string;
  target: TargetView;
  chosen: boolean;
  review: Reviewing;
  onAmend?: (target: TargetView) => void;
}

export function TargetCard({ planId, target, chosen, review, onAmend }: Shown) {
  const { t, i18n } = useTranslation();
  const comparator = COMPARATORS.find((name) => name === target.comparator?.toUpperCase());
  const { terms } = target;
  const marks = useMarks(planId, target.id);
  const value =
    target.value === null
      ? undefined
      : `${figure(target.value, i18n.language)}${target.upper !== null && target.upper !== target.value ? `–${figure(target.upper, i18n.language)}` : ''}${i18n.language === 'en' ? ' ' : ''}${target.unit ?? ''}`;
  const name = target.indicator || target.quote;
  const doubt = DOUBTS.find((one) => one === terms.doubt);
  const label = (act: string) => `${act}${t('ui.colon')}${name}`;
  return (
    <div id={`target-${target.id}`} className={`target ${chosen ? 'chosen' : ''} review-${target.review}`} onClick={() => review.choose(target.id)} aria-current={chosen || undefined}>
      <div className="row spread" style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
        {review.may && <Checkbox checked={review.picked.has(target.id)} onChange={() => review.pick(target)} aria-label={label(t('plan.pick'))} />}
        <b className="grow">{name}</b>
        <Tag look={REVIEW_LOOKS[target.review]}>{t(`plan.review.${target.review}`)}</Tag>
      </div>
      {doubt && doubtful(target) && (
        <div><Tag look={DOUBT_LOOK}>{t(`plan.doubt.${doubt}`)}</Tag></div>
      )}
      <div className="row small" style={{ gap: '2px 14px' }}>
        {(comparator || value) && (
          <span>
            {comparator && t(`plan.comparator.${comparator}`)} <b title={target.value === null ? undefined : String(target.value)}>{value}</b>
          </span>
        )}
        <span className="muted">
          {t('plan.due')} {target.dueOn ? day(target.dueOn, i18n.language) : t('time.none')}
          {target.dueInferred && target.dueOn ? ` · ${t('time.inferred')}` : ''}
          {target.dueText && !target.dueInferred ? ` · ${t('plan.dueText', { text: target.dueText })}` : ''}
        </span>
        {terms.population && <span className="muted">{t('plan.field.population')} {terms.population}</span>}
        {terms.baseline && <span className="muted">{t('plan.field.baseline')} {terms.baseline}</span>}
        {terms.acceptedBy && <span className="muted">{t('plan.field.acceptedBy')} {terms.acceptedBy}</span>}
        {terms.stages.length > 0 && <span className="muted">{t('plan.stages.title')} {terms.stages.map(({ year, words }) => `${year} ${words}`).join(t('ui.comma'))}</span>}
        {target.countedFrom !== 'REPORTS' && <span className="muted">{t(`year.countedFrom.${target.countedFrom}`)}</span>}
        {target.leadUnit && <span className="muted">{t('year.unit')} {target.leadUnit}</span>}
        {target.relation && <span className="muted">{t(`plan.relation.${target.relation as 'part'}`)}</span>}
        {target.universal && <span className="muted">{t('plan.universal')}</span>}
        {target.changedBy && review.may && <span className="muted">{t('plan.changedBy', { by: target.changedBy })}</span>}
        {target.attained ? <span className="tone-green">{t('plan.attained')}</span> : target.attainedValue !== null && target.attainedValue !== undefined && <span>{t('plan.attainedSoFar', { value: figure(target.attainedValue, i18n.language) })}</span>}
      </div>
      <div className="row target-acts">
        {review.may && (
          <>
            {target.review !== 'accepted' && <Button size="small" onClick={() => void review.take(decides(target.id, 'accepted'))} aria-label={label(t('plan.accept'))}>{t('plan.accept')}</Button>}
            {target.review !== 'rejected' && <Button size="small" onClick={() => void review.take(decides(target.id, 'rejected'))} aria-label={label(t('plan.reject'))}>{t('plan.reject')}</Button>}
            <Button size="small" type="text" onClick={() => review.ask({ kind: 'edit', target })} aria-label={label(t('plan.edit'))}>{t('plan.edit')}</Button>
            <Button size="small" type="text" onClick={() => review.ask({ kind: 'split', target })} aria-label={label(t('plan.split'))}>{t('plan.split')}</Button>
          </>
        )}
        {onAmend && target.review === 'accepted' && <Button size="small" type="text" onClick={() => onAmend(target)} aria-label={label(t('plan.amend.propose'))}>{t('plan.amend.propose')}</Button>}
        {(review.may || (onAmend && target.review === 'accepted')) && <Button size="small" type="text" onClick={() => review.ask({ kind: 'stages', target })} aria-label={label(t('plan.stages.title'))}>{t('plan.stages.title')}</Button>}
        {marks.may && target.review !== 'rejected' && target.review !== 'withdrawn' && <KeyMark is={target.key} name={name} onMark={marks.key} />}
        {target.taskId && <Link to={urls.task(target.taskId)}>{t('plan.openTask')}</Link>}
      </div>
    </div>
  );
}
