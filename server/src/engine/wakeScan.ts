import type { Contents } from './contents.ts';
import { literalScan } from './literalScan.ts';
import { type Group, type Groups, unread } from './literals.ts';

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
  const further = unread<number>(patterns.length);
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
        further[pattern] ??= contents.enter(bestFirst(patterns[pattern]!, 1));
        if (contents.holdsEach(text, further[pattern])) awake.push(pattern);
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
