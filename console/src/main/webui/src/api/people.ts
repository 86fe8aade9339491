import { useQuery } from '@tanstack/react-query';
import { get } from './client';
import { useHasRole, useMe } from './me';
import type { Listed, PersonView } from './types';

const MOST_PEOPLE = 2_000;

/** Histories keep accounts; people are read by their names, as far as one may see them. */
export function useNames(): (account: string | null | undefined) => string | null {
  const { data: me } = useMe();
  const enabled = useHasRole('admin', 'leader', 'supervisor', 'office', 'school');
  const { data } = useQuery({
    queryKey: ['people', 'names'],
    staleTime: 10 * 60_000,
    enabled,
    queryFn: async ({ signal }) => {
      const names: Record<string, string> = {};
      let cursor: string | undefined;
      let seen = 0;
      do {
        const slice: Listed<PersonView> = await get('/api/task/v1/people', { limit: 200, cursor }, signal);
        for (const { username, name } of slice.items) if (username) names[username] = name;
        seen += slice.items.length;
        cursor = slice.next ?? undefined;
      } while (cursor && seen < MOST_PEOPLE);
      return names;
    },
  });
  return (account) => (account ? (data?.[account] ?? (account === me?.username ? me.name : account)) : null);
}
