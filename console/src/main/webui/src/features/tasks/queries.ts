import { queryOptions } from '@tanstack/react-query';
import { get, post, put, remove } from '../../api/client';
import type { ExpectedReportView, Listed, MilestoneView, ReportPolicyView, ReportView, TaskView, UnitTimeliness } from '../../api/types';
import type { ActValues } from '../../ui/Acts';
import type { Ask } from '../../ui/DataTable';

const TASKS = '/api/task/v1/tasks';
const at = (id: string) => `${TASKS}/${id}`;

export const listTasks = (ask: Ask, signal?: AbortSignal) => get<Listed<TaskView>>(TASKS, ask, signal);
export const taskQuery = (id: string) => queryOptions({ queryKey: ['tasks', 'one', id], queryFn: ({ signal }) => get<TaskView>(at(id), undefined, signal) });

type Part = 'assignment' | 'acceptance' | 'submission' | 'verification' | 'return' | 'deadline' | 'extension-grant' | 'extension-refusal' | 'suspension' | 'resumption' | 'cadence' | 'block' | 'cancellation';
export const change = (task: TaskView, part: Part) => (values: ActValues) =>
  put<TaskView>(`${at(task.id)}/${part}`, values, { basedOn: { path: at(task.id), version: task.version } });
export const report = (task: TaskView) => (values: ActValues) => post<TaskView>(`${at(task.id)}/reports`, values);
export const setMilestones = (task: TaskView, all: ActValues[] | MilestoneView[]) =>
  put<TaskView>(`${at(task.id)}/milestones`, { milestones: (all as ActValues[]).map(({ id, name, dueOn }) => ({ id, name, dueOn })) });
export const tellMilestone = (task: TaskView, milestone: MilestoneView) => (values: ActValues) => put<TaskView>(`${at(task.id)}/milestones/${milestone.id}/progress`, values);
export const unblock = (task: TaskView) => () => remove<TaskView>(`${at(task.id)}/block`);
export const ask = (task: TaskView) => (values: ActValues) => post<TaskView>(`${at(task.id)}/extension-requests`, values);

const EXPECTED = '/api/task/v1/expected-reports';
const POLICIES = '/api/task/v1/report-policies';
export type TimelinessRow = UnitTimeliness & { id: string };
export const listExpected = (ask: Ask, signal?: AbortSignal) => get<Listed<ExpectedReportView>>(EXPECTED, ask, signal);
export const listTimeliness = async (ask: Ask, signal?: AbortSignal): Promise<Listed<TimelinessRow>> => {
  const slice = await get<Listed<UnitTimeliness>>(`${EXPECTED}/timeliness`, ask, signal);
  return { ...slice, items: slice.items.map((row) => ({ ...row, id: row.unit.id })) };
};
export const returnReport = (task: TaskView, report: ReportView) => (values: ActValues) => put<TaskView>(`${at(task.id)}/reports/${report.id}/return`, values);
export const policiesQuery = queryOptions({ queryKey: ['report-policies'], queryFn: ({ signal }) => get<ReportPolicyView[]>(POLICIES, undefined, signal) });
/** Rules for kinds of units stay as they are. */
export const setDefaultPolicy = (all: ReportPolicyView[]) => ({ reason, ...common }: ActValues) =>
  put<ReportPolicyView[]>(POLICIES, { policies: [common, ...all.filter(({ unitKind }) => unitKind !== null)], reason });

interface Draft {
  value: number | null;
  narrative: string;
}
/** One's unsent report, kept by the service so that it is there on another computer, too. */
export const reportDraft = (task: TaskView) => ({
  load: () => get<Draft>(`${at(task.id)}/report-draft`),
  keep: ({ value, narrative }: ActValues) => put<Draft>(`${at(task.id)}/report-draft`, { value, narrative: narrative ?? '' }),
});

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
