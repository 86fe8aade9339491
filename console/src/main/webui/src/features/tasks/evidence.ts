import { queryOptions } from '@tanstack/react-query';
import { get, post, put, remove, upload } from '../../api/client';
import type { EvidenceView, Listed, TaskView } from '../../api/types';
import type { Act } from '../../ui/Acts';

const FILES = '/api/task/v1/evidence';
const of = (taskId: string) => `/api/task/v1/tasks/${taskId}/evidence`;

/** What of a chosen file can be refused before it travels; whatever else is wrong with it, the service says. */
export const LARGEST_FILE = 20 * 1024 * 1024;
export const TAKEN = ['.pdf', '.docx', '.xlsx', '.pptx', '.jpg', '.jpeg', '.png', '.heic', '.heif', '.mp4', '.m4v', '.txt'];
export type Unfit = 'empty' | 'tooLarge' | 'wrongType';
export function unfit({ name, size }: { name: string; size: number }): Unfit | undefined {
  if (!TAKEN.some((ending) => name.toLowerCase().endsWith(ending))) return 'wrongType';
  if (size === 0) return 'empty';
  return size > LARGEST_FILE ? 'tooLarge' : undefined;
}

const SOON = 2_000;
export const evidenceQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'evidence', taskId],
    queryFn: async ({ signal }) => (await get<{ items: EvidenceView[] }>(of(taskId), undefined, signal)).items,
    refetchInterval: ({ state }) => (state.data?.some(({ thumbnail }) => thumbnail === 'pending') ? SOON : false),
  });

export const ownEvidence = (q: string, cursor?: string, signal?: AbortSignal) => get<Listed<EvidenceView>>(FILES, { q, cursor, limit: 20 }, signal);
export const reuse = (taskId: string, evidenceId: string) => post<EvidenceView>(`${of(taskId)}/existing`, { evidenceId });
export const takeBack = (id: string) => remove(`${FILES}/${id}`);
export const restore = (id: string) => put<EvidenceView>(`${FILES}/${id}/restoration`);
export const contentOf = (id: string) => `${FILES}/${id}/content`;
export const thumbnailOf = (id: string) => `${FILES}/${id}/thumbnail`;
export const packageOf = (taskId: string) => `${of(taskId)}/package`;

/** What the unit has sent before is taken over; only what is new travels. */
export async function add(taskId: string, file: File, onProgress: (share: number) => void): Promise<EvidenceView> {
  const sha256 = await hashOf(file);
  const standing = sha256 ? (await get<Listed<EvidenceView>>(FILES, { sha256, limit: 1 })).items[0] : undefined;
  return standing && standing.taskId !== taskId ? reuse(taskId, standing.id) : upload<EvidenceView>(of(taskId), file, onProgress);
}

/** A browser hashes on https and localhost only; elsewhere the service finds out. */
async function hashOf(file: File): Promise<string | undefined> {
  if (!window.isSecureContext) return undefined;
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A report and a submission may name the task's files. */
export const namingEvidence = (acts: Act[], files: EvidenceView[], label: string): Act[] =>
  acts.map((act) =>
    files.length > 0 && (act.act === 'report' || act.act === 'submit')
      ? { ...act, fields: [...(act.fields ?? []), { name: 'evidenceIds', label, kind: 'choices', options: files.map(({ id, name }) => ({ value: id, label: name })) }] }
      : act,
  );

export const mayAdd = (task: TaskView) => task.can.includes('report');
