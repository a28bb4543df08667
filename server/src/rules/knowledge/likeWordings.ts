import { pairsOf, precedes, type Wording } from './entryWording.ts';

/** How alike two wordings must be, by the pairs of neighbouring units they share (Dice). */
const ALIKE = 0.9;
/** The part of its own pairs that a wording shares with anything alike: ALIKE / (2 - ALIKE). */
const LEAST_SHARED = ALIKE / (2 - ALIKE);
/** Against rounding. */
const TINY = 1e-9;
/** Most wordings compared with one; beyond that, likeness is looked for no further. */
const MOST_COMPARED = 500;
/** Up to this many wordings with the same digits are looked at one by one. */
const FEW = 8;
const BUCKETS = 1 << 16;

/**
 * Finds alike wordings without comparing each with each. They have the same digits, as said or as written: others are not looked at.
 * In one order of all pairs of units, rare ones first, two alike wordings share one of the first few pairs of each (prefix
 * filtering): wordings are listed under those, and only what stands in a common list is compared, exactly.
 */
export class LikeWordings {
  /** How often pairs occurred when this was made: the order is fixed from then on. */
  private readonly frequency = new Uint32Array(BUCKETS);
  /** By digits. Most digits are those of one wording alone. */
  private readonly groups = new Map<string, Wording | Group>();

  constructor(wordings: Iterable<Wording>) {
    const all = [...wordings];
    for (const { units } of all) for (const pair of pairsOf(units)) this.frequency[bucket(pair)]!++;
    for (const wording of all.sort((a, b) => (precedes(a.places[0]!, b.places[0]!) ? -1 : 1))) {
      wording.first = this.firstListed(wording);
      this.list(wording);
    }
  }

  /** Lists a wording; what it is now the first like of, or must now look back to, is `touched`. */
  add(wording: Wording, touched: Set<Wording>): void {
    wording.first = undefined;
    for (const other of this.alike(wording)) {
      const [early, late] = isBefore(other, wording) ? [other, wording] : [wording, other];
      if (late.first && !isBefore(early, late.first)) continue;
      late.first = early;
      touched.add(late);
    }
    this.list(wording);
  }

  /** Takes a wording out, while it still has its places. */
  remove(wording: Wording, touched: Set<Wording>): void {
    for (const key of numbersOf(wording)) {
      const group = this.groups.get(key);
      if (group instanceof Group) group.remove(wording);
      else this.groups.delete(key);
    }
    for (const other of this.alike(wording)) {
      if (other.first !== wording) continue;
      other.first = undefined;
      for (const early of this.alike(other)) {
        if (isBefore(early, other) && (!other.first || isBefore(early, other.first))) other.first = early;
      }
      touched.add(other);
    }
  }

  private list(wording: Wording): void {
    for (const key of numbersOf(wording)) {
      const known = this.groups.get(key);
      if (known instanceof Group) known.add(wording);
      else this.groups.set(key, known ? new Group((one) => this.rarest(one), [known, wording]) : wording);
    }
  }

  /** The first of the listed wordings alike to one that comes after them all, while every list is in order. */
  private firstListed(wording: Wording): Wording | undefined {
    const seen = new Set<Wording>();
    const own = pairsOf(wording.units).sort();
    let first: Wording | undefined;
    for (const list of this.lists(wording)) {
      for (const other of list) {
        if (seen.size === MOST_COMPARED || (first && !isBefore(other, first))) break;
        if (!mayBeAlike(wording, other) || seen.has(other)) continue;
        seen.add(other);
        if (dice(own, pairsOf(other.units).sort()) >= ALIKE) first = other;
      }
    }
    return first;
  }

  /** The listed wordings alike to one. */
  private *alike(wording: Wording): Generator<Wording> {
    const seen = new Set<Wording>();
    const own = pairsOf(wording.units).sort();
    for (const list of this.lists(wording)) {
      for (const other of list) {
        if (other === wording || !mayBeAlike(wording, other) || seen.has(other)) continue;
        seen.add(other);
        if (dice(own, pairsOf(other.units).sort()) >= ALIKE) yield other;
        if (seen.size === MOST_COMPARED) return;
      }
    }
  }

