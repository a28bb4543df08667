import { type LiteralScan, literalScan } from './literalScan.ts';
import { type Pattern, type PatternData, scriptPattern } from './pattern.ts';

/** A named list of patterns; any of them counts. Names are `pack/list`, e.g. `acts/offer`, `flat-refusal/refusal`. */
export interface PatternSet {
  readonly name: string;
  /** Ids of the patterns, into the lexicon's table. */
  readonly ids: readonly number[];
}

/** Every pattern of every rule and act in force, with one scanner that tells which can match a text at all. */
export interface Lexicon {
  readonly folds: Uint16Array;
  set(name: string): PatternSet;
  has(name: string): boolean;
  pattern(id: number): Pattern;
  /** Marks each pattern with a literal in `text` (which must be free of noise); returns whether there was any. */
  wake(text: string, start: number, end: number, awake: PatternMarks): boolean;
  marks(): PatternMarks;
}

/** Which patterns may match a text: one byte a pattern. */
export type PatternMarks = Uint8Array;

export type PatternLists = Readonly<Record<string, readonly PatternData[]>>;

export function lexicon(lists: PatternLists, folds: Uint16Array): Lexicon {
  const sets = new Map<string, PatternSet>();
  const data: PatternData[] = [];
  const compiled: (Pattern | undefined)[] = [];
  for (const [name, patterns] of Object.entries(lists)) {
    sets.set(name, { name, ids: patterns.map((p) => data.push(p) - 1) });
  }
  const { literals, owners } = literalOwners(data);
  let scanner: LiteralScan | undefined;
  return {
    folds,
    set(name) {
      const found = sets.get(name);
      if (!found) throw new Error(`no pattern list named ${name}`);
      return found;
    },
    has: (name) => sets.has(name),
    pattern(id) {
      compiled[id] ??= scriptPattern(data[id]!.source);
      return compiled[id];
    },
    wake(text, start, end, awake) {
      scanner ??= literalScan(literals, folds);
      let any = false;
      scanner.scan(text, start, end, (id) => {
        any = true;
        for (const owner of owners[id]!) awake[owner] = 1;
      });
      return any;
    },
    marks: () => new Uint8Array(data.length),
  };
}

function literalOwners(data: readonly PatternData[]): { literals: string[]; owners: number[][] } {
  const ids = new Map<string, number>();
  const owners: number[][] = [];
  data.forEach((pattern, owner) => {
    for (const literal of pattern.literals) {
      let id = ids.get(literal);
      if (id === undefined) {
        id = owners.length;
        ids.set(literal, id);
        owners.push([]);
      }
      owners[id]!.push(owner);
    }
  });
  return { literals: [...ids.keys()], owners };
}
