import { queryOptions } from '@tanstack/react-query';
import { get, patch, post, put, remove, upload } from '../../api/client';
import type { AmendmentView, ChapterView, HealthView, Listed, MeasureView, PlanSummary, PlanView, ReviewView, TargetEdit, TargetView } from '../../api/types';
import type { Ask } from '../../ui/DataTable';
import type { Marked } from './marking';

const PLANS = '/api/plan/v1/plans';
const at = (id: string) => `${PLANS}/${id}`;
const basedOn = (plan: PlanView) => ({ basedOn: { path: at(plan.id), version: plan.version } });

export const listPlans = (ask: Ask, signal?: AbortSignal) => get<Listed<PlanSummary>>(PLANS, ask, signal);
export const planQuery = (id: string) => queryOptions({ queryKey: ['plans', 'one', id], queryFn: ({ signal }) => get<PlanView>(at(id), undefined, signal) });
export const sourceOf = (plan: PlanView) => `${at(plan.id)}/document`;

/** @param part which document of the file, where it holds several */
export const importPlan = (file: File, onProgress: (share: number) => void, part?: number) =>
  upload<PlanView>(part === undefined ? PLANS : `${PLANS}?part=${part}`, file, onProgress);

const since = (plan: PlanView) => ({ since: plan.version });
const target = (plan: PlanView, id: string) => `${at(plan.id)}/targets/${id}`;
const measure = (plan: PlanView, id: string) => `${at(plan.id)}/measures/${id}`;
export const editTarget = (plan: PlanView, { id, version }: TargetView, edit: TargetEdit) => patch<ReviewView>(target(plan, id), edit, { seen: version, query: since(plan) });
export const splitTarget = (plan: PlanView, { id, version }: TargetView, places: number[]) => put<ReviewView>(`${target(plan, id)}/parts`, { at: places }, { seen: version, query: since(plan) });
export const mergeTargets = (plan: PlanView, { id, version }: TargetView, others: TargetView[]) =>
  put<ReviewView>(`${target(plan, id)}/merge`, { with: others.map((other) => ({ id: other.id, version: other.version })) }, { seen: version, query: since(plan) });
export const repeatTarget = (plan: PlanView, { id, version }: TargetView, of: string) => put<ReviewView>(`${target(plan, id)}/repetition`, { of }, { seen: version, query: since(plan) });
export const addTarget = (plan: PlanView, { measureId, start, end }: Marked) => post<ReviewView>(`${at(plan.id)}/targets?since=${plan.version}`, { measureId, start, end });
export const undoLast = (plan: PlanView) => remove<ReviewView>(`${at(plan.id)}/review/last-act`, { query: since(plan) });
export const reviewNews = (plan: PlanView, signal?: AbortSignal) => get<ReviewView>(`${at(plan.id)}/review`, since(plan), signal);

export const renameMeasure = (plan: PlanView, { id, version }: MeasureView, heading: { number?: unknown; title?: unknown }) => patch<PlanView>(measure(plan, id), heading, { seen: version });
export const renameChapter = (plan: PlanView, { id, version }: ChapterView, heading: { number?: unknown; title?: unknown }) => patch<PlanView>(`${at(plan.id)}/chapters/${id}`, heading, { seen: version });
export const joinMeasure = (plan: PlanView, { id, version }: MeasureView) => put<PlanView>(`${measure(plan, id)}/joined`, {}, { seen: version });
export const cutMeasure = (plan: PlanView, { id, version }: MeasureView, place: number) => put<PlanView>(`${measure(plan, id)}/parts`, { at: place }, { seen: version });

export const healthQuery = (plan: PlanView) => queryOptions({ queryKey: ['plans', 'health', plan.id, plan.version], queryFn: ({ signal }) => get<HealthView>(`${at(plan.id)}/health`, undefined, signal), staleTime: 60_000 });
export const amendmentsQuery = (id: string) => queryOptions({ queryKey: ['plans', 'amendments', id], queryFn: ({ signal }) => get<AmendmentView[]>(`${at(id)}/amendments`, undefined, signal) });
export const proposeAmendment = (plan: PlanView, proposal: object) => post<AmendmentView>(`${at(plan.id)}/amendments`, proposal);
export const approveAmendment = (plan: PlanView, id: string) => put<AmendmentView>(`${at(plan.id)}/amendments/${id}/approval`);
export const refuseAmendment = (plan: PlanView, id: string, reason: unknown) => put<AmendmentView>(`${at(plan.id)}/amendments/${id}/refusal`, { reason });

export const acceptAll = (plan: PlanView) => put<unknown>(`${at(plan.id)}/review`, { accept: 'all' }, basedOn(plan));
export const publish = (plan: PlanView) => put<unknown>(`${at(plan.id)}/publication`, {}, basedOn(plan));
export const withdraw = (plan: PlanView, reason: unknown) => put<unknown>(`${at(plan.id)}/withdrawal`, { reason }, basedOn(plan));
export const deleteDraft = (plan: PlanView) => remove(at(plan.id), basedOn(plan));
