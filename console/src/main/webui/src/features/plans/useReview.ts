import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PlanView, Review, TargetEdit, TargetView } from '../../api/types';
import { withFilter } from '../../ui/address';
import { withNews } from './news';
import { editTarget, planQuery } from './queries';

export interface Reviewing {
  may: boolean;
  chosen: string | null;
  editing: TargetView | undefined;
  error: unknown;
  choose: (id: string) => void;
  decide: (id: string, review: Review) => void;
  edit: (target: TargetView | undefined) => void;
  save: (id: string, edit: TargetEdit) => Promise<unknown>;
}

/** Going through a draft target by target, by mouse or by keyboard; the target one is at stands in the address. */
export function useReview(plan: PlanView, onlyOpen: boolean): Reviewing {
  const queries = useQueryClient();
  const key = planQuery(plan.id).queryKey;
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState<TargetView>();
  const chosen = params.get('target');
  // Keys come faster than addresses change: where one is, is known at once.
  const at = useRef(chosen);
  useEffect(() => {
    at.current = chosen;
  }, [chosen]);
  const may = plan.state === 'draft' && (plan.can.includes('review') || plan.can.includes('edit'));
  const targets = useMemo(() => targetsOf(plan), [plan]);

  // One after the other: each decision is made on the version that the one before it left.
  const alone = () => queries.isMutating({ mutationKey: ['review', plan.id] }) <= 1;
  const saving = useMutation({
    mutationKey: ['review', plan.id],
    scope: { id: `plan-${plan.id}` },
    mutationFn: ({ id, edit }: { id: string; edit: TargetEdit }) => {
      const known = queries.getQueryData(key) ?? plan;
      return editTarget(known, targetsOf(known).find((target) => target.id === id)!, edit);
    },
    onMutate: async ({ id, edit }) => {
      await queries.cancelQueries({ queryKey: key });
      queries.setQueryData(key, (seen) => seen && decided(seen, id, edit));
    },
    onSuccess: (news) => queries.setQueryData(key, (seen) => seen && withNews(seen, news)),
    onError: () => queries.invalidateQueries({ queryKey: key }),
    onSettled: () => (alone() ? queries.invalidateQueries({ queryKey: ['plans', 'list'] }) : undefined),
  });

  const choose = useCallback((id: string) => {
    at.current = id;
    setParams((now) => withFilter(now, 'target', id), { replace: true, preventScrollReset: true });
  }, [setParams]);
  const decide = (id: string, review: Review) => saving.mutate({ id, edit: { review } });

  useEffect(() => {
    if (chosen) document.getElementById(`target-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  useEffect(() => {
    const step = (by: 1 | -1, wanted: (target: TargetView) => boolean) => {
      const from = targets.findIndex(({ id }) => id === at.current);
      for (let index = from < 0 && by < 0 ? targets.length - 1 : from + by; index >= 0 && index < targets.length; index += by) {
        const target = targets[index]!;
        if (wanted(target)) return choose(target.id);
      }
    };
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable], [role="dialog"], [role="combobox"]');
      if (typing || event.ctrlKey || event.metaKey || event.altKey || editing) return;
      const current = targets.find(({ id }) => id === at.current);
      const open = ({ review }: TargetView) => review === 'proposed';
      const act: Record<string, (() => void) | undefined> = {
        j: () => step(1, (target) => !onlyOpen || open(target)),
        k: () => step(-1, (target) => !onlyOpen || open(target)),
        n: () => step(1, open),
        a: may && current ? () => (decide(current.id, 'accepted'), step(1, () => true)) : undefined,
        r: may && current ? () => (decide(current.id, 'rejected'), step(1, () => true)) : undefined,
        e: may && current ? () => setEditing(current) : undefined,
      };
      const asked = act[event.key.toLowerCase()];
      if (asked) {
        event.preventDefault();
        asked();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  return {
    may,
    chosen,
    editing,
    error: saving.isError ? saving.error : undefined,
    choose,
    decide,
    edit: setEditing,
    save: (id, edit) => saving.mutateAsync({ id, edit }),
  };
}

const targetsOf = (plan: PlanView) => plan.chapters.flatMap((chapter) => chapter.measures.flatMap((measure) => measure.targets));

/** The plan as it will be, shown until the service has answered. */
export function decided(plan: PlanView, id: string, edit: TargetEdit): PlanView {
  const counts = { ...plan.counts };
  const count = { accepted: 'accepted', rejected: 'rejected', proposed: 'unreviewed' } as const;
  const chapters = plan.chapters.map((chapter) => ({
    ...chapter,
    measures: chapter.measures.map((measure) => ({
      ...measure,
      targets: measure.targets.map((target) => {
        if (target.id !== id) return target;
        if (edit.review) {
          counts[count[target.review]]--;
          counts[count[edit.review]]++;
        }
        return { ...target, ...(edit as Partial<TargetView>) };
      }),
    })),
  }));
  return { ...plan, counts, chapters };
}
