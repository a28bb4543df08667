import { WORD_EDGE } from './pattern.ts';

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

/** Literals are in folded form, with WORD_EDGE before or behind where a Latin word must begin or end; empty ones never hit. `folds` maps every unit to its folded unit. */
export function literalScan(groups: readonly (readonly string[])[], folds: Uint16Array): LiteralScan {
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
function scriptScan(groups: readonly (readonly string[])[], folds: Uint16Array, isWanted: (scripts: number) => boolean): LiteralScan {
  const literals = new Literals(groups, folds);
  const { one, two, three } = literals;
  const four = new HeadTable(literals);
  const six = new HeadTable(literals);
  literals.each((literal, from, units) => {
    const scripts = scriptsOf(literal);
    if (!isWanted(scripts)) return;
    if (units < 4 || scripts > LATIN) literals.addShort(literal, from, units);
    else {
      let hash = 0;
      for (let i = from; i < from + (units < 6 ? 4 : 6); i++) {
        hash = units < 6 ? stepFour(hash, literal.charCodeAt(i)) : stepSix(hash, literal.charCodeAt(i));
      }
      (units < 6 ? four : six).add(hash);
    }
  });
  return {
    scan(text, hit) {
      let fourHash = stepFour(0, LF);
      let sixHash = stepSix(0, LF);
      let before = 0;
      let last = LF;
      for (let i = 0; i <= text.length; i++) {
        const unit = i < text.length ? folds[text.charCodeAt(i)]! : LF;
        if (one.mayHold(unit)) one.report(unit, text, i, hit);
        const pair = runOf(0, last, unit);
        if (two.mayHold(pair)) two.report(pair, text, i - 1, hit);
        const triple = runOf(before, last, unit);
        if (three.mayHold(triple)) three.report(triple, text, i - 2, hit);
        before = last;
        last = unit;
        fourHash = stepFour(fourHash, unit);
        if (four.mayHold(fourHash)) four.report(fourHash, text, i - 3, hit);
        sixHash = stepSix(sixHash, unit);
        if (six.mayHold(sixHash)) six.report(sixHash, text, i - 5, hit);
      }
    },
  };
}

const LF = 10;
/** From here on units are not Latin. */
const HAN = 0x2e80;
const EDGE = WORD_EDGE.charCodeAt(0);
const HASHES = 1 << 20;
const HEADS = 1 << 16;

/** A hash of a run of up to three units, those missing in front being 0. */
function runOf(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x9e3b) ^ Math.imul(b, 0x285eb) ^ Math.imul(c, 0x827d5)) & (HASHES - 1);
}

/** Rolling hashes over four and six units: one that many places back has left the hash. */
function stepFour(hash: number, unit: number): number {
  return ((hash << 5) ^ (unit * 0x9e5)) & 0xfffff;
}

function stepSix(hash: number, unit: number): number {
  return ((hash << 3) ^ (unit * 0x9e5)) & 0x3ffff;
}

/** What a literal has in it: Latin letters, Han, or both. */
const LATIN = 1;
const OTHER = 2;

function scriptsOf(literal: string): number {
  let scripts = 0;
  for (let i = 0; i < literal.length; i++) {
    const unit = literal.charCodeAt(i);
    if (unit >= HAN) scripts |= OTHER;
    else if (unit >= 0x61 && unit <= 0x7a) scripts |= LATIN;
  }
  return scripts;
}

/** A Latin letter, digit or underscore, as `\b` has it; the text is folded, so letters are lower case. */
export function isWordUnit(unit: number | undefined): boolean {
  return unit !== undefined && ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f);
}

/** The literals of a scan by number, and those that go by their first one, two or three units. Numbers count from 1. */
class Literals {
  readonly folds: Uint16Array;
  readonly words: string[];
  readonly groups: Int32Array;
  /** The literal that comes behind each in the list of those that share a head; 0 behind the last. */
  readonly next: Int32Array;
  readonly one: HeadTable;
  readonly two: HeadTable;
  readonly three: HeadTable;
  /** How many there are; while one is added, its number. */
  count = 0;
  private readonly given: readonly (readonly string[])[];

  constructor(groups: readonly (readonly string[])[], folds: Uint16Array) {
    let most = 1;
    for (const group of groups) most += group.length;
    this.given = groups;
    this.folds = folds;
    this.words = new Array<string>(most);
    this.groups = new Int32Array(most);
    this.next = new Int32Array(most);
    this.one = new HeadTable(this);
    this.two = new HeadTable(this);
    this.three = new HeadTable(this);
  }

  /** Numbers every literal that is not empty; `add` puts it into a table: where it begins and how many units it has, marks left out. */
  each(add: (literal: string, from: number, units: number) => void): void {
    for (let group = 0; group < this.given.length; group++) {
      for (const literal of this.given[group]!) {
        const from = literal.charCodeAt(0) === EDGE ? 1 : 0;
        const units = literal.length - from - (literal.charCodeAt(literal.length - 1) === EDGE ? 1 : 0);
        if (units <= 0) continue;
        this.count++;
        this.words[this.count] = literal;
        this.groups[this.count] = group;
        add(literal, from, units);
      }
    }
  }

  addShort(literal: string, from: number, units: number): void {
    const first = literal.charCodeAt(from);
    if (units === 1) this.one.add(first);
    else if (units === 2) this.two.add(runOf(0, first, literal.charCodeAt(from + 1)));
    else this.three.add(runOf(first, literal.charCodeAt(from + 1), literal.charCodeAt(from + 2)));
  }
}

/** Literals by a hash of how they begin; those that share a head follow one another. */
class HeadTable {
  private readonly bits = new Uint8Array(HASHES >> 3);
  private readonly heads = new Int32Array(HEADS);
  private readonly literals: Literals;

  constructor(literals: Literals) {
    this.literals = literals;
  }

  /** Puts in the literal that is being numbered. */
  add(hash: number): void {
    const { count, next } = this.literals;
    const head = hash & (HEADS - 1);
    this.bits[hash >> 3]! |= 1 << (hash & 7);
    next[count] = this.heads[head]!;
    this.heads[head] = count;
  }

  /** A quick look: false where no literal begins so. */
  mayHold(hash: number): boolean {
    return (this.bits[hash >> 3]! & (1 << (hash & 7))) !== 0;
  }

  /** Tells of the literals with this head that stand at an offset; −1 and the text's length are line feeds. */
  report(hash: number, text: string, at: number, hit: (group: number) => void): void {
    if (at < -1) return;
    const { words, groups, next } = this.literals;
    // Many groups share a literal, and those of one follow one another.
    let last: string | undefined;
    let stands = false;
    for (let one = this.heads[hash & (HEADS - 1)]!; one !== 0; one = next[one]!) {
      const literal = words[one]!;
      if (literal !== last) stands = this.stands(literal, text, at);
      last = literal;
      if (stands) hit(groups[one]!);
    }
  }

  private stands(literal: string, text: string, at: number): boolean {
    const { folds } = this.literals;
    const end = text.length;
    let place = at;
    for (let i = 0; i < literal.length; i++) {
      const wanted = literal.charCodeAt(i);
      if (wanted === EDGE) {
        if (isWordUnit(folds[text.charCodeAt(i === 0 ? at - 1 : place)])) return false;
        continue;
      }
      if (place > end || wanted !== (place >= 0 && place < end ? folds[text.charCodeAt(place)]! : LF)) return false;
      place++;
    }
    return true;
  }
}
