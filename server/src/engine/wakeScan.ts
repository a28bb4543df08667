import { fold } from '../text/fold.ts';
import { isWordUnit, type Literal, literalScan, readLiteral } from './literalScan.ts';
import { LINE_END, type PatternData } from './pattern.ts';

/**
 * Tells which patterns can match a text at all: those of which every group has a literal in it. The text must be free of
 * noise. Ids are indexes into the patterns given; each is reported once, in no order.
 */
export type WakeScan = (text: string) => readonly number[];

const NONE: readonly number[] = [];

/** One pass looks for the strongest group of every pattern; the other groups are asked for only where it was found. */
export function wakeScan(patterns: readonly PatternData[], contents: Contents, folds: Uint16Array): WakeScan {
  const { literals: scanned, owners } = ownersOf(patterns);
  const others = patterns.map(({ literals }) => literals.slice(1).map((group) => group.map(readLiteral)));
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
    const awake = touched.filter((pattern) => contents.holdEach(text, others[pattern]!));
    for (const pattern of touched) seen[pattern] = 0;
    touched = [];
    return awake;
  };
}

/** Groups of literals, as packs have them, read once. */
export type Groups = readonly (readonly Literal[])[];

/** Answers whether a text holds literals of each group. */
export interface Contents {
  holdEach(text: string, groups: Groups): boolean;
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
  const holds = ({ literal, beginsWord, endsWord }: Literal): boolean => {
    if (noted[literal.charCodeAt(0)] !== round || noted[literal.charCodeAt(literal.length - 1)] !== round) return false;
    if (literal.length === 1 && !beginsWord && !endsWord) return true;
    for (let at = folded.indexOf(literal); at >= 0; at = folded.indexOf(literal, at + 1)) {
      if (beginsWord && isWordUnit(folded.charCodeAt(at - 1))) continue;
      if (!(endsWord && isWordUnit(folded.charCodeAt(at + literal.length)))) return true;
    }
    return false;
  };
  return {
    holdEach(text, groups) {
      if (text !== last) read(text);
      for (const group of groups) if (!group.some(holds)) return false;
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
