import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TargetView } from '../../api/types';
import { urls } from '../../app/urls';
import { day, figure } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { COMPARATORS, REVIEW_LOOKS } from './looks';
import type { Reviewing } from './useReview';

export function TargetCard({ target, chosen, review }: { target: TargetView; chosen: boolean; review: Reviewing }) {
  const { t, i18n } = useTranslation();
  const comparator = COMPARATORS.find((name) => name === target.comparator?.toUpperCase());
  const value =
    target.value === null
      ? undefined
      : `${figure(target.value, i18n.language)}${target.upper !== null && target.upper !== target.value ? `–${figure(target.upper, i18n.language)}` : ''}${i18n.language === 'en' ? ' ' : ''}${target.unit ?? ''}`;
  const name = target.indicator || target.quote;
  return (
    <div id={`target-${target.id}`} className={`target ${chosen ? 'chosen' : ''} review-${target.review}`} onClick={() => review.choose(target.id)} aria-current={chosen || undefined}>
      <div className="row spread" style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
        <b className="grow">{name}</b>
        <Tag look={REVIEW_LOOKS[target.review]}>{t(`plan.review.${target.review}`)}</Tag>
      </div>
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
        {target.universal && <span className="muted">{t('plan.universal')}</span>}
        {target.attained ? <span className="tone-green">{t('plan.attained')}</span> : target.attainedValue !== null && target.attainedValue !== undefined && <span>{t('plan.attainedSoFar', { value: figure(target.attainedValue, i18n.language) })}</span>}
      </div>
      <div className="row target-acts">
        {review.may && (
          <>
            {target.review !== 'accepted' && (
              <Button size="small" onClick={() => review.decide(target.id, 'accepted')} aria-label={`${t('plan.accept')}${t('ui.colon')}${name}`}>
                {t('plan.accept')}
              </Button>
            )}
            {target.review !== 'rejected' && (
              <Button size="small" onClick={() => review.decide(target.id, 'rejected')} aria-label={`${t('plan.reject')}${t('ui.colon')}${name}`}>
                {t('plan.reject')}
              </Button>
            )}
            <Button size="small" type="text" onClick={() => review.edit(target)} aria-label={`${t('plan.edit')}${t('ui.colon')}${name}`}>
              {t('plan.edit')}
            </Button>
          </>
        )}
        {target.taskId && <Link to={urls.task(target.taskId)}>{t('plan.openTask')}</Link>}
      </div>
    </div>
  );
}
