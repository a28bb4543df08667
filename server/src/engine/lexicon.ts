import { Contents } from './contents.ts';
import { type Groups, groupsOfArrays, unread } from './literals.ts';
import { NEVER, type Pattern, type PatternData, scriptPattern } from './pattern.ts';
import { bestFirst, type WakeScan, wakeScan } from './wakeScan.ts';

/** A named list of patterns; any of them counts. Names are `pack/list`, e.g. `acts/offer`, `flat-refusal/refusal`. */
export interface PatternSet {
  readonly name: string;
  /** Ids `from` up to (not with) `to`, into the lexicon's table. */
  readonly from: number;
  readonly to: number;
  /** True when every text is scanned for it: a match wakes a rule, or is an act. */
  readonly scanned: boolean;
}

export type PatternLists = Readonly<Record<string, readonly PatternData[]>>;

/** Every pattern of every rule and act in force; what a text cannot contain is not looked for. Texts must be free of noise. */
export interface Lexicon {
  readonly folds: Uint16Array;
  set(name: string): PatternSet;
  /** The list a pattern is in. */
  listOf(id: number): PatternSet;
  pattern(id: number): Pattern;
  /** Ids, in no order, of the patterns of waking lists and acts that can match: asked of every text. */
  readonly waking: WakeScan;
  /** True for a pattern of a list that wakes a rule. */
  wakesRule(id: number): boolean;
  /** Whether a pattern can match: asked of other lists, once a rule is awake and looks at one. */
  canMatch(id: number, text: string): boolean;
  /** The same lexicon with other patterns in some lists, as many in each as there are: every pattern keeps its id. */
  with(lists: PatternLists): Lexicon;
  /** The same lexicon where texts are scanned for other lists: what is found in a list stays the same. */
  scanning(scanned: Scanned): Lexicon;
}

/** Which lists every text is scanned for: those that wake a rule, and those that are acts. */
export interface Scanned {
  wakes(name: string): boolean;
  isHeard(name: string): boolean;
}

export function lexicon(lists: PatternLists, scanned: Scanned, folds: Uint16Array): Lexicon {
  const data = Object.values(lists).flat();
  let from = 0;
  const places = Object.entries(lists).map(([name, patterns]) => {
    const place = { name, from, to: from + patterns.length };
    from = place.to;
    return place;
  });
  return ready({ ...scannedTables(places, data, scanned), data, folds, compiled: unread(data.length) });
}

/** The tables of a lexicon. */
interface Tables extends ScannedTables {
  /** By id. */
  readonly data: readonly PatternData[];
  readonly folds: Uint16Array;
  readonly compiled: (Pattern | undefined)[];
}

/** What depends on which lists texts are scanned for. */
interface ScannedTables {
  readonly sets: ReadonlyMap<string, PatternSet>;
  /** By id of a pattern. */
  readonly owners: readonly PatternSet[];
  readonly waking: readonly number[];
  /** Waking patterns that nothing rules out. */
  readonly always: readonly number[];
  /** By id: 1 for a pattern of a list that wakes a rule. */
  readonly rousing: Uint8Array;
}

function scannedTables(
  places: Iterable<Omit<PatternSet, 'scanned'>>,
  data: readonly PatternData[],
  { wakes, isHeard }: Scanned,
): ScannedTables {
  const sets = new Map<string, PatternSet>();
  const waking: number[] = [];
  const always: number[] = [];
  const rousing = new Uint8Array(data.length);
  const owners: PatternSet[] = [];
  for (const { name, from, to } of places) {
    const rouses = wakes(name);
    const set = { name, from, to, scanned: rouses || isHeard(name) };
    sets.set(name, set);
    for (let id = from; id < to; id++) owners.push(set);
    for (let id = from; set.scanned && id < to; id++) {
      ((data[id]!.groups ?? data[id]!.literals).length === 0 ? always : waking).push(id);
      if (rouses) rousing[id] = 1;
    }
  }
  return { sets, owners, waking, always, rousing };
}

function ready(tables: Tables): Lexicon {
  const { sets, owners, data, waking, always, rousing, folds, compiled } = tables;
  const held = new Contents(folds);
  let scan: WakeScan | undefined;
  const ofArrays = groupsOfArrays();
  const groupsOf = (id: number): Groups => data[id]!.groups ?? ofArrays(data[id]!.literals);
  const sought = unread<number>(data.length);
  const canMatch = (id: number, text: string): boolean => {
    sought[id] ??= held.enter(bestFirst(groupsOf(id), 0));
    return data[id] !== NEVER && held.holdsEach(text, sought[id]);
  };
  const setOf = (name: string): PatternSet => {
    const found = sets.get(name);
    if (!found) throw new Error(`no pattern list named ${name}`);
    return found;
  };
  return {
    folds,
    canMatch,
    set: setOf,
    listOf: (id) => owners[id]!,
    wakesRule: (id) => rousing[id] === 1,
    pattern(id) {
      compiled[id] ??= data[id]!.make?.() ?? scriptPattern(data[id]!.source);
      return compiled[id];
    },
    waking(text) {
      scan ??= wakeScan(waking.map(groupsOf), held, folds);
      const awake = scan(text);
      if (awake.length === 0) return always;
      const ids = awake.map((i) => waking[i]!);
      return always.length === 0 ? ids : [...always, ...ids];
    },
    with(lists) {
      const changed = [...data];
      const left = [...compiled];
      for (const [name, patterns] of Object.entries(lists)) {
        const { from, to } = setOf(name);
        if (patterns.length !== to - from) throw new Error(`${name}: ${to - from} patterns, not ${patterns.length}`);
        patterns.forEach((pattern, i) => {
          changed[from + i] = pattern;
          left[from + i] = undefined;
        });
      }
      return ready({ ...tables, data: changed, compiled: left });
    },
    scanning: (scanned) => ready({ ...tables, ...scannedTables(sets.values(), data, scanned) }),
  };
}
