import type { SimulatedOutcome, SimulationView } from '../../api/types';

export type Open = (list: 'messages' | 'tasks', filter?: Record<string, string>) => void;

/** How many messages each week has, over all who receive them. */
export function byWeek({ loads }: SimulatedOutcome, weeks: number): number[] {
  const sums = new Array<number>(weeks).fill(0);
  for (const load of loads) load.byWeek.forEach((count, week) => (sums[week]! += count));
  return sums;
}

export interface Busiest {
  week: string;
  count: number;
}
export function busiest(outcome: SimulatedOutcome, weeks: string[]): Busiest {
  const sums = byWeek(outcome, weeks.length);
  const count = Math.max(0, ...sums);
  return { week: weeks[sums.indexOf(count)] ?? '', count };
}

export interface Difference {
  what: 'messages' | 'busiest' | 'rung' | 'waiting' | 'most';
  name?: string;
  one: number;
  other: number;
}

/** What two ladders do differently to the same year; what they do alike is not named. */
export function differences({ ladder, against, weeks }: SimulationView): Difference[] {
  if (!against) return [];
  const rungs = [...new Set([...ladder.rungs, ...against.rungs].map(({ rung }) => rung))];
  const reach = (outcome: SimulatedOutcome, rung: string) => outcome.rungs.find((one) => one.rung === rung);
  const all: Difference[] = [
    { what: 'messages', one: ladder.messages, other: against.messages },
    { what: 'busiest', one: busiest(ladder, weeks).count, other: busiest(against, weeks).count },
    ...rungs.map((rung): Difference => ({ what: 'rung', name: rung, one: reach(ladder, rung)?.tasks ?? 0, other: reach(against, rung)?.tasks ?? 0 })),
    { what: 'waiting', one: ladder.waiting, other: against.waiting },
  ];
  const most = ladder.loads.map((load): Difference => ({ what: 'most', name: load.name, one: load.total, other: against.loads.find(({ recipient }) => recipient === load.recipient)?.total ?? 0 }));
  const furthest = most.reduce<Difference | undefined>((far, one) => (!far || Math.abs(one.other - one.one) > Math.abs(far.other - far.one) ? one : far), undefined);
  return [...all, ...(furthest ? [furthest] : [])].filter(({ one, other }) => one !== other);
}

/** Five steps of one colour, by the square root: a week of 400 shall not make one of 20 look empty. */
export const heat = (count: number, most: number) => (count === 0 || most === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(count / most) * 5)));
