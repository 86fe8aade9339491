import { queryOptions } from '@tanstack/react-query';
import { get, put } from '../../api/client';
import type { AlertView, Listed } from '../../api/types';
import type { ActValues } from '../../ui/Acts';
import type { Ask } from '../../ui/DataTable';

const ALERTS = '/api/supervision/v1/alerts';
const at = (id: string) => `${ALERTS}/${id}`;

export const listAlerts = (ask: Ask, signal?: AbortSignal) => get<Listed<AlertView>>(ALERTS, ask, signal);
export const alertQuery = (id: string) => queryOptions({ queryKey: ['alerts', 'one', id], queryFn: ({ signal }) => get<AlertView>(at(id), undefined, signal) });

export const change = (alert: AlertView, part: string) => (values: ActValues) =>
  put<AlertView>(`${at(alert.id)}/${part}`, values, { basedOn: { path: at(alert.id), version: alert.version } });
