import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import type { AlertView, Counted, Listed, PlanSummary, TaskView } from '../../api/types';

const kept = { placeholderData: keepPreviousData, refetchInterval: 60_000 } as const;

export const useTaskCounts = () =>
  useQuery({ queryKey: ['overview', 'tasks'], queryFn: ({ signal }) => get<{ counts: Counted[] }>('/api/task/v1/tasks/summary', undefined, signal), ...kept });
const UNDER_WAY = 'state=accepted,under_way';
/** The part of the year that the summary does not name; its list is asked for its length alone. */
export const useUnderWay = () =>
  useQuery({
    queryKey: ['overview', 'under-way'],
    queryFn: async ({ signal }): Promise<Counted> => {
      const { total } = await get<Listed<TaskView>>(`/api/task/v1/tasks?${UNDER_WAY}`, { limit: 1 }, signal);
      return { key: 'under-way', count: total, query: UNDER_WAY };
    },
    ...kept,
  });
export const useAlertCounts = () =>
  useQuery({ queryKey: ['overview', 'alerts'], queryFn: ({ signal }) => get<{ counts: Counted[] }>('/api/supervision/v1/alerts/summary', undefined, signal), ...kept });
export const useLateTasks = (limit: number) =>
  useQuery({ queryKey: ['overview', 'late'], queryFn: ({ signal }) => get<Listed<TaskView>>('/api/task/v1/tasks', { overdue: true, sort: 'due', limit }, signal), ...kept });
export const useOpenAlerts = () =>
  useQuery({ queryKey: ['overview', 'open'], queryFn: ({ signal }) => get<Listed<AlertView>>('/api/supervision/v1/alerts', { state: 'open', limit: 200 }, signal), ...kept });
export const usePlans = () =>
  useQuery({ queryKey: ['overview', 'plans'], queryFn: ({ signal }) => get<Listed<PlanSummary>>('/api/plan/v1/plans', { state: 'published', limit: 5 }, signal), ...kept });
export const useUnreadCount = () =>
  useQuery({ queryKey: ['messages', 'summary'], queryFn: ({ signal }) => get<{ unread: number }>('/api/notification/v1/messages/summary', undefined, signal) });
