import { queryOptions } from '@tanstack/react-query';
import { get, patch, put, remove, upload } from '../../api/client';
import type { Listed, PlanSummary, PlanView, ReviewView, TargetEdit, TargetView } from '../../api/types';
import type { Ask } from '../../ui/DataTable';

const PLANS = '/api/plan/v1/plans';
const at = (id: string) => `${PLANS}/${id}`;
const basedOn = (plan: PlanView) => ({ basedOn: { path: at(plan.id), version: plan.version } });

export const listPlans = (ask: Ask, signal?: AbortSignal) => get<Listed<PlanSummary>>(PLANS, ask, signal);
export const planQuery = (id: string) => queryOptions({ queryKey: ['plans', 'one', id], queryFn: ({ signal }) => get<PlanView>(at(id), undefined, signal) });
export const sourceOf = (plan: PlanView) => `${at(plan.id)}/document`;

/** @param part which document of the file, where it holds several */
export const importPlan = (file: File, onProgress: (share: number) => void, part?: number) =>
  upload<PlanView>(part === undefined ? PLANS : `${PLANS}?part=${part}`, file, onProgress);
export const editTarget = (plan: PlanView, target: TargetView, edit: TargetEdit) =>
  patch<ReviewView>(`${at(plan.id)}/targets/${target.id}`, edit, { seen: target.version, query: { since: plan.version } });
export const acceptAll = (plan: PlanView) => put<unknown>(`${at(plan.id)}/review`, { accept: 'all' }, basedOn(plan));
export const publish = (plan: PlanView) => put<unknown>(`${at(plan.id)}/publication`, {}, basedOn(plan));
export const withdraw = (plan: PlanView, reason: unknown) => put<unknown>(`${at(plan.id)}/withdrawal`, { reason }, basedOn(plan));
export const deleteDraft = (plan: PlanView) => remove(at(plan.id), basedOn(plan));
