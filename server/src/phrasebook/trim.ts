import type { Span } from '../text/span.ts';

/** The span without what `opening` (anchored at the start) finds at its beginning. */
export function trimStart(text: string, span: Span, opening: RegExp): Span {
  const found = opening.exec(text.slice(span.start, span.end));
  return found ? { start: span.start + found[0].length, end: span.end } : span;
}

/** The span without what `ending` (anchored at the end) finds at its end. */
export function trimEnd(text: string, span: Span, ending: RegExp): Span {
  const found = ending.exec(text.slice(span.start, span.end));
  return found ? { start: span.start, end: span.start + found.index } : span;
}
