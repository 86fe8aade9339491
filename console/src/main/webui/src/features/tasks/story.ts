import type { TFunction } from 'i18next';
import type { TaskHappened, TaskView } from '../../api/types';
import { day, figure } from '../../ui/format';

const word = (facts: TaskHappened['after'], name: string) => (typeof facts?.[name] === 'string' ? (facts[name] as string) : undefined);

/** The audit's acts, with what was reported in the reporter's own words. */
/** Handing in writes a report as well; it is told once, with the words that came with it. */
const TOGETHER = 1_000;
/** Acts that move the due day. */
const MOVES = new Set(['extended', 'extension-granted', 'resumed']);

export function storyOf(task: TaskView, nameOf: (account: string) => string | null, t: TFunction, language: string) {
  const handedIn = (task.history ?? []).filter(({ act }) => act === 'submitted');
  const cameWith = (submitted: TaskHappened) =>
    (task.reports ?? []).find(({ at, by, value }) => value === null && by === submitted.who && Math.abs(Date.parse(submitted.at) - Date.parse(at)) < TOGETHER);
  const told = new Set(handedIn.map((submitted) => cameWith(submitted)?.id));
  const reports = (task.reports ?? []).filter(({ id }) => !told.has(id)).map(({ at, by, value, narrative }) => ({
    at,
    by: nameOf(by),
    act: 'reported',
    text: value === null ? undefined : `${figure(value, language)} ${task.unit ?? ''}`.trim(),
    reason: narrative,
  }));
  const textOf = ({ act, before, after }: TaskHappened) => {
    const dueOn = word(after, 'dueOn');
    const wanted = word(after, 'wantedDueOn');
    if (wanted) return t('task.wantedDueOn', { day: day(wanted, language) });
    return dueOn && dueOn !== word(before, 'dueOn') && MOVES.has(act) ? t('task.newDueOn', { day: day(dueOn, language) }) : (word(after, 'narrative') ?? (act.startsWith('evidence-') ? (word(after, 'name') ?? word(before, 'name')) : undefined));
  };
  const acts = (task.history ?? [])
    .filter(({ act }) => act !== 'reported' || (task.reports ?? []).length === 0)
    .map((happened) => {
      const { at, who, act, after } = happened;
      return {
        at,
        by: nameOf(who),
        act,
        text: textOf(happened),
        reason: act === 'submitted' ? cameWith(happened)?.narrative : word(after, 'reason'),
      };
    });
  return [...acts, ...reports];
}
