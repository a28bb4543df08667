import {
  fromOf,
  type Group,
  HAN,
  HASHES,
  HEADS,
  hashIn,
  isWordUnit,
  LATIN,
  reachIn,
  runOf,
  scriptsIn,
  stepFour,
  stepSix,
  toOf,
} from './literals.ts';

/**
 * Finds which of many groups of literals have one that occurs in a text, in one pass. Units are folded on the way, and a line feed is
 * taken to stand before and behind the text. A literal goes by a hash over its first units: two or three, or, of the longer Latin
 * ones, four or six, since two letters say little. A table of bits rules out nearly every position at once; what is left is
 * compared unit by unit, so the cost is linear in the text and in the length of the longest literal.
 */
export interface LiteralScan {
  /** Calls `hit` with the number of each group of which a literal is found in `text`; may repeat a number. */
  scan(text: string, hit: (group: number) => void): void;
}

/** `folds` maps every unit to its folded unit. */
export function literalScan(groups: readonly Group[], folds: Uint16Array): LiteralScan {
  // A text in one script is not looked through for words of another, and a file in one does not pay for making them ready.
  let latin: LiteralScan | undefined;
  let others: LiteralScan | undefined;
  return {
    scan(text, hit) {
      let hasLatin = false;
      let hasOthers = text === '';
      for (let i = 0; i < text.length && !(hasLatin && hasOthers); i++) {
        const unit = folds[text.charCodeAt(i)]!;
        if (unit >= HAN) hasOthers = true;
        else if (unit >= 0x61 && unit <= 0x7a) hasLatin = true;
      }
      if (hasLatin) {
        latin ??= scriptScan(groups, folds, (scripts) => scripts <= LATIN);
        latin.scan(text, hit);
        if (!hasOthers) return;
      }
      others ??= scriptScan(groups, folds, (scripts) => scripts !== LATIN);
      others.scan(text, hit);
    },
  };
}

/** Scans for the literals of which the scripts are wanted. */
function scriptScan(groups: readonly Group[], folds: Uint16Array, isWanted: (scripts: number) => boolean): LiteralScan {
  const literals = new Literals(groups, folds);
  const tables = { 1: literals.table(), 2: literals.table(), 3: literals.table(), 4: literals.table(), 6: literals.table() };
  const { 1: one, 2: two, 3: three, 4: four, 6: six } = tables;
  literals.each((number, key) => {
    const reach = reachIn(key);
    if (reach !== 0 && isWanted(scriptsIn(key))) tables[reach].add(number, hashIn(key));
  });
  return {
    scan(text, hit) {
      let fourHash = stepFour(0, LF);
      let sixHash = stepSix(0, LF);
      let before = 0;
      let last = LF;
      for (let i = 0; i <= text.length; i++) {
        const unit = i < text.length ? folds[text.charCodeAt(i)]! : LF;
        const single = runOf(0, 0, unit);
        if (one.mayHold(single)) one.report(single, text, i, hit);
        const pair = runOf(0, last, unit);
        if (two.mayHold(pair)) two.report(pair, text, i - 1, hit);
        const triple = runOf(before, last, unit);
        if (three.mayHold(triple)) three.report(triple, text, i - 2, hit);
        before = last;
        last = unit;
        fourHash = stepFour(fourHash, unit);
        sixHash = stepSix(sixHash, unit);
        // What goes by as many has no Han in it.
        if (unit >= HAN) continue;
        if (four.mayHold(fourHash)) four.report(fourHash, text, i - 3, hit);
        if (six.mayHold(sixHash)) six.report(sixHash, text, i - 5, hit);
      }
    },
  };
}

const LF = 10;

/** The literals of a scan, numbered from 1, group by group. */
class Literals {
  readonly folds: Uint16Array;
  readonly groups: readonly Group[];
  /** By number, the group. */
  readonly groupOf: Int32Array;
  /** By group, how many literals the groups before it have. */
  readonly counts: Int32Array;
  /** The literal that comes behind each in the list of those that share a head; 0 behind the last. */
  readonly next: Int32Array;

