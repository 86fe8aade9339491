import type { TFunction } from 'i18next';
import type { TaskHappened, TaskView } from '../../api/types';
import { day, figure } from '../../ui/format';

const word = (facts: TaskHappened['after'], name: string) => (typeof facts?.[name] === 'string' ? (facts[name] as string) : undefined);

/** The audit's acts, with what was reported in the reporter's own words. */
export function storyOf(task: TaskView, t: TFunction, language: string) {
  const reports = (task.reports ?? []).map(({ at, by, value, narrative }) => ({
    at,
    by,
    act: 'reported',
    text: value === null ? undefined : `${figure(value, language)} ${task.unit ?? ''}`.trim(),
    reason: narrative,
  }));
  const acts = (task.history ?? [])
    .filter(({ act }) => act !== 'reported' || reports.length === 0)
    .map(({ at, who, act, before, after }) => {
      const dueOn = word(after, 'dueOn');
      return {
        at,
        by: who,
        act,
        text: dueOn && dueOn !== word(before, 'dueOn') && act === 'extended' ? t('task.newDueOn', { day: day(dueOn, language) }) : word(after, 'narrative'),
        reason: word(after, 'reason'),
      };
    });
  return [...acts, ...reports];
}
