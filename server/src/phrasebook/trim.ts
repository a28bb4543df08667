import type { Span } from '../text/span.ts';

/** The span without white space and the marks `edges` names at its ends. */
export function trimmed(text: string, { start, end }: Span, edges = /[\s,、:。.!?;~…-]/u): Span {
  while (start < end && edges.test(text[start]!)) start++;
  while (end > start && edges.test(text[end - 1]!)) end--;
  return { start, end };
}

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

/** Where the words begin that the refusing words belong to: after the last comma, conjunction or apology before them. */
export function startOfEnglishClause(text: string, from: number, at: number): number {
  const last = [
    ...text
      .slice(from, at)
      .matchAll(/[,;:]\s|\s[-\u2013\u2014]+\s|\b(?:but|and|so|however|though|sorry(?: to (?:say|inform you|tell you)(?: that)?)?)\s/gu),
  ].at(-1);
  const clause = last ? from + last.index + last[0].length : from;
  const subject = AFTER_REASON.exec(text.slice(clause, at));
  return subject ? clause + subject[1]!.length : clause;
}

/** A reason with no comma after it, then the subject of the refusing words. */
const AFTER_REASON = /^(.*\b(?:because|since|as)\b.+ )(?=(?:we|i|they)(?:'re|'m| are| am| just| simply| really)*\s*$)/u;
