import { useQuery } from '@tanstack/react-query';
import { get } from './client';
import type { Me, Role } from './types';

export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: () => get<Me>('/api/console/v1/me'), staleTime: Infinity });
}

/** Only to leave out what a person can't open anyway; what they may do, the services say. */
export function useHasRole(...roles: Role[]): boolean {
  const { data } = useMe();
  return data !== undefined && roles.some((role) => data.roles.includes(role));
}
