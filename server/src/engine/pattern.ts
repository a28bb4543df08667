import type { Span } from '../text/span.ts';
import type { Groups } from './literals.ts';

/** What a pattern found: the words to point at, the whole stretch that matched, and its named parts. */
export interface Match {
  readonly span: Span;
  readonly whole: Span;
  readonly groups: Readonly<Record<string, Span>>;
}

/** Something that can be looked for in normal text from an offset on. */
export interface Pattern {
  readonly source: string;
  exec(text: string, from: number): Match | undefined;
}

/** A pattern as packs carry it once compiled: word classes put in, and the literals of which each group must have one in any match. */
export interface PatternData {
  readonly source: string;
  /** Without any group, it is tried on every text that a list is looked for in. */
  readonly literals: readonly (readonly string[])[];
  /** The same as they are looked for, where that is known. */
  readonly groups?: Groups;
  /** Makes the pattern, where it is not one of ours in JavaScript's own engine. */
  readonly make?: () => Pattern;
  /** True where the source is words as they stand. */
  readonly plain?: boolean;
}

/** A pattern that matches nothing, for which nothing is looked for. */
export const NEVER: PatternData = { source: '(?!)', literals: [[]] };

/** What a scan takes to stand before the first and behind the last unit of a text. */
export const LINE_END = '\n';

/** Before or behind a literal: it must begin or end a Latin word there. */
export const WORD_EDGE = '\u0001';

/**
 * A pattern of ours: JavaScript's own engine. The part named `at` is what is pointed at. It goes unit by unit, which costs less
 * than code points: normal text has no surrogates.
 */
export function scriptPattern(source: string): Pattern {
  const hasNames = /\(\?<[a-z]/u.test(source);
  const expression = new RegExp(source, hasNames ? 'dgm' : 'gm');
  return {
    source,
    exec(text, from) {
      expression.lastIndex = from;
      const found = expression.exec(text);
      if (!found) return undefined;
      const whole = { start: found.index, end: found.index + found[0].length };
      return hasNames ? named(found, whole) : { span: whole, whole, groups: NO_GROUPS };
    },
  };
}

const NO_GROUPS: Match['groups'] = {};

function named(found: RegExpExecArray, whole: Span): Match {
  const groups: Record<string, Span> = {};
  const pairs = found.indices!.groups!;
  for (const name in pairs) {
    const pair = pairs[name];
    if (pair) groups[name] = { start: pair[0], end: pair[1] };
  }
  return { span: groups['at'] ?? whole, whole, groups };
}

/** True when a pattern matches anywhere. */
export function isIn(text: string, pattern: Pattern): boolean {
  return pattern.exec(text, 0) !== undefined;
}

/** All matches of some patterns, by position, the longest first; those of one do not overlap, and an empty one moves on by one. */
export function allMatches(patterns: readonly Pattern[], text: string): Match[] {
  const matches: Match[] = [];
  for (const pattern of patterns) {
    for (let from = 0; from <= text.length; ) {
      const match = pattern.exec(text, from);
      if (!match) break;
      matches.push(match);
      from = Math.max(match.whole.end, match.whole.start + 1);
    }
  }
  return matches.length > 1 ? matches.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end) : matches;
}
