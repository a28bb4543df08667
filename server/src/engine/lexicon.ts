import { type Pattern, type PatternData, scriptPattern } from './pattern.ts';
import { type WakeScan, wakeScan } from './wakeScan.ts';

/** A named list of patterns; any of them counts. Names are `pack/list`, e.g. `acts/offer`, `flat-refusal/refusal`. */
export interface PatternSet {
  readonly name: string;
  /** Ids `from` up to (not with) `to`, into the lexicon's table. */
  readonly from: number;
  readonly to: number;
}

export type PatternLists = Readonly<Record<string, readonly PatternData[]>>;

/** Every pattern of every rule and act in force; what a text cannot contain is not looked for. */
export interface Lexicon {
  readonly folds: Uint16Array;
  set(name: string): PatternSet;
  pattern(id: number): Pattern;
  /** Ids of the patterns that can match a text free of noise, in no order. */
  readonly awake: WakeScan;
}

export function lexicon(lists: PatternLists, folds: Uint16Array): Lexicon {
  const sets = new Map<string, PatternSet>();
  const data: PatternData[] = [];
  const compiled: (Pattern | undefined)[] = [];
  for (const [name, patterns] of Object.entries(lists)) {
    const from = data.length;
    data.push(...patterns);
    sets.set(name, { name, from, to: data.length });
  }
  let scan: WakeScan | undefined;
  return {
    folds,
    set(name) {
      const found = sets.get(name);
      if (!found) throw new Error(`no pattern list named ${name}`);
      return found;
    },
    pattern(id) {
      compiled[id] ??= scriptPattern(data[id]!.source);
      return compiled[id];
    },
    awake(text) {
      scan ??= wakeScan(data, folds);
      return scan(text);
    },
  };
}
