import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHasRole } from '../../api/me';
import type { TargetYear } from '../../api/year';
import { countFrom, markKey } from './yearQueries';

/** What may be said of a target without changing what it promises: that it is key work, and where its figure comes from. */
export function useMarks(planId: string, targetId: string) {
  const queries = useQueryClient();
  const may = useHasRole('admin', 'leader', 'supervisor', 'office');
  const marking = useMutation({
    mutationFn: (say: () => Promise<unknown>) => say(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['plans'] }),
  });
  return {
    may,
    error: marking.error,
    key: (key: boolean) => marking.mutate(() => markKey(planId, targetId, key)),
    count: (source: TargetYear['countedFrom']) => marking.mutate(() => countFrom(planId, targetId, source)),
  };
}
