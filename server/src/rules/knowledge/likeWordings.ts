import { pairsOf, precedes, setFirst, type Wording } from './entryWording.ts';
import { Group } from './wordingGroup.ts';

/** How alike two wordings must be, by the pairs of neighbouring units they share (Dice). */
const ALIKE = 0.9;
/** Units in the runs that wordings are listed by: pairs are too common where entries come from templates. */
const RUN = 4;
/** The most runs, to a unit, that a wording does not share with one alike: of the pairs of both a tenth are lost, and each takes RUN - 1 runs with it at most. */
const MOST_LOST = 2 * (1 - ALIKE) * (RUN - 1);
/** Against rounding. */
const TINY = 1e-9;
/** Most wordings looked at for one, those that share its rarest runs first; beyond that, likeness is looked for no further. */
const MOST_LOOKED_AT = 1000;
/** So many numbers of 32 bits are a signature; with the number of pairs they make a row. */
const WORDS = 8;
const ROW = WORDS + 1;
const BUCKETS = 1 << 16;

/**
 * Finds alike wordings without comparing each with each. They have the same digits, as said or as written: others are not looked at.
 * In one order of all runs of units, rare ones first, two alike wordings share one of the first runs of each (prefix
 * filtering): wordings are listed under those, and of what stands in a common list only that is compared, exactly, whose signature,
 * a bit for each pair, differs little.
 */
export class LikeWordings {
  /** How often runs occurred when this was made: the order is fixed from then on. */
  private readonly frequency = new Uint32Array(BUCKETS);
  /** By digits. Most digits are those of one wording alone. */
  private readonly groups = new Map<string, number | Group>();
  /** The wordings listed, by number; lists hold numbers, and rows lie side by side, since very many are looked at. */
  private readonly wordings: Wording[] = [];
  private readonly numbers = new Map<Wording, number>();
  private readonly free: number[] = [];
  private rows = new Int32Array(ROW * 1024);
  /** The runs last asked for. */
  private recent: { readonly number: number; readonly runs: readonly number[] } | undefined;
  /** By number, the pairs in order, of those that were compared. */
  private readonly sorted: (Uint32Array | undefined)[] = [];

  constructor(wordings: Iterable<Wording>) {
    const all = [...wordings];
    for (const { units } of all) for (const run of runsOf(units)) this.frequency[bucket(run)]!++;
    for (const wording of all.sort((a, b) => (precedes(a.places[0]!, b.places[0]!) ? -1 : 1))) {
      setFirst(wording, this.firstListed(this.enter(wording)));
      this.list(wording);
    }
  }

  /** Lists a wording; what it is now the first like of, or must now look back to, is `touched`. */
  add(wording: Wording, touched: Set<Wording>): void {
    setFirst(wording, undefined);
    this.enter(wording);
    for (const other of this.alike(wording)) {
      const [early, late] = isBefore(other, wording) ? [other, wording] : [wording, other];
      if (late.first && !isBefore(early, late.first)) continue;
      setFirst(late, early);
      touched.add(late);
    }
    this.list(wording);
  }

  /** Takes a wording out, while it still has its places. */
  remove(wording: Wording, touched: Set<Wording>): void {
    const number = this.numbers.get(wording)!;
    for (const key of digitsOf(wording)) {
      const group = this.groups.get(key);
      if (group instanceof Group) group.remove(number);
      else this.groups.delete(key);
    }
    setFirst(wording, undefined);
    for (const other of [...(wording.later ?? [])]) {
      let first: Wording | undefined;
      for (const early of this.alike(other)) if (isBefore(early, other) && (!first || isBefore(early, first))) first = early;
      setFirst(other, first);
      touched.add(other);
    }
    this.numbers.delete(wording);
    this.free.push(number);
  }

  /** Gives a wording its number. */
  private enter(wording: Wording): number {
    const number = this.free.pop() ?? this.wordings.length;
    this.wordings[number] = wording;
    this.numbers.set(wording, number);
    this.sorted[number] = undefined;
    this.recent = undefined;
    if (ROW * (number + 1) > this.rows.length) {
      const more = new Int32Array(2 * this.rows.length);
      more.set(this.rows);
      this.rows = more;
    }
    const from = ROW * number;
    const pairs = pairsOf(wording.units);
    this.rows.fill(0, from, from + WORDS);
    this.rows[from + WORDS] = pairs.length;
    for (const pair of pairs) {
      const bit = Math.imul(pair, 0x9e3779b1) >>> 24;
      this.rows[from + (bit >> 5)]! |= 1 << (bit & 31);
    }
    return number;
  }

