import { literalScan } from './literalScan.ts';
import type { PatternData } from './pattern.ts';

/**
 * Tells which patterns can match a text at all: those of which every group has a literal in it. The text must be free of
 * noise. Ids are indexes into the patterns given; each is reported once, in no order.
 */
export type WakeScan = (text: string) => readonly number[];

const NONE: readonly number[] = [];

export function wakeScan(patterns: readonly PatternData[], folds: Uint16Array): WakeScan {
  const { literals, owners } = groupOwners(patterns);
  const all = patterns.map((pattern) => (1 << pattern.literals.length) - 1);
  const seen = new Uint8Array(patterns.length);
  const scanner = literalScan(literals, folds);
  let touched: number[] = [];
  const hit = (literal: number): void => {
    for (const { pattern, group } of owners[literal]!) {
      if (seen[pattern] === 0) touched.push(pattern);
      seen[pattern]! |= group;
    }
  };
  return (text) => {
    scanner.scan(text, 0, text.length, hit);
    if (touched.length === 0) return NONE;
    const awake = touched.filter((pattern) => seen[pattern] === all[pattern]);
    for (const pattern of touched) seen[pattern] = 0;
    touched = [];
    return awake;
  };
}

interface Owner {
  readonly pattern: number;
  /** The bit of the group among the pattern's groups. */
  readonly group: number;
}

function groupOwners(patterns: readonly PatternData[]): { literals: string[]; owners: Owner[][] } {
  const ids = new Map<string, number>();
  const owners: Owner[][] = [];
  patterns.forEach(({ literals }, pattern) => {
    literals.forEach((group, bit) => {
      for (const literal of group) {
        let id = ids.get(literal);
        if (id === undefined) {
          id = owners.push([]) - 1;
          ids.set(literal, id);
        }
        owners[id]!.push({ pattern, group: 1 << bit });
      }
    });
  });
  return { literals: [...ids.keys()], owners };
}
