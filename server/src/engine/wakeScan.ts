import { fold } from '../text/fold.ts';
import { literalScan } from './literalScan.ts';
import { LINE_END, type PatternData } from './pattern.ts';

/**
 * Tells which patterns can match a text at all: those of which every group has a literal in it. The text must be free of
 * noise. Ids are indexes into the patterns given; each is reported once, in no order.
 */
export type WakeScan = (text: string) => readonly number[];

const NONE: readonly number[] = [];

/** One pass looks for the strongest group of every pattern; the other groups are asked for only where it was found. */
export function wakeScan(patterns: readonly PatternData[], folds: Uint16Array): WakeScan {
  const { literals, owners } = ownersOf(patterns);
  const seen = new Uint8Array(patterns.length);
  const scanner = literalScan(literals, folds);
  const contents = unitsOf(folds);
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
    contents.read(text);
    const awake = touched.filter((pattern) => contents.holdEach(patterns[pattern]!.literals, 1));
    for (const pattern of touched) seen[pattern] = 0;
    touched = [];
    return awake;
  };
}

/** Answers whether a text holds given literals: which units it has is noted first, so that most are ruled out by one look. */
function unitsOf(folds: Uint16Array) {
  const noted = new Int32Array(65536);
  let round = 0;
  let folded = '';
  const holds = (literal: string): boolean =>
    noted[literal.charCodeAt(0)] === round &&
    noted[literal.charCodeAt(literal.length - 1)] === round &&
    (literal.length === 1 || folded.includes(literal));
  return {
    read(text: string): void {
      folded = LINE_END + fold(folds, text) + LINE_END;
      round++;
      for (let i = 0; i < folded.length; i++) noted[folded.charCodeAt(i)] = round;
    },
    /** True when each group from `first` on has a literal in the text. */
    holdEach(groups: readonly (readonly string[])[], first: number): boolean {
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
