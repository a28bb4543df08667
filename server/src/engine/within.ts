import type { Span } from '../text/span.ts';
import type { Match } from './pattern.ts';
import type { Speech } from './speech.ts';

/** Where the first match of any of the lists begins within a span; Infinity when there is none. */
export function earliest(speech: Speech, lists: readonly string[], within: Span): number {
  return Math.min(...begins(speech, lists, within, () => true), Infinity);
}

/** Where the last match of any of the lists that counts begins within a span; -1 when there is none. */
export function latest(speech: Speech, lists: readonly string[], within: Span, counts: (match: Match) => boolean): number {
  return Math.max(...begins(speech, lists, within, counts), -1);
}

function begins(speech: Speech, lists: readonly string[], within: Span, counts: (match: Match) => boolean): number[] {
  const inside = (m: Match): boolean => m.span.start >= within.start && m.span.start < within.end && counts(m);
  return lists.flatMap((list) =>
    speech
      .find(list)
      .filter(inside)
      .map((m) => m.span.start),
  );
}
