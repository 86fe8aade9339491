import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PlanView, ReviewView, TargetView } from '../../api/types';
import { withFilter } from '../../ui/address';
import { marked, type Marked } from './marking';
import { withNews } from './news';
import { planQuery, reviewNews } from './queries';
import { adds, decides, foreseen, merges, repeats, targetsOf, undoes, type Step } from './steps';

/** Somebody else was faster: what I wanted, what I had seen, what stands there now. */
export interface Clash {
  step: Step;
  seen: TargetView;
  now: TargetView;
  by: string;
}
export type Shown = 'all' | 'open' | 'doubt';
export type Dialog = { kind: 'edit' | 'split' | 'stages'; target: TargetView } | { kind: 'keys' };

export interface Reviewing {
  may: boolean;
  chosen: string | null;
  picked: ReadonlySet<string>;
  shown: Shown;
  dialog: Dialog | undefined;
  clash: Clash | undefined;
  mark: Marked | undefined;
  undoable: ReviewView['undoable'];
  error: unknown;
  choose: (id: string) => void;
  pick: (target: TargetView) => void;
  merge: () => void;
  /** The second of the two picked says the first once more. */
  repeat: () => void;
  ask: (dialog: Dialog | undefined) => void;
  undo: () => Promise<unknown>;
  take: (step: Step) => Promise<unknown>;
  settle: (again: boolean) => void;
}

const NEWS_EVERY = 8_000;
const open = ({ review }: TargetView) => review === 'proposed';
export const doubtful = (target: TargetView) => open(target) && target.terms.doubt !== null;

