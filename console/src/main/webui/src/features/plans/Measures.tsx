import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { lazy, memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureView, PlanView, TargetEdit, TargetView } from '../../api/types';
import { Empty } from '../../ui/Notice';
import { ChapterHead } from './ChapterHead';
import { stretches } from './marking';
import { MeasureHead } from './MeasureHead';
import { proposeAmendment } from './queries';
import type { Stage } from './Stages';
import { adds, edits, splits, targetsOf } from './steps';
import { TargetCard } from './TargetCard';
import { doubtful, type Reviewing } from './useReview';

const EditTarget = lazy(() => import('./EditTarget'));
const StagesDialog = lazy(() => import('./StagesDialog'));
const SplitDialog = lazy(() => import('./SplitDialog'));
const KeysSheet = lazy(() => import('./KeysSheet'));

/** The plan's own words on the left, what was read out of them on the right. */
export function Measures({ plan, review, onAmend }: { plan: PlanView; review: Reviewing; onAmend?: (target: TargetView) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { shown, dialog, mark } = review;
  const wanted = (target: TargetView) => shown === 'all' || (shown === 'open' ? target.review === 'proposed' : doubtful(target));
  const here = (measure: MeasureView) => shown === 'all' || measure.targets.some(wanted);
  const chapters = plan.chapters.map((chapter) => ({ ...chapter, measures: chapter.measures.filter(here) })).filter(({ measures }) => shown === 'all' || measures.length > 0);
  const close = () => review.ask(undefined);
  const saveStages = (target: TargetView, stages: Stage[], reason: string) =>
    review.may
      ? review.take(edits(target.id, { stages } as TargetEdit))
      : proposeAmendment(plan, { kind: 'change', targetId: target.id, reason, change: { stages } }).then(() => {
          void message.success(t('plan.amend.proposed'));
          void queries.invalidateQueries({ queryKey: ['plans'] });
        });
  return (
    <div className="stack grow">
      {chapters.length === 0 && <div className="card"><Empty title={t(`plan.show.none.${shown as 'open'}`)} how={t('plan.show.noneHow')} /></div>}
      {chapters.map((chapter) => (
        <section key={chapter.ordinal} className="card chapter" aria-labelledby={`chapter-${chapter.ordinal}`}>
          <ChapterHead plan={plan} chapter={chapter} review={review} />
          {chapter.measures.map((measure, index) => (
            <article key={measure.id} id={`measure-${measure.id}`} className="measure">
              <div className="measure-text">
                {(measure.title || measure.number || review.may) && <MeasureHead plan={plan} measure={measure} first={index === 0} review={review} />}
                <Text measure={measure} chosen={review.chosen} onChoose={review.choose} />
              </div>
              <div className="measure-targets">
                {measure.targets.length === 0 && measure.repetitions.length === 0 && <p className="muted small">{t(review.may ? 'plan.noTargetsMark' : 'plan.noTargets')}</p>}
                {measure.repetitions.map((one) => <Repetition key={one.id} plan={plan} one={one} onChoose={review.choose} />)}
                {measure.targets.filter(wanted).map((target) => (
                  <TargetCard key={target.id} planId={plan.id} target={target} chosen={target.id === review.chosen} review={review} onAmend={onAmend} />
                ))}
              </div>
            </article>
          ))}
        </section>
      ))}
      {review.may && mark && (
        <div className="mark-bar card" role="status">
          <span className="clip grow">“{mark.words}”</span>
          <Button size="small" type="primary" onMouseDown={(event) => event.preventDefault()} onClick={() => (void review.take(adds(mark)), document.getSelection()?.removeAllRanges())}>
            {t('plan.addMarked')} <kbd>T</kbd>
          </Button>
        </div>
      )}
      <Suspense>
        {dialog?.kind === 'edit' && <EditTarget target={dialog.target} onSave={(edit) => review.take(edits(dialog.target.id, edit))} onClose={close} />}
        {dialog?.kind === 'split' && <SplitDialog target={dialog.target} onSplit={(places) => (void review.take(splits(dialog.target.id, places)), close())} onClose={close} />}
        {dialog?.kind === 'stages' && <StagesDialog target={dialog.target} year={plan.year} reasoned={!review.may} onSave={(stages, reason) => saveStages(dialog.target, stages, reason)} onClose={close} />}
        {dialog?.kind === 'keys' && <KeysSheet onClose={close} />}
      </Suspense>
    </div>
  );
}

/** Words that only say once more what another target asks for; they lead to it. */
function Repetition({ plan, one, onChoose }: { plan: PlanView; one: MeasureView['repetitions'][number]; onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const said = targetsOf(plan).find(({ id }) => id === one.repeats);
  return (
    <div className="repetition small">
      <b>{t('plan.repeat.title')}</b> <span className="muted">“{one.quote}”</span>{' '}
      {said && <Button size="small" type="link" onClick={() => onChoose(said.id)}>{t('plan.repeat.of', { name: said.indicator })}</Button>}
    </div>
  );
}

const Text = memo(function Text({ measure, chosen, onChoose }: { measure: MeasureView; chosen: string | null; onChoose: (id: string) => void }) {
  return (
    <p className="source" data-measure={measure.id}>
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
