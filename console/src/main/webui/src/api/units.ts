import { useQuery } from '@tanstack/react-query';
import { get } from './client';
import type { Listed, UnitView } from './types';

/** Units change once a year; a choice among them needs no fresher list. */
export function useUnits() {
  return useQuery({
    queryKey: ['units', 'choice'],
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) => {
      const units: UnitView[] = [];
      let cursor: string | undefined;
      do {
        const slice = await get<Listed<UnitView>>('/api/task/v1/units', { limit: 200, cursor }, signal);
        units.push(...slice.items);
        cursor = slice.next ?? undefined;
      } while (cursor && units.length < 2_000);
      return units;
    },
  });
}