  private *lists(wording: Wording): Generator<readonly Wording[]> {
    for (const key of numbersOf(wording)) {
      const group = this.groups.get(key);
      if (group instanceof Group) yield* group.lists(wording);
      else if (group) yield [group];
    }
  }

  /** The pairs of a wording under which it is listed: as many of the rarest as make sure of meeting. */
  private rarest({ units }: Wording): number[] {
    const counts = new Map<number, number>();
    const tokens = Array.from(pairsOf(units), (pair) => {
      const nth = counts.get(pair) ?? 0;
      counts.set(pair, nth + 1);
      return (nth === 0 ? pair : pair ^ Math.imul(nth, 0x9e3779b1)) | 0;
    });
    tokens.sort((a, b) => this.frequency[bucket(a)]! - this.frequency[bucket(b)]! || a - b);
    return tokens.slice(0, tokens.length - Math.ceil(LEAST_SHARED * tokens.length - TINY) + 1);
  }
}

/** Wordings with the same digits. Few are kept as they are, many are listed by their rarest pairs. */
class Group {
  private readonly rarest: (wording: Wording) => number[];
  private few: Wording[] | undefined;
  private readonly byPair = new Map<number, Wording | Wording[]>();

  constructor(rarest: (wording: Wording) => number[], members: Wording[]) {
    this.rarest = rarest;
    this.few = members;
  }

  add(wording: Wording): void {
    if (!this.few) this.listByPair(wording);
    else if (this.few.push(wording) > FEW) {
      const all = this.few;
      this.few = undefined;
      for (const one of all) this.listByPair(one);
    }
  }

  remove(wording: Wording): void {
    if (this.few) this.few = this.few.filter((one) => one !== wording);
    else for (const pair of this.rarest(wording)) this.unlist(pair, wording);
  }

  *lists(wording: Wording): Generator<readonly Wording[]> {
    if (this.few) yield this.few;
    else {
      for (const pair of this.rarest(wording)) {
        const list = this.byPair.get(pair);
        if (list) yield Array.isArray(list) ? list : [list];
      }
    }
  }

  private listByPair(wording: Wording): void {
    for (const pair of this.rarest(wording)) {
      const list = this.byPair.get(pair);
      if (!list) this.byPair.set(pair, wording);
      else if (Array.isArray(list)) list.push(wording);
      else this.byPair.set(pair, [list, wording]);
    }
  }

  private unlist(pair: number, wording: Wording): void {
    const list = this.byPair.get(pair);
    if (Array.isArray(list)) list.splice(list.indexOf(wording), 1);
    else if (list === wording) this.byPair.delete(pair);
  }
}

function isBefore(a: Wording, b: Wording): boolean {
  return precedes(a.places[0]!, b.places[0]!);
}

/** The digits said and, where those are others, the digits written: 3 for 三 in the one, nothing in the other. */
function numbersOf({ units, digits }: Wording): string[] {
  const said = digitsIn(units);
  return said === digits ? [said] : [said, digits];
}

/** Lengths and pairs that leave room for likeness, and the same digits. */
function mayBeAlike(a: Wording, b: Wording): boolean {
  const [m, n] = [a.units.length - 1, b.units.length - 1];
  if (2 * Math.min(m, n) < ALIKE * (m + n) - TINY) return false;
  if (bits(a.low ^ b.low) + bits(a.high ^ b.high) > (1 - ALIKE) * (m + n) + TINY) return false;
  return a.digits === b.digits || digitsIn(a.units) === digitsIn(b.units);
}

function digitsIn(units: string): string {
  return units.match(/[0-9]+/gu)?.join(' ') ?? '';
}

/** How alike two sorted lists of pairs are. */
function dice(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      shared++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return (2 * shared) / Math.max(1, a.length + b.length);
}

function bucket(pair: number): number {
  return Math.imul(pair, 0x9e3779b1) >>> 16;
}

function bits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
