import { queryOptions } from '@tanstack/react-query';
import { get, post, put } from '../../api/client';
import type { Listed, TaskView } from '../../api/types';
import type { ActValues } from '../../ui/Acts';
import type { Ask } from '../../ui/DataTable';

const TASKS = '/api/task/v1/tasks';
const at = (id: string) => `${TASKS}/${id}`;

export const listTasks = (ask: Ask, signal?: AbortSignal) => get<Listed<TaskView>>(TASKS, ask, signal);
export const taskQuery = (id: string) => queryOptions({ queryKey: ['tasks', 'one', id], queryFn: ({ signal }) => get<TaskView>(at(id), undefined, signal) });

type Part = 'assignment' | 'acceptance' | 'submission' | 'verification' | 'return' | 'deadline' | 'extension-grant' | 'extension-refusal' | 'suspension' | 'resumption' | 'cancellation';
export const change = (task: TaskView, part: Part) => (values: ActValues) =>
  put<TaskView>(`${at(task.id)}/${part}`, values, { basedOn: { path: at(task.id), version: task.version } });
export const report = (task: TaskView) => (values: ActValues) => post<TaskView>(`${at(task.id)}/reports`, values);
export const ask = (task: TaskView) => (values: ActValues) => post<TaskView>(`${at(task.id)}/extension-requests`, values);

const MOST_AT_ONCE = 2_000;

/** The tasks whose proposed lead unit waits for a yes, as far as one would look through. */
export async function proposedIds(planId: string | undefined, signal?: AbortSignal): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const slice: Listed<TaskView> = await listTasks({ state: 'proposed', planId, limit: 200, cursor }, signal);
    ids.push(...slice.items.filter(({ proposal }) => proposal !== null).map(({ id }) => id));
    cursor = slice.next ?? undefined;
  } while (cursor && ids.length < MOST_AT_ONCE);
  return ids;
}
export const confirmProposals = (taskIds: string[]) => post<unknown>(`${TASKS}/assignments`, { taskIds, acceptProposals: true });
