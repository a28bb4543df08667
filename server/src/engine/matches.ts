import { contains, overlaps, type Span } from '../text/span.ts';
import type { Speech } from './speech.ts';

/** The spans of the matches of a list that lie within a span, in order. Takes time by what is found there, however long the speech. */
export function matchesIn(speech: Speech, list: string, within: Span): Span[] {
  const all = speech.find(list);
  const out: Span[] = [];
  const first = countWhile(all, ({ span }) => span.start < within.start);
  for (let i = first; i < all.length && all[i]!.span.start < within.end; i++) {
    if (contains(within, all[i]!.span)) out.push(all[i]!.span);
  }
  return out;
}

/** Spans in order; of those that overlap, the first and longest. */
export function apart(spans: readonly Span[]): Span[] {
  let end = -1;
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}

/** True when one of some spans, which are in order and apart, overlaps another. */
export function touches(spans: readonly Span[], span: Span): boolean {
  const next = spans[countWhile(spans, ({ end }) => end <= span.start)];
  return next !== undefined && overlaps(next, span);
}

/** How many items, of those in order, something holds of that holds of the first ones alone. */
export function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
