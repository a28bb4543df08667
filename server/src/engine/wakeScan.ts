import { fold } from '../text/fold.ts';
import { isWordUnit, literalScan } from './literalScan.ts';
import { LINE_END, type PatternData, WORD_EDGE } from './pattern.ts';

/**
 * Tells which patterns can match a text at all: those of which every group has a literal in it. The text must be free of
 * noise. Ids are indexes into the patterns given; each is reported once, in no order.
 */
export type WakeScan = (text: string) => readonly number[];

/** So many texts are asked about one pattern, one literal after another: for a small file tables cost more than they save. */
export const FEW = 100;
const NONE: readonly number[] = [];

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

/**
 * Notes which runs of two and three units a text has, so that most literals are ruled out by one look; asks about one text
 * should come together. While the texts are few, literals are looked for as they are written: making them ready would cost more.
 */
export function contents(folds: Uint16Array): Contents {
  const noted = new Int32Array(RUNS);
  const probes = new Map<readonly string[], readonly Probe[]>();
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
  const holds = ({ literal, head, tail, beginsWord, endsWord }: Probe): boolean =>
    noted[head] === round && noted[tail] === round && stands(literal, beginsWord, endsWord);
  const holdsWritten = (marked: string): boolean => {
    const from = marked.charCodeAt(0) === EDGE ? 1 : 0;
    const to = marked.charCodeAt(marked.length - 1) === EDGE ? marked.length - 1 : marked.length;
    if (noted[run(0, 0, marked.charCodeAt(from))] !== round || noted[run(0, 0, marked.charCodeAt(to - 1))] !== round) return false;
    return stands(marked.slice(from, to), from === 1, to < marked.length);
  };
  const probesOf = (group: readonly string[]): readonly Probe[] => {
    const known = probes.get(group) ?? group.map(probe);
    probes.set(group, known);
    return known;
  };
  const holdsOne = (group: readonly string[]): boolean => (round > FEW ? probesOf(group).some(holds) : group.some(holdsWritten));
  return {
    holdEach(text, groups, first) {
      if (text !== last) read(text);
      for (let i = first; i < groups.length; i++) if (!holdsOne(groups[i]!)) return false;
      return true;
    },
  };
}

/** A literal ready to be looked for: the places of its first and last runs, and whether it must begin or end a word. */
interface Probe {
  readonly literal: string;
  readonly head: number;
  readonly tail: number;
  readonly beginsWord: boolean;
  readonly endsWord: boolean;
}

function probe(marked: string): Probe {
  const from = marked.charCodeAt(0) === EDGE ? 1 : 0;
  const to = marked.charCodeAt(marked.length - 1) === EDGE ? marked.length - 1 : marked.length;
  const literal = to - from === marked.length ? marked : marked.slice(from, to);
  const units = to - from;
  const at = (place: number): number => (place < units ? literal.charCodeAt(place) : 0);
  const head = units < 3 ? run(0, units < 2 ? 0 : at(0), at(units - 1)) : run(at(0), at(1), at(2));
  const tail = units < 3 ? head : run(at(units - 3), at(units - 2), at(units - 1));
  return { literal, head, tail, beginsWord: from === 1, endsWord: to < marked.length };
}

const EDGE = WORD_EDGE.charCodeAt(0);
const RUNS = 1 << 16;

/** The place of a run of up to three units, those missing in front being 0. */
function run(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x9e3b) ^ Math.imul(b, 0x85eb) ^ Math.imul(c, 0x27d5)) & (RUNS - 1);
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
