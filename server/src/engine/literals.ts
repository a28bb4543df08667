import { WORD_EDGE } from './pattern.ts';

/** Literals of which one stands in any match of a pattern, with what they are looked for by. */
export interface Group {
  readonly size: number;
  /** For a scan: the `scanKey` of a literal. */
  key(place: number): number;
  /** For what has been noted of a text: where the first units of each are noted. */
  readonly heads: Uint16Array;
  /** In folded form, with WORD_EDGE before or behind where a Latin word must begin or end. */
  literal(place: number): string;
}

/** The groups of a pattern: an array, or what reads each when it is asked for. */
export interface Groups {
  readonly length: number;
  at(place: number): Group | undefined;
}

/** Makes groups of literals that stand in an array, each array's once. */
export function groupsOfArrays(): (literals: readonly (readonly string[])[]) => Groups {
  const made = new Map<readonly string[], Group>();
  const groupOf = (literals: readonly string[]): Group => {
    const known = made.get(literals);
    if (known) return known;
    const keys = literals.map(scanKey);
    const group = new LiteralGroup(
      literals.length,
      (place) => keys[place]!,
      (place) => literals[place]!,
    );
    made.set(literals, group);
    return group;
  };
  return (literals) => literals.map(groupOf);
}

/** A group by what tells the key of each literal, and the literal. */
export class LiteralGroup implements Group {
  readonly size: number;
  readonly key: (place: number) => number;
  readonly literal: (place: number) => string;
  private known: Uint16Array | undefined;

  constructor(size: number, key: (place: number) => number, literal: (place: number) => string) {
    this.size = size;
    this.key = key;
    this.literal = literal;
  }

  get heads(): Uint16Array {
    this.known ??= Uint16Array.from({ length: this.size }, (_, place) => headOf(this.key(place)));
    return this.known;
  }
}

/** Room for what is made of so many things when it is asked for: the engine takes a list with gaps for a table, which is slow. */
export function unread<T>(count: number): (T | undefined)[] {
  return new Array<T | undefined>(count).fill(undefined);
}

/** From here on units are not Latin. */
export const HAN = 0x2e80;
const EDGE = WORD_EDGE.charCodeAt(0);

/** So many hashes of a run of units there are. */
export const HASHES = 1 << 20;
/** So many places there are for what is noted of a text. */
export const HEADS = 1 << 16;

/** A hash of a run of up to three units, those missing in front being 0. */
export function runOf(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x9e3b) ^ Math.imul(b, 0x285eb) ^ Math.imul(c, 0x827d5)) & (HASHES - 1);
}

/** Rolling hashes over four and six units: one that many places back has left the hash. */
export function stepFour(hash: number, unit: number): number {
  return ((hash << 5) ^ (unit * 0x9e5)) & 0xfffff;
}

export function stepSix(hash: number, unit: number): number {
  return ((hash << 3) ^ (unit * 0x9e5)) & 0x3ffff;
}

/** What a text has in it: Latin letters, Han, or both. */
export const LATIN = 1;
const OTHER = 2;

/** How many units of a literal a scan goes by. */
export type Reach = 1 | 2 | 3 | 4 | 6;

const REACH_AT = 20;
const SCRIPTS_AT = 23;

/** What a scan finds a literal by: a hash of its first units, how many they are, and its scripts; 0 for an empty one, which is not looked for. */
export function scanKey(marked: string): number {
  const from = fromOf(marked);
  const units = toOf(marked) - from;
  if (units === 0) return 0;
  const scripts = scriptsOf(marked);
  const reach = reachOf(units, scripts);
  const hash = reach < 4 ? runBefore(marked, from, reach) : rolled(marked, from, reach);
  return hash | (reach << REACH_AT) | (scripts << SCRIPTS_AT);
}

export function hashIn(key: number): number {
  return key & (HASHES - 1);
}

export function reachIn(key: number): Reach | 0 {
  return ((key >>> REACH_AT) & 7) as Reach | 0;
}

export function scriptsIn(key: number): number {
  return key >>> SCRIPTS_AT;
}

function headOf(key: number): number {
  return headAt(hashIn(key), reachIn(key));
}

/** The place of a hash over so many units among what is noted of a text. */
export function headAt(hash: number, reach: Reach | 0): number {
  return (reach < 4 ? hash : hash ^ (hash >>> 16) ^ (reach << 12)) & (HEADS - 1);
}

/** A Latin letter, digit or underscore, as `\b` has it; the text is folded, so letters are lower case. */
export function isWordUnit(unit: number | undefined): boolean {
  return unit !== undefined && ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f);
}

/** Where a literal begins, its marks left out. */
export function fromOf(marked: string): 0 | 1 {
  return marked.charCodeAt(0) === EDGE ? 1 : 0;
}

/** Where a literal ends, its marks left out. */
export function toOf(marked: string): number {
  const last = marked.length - 1;
  return Math.max(fromOf(marked), marked.charCodeAt(last) === EDGE ? last : last + 1);
}

/** Two letters say little: the longer Latin ones go by four or six. */
function reachOf(units: number, scripts: number): Reach {
  if (units < 3 || scripts > LATIN) return Math.min(3, units) as Reach;
  return units === 3 ? 3 : units < 6 ? 4 : 6;
}

function runBefore(marked: string, from: number, units: number): number {
  const at = (place: number): number => (place < 0 ? 0 : marked.charCodeAt(from + place));
  return runOf(at(units - 3), at(units - 2), at(units - 1));
}

function rolled(marked: string, from: number, reach: Reach): number {
  let hash = 0;
  for (let i = from; i < from + reach; i++) hash = (reach === 4 ? stepFour : stepSix)(hash, marked.charCodeAt(i));
  return hash;
}

function scriptsOf(literal: string): number {
  let scripts = 0;
  for (let i = 0; i < literal.length; i++) {
    const unit = literal.charCodeAt(i);
    if (unit >= HAN) scripts |= OTHER;
    else if (unit >= 0x61 && unit <= 0x7a) scripts |= LATIN;
  }
  return scripts;
}
