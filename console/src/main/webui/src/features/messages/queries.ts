import { queryOptions } from '@tanstack/react-query';
import { get, put } from '../../api/client';
import type { Listed, MessageView } from '../../api/types';
import type { Ask } from '../../ui/DataTable';

const MESSAGES = '/api/notification/v1/messages';

export const listMessages = (ask: Ask, signal?: AbortSignal) => get<Listed<MessageView>>(MESSAGES, ask, signal);
export const unreadQuery = queryOptions({
  queryKey: ['messages', 'summary'],
  queryFn: ({ signal }) => get<{ unread: number }>(`${MESSAGES}/summary`, undefined, signal),
  // The stream tells at once; this is for the day it can't.
  refetchInterval: 60_000,
});
export const markRead = (id: string) => put<MessageView>(`${MESSAGES}/${id}/read`);
export const markAllRead = () => put<unknown>(`${MESSAGES}/read`);
