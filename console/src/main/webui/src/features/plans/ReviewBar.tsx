import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../api/types';
import { share } from '../../ui/format';

/** How far the review has come, and the keys it is done with. */
export function ReviewBar({ plan: { counts }, extra }: { plan: PlanView; extra: ReactNode }) {
  const { t } = useTranslation();
  const part = (count: number) => ({ width: `${(count / Math.max(1, counts.targets)) * 100}%` });
  const done = counts.accepted + counts.rejected;
  return (
    <section className="card review-bar" aria-label={t('plan.progress')}>
      <span className="nowrap">
        {t('plan.progress')} <b>{done} / {counts.targets}</b> <span className="muted">{share(done, counts.targets)}</span>
      </span>
      <span className="bar" aria-hidden>
        {counts.accepted > 0 && <span className="fill-green" style={part(counts.accepted)} />}
        {counts.rejected > 0 && <span className="fill-grey" style={part(counts.rejected)} />}
      </span>
      <span className="keys small muted">
        {t('plan.keysHint')}{t('ui.colon')}<kbd>J</kbd> <kbd>K</kbd> {t('plan.keys')} · <kbd>N</kbd> {t('plan.keysNext')} · <kbd>A</kbd> {t('plan.accept')} · <kbd>R</kbd> {t('plan.reject')} · <kbd>E</kbd> {t('plan.edit')}
      </span>
      {extra}
    </section>
  );
}
