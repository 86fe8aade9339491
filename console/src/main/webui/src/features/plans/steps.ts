import type { PlanView, Review, ReviewView, TargetEdit, TargetView } from '../../api/types';
import type { Marked } from './marking';
import { addTarget, editTarget, mergeTargets, repeatTarget, splitTarget, undoLast } from './queries';

/** One act of a reviewer: sent on the newest version that is known, and shown before the service has answered. */
export interface Step {
  target?: string;
  foreseen?: TargetEdit;
  send: (plan: PlanView) => Promise<ReviewView>;
}

export const targetsOf = (plan: PlanView) => plan.chapters.flatMap((chapter) => chapter.measures.flatMap((measure) => measure.targets));
const find = (plan: PlanView, id: string): TargetView => targetsOf(plan).find((target) => target.id === id)!;

export const edits = (id: string, edit: TargetEdit): Step => ({ target: id, foreseen: edit, send: (plan) => editTarget(plan, find(plan, id), edit) });
export const decides = (id: string, review: Review): Step => edits(id, { review } as TargetEdit);
export const splits = (id: string, places: number[]): Step => ({ target: id, send: (plan) => splitTarget(plan, find(plan, id), places) });
export const merges = (id: string, others: string[]): Step => ({ target: id, send: (plan) => mergeTargets(plan, find(plan, id), others.map((other) => find(plan, other))) });
export const repeats = (id: string, of: string): Step => ({ target: id, send: (plan) => repeatTarget(plan, find(plan, id), of) });
export const adds = (marked: Marked): Step => ({ send: (plan) => addTarget(plan, marked) });
export const undoes: Step = { send: undoLast };

/** The plan as it will be. */
export function foreseen(plan: PlanView, { target: id, foreseen: edit }: Step): PlanView {
  if (!id || !edit) return plan;
  const counts = { ...plan.counts };
  const count = { accepted: 'accepted', rejected: 'rejected', proposed: 'unreviewed', withdrawn: undefined } as const;
  const chapters = plan.chapters.map((chapter) => ({
    ...chapter,
    measures: chapter.measures.map((measure) =>
      measure.targets.some((target) => target.id === id)
        ? {
            ...measure,
            targets: measure.targets.map((target) => {
              if (target.id !== id) return target;
              const [from, to] = [count[target.review], edit.review && count[edit.review]];
              if (from && to) {
                counts[from]--;
                counts[to]++;
              }
              return { ...target, ...(edit.review ? { review: edit.review } : {}) };
            }),
          }
        : measure,
    ),
  }));
  return { ...plan, counts, chapters };
}
