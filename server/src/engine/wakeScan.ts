import { fold } from '../text/fold.ts';
import { literalScan } from './literalScan.ts';
import { type Group, type Groups, HAN, HEADS, headAt, inside, isWordUnit, runOf, stepFour, stepSix, unread } from './literals.ts';
import { LINE_END } from './pattern.ts';

/**
 * Tells which patterns can match a text at all: those of which every group has a literal in it. The text must be free of
 * noise. Ids are indexes into what is given; each is reported once, in no order.
 */
export type WakeScan = (text: string) => readonly number[];

const NONE: readonly number[] = [];

/** One pass looks for the strongest group of every pattern; the other groups are asked for only where it was found. */
export function wakeScan(patterns: readonly Groups[], contents: Contents, folds: Uint16Array): WakeScan {
  const { groups, owners } = firstGroups(patterns);
  const seen = new Uint8Array(groups.length);
  const scanner = literalScan(groups, folds);
  const further = unread<readonly Group[]>(patterns.length);
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
        further[pattern] ??= bestFirst(patterns[pattern]!, 1);
        if (contents.holdsEach(text, further[pattern])) awake.push(pattern);
      }
    }
    touched = [];
    return awake;
  };
}

/** So many texts are told apart by what is noted of them; then everything is forgotten. */
const MOST_ROUNDS = 255;

/** Answers whether a text holds a literal of each of some groups. */
export interface Contents {
  holdsEach(text: string, groups: readonly Group[]): boolean;
}

/** The groups of a pattern from `first` on, the shortest first: they are looked through soonest, and least likely to have a literal there. */
export function bestFirst(groups: Groups, first: number): readonly Group[] {
  return Array.from({ length: groups.length - first }, (_, i) => groups.at(first + i)!).sort((a, b) => a.size - b.size);
}

/** Notes which runs of units a text has, so that most literals are ruled out by one look; asks about one text should come together. */
export function contents(folds: Uint16Array): Contents {
  const noted = new Uint8Array(HEADS);
  let round = 0;
  let last: string | undefined;
  let folded = '';
  const read = (text: string): void => {
    last = text;
    folded = LINE_END + fold(folds, text) + LINE_END;
    round++;
    if (round > MOST_ROUNDS) {
      noted.fill(0);
      round = 1;
    }
    let a = 0;
    let b = 0;
    let four = 0;
    let six = 0;
    for (let i = 0; i < folded.length; i++) {
      const c = folded.charCodeAt(i);
      noted[headAt(runOf(0, 0, c), 1)] = round;
      noted[headAt(runOf(0, b, c), 2)] = round;
      noted[headAt(runOf(a, b, c), 3)] = round;
      four = stepFour(four, c);
      six = stepSix(six, c);
      if (c < HAN) {
        noted[headAt(four, 4)] = round;
        noted[headAt(six, 6)] = round;
      }
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
    const { from, units } = inside(marked);
    const to = from + units;
    return stands(units === marked.length ? marked : marked.slice(from, to), from === 1, to < marked.length);
  };
  const holdsOne = (group: Group): boolean => {
    const { heads } = group;
    for (let i = 0; i < heads.length; i++) if (noted[heads[i]!] === round && holds(group.literal(i))) return true;
    return false;
  };
  return {
    holdsEach(text, each) {
      if (each.length === 0) return true;
      if (text !== last) read(text);
      for (let i = 0; i < each.length; i++) if (!holdsOne(each[i]!)) return false;
      return true;
    },
  };
}

/** The first groups of patterns, each once, and for each the patterns whose it is. */
function firstGroups(patterns: readonly Groups[]): { groups: Group[]; owners: number[][] } {
  const numbers = new Map<Group, number>();
  const owners: number[][] = [];
  for (let pattern = 0; pattern < patterns.length; pattern++) {
    const first = patterns[pattern]!.at(0)!;
    const number = numbers.get(first) ?? owners.push([]) - 1;
    numbers.set(first, number);
    owners[number]!.push(pattern);
  }
  return { groups: [...numbers.keys()], owners };
}
