import { lazy, memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureView, PlanView } from '../../api/types';
import { heading } from './heading';
import { stretches } from './marking';
import { TargetCard } from './TargetCard';
import type { Reviewing } from './useReview';

const EditTarget = lazy(() => import('./EditTarget'));

/** The plan's own words on the left, what was read out of them on the right. */
export function Measures({ plan, review, onlyOpen }: { plan: PlanView; review: Reviewing; onlyOpen: boolean }) {
  const { t } = useTranslation();
  const wanted = (measure: MeasureView) => !onlyOpen || measure.targets.some(({ review: state }) => state === 'proposed');
  return (
    <div className="stack grow">
      {plan.chapters.map((chapter) => {
        const measures = chapter.measures.filter(wanted);
        if (measures.length === 0) return onlyOpen ? null : <h2 key={chapter.ordinal} id={`chapter-${chapter.ordinal}`}>{heading(chapter.number, chapter.title)}</h2>;
        return (
          <section key={chapter.ordinal} className="card chapter" aria-labelledby={`chapter-${chapter.ordinal}`}>
            <h2 id={`chapter-${chapter.ordinal}`}>{heading(chapter.number, chapter.title)}</h2>
            {measures.map((measure) => (
              <article key={measure.id} className="measure">
                <div className="measure-text">
                  {(measure.title || measure.number) && <h3>{heading(measure.number, measure.title)}</h3>}
                  <Text measure={measure} chosen={review.chosen} onChoose={review.choose} />
                </div>
                <div className="measure-targets">
                  {measure.targets.length === 0 && <p className="muted small">{t('plan.noTargets')}</p>}
                  {measure.targets.map((target) => (
                    <TargetCard key={target.id} target={target} chosen={target.id === review.chosen} review={review} />
                  ))}
                </div>
              </article>
            ))}
          </section>
        );
      })}
      {review.editing && (
        <Suspense>
          <EditTarget target={review.editing} onSave={review.save} onClose={() => review.edit(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

const Text = memo(function Text({ measure, chosen, onChoose }: { measure: MeasureView; chosen: string | null; onChoose: (id: string) => void }) {
  return (
    <p className="source">
      {stretches(measure.text, measure.targets).map((stretch, index) => {
        const [first] = stretch.targets;
        return first === undefined ? (
          stretch.text
        ) : (
          <mark key={index} className={`quote ${chosen !== null && stretch.targets.includes(chosen) ? 'chosen' : ''}`} onClick={() => onChoose(stretch.targets.find((id) => id !== chosen) ?? first)}>
            {stretch.text}
          </mark>
        );
      })}
    </p>
  );
});
