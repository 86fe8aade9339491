import { useQueries } from '@tanstack/react-query';
import { get, put } from '../../api/client';
import type { DeadLetterView, DeliveryView, FlowView, Listed, ServiceName } from '../../api/types';
import type { Ask } from '../../ui/DataTable';

const DELIVERIES = '/api/notification/v1/deliveries';
const letters = (service: ServiceName) => `/api/${service}/v1/dead-letters`;

export const SERVICES: ServiceName[] = ['plan', 'task', 'supervision', 'notification'];
export const listDeliveries = (ask: Ask, signal?: AbortSignal) => get<Listed<DeliveryView>>(DELIVERIES, ask, signal);
export const resend = (id: string) => put<DeliveryView>(`${DELIVERIES}/${id}/resend`);
export const listLetters = (service: ServiceName) => (ask: Ask, signal?: AbortSignal) => get<Listed<DeadLetterView>>(letters(service), ask, signal);
export const replay = (service: ServiceName, id: string) => put<DeadLetterView>(`${letters(service)}/${id}/replay`);
export const discard = (service: ServiceName, id: string, reason: unknown) => put<DeadLetterView>(`${letters(service)}/${id}/discard`, { reason });
/** Each service answers for itself: one that is silent leaves the others' figures standing. */
export const useFlow = () =>
  useQueries({
    queries: SERVICES.map((service) => ({
      queryKey: ['flow', service],
      queryFn: ({ signal }: { signal: AbortSignal }) => get<FlowView>(`/api/${service}/v1/flow`, undefined, signal),
      refetchInterval: 5_000,
      retry: false,
    })),
  });