/** Going through a draft target by target, by mouse or by keyboard, while others do the same. */
export function useReview(plan: PlanView): Reviewing {
  const queries = useQueryClient();
  const key = planQuery(plan.id).queryKey;
  const [params, setParams] = useSearchParams();
  const [dialog, ask] = useState<Dialog>();
  const [clash, setClash] = useState<Clash>();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [mark, setMark] = useState<Marked>();
  const [undoable, setUndoable] = useState<ReviewView['undoable']>(null);
  const chosen = params.get('target');
  const shown = (params.get('show') ?? 'all') as Shown;
  // Keys come faster than addresses change: where one is, is known at once.
  const at = useRef(chosen);
  const left = `dudao.review.${plan.id}`;
  const draft = plan.state === 'draft';
  const may = draft && (plan.can.includes('review') || plan.can.includes('edit'));
  const targets = useMemo(() => targetsOf(plan), [plan]);

  const hear = (news: ReviewView) => {
    setUndoable(news.undoable);
    if (news.outlineChanged) void queries.invalidateQueries({ queryKey: key });
    queries.setQueryData(key, (known) => known && withNews(known, news));
  };
  const taking = useMutation({
    mutationKey: ['review', plan.id],
    scope: { id: `plan-${plan.id}` },
    mutationFn: (step: Step) => step.send(queries.getQueryData(key) ?? plan),
    onMutate: async (step) => {
      await queries.cancelQueries({ queryKey: key });
      const known = queries.getQueryData(key);
      queries.setQueryData(key, (now) => now && foreseen(now, step));
      return known;
    },
    onSuccess: hear,
    onError: (error, step, known) => {
      const { current, changedBy } = (error as { problem?: { current?: unknown; changedBy?: string | null } }).problem ?? {};
      const seen = known && targetsOf(known).find(({ id }) => id === step.target);
      if (current && seen) setClash({ step, seen, now: current as TargetView, by: changedBy ?? '' });
      void queries.invalidateQueries({ queryKey: key });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['plans', 'list'] }),
  });

  // What others do meanwhile appears, and never under one's cursor: only cards that changed are drawn anew.
  useQuery({
    queryKey: ['plans', 'news', plan.id],
    enabled: may,
    refetchInterval: NEWS_EVERY,
    queryFn: async ({ signal }) => {
      if (queries.isMutating({ mutationKey: ['review', plan.id] }) > 0) return null;
      const news = await reviewNews(queries.getQueryData(key) ?? plan, signal);
      if (queries.isMutating({ mutationKey: ['review', plan.id] }) === 0) hear(news);
      return news.version;
    },
  });

  const choose = useCallback(
    (id: string) => {
      at.current = id;
      localStorage.setItem(left, id);
      setParams((now) => withFilter(now, 'target', id), { replace: true, preventScrollReset: true });
    },
    [left, setParams],
  );
  const pick = ({ id }: TargetView) =>
    setPicked((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const take = (step: Step) => taking.mutateAsync(step).catch(() => undefined);
  // A repetition that is undone leaves its mark in the text until the plan is read anew.
  const undo = () => take(undoes).then(() => (undoable?.act === 'repeated' ? queries.invalidateQueries({ queryKey: key }) : undefined));
  const merge = () => {
    const [first, ...others] = targets.filter(({ id }) => picked.has(id));
    setPicked(new Set());
    if (first && others.length > 0) void take(merges(first.id, others.map(({ id }) => id)));
  };

  const repeat = () => {
    const [first, second] = targets.filter(({ id }) => picked.has(id));
    setPicked(new Set());
    if (first && second) void take(repeats(second.id, first.id)).then(() => queries.invalidateQueries({ queryKey: key }));
  };

  useEffect(() => {
    at.current = chosen;
    if (chosen) document.getElementById(`target-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  // Where one left off, there one goes on.
  useEffect(() => {
    const last = localStorage.getItem(left);
    if (may && !params.has('target') && last && targets.some(({ id }) => id === last)) choose(last);
  }, []);
  useEffect(() => {
    if (!may) return undefined;
    const changed = () => setMark(marked(document.getSelection()));
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, [may]);

  useEffect(() => {
    const wanted = (target: TargetView) => shown === 'all' || (shown === 'open' ? open(target) : doubtful(target));
    const step = (by: 1 | -1) => {
      const from = targets.findIndex(({ id }) => id === at.current);
      for (let index = from < 0 && by < 0 ? targets.length - 1 : from + by; index >= 0 && index < targets.length; index += by) {
        if (wanted(targets[index]!)) return choose(targets[index]!.id);
      }
    };
    // Uncertain ones first.
    const next = () => {
      const from = targets.findIndex(({ id }) => id === at.current);
      const around = [...targets.slice(from + 1), ...targets.slice(0, Math.max(0, from))];
      const found = around.find(doubtful) ?? around.find(open);
      if (found) choose(found.id);
    };
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest('input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="combobox"], [role="menu"]');
      if (typing || event.ctrlKey || event.metaKey || event.altKey || dialog) return;
      const current = targets.find(({ id }) => id === at.current);
      const here = may && current ? current : undefined;
      const act: Record<string, (() => void) | undefined> = {
        j: () => step(1),
        k: () => step(-1),
        n: next,
        '?': () => ask({ kind: 'keys' }),
        a: here && (() => (void take(decides(here.id, 'accepted')), step(1))),
        r: here && (() => (void take(decides(here.id, 'rejected')), step(1))),
        e: here && (() => ask({ kind: 'edit', target: here })),
        s: here && (() => ask({ kind: 'split', target: here })),
        x: here && (() => pick(here)),
        m: may && picked.size > 1 ? merge : undefined,
        t: may && mark ? () => (void take(adds(mark)), document.getSelection()?.removeAllRanges()) : undefined,
        w: may && picked.size === 2 ? repeat : undefined,
        z: may && undoable ? () => void undo() : undefined,
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
    may, chosen, picked, shown, dialog, clash, mark, undoable, choose, pick, merge, repeat, undo, ask, take,
    error: taking.isError && !clash ? taking.error : undefined,
    settle: (again) => {
      const step = clash?.step;
      setClash(undefined);
      if (again && step) void take(step);
    },
  };
}
