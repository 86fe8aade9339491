import { get, post, put, remove } from '../../api/client';
import type { Listed, WebhookCallView, WebhookView, WebhookWithSecret } from '../../api/types';
import type { Ask } from '../../ui/DataTable';

const WEBHOOKS = '/api/notification/v1/webhooks';
const one = (id: string) => `${WEBHOOKS}/${id}`;

export interface Wanted {
  url: string;
  kinds: string[];
}
export const listWebhooks = (ask: Ask, signal?: AbortSignal) => get<Listed<WebhookView>>(WEBHOOKS, ask, signal);
export const listKinds = (signal?: AbortSignal) => get<string[]>(`${WEBHOOKS}/kinds`, {}, signal);
export const readWebhook = (id: string, signal?: AbortSignal) => get<WebhookView>(one(id), {}, signal);
export const listCalls = (id: string) => (ask: Ask, signal?: AbortSignal) => get<Listed<WebhookCallView>>(`${one(id)}/deliveries`, ask, signal);
export const make = (wanted: Wanted & { unitId?: string }) => post<WebhookWithSecret>(WEBHOOKS, wanted);
export const change = (webhook: WebhookView, wanted: Wanted & { enabled: boolean }) => put<WebhookView>(one(webhook.id), wanted, { seen: webhook.version });
export const rotate = ({ id, version }: WebhookView) => put<WebhookWithSecret>(`${one(id)}/secret`, {}, { seen: version });
export const test = (id: string) => post<WebhookCallView>(`${one(id)}/test`, {});
export const again = (id: string, call: string) => put<{ calls: number }>(`${one(id)}/deliveries/${call}/replay`);
export const replay = (id: string, from: string, to: string, onlyFailed: boolean) => put<{ calls: number }>(`${one(id)}/replay`, { from, to, onlyFailed });
export const forget = (id: string) => remove(one(id));
