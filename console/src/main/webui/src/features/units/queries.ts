import { get } from '../../api/client';
import type { Listed, PersonView, UnitView } from '../../api/types';
import type { Ask } from '../../ui/DataTable';

export const listUnits = (ask: Ask, signal?: AbortSignal) => get<Listed<UnitView>>('/api/task/v1/units', ask, signal);
export const listPeople = (unitId: string, signal?: AbortSignal) => get<Listed<PersonView>>('/api/task/v1/people', { unitId, limit: 200 }, signal);
