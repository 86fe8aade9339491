import type { TargetView } from '../../api/types';

/** A stretch of a measure's text, and the targets that quote it. */
export interface Stretch {
  text: string;
  targets: string[];
}

/** Cuts a text at every edge of a quote, so that quotes may touch, nest and overlap. */
export function stretches(text: string, targets: Pick<TargetView, 'id' | 'quoteStart' | 'quoteEnd'>[]): Stretch[] {
  const valid = targets.filter(({ quoteStart, quoteEnd }) => quoteStart >= 0 && quoteStart < quoteEnd && quoteEnd <= text.length);
  const edges = [...new Set([0, text.length, ...valid.flatMap(({ quoteStart, quoteEnd }) => [quoteStart, quoteEnd])])].sort((one, other) => one - other);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1]!;
    return {
      text: text.slice(from, to),
      targets: valid.filter(({ quoteStart, quoteEnd }) => quoteStart <= from && to <= quoteEnd).map(({ id }) => id),
    };
  });
}
