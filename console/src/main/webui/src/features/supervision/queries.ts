import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, post, put, withQuery } from '../../api/client';
import type { AlertView, LadderPreview, LaddersView, LadderView, Listed, PlanSummary, SimulatedMessage, SimulatedTask, SimulationView } from '../../api/types';
import type { ActValues } from '../../ui/Acts';
import type { Ask } from '../../ui/DataTable';
import type { WantedLadder } from './wanted';

const ALERTS = '/api/supervision/v1/alerts';
const at = (id: string) => `${ALERTS}/${id}`;

export const listAlerts = (ask: Ask, signal?: AbortSignal) => get<Listed<AlertView>>(ALERTS, ask, signal);
export const alertQuery = (id: string) => queryOptions({ queryKey: ['alerts', 'one', id], queryFn: ({ signal }) => get<AlertView>(at(id), undefined, signal) });

export const change = (alert: AlertView, part: string) => (values: ActValues) =>
  put<AlertView>(`${at(alert.id)}/${part}`, values, { basedOn: { path: at(alert.id), version: alert.version } });

const LADDER = '/api/supervision/v1/policies/ladder';
export const ladders = queryOptions({ queryKey: ['alerts', 'ladders'], queryFn: ({ signal }) => get<LaddersView>(`${LADDER}/versions`, undefined, signal) });
export const previewOf = (version: number) =>
  queryOptions({ queryKey: ['alerts', 'preview', version], queryFn: ({ signal }) => get<LadderPreview>(`${LADDER}/versions/${version}/preview`, undefined, signal) });
export const writeLadder = (ladder: WantedLadder) => post<LadderView>(`${LADDER}/versions`, ladder);
export const enactLadder = (version: number, inForce: number, note: string) =>
  put<LadderView>(`${LADDER}/versions/${version}/enactment`, { note }, { seen: inForce });

const SIMULATIONS = '/api/supervision/v1/simulations';
/** What a year is played with, as it stands in the address. */
export const ASKED = ['year', 'planId', 'assume', 'signedAfter', 'ladder', 'against'] as const;
export const simulationOf = (asked: Ask) =>
  queryOptions({ queryKey: ['alerts', 'simulation', asked], queryFn: ({ signal }) => get<SimulationView>(SIMULATIONS, asked, signal), staleTime: 5 * 60_000, placeholderData: keepPreviousData });
export const listMessages = (ask: Ask, signal?: AbortSignal) => get<Listed<SimulatedMessage>>(`${SIMULATIONS}/messages`, ask, signal);
export const listSimulatedTasks = (ask: Ask, signal?: AbortSignal) => get<Listed<SimulatedTask>>(`${SIMULATIONS}/tasks`, ask, signal);
export const simulationSheet = (asked: Ask) => withQuery(`${SIMULATIONS}/sheet`, asked);
export const publishedPlans = queryOptions({
  queryKey: ['alerts', 'plans'],
  queryFn: ({ signal }) => get<Listed<PlanSummary>>('/api/plan/v1/plans', { state: 'published', limit: 50 }, signal),
});
