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

/** Words of a measure that a person has marked. */
export interface Marked {
  measureId: string;
  start: number;
  end: number;
  words: string;
}

/** What is selected now, if it lies in one measure's text. */
export function marked(selection: Selection | null): Marked | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const holder = range.commonAncestorContainer;
  const text = (holder instanceof Element ? holder : holder.parentElement)?.closest<HTMLElement>('.source[data-measure]');
  if (!text) return undefined;
  const before = range.cloneRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const start = before.toString().length;
  return words.trim() === '' ? undefined : { measureId: text.dataset.measure!, start, end: start + words.length, words };
}

/** Places in a quote where one promise may end and the next begin. */
export function seams(quote: string): number[] {
  return [...quote.matchAll(/[，；、,;。]/g)].map(({ index }) => index + 1).filter((place) => place < quote.length);
}
