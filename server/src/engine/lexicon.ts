import { type Pattern, type PatternData, scriptPattern } from './pattern.ts';
import { type WakeScan, wakeScan } from './wakeScan.ts';

/** A named list of patterns; any of them counts. Names are `pack/list`, e.g. `acts/offer`, `flat-refusal/refusal`. */
export interface PatternSet {
  readonly name: string;
  /** Ids `from` up to (not with) `to`, into the lexicon's table. */
  readonly from: number;
  readonly to: number;
  /** True when a match wakes a rule. */
  readonly wakes: boolean;
}

export type PatternLists = Readonly<Record<string, readonly PatternData[]>>;

/** Every pattern of every rule and act in force; what a text cannot contain is not looked for. Texts must be free of noise. */
export interface Lexicon {
  readonly folds: Uint16Array;
  set(name: string): PatternSet;
  pattern(id: number): Pattern;
  /** Ids, in no order, of the patterns of waking lists that can match: asked of every text. */
  readonly waking: WakeScan;
  /** Those of the other lists: asked once a rule is awake and looks at one of them. */
  readonly others: WakeScan;
}

/** `wakes(name)`: whether a list wakes a rule. */
export function lexicon(lists: PatternLists, wakes: (name: string) => boolean, folds: Uint16Array): Lexicon {
  const sets = new Map<string, PatternSet>();
  const data: PatternData[] = [];
  const compiled: (Pattern | undefined)[] = [];
  const ids = { waking: [] as number[], others: [] as number[] };
  for (const [name, patterns] of Object.entries(lists)) {
    const wakesRule = wakes(name);
    const from = data.length;
    for (const pattern of patterns) (wakesRule ? ids.waking : ids.others).push(data.push(pattern) - 1);
    sets.set(name, { name, from, to: data.length, wakes: wakesRule });
  }
  const scanOf = (some: readonly number[]): WakeScan => {
    let scan: WakeScan | undefined;
    return (text) => {
      scan ??= wakeScan(
        some.map((id) => data[id]!),
        folds,
      );
      const awake = scan(text);
      return awake.length === 0 ? awake : awake.map((i) => some[i]!);
    };
  };
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
    waking: scanOf(ids.waking),
    others: scanOf(ids.others),
  };
}
