import { fold } from '../text/fold.ts';
import { isWordUnit, literalScan } from './literalScan.ts';
import { LINE_END, type PatternData, WORD_EDGE } from './pattern.ts';

/**
 * Tells which patterns can match a text at all: those of which every group has a literal in it. The text must be free of
 * noise. Ids are indexes into the patterns given; each is reported once, in no order.
 */
export type WakeScan = (text: string) => readonly number[];

const NONE: readonly number[] = [];

/** One pass looks for the strongest group of every pattern; the other groups are asked for only where it was found. */
export function wakeScan(patterns: readonly PatternData[], contents: Contents, folds: Uint16Array): WakeScan {
  const { groups, owners } = firstGroups(patterns);
  const seen = new Uint8Array(groups.length);
  const scanner = literalScan(groups, folds);
  const further: (readonly Sought[])[] = [];
  let touched: number[] = [];
  const hit = (group: number): void => {
    if (seen[group] === 1) return;
    seen[group] = 1;
    touched.push(group);
  };
  return (text) => {
    scanner.scan(text, hit);
    if (touched.length === 0) return NONE;
    const awake: number[] = [];
    for (const group of touched) {
      seen[group] = 0;
      for (const pattern of owners[group]!) {
        further[pattern] ??= contents.soughtOf(patterns[pattern]!, 1);
        if (contents.holdsEach(text, further[pattern])) awake.push(pattern);
      }
    }
    touched = [];
    return awake;
  };
}

/** Answers whether a text holds a literal of each group of a pattern. */
export interface Contents {
  /** What to look for of a pattern: its groups from `first` on. */
  soughtOf(pattern: PatternData, first: number): readonly Sought[];
  holdsEach(text: string, sought: readonly Sought[]): boolean;
}

/** A group ready to be looked for: the literals, and the place of the run that each begins with. */
export interface Sought {
  readonly literals: readonly string[];
  readonly heads: Int32Array;
}

/** Notes which runs of up to three units a text has, so that most literals are ruled out by one look; asks about one text should come together. */
export function contents(folds: Uint16Array): Contents {
  const noted = new Int32Array(RUNS);
  let round = 0;
  let last: string | undefined;
  let folded = '';
  const read = (text: string): void => {
    last = text;
    folded = LINE_END + fold(folds, text) + LINE_END;
    round++;
    let a = 0;
    let b = 0;
    for (let i = 0; i < folded.length; i++) {
      const c = folded.charCodeAt(i);
      noted[run(0, 0, c)] = round;
      noted[run(0, b, c)] = round;
      noted[run(a, b, c)] = round;
      a = b;
      b = c;
    }
  };
  const stands = (literal: string, beginsWord: boolean, endsWord: boolean): boolean => {
    for (let at = folded.indexOf(literal); at >= 0; at = folded.indexOf(literal, at + 1)) {
      if (beginsWord && isWordUnit(folded.charCodeAt(at - 1))) continue;
      if (!(endsWord && isWordUnit(folded.charCodeAt(at + literal.length)))) return true;
    }
    return false;
  };
  const holds = (marked: string): boolean => {
    const from = marked.charCodeAt(0) === EDGE ? 1 : 0;
    const to = marked.charCodeAt(marked.length - 1) === EDGE ? marked.length - 1 : marked.length;
    return stands(to - from === marked.length ? marked : marked.slice(from, to), from === 1, to < marked.length);
  };
  const holdsOne = ({ literals, heads }: Sought): boolean => {
    for (let i = 0; i < heads.length; i++) if (noted[heads[i]!] === round && holds(literals[i]!)) return true;
    return false;
  };
  const groups = new Map<readonly string[], Sought>();
  const sought = (literals: readonly string[]): Sought => {
    const known = groups.get(literals) ?? { literals, heads: Int32Array.from(literals, headOf) };
    groups.set(literals, known);
    return known;
  };
  return {
    // The shortest groups first: they are looked through soonest, and least likely to have a literal there.
    soughtOf({ literals }, first) {
      const each: Sought[] = [];
      for (let i = first; i < literals.length; i++) each.push(sought(literals.at(i)!));
      return each.sort((a, b) => a.heads.length - b.heads.length);
    },
    holdsEach(text, each) {
      if (each.length === 0) return true;
      if (text !== last) read(text);
      for (let i = 0; i < each.length; i++) if (!holdsOne(each[i]!)) return false;
      return true;
    },
  };
}

/** The place of the run of up to three units that a literal begins with. */
function headOf(marked: string): number {
  const from = marked.charCodeAt(0) === EDGE ? 1 : 0;
  const units = Math.min(3, marked.length - from - (marked.charCodeAt(marked.length - 1) === EDGE ? 1 : 0));
  const at = (place: number): number => (place < 0 ? 0 : marked.charCodeAt(from + place));
  return run(at(units - 3), at(units - 2), at(units - 1));
}

const EDGE = WORD_EDGE.charCodeAt(0);
const RUNS = 1 << 16;

/** The place of a run of up to three units, those missing in front being 0. */
function run(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x9e3b) ^ Math.imul(b, 0x85eb) ^ Math.imul(c, 0x27d5)) & (RUNS - 1);
}

/** The first groups of patterns, each once, and for each the patterns whose it is. */
function firstGroups(patterns: readonly PatternData[]): { groups: (readonly string[])[]; owners: number[][] } {
  const numbers = new Map<readonly string[], number>();
  const owners: number[][] = [];
  patterns.forEach(({ literals }, pattern) => {
    const first = literals.at(0) ?? NOTHING;
    const number = numbers.get(first) ?? owners.push([]) - 1;
    numbers.set(first, number);
    owners[number]!.push(pattern);
  });
  return { groups: [...numbers.keys()], owners };
}

const NOTHING: readonly string[] = [];