  constructor(groups: readonly Group[], folds: Uint16Array) {
    let most = 1;
    this.counts = new Int32Array(groups.length);
    for (let group = 0; group < groups.length; group++) {
      this.counts[group] = most - 1;
      most += groups[group]!.size;
    }
    this.groups = groups;
    this.folds = folds;
    this.groupOf = new Int32Array(most);
    this.next = new Int32Array(most);
  }

  table(): HeadTable {
    return new HeadTable(this);
  }

  each(add: (number: number, key: number) => void): void {
    let number = 1;
    for (let group = 0; group < this.groups.length; group++) {
      const own = this.groups[group]!;
      for (let i = 0; i < own.size; i++, number++) {
        this.groupOf[number] = group;
        add(number, own.key(i));
      }
    }
  }

  word(number: number): string {
    const group = this.groupOf[number]!;
    return this.groups[group]!.literal(number - this.counts[group]! - 1);
  }
}

/** A literal with the groups that have it: many share one. */
interface Shared {
  readonly literal: string;
  readonly groups: Int32Array;
}

const NONE: readonly Shared[] = [];

/** Literals by a hash of how they begin; those that share a head follow one another. */
class HeadTable {
  private readonly bits = new Uint8Array(HASHES >> 3);
  /** By head, the number of the last literal added with it; once these are read, less than 0: where they are in `read`. */
  private readonly heads = new Int32Array(HEADS);
  private readonly read: (readonly Shared[])[] = [];
  private readonly literals: Literals;

  constructor(literals: Literals) {
    this.literals = literals;
  }

  add(number: number, hash: number): void {
    const { next } = this.literals;
    const head = hash & (HEADS - 1);
    this.bits[hash >> 3]! |= 1 << (hash & 7);
    next[number] = this.heads[head]!;
    this.heads[head] = number;
  }

  /** A quick look: false where no literal begins so. */
  mayHold(hash: number): boolean {
    return (this.bits[hash >> 3]! & (1 << (hash & 7))) !== 0;
  }

  /** Tells of the literals with this head that stand at an offset; −1 and the text's length are line feeds. */
  report(hash: number, text: string, at: number, hit: (group: number) => void): void {
    if (at < -1) return;
    for (const { literal, groups } of this.sharing(hash & (HEADS - 1))) {
      if (!this.stands(literal, text, at)) continue;
      for (let i = 0; i < groups.length; i++) hit(groups[i]!);
    }
  }

  /** The literals with a head, read when a text first has it. */
  private sharing(head: number): readonly Shared[] {
    const first = this.heads[head]!;
    if (first === 0) return NONE;
    if (first < 0) return this.read[-first - 1]!;
    const { groupOf, next } = this.literals;
    const groups = new Map<string, number[]>();
    for (let one = first; one !== 0; one = next[one]!) {
      const literal = this.literals.word(one);
      const known = groups.get(literal);
      if (known) known.push(groupOf[one]!);
      else groups.set(literal, [groupOf[one]!]);
    }
    const shared = Array.from(groups, ([literal, own]) => ({ literal, groups: Int32Array.from(own) }));
    this.heads[head] = -this.read.push(shared);
    return shared;
  }

  private stands(literal: string, text: string, at: number): boolean {
    const { folds } = this.literals;
    const from = fromOf(literal);
    const units = toOf(literal) - from;
    const end = text.length;
    if (from === 1 && isWordUnit(folds[text.charCodeAt(at - 1)])) return false;
    for (let i = 0; i < units; i++) {
      const place = at + i;
      if (place > end || literal.charCodeAt(from + i) !== (place >= 0 && place < end ? folds[text.charCodeAt(place)]! : LF)) return false;
    }
    return from + units === literal.length || !isWordUnit(folds[text.charCodeAt(at + units)]);
  }
}
