import { fold } from '../text/fold.ts';
import { isWordUnit, literalScan } from './literalScan.ts';
import { LINE_END, type PatternData, WORD_EDGE } from './pattern.ts';

/**
 * Tells which patterns can match a text at all: those of which every group has a literal in it. The text must be free of
 * noise. Ids are indexes into the patterns given; each is reported once, in no order.
 */
export type WakeScan = (text: string) => readonly number[];

const NONE: readonly number[] = [];
const EDGE = WORD_EDGE.charCodeAt(0);

/** One pass looks for the strongest group of every pattern; the other groups are asked for only where it was found. */
export function wakeScan(patterns: readonly PatternData[], contents: Contents, folds: Uint16Array): WakeScan {
  const { literals: scanned, owners } = ownersOf(patterns);
  const seen = new Uint8Array(patterns.length);
  const scanner = literalScan(scanned, folds);
  let touched: number[] = [];
  const hit = (literal: number): void => {
    for (const pattern of owners[literal]!) {
      if (seen[pattern] === 1) continue;
      seen[pattern] = 1;
      touched.push(pattern);
    }
  };
  return (text) => {
    scanner.scan(text, hit);
    if (touched.length === 0) return NONE;
    const awake = touched.filter((pattern) => contents.holdEach(text, patterns[pattern]!.literals, 1));
    for (const pattern of touched) seen[pattern] = 0;
    touched = [];
    return awake;
  };
}

/** Answers whether a text holds a literal of each group. */
export interface Contents {
  /** Asks about the groups from `first` on. */
  holdEach(text: string, groups: PatternData['literals'], first: number): boolean;
}

/** Notes which units a text has, so that most literals are ruled out by one look; asks about one text should come together. */
export function contents(folds: Uint16Array): Contents {
  const noted = new Int32Array(65536);
  let round = 0;
  let last: string | undefined;
  let folded = '';
  const read = (text: string): void => {
    last = text;
    folded = LINE_END + fold(folds, text) + LINE_END;
    round++;
    for (let i = 0; i < folded.length; i++) noted[folded.charCodeAt(i)] = round;
  };
  const holds = (marked: string): boolean => {
    const from = marked.charCodeAt(0) === EDGE ? 1 : 0;
    const to = marked.charCodeAt(marked.length - 1) === EDGE ? marked.length - 1 : marked.length;
    if (noted[marked.charCodeAt(from)] !== round || noted[marked.charCodeAt(to - 1)] !== round) return false;
    if (to - from === marked.length) return marked.length === 1 || folded.includes(marked);
    const literal = marked.slice(from, to);
    for (let at = folded.indexOf(literal); at >= 0; at = folded.indexOf(literal, at + 1)) {
      if (from === 1 && isWordUnit(folded.charCodeAt(at - 1))) continue;
      if (!(to < marked.length && isWordUnit(folded.charCodeAt(at + literal.length)))) return true;
    }
    return false;
  };
  return {
    holdEach(text, groups, first) {
      if (text !== last) read(text);
      for (let i = first; i < groups.length; i++) if (!groups[i]!.some(holds)) return false;
      return true;
    },
  };
}

/** The literals of the first groups, and for each the patterns it belongs to. */
function ownersOf(patterns: readonly PatternData[]): { literals: string[]; owners: number[][] } {
  const ids = new Map<string, number>();
  const owners: number[][] = [];
  patterns.forEach(({ literals }, pattern) => {
    for (const literal of literals[0] ?? []) {
      const id = ids.get(literal) ?? owners.push([]) - 1;
      ids.set(literal, id);
      owners[id]!.push(pattern);
    }
  });
  return { literals: [...ids.keys()], owners };
}
