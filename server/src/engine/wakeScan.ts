import type { Contents } from './contents.ts';
import { literalScan } from './literalScan.ts';
import type { Group, Groups } from './literals.ts';

/**
 * Tells which patterns can match a text at all: those of which every group has a literal in it. The text must be free of
 * noise. Ids are indexes into what is given; each is reported once, in no order.
 */
export type WakeScan = (text: string) => readonly number[];

const NONE: readonly number[] = [];

/** One pass looks for the strongest group of every pattern; the other groups are asked for only where it was found. */
export function wakeScan(patterns: readonly Groups[], contents: Contents, folds: Uint16Array): WakeScan {
  const { groups, starts, owners } = firstGroups(patterns);
  const seen = new Uint8Array(groups.length);
  const scanner = literalScan(groups, folds);
  const further = new Int32Array(patterns.length).fill(-1);
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
      const end = starts[group + 1]!;
      for (let at = starts[group]!; at < end; at++) {
        const pattern = owners[at]!;
        if (further[pattern] === -1) further[pattern] = contents.enter(bestFirst(patterns[pattern]!, 1));
        if (contents.holdsEach(text, further[pattern]!)) awake.push(pattern);
      }
    }
    touched = [];
    return awake;
  };
}

/** The groups of a pattern from `first` on, the shortest first: they are looked through soonest, and least likely to have a literal there. */
export function bestFirst(groups: Groups, first: number): readonly Group[] {
  return Array.from({ length: groups.length - first }, (_, i) => groups.at(first + i)!).sort((a, b) => a.size - b.size);
}

/** The first groups of patterns, each once; those whose it is stand side by side, from where `starts` has it for a group to where the next begin. */
function firstGroups(patterns: readonly Groups[]): { groups: Group[]; starts: Int32Array; owners: Int32Array } {
  const numbers = new Map<Group, number>();
  const numberOf = new Int32Array(patterns.length);
  const counts: number[] = [];
  for (let pattern = 0; pattern < patterns.length; pattern++) {
    const first = patterns[pattern]!.at(0)!;
    const number = numbers.get(first) ?? counts.push(0) - 1;
    numbers.set(first, number);
    numberOf[pattern] = number;
    counts[number]!++;
  }
  const starts = new Int32Array(counts.length + 1);
  for (let group = 0; group < counts.length; group++) starts[group + 1] = starts[group]! + counts[group]!;
  const free = starts.slice();
  const owners = new Int32Array(patterns.length);
  for (let pattern = 0; pattern < patterns.length; pattern++) owners[free[numberOf[pattern]!]!++] = pattern;
  return { groups: [...numbers.keys()], starts, owners };
}
