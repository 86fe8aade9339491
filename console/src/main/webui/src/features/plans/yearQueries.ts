import { queryOptions } from '@tanstack/react-query';
import { get, put, upload, withQuery } from '../../api/client';
import type { Comparison, ListName, Listing, TargetHistory, TargetOverYears, TargetYear, YearView } from '../../api/year';
import type { YearFilter } from './yearFilter';

const at = (id: string) => `/api/plan/v1/plans/${id}`;

/** Asked for whole: a plan's targets are few enough to be filtered where they are looked at. */
export const yearQuery = (id: string) => queryOptions({ queryKey: ['plans', 'year', id], queryFn: ({ signal }) => get<YearView>(`${at(id)}/year`, undefined, signal) });
export const listQuery = (id: string, name: ListName, filter: YearFilter) =>
  queryOptions({ queryKey: ['plans', 'lists', id, name, filter], queryFn: ({ signal }) => get<Listing>(`${at(id)}/lists/${name}`, { ...filter }, signal) });
export const historyQuery = (id: string, targetId: string) =>
  queryOptions({ queryKey: ['plans', 'history', id, targetId], queryFn: ({ signal }) => get<TargetHistory>(`${at(id)}/targets/${targetId}/history`, undefined, signal) });
export const yearsQuery = (id: string, targetId: string) =>
  queryOptions({ queryKey: ['plans', 'years', id, targetId], queryFn: ({ signal }) => get<TargetOverYears>(`${at(id)}/targets/${targetId}/years`, undefined, signal) });
export const exportOf = (id: string, what: string, filter: YearFilter) => withQuery(`${at(id)}/exports/${what}`, { ...filter });

export const comparisonQuery = (id: string) => queryOptions({ queryKey: ['plans', 'comparison', id], queryFn: ({ signal }) => get<Comparison>(`${at(id)}/comparison`, undefined, signal) });
export const readSummary = (id: string, file: File) => upload<Comparison>(`${at(id)}/baseline`, file, () => undefined, 'PUT');
export const decideBaseline = (id: string, targetId: string, resultId: string | null) => put<unknown>(`${at(id)}/targets/${targetId}/baseline`, { resultId });

export const markKey = (id: string, targetId: string, key: boolean) => put<unknown>(`${at(id)}/targets/${targetId}/key`, { key });
export const markMeasureKey = (id: string, measureId: string, key: boolean) => put<unknown>(`${at(id)}/measures/${measureId}/key`, { key });
export const countFrom = (id: string, targetId: string, countedFrom: TargetYear['countedFrom']) => put<unknown>(`${at(id)}/targets/${targetId}/source`, { countedFrom });
/** The letter of one unit, or those of all. */
export const lettersOf = (planId: string, unitId?: string) => `/api/task/v1/responsibility-letters${unitId ? `/${encodeURIComponent(unitId)}` : ''}?planId=${planId}`;
