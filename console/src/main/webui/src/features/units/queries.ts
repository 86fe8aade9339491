import { get, post, put, withQuery } from '../../api/client';
import type { Burden, CalendarView, ClosedView, HandedOverView, Listed, MovedView, PersonView, SheetReportView, TermView, UnitPageView, UnitView } from '../../api/types';
import type { Ask } from '../../ui/DataTable';

const TASK = '/api/task/v1';

export const listUnits = (ask: Ask, signal?: AbortSignal) => get<Listed<UnitView>>(`${TASK}/units`, ask, signal);
export const readUnit = (id: string, signal?: AbortSignal) => get<UnitPageView>(`${TASK}/units/${id}`, undefined, signal);
export const closeUnits = (preview: boolean, unitIds: string[], how: string, successorId: string | undefined, reason: string) =>
  post<ClosedView>(`${TASK}/units/closures?preview=${preview}`, { unitIds, how, successorId, reason });

export const listPeople = (ask: Ask, signal?: AbortSignal) => get<Listed<PersonView>>(`${TASK}/people`, ask, signal);
export const handOver = (preview: boolean, id: string, successorId: string, leaves: boolean, reason: string) =>
  put<HandedOverView>(`${TASK}/people/${id}/successor?preview=${preview}`, { successorId, leaves, reason });

export const sheetAddress = (of: 'units' | 'people', query: Ask = {}) => withQuery(`${TASK}/${of}/sheet`, query);
export const templateAddress = (of: 'units' | 'people') => `${TASK}/${of}/sheet/template`;
export const sendSheet = (of: 'units' | 'people', file: File, preview: boolean) => post<SheetReportView>(`${TASK}/${of}/sheet?preview=${preview}`, file);

/** A row of a table is named by its id. */
export type BurdenRow = Burden & { id: string };
export const listBurdens = async (ask: Ask, signal?: AbortSignal): Promise<Listed<BurdenRow>> => {
  const slice = await get<Listed<Burden>>(`${TASK}/burden`, ask, signal);
  return { ...slice, items: slice.items.map((row) => ({ ...row, id: row.unit.id })) };
};
export const burdenSheet = (ask: Ask) => withQuery(`${TASK}/burden/sheet`, ask);

export const readCalendar = (year: number, signal?: AbortSignal) => get<CalendarView>(`${TASK}/calendar/${year}`, undefined, signal);
export const saveCalendar = (preview: boolean, seen: CalendarView, holidays: string[], makeUpDays: string[], reason: string) =>
  put<MovedView>(`${TASK}/calendar/${seen.year}?preview=${preview}`, { holidays, makeUpDays, reason }, { seen: seen.version });
export const readTerms = (unitId: string, signal?: AbortSignal) => get<{ terms: TermView[] }>(`${TASK}/units/${unitId}/terms`, undefined, signal);