  private list(wording: Wording): void {
    const number = this.numbers.get(wording)!;
    for (const key of digitsOf(wording)) {
      const known = this.groups.get(key);
      if (known instanceof Group) known.add(number);
      else this.groups.set(key, known === undefined ? number : new Group((one) => this.rarest(one), [known, number]));
    }
  }

  /** The first of the listed wordings alike to one that comes after them all, while every list is in order. */
  private firstListed(number: number): Wording | undefined {
    let looked = 0;
    let first: Wording | undefined;
    for (const list of this.lists(number)) {
      for (const other of list) {
        if (looked++ === MOST_LOOKED_AT) return first;
        if (first && !isBefore(this.wordings[other]!, first)) break;
        if (this.areAlike(number, other)) first = this.wordings[other]!;
      }
    }
    return first;
  }

  /** The listed wordings alike to one; some may come twice. */
  private *alike(wording: Wording): Generator<Wording> {
    const number = this.numbers.get(wording)!;
    let looked = 0;
    for (const list of this.lists(number)) {
      for (const other of list) {
        if (looked++ === MOST_LOOKED_AT) return;
        if (other !== number && this.areAlike(number, other)) yield this.wordings[other]!;
      }
    }
  }

  private areAlike(number: number, other: number): boolean {
    return this.mayBeAlike(number, other) && areMostlyShared(this.pairsIn(number), this.pairsIn(other));
  }

  private pairsIn(number: number): Uint32Array {
    this.sorted[number] ??= pairsOf(this.wordings[number]!.units).sort();
    return this.sorted[number];
  }

  /** Signatures and lengths that leave room for likeness, and the same digits. */
  private mayBeAlike(number: number, other: number): boolean {
    const { rows } = this;
    const own = ROW * number;
    const its = ROW * other;
    const m = rows[own + WORDS]!;
    const n = rows[its + WORDS]!;
    const most = (1 - ALIKE) * (m + n) + TINY;
    let differ = 0;
    if (2 * Math.min(m, n) < ALIKE * (m + n) - TINY) return false;
    for (let i = 0; i < WORDS && differ <= most; i++) differ += bits(rows[own + i]! ^ rows[its + i]!);
    if (differ > most) return false;
    const a = this.wordings[number]!;
    const b = this.wordings[other]!;
    return a.digits === b.digits || a.said === b.said;
  }

  private *lists(number: number): Generator<readonly number[]> {
    for (const key of digitsOf(this.wordings[number]!)) {
      const group = this.groups.get(key);
      if (group instanceof Group) yield* group.lists(number);
      else if (group !== undefined) yield [group];
    }
  }

  /** The runs of a wording under which it is listed: as many of the rarest as make sure of meeting. */
  private rarest(number: number): readonly number[] {
    if (this.recent?.number === number) return this.recent.runs;
    const { units } = this.wordings[number]!;
    const ranked = Float64Array.from(runsOf(units), (run) => this.frequency[bucket(run)]! * 2 ** 32 + run).sort();
    const most = Math.ceil(MOST_LOST * units.length) + 1;
    const runs: number[] = [];
    for (let i = 0; i < ranked.length && runs.length < most; i++) if (ranked[i] !== ranked[i - 1]) runs.push((ranked[i]! % 2 ** 32) | 0);
    this.recent = { number, runs };
    return runs;
  }
}

function isBefore(a: Wording, b: Wording): boolean {
  return precedes(a.places[0]!, b.places[0]!);
}

/** The digits a wording is found by: as said and, where those are others, as written. */
function digitsOf({ said, digits }: Wording): string[] {
  return said === digits ? [said] : [said, digits];
}

/** Whether two sorted lists of pairs have enough in common. */
function areMostlyShared(a: Uint32Array, b: Uint32Array): boolean {
  const needed = (ALIKE * Math.max(1, a.length + b.length)) / 2 - TINY;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length && shared + Math.min(a.length - i, b.length - j) >= needed; ) {
    if (a[i] === b[j]) {
      shared++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return shared >= needed;
}

/** The runs of neighbouring units, each as a hash. */
function runsOf(units: string): Uint32Array {
  const out = new Uint32Array(Math.max(1, units.length - RUN + 1));
  for (let i = 0; i < out.length; i++) {
    let hash = 0;
    for (let j = i; j < Math.min(i + RUN, units.length); j++) hash = Math.imul(hash ^ units.charCodeAt(j), 0x9e3779b1);
    out[i] = hash;
  }
  return out;
}

function bucket(run: number): number {
  return Math.imul(run, 0x9e3779b1) >>> 16;
}

function bits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
