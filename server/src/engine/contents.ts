import { fold } from '../text/fold.ts';
import { fromOf, type Group, HAN, HEADS, headAt, isWordUnit, reachIn, runOf, stepFour, stepSix, toOf } from './literals.ts';
import { LINE_END } from './pattern.ts';

/** So many texts are told apart by what is noted of them; then everything is forgotten. */
const MOST_ROUNDS = 255;

/**
 * Answers whether a text holds a literal of each of some groups. It notes which runs of units the text has, so that most literals
 * are ruled out by one look; asks about one text should come together. What is asked of every text lies side by side in arrays of
 * numbers: objects would lie all over memory.
 */
export class Contents {
  private readonly folds: Uint16Array;
  private readonly noted = new Uint8Array(HEADS);
  /** Where the last run ends that is noted at each place. */
  private readonly ends = new Int32Array(HEADS);
  private round = 0;
  private last: string | undefined;
  private folded = '';
  private readonly groups: Group[] = [];
  private readonly places = new Map<Group, number>();
  /** By place of a group, where its heads begin; those of the next begin where they end. */
  private starts = new Int32Array(1024);
  private heads = new Uint16Array(4096);
  /** By place of a head, the literal, where it was asked for, and over how many units its head goes. */
  private readonly words: (string | undefined)[] = [];
  private reaches = new Uint8Array(4096);
  /** What was entered: how many groups, then their places. */
  private entered = new Int32Array(4096);
  private length = 0;

  constructor(folds: Uint16Array) {
    this.folds = folds;
  }

  /** A number to ask for some groups by. */
  enter(groups: readonly Group[]): number {
    const at = this.length;
    const own = groups.map((group) => this.placeOf(group));
    this.entered = roomFor(this.entered, at + own.length + 1, Int32Array);
    this.entered[at] = own.length;
    this.entered.set(own, at + 1);
    this.length += own.length + 1;
    return at;
  }

  holdsEach(text: string, number: number): boolean {
    const { entered, starts, heads, noted } = this;
    const end = number + entered[number]!;
    if (end > number && text !== this.last) this.read(text);
    const { round } = this;
    for (let at = number + 1; at <= end; at++) {
      const group = entered[at]!;
      const from = starts[group]!;
      const to = starts[group + 1]!;
      let i = from;
      while (i < to && !(noted[heads[i]!] === round && this.holds(group, i))) i++;
      if (i === to) return false;
    }
    return true;
  }

  private placeOf(group: Group): number {
    const known = this.places.get(group);
    if (known !== undefined) return known;
    const place = this.groups.push(group) - 1;
    const from = this.starts[place]!;
    const to = from + group.size;
    this.starts = roomFor(this.starts, place + 2, Int32Array);
    this.heads = roomFor(this.heads, to, Uint16Array);
    this.heads.set(group.heads, from);
    this.reaches = roomFor(this.reaches, to, Uint8Array);
    while (this.words.length < to) this.words.push(undefined);
    this.starts[place + 1] = to;
    this.places.set(group, place);
    return place;
  }

  private read(text: string): void {
    const { noted, ends } = this;
    this.last = text;
    const folded = LINE_END + fold(this.folds, text) + LINE_END;
    this.folded = folded;
    this.round++;
    if (this.round > MOST_ROUNDS) {
      noted.fill(0);
      this.round = 1;
    }
    const { round } = this;
    const note = (head: number, end: number): void => {
      noted[head] = round;
      ends[head] = end;
    };
    let a = 0;
    let b = 0;
    let four = 0;
    let six = 0;
    for (let i = 0; i < folded.length; i++) {
      const c = folded.charCodeAt(i);
      note(headAt(runOf(0, 0, c), 1), i);
      note(headAt(runOf(0, b, c), 2), i);
      note(headAt(runOf(a, b, c), 3), i);
      four = stepFour(four, c);
      six = stepSix(six, c);
      if (c < HAN) {
        note(headAt(four, 4), i);
        note(headAt(six, 6), i);
      }
      a = b;
      b = c;
    }
  }

  /** True when the literal of a group whose head is the one at `i` stands in the text: nearly always it stands where a run with its head was last seen, or nowhere. */
  private holds(group: number, i: number): boolean {
    const marked = this.wordAt(group, i);
    const from = fromOf(marked);
    const to = toOf(marked);
    if (this.standsAt(marked, from, to, this.ends[this.heads[i]!]! - this.reaches[i]! + 1)) return true;
    return this.stands(to - from === marked.length ? marked : marked.slice(from, to), from === 1, to < marked.length);
  }

  private wordAt(place: number, i: number): string {
    const known = this.words[i];
    if (known !== undefined) return known;
    const group = this.groups[place]!;
    const own = i - this.starts[place]!;
    const word = group.literal(own);
    this.words[i] = word;
    this.reaches[i] = reachIn(group.key(own));
    return word;
  }

  private standsAt(marked: string, from: number, to: number, at: number): boolean {
    const { folded } = this;
    if (at < 0 || at + to - from > folded.length) return false;
    for (let i = from; i < to; i++) if (marked.charCodeAt(i) !== folded.charCodeAt(at + i - from)) return false;
    if (from === 1 && isWordUnit(folded.charCodeAt(at - 1))) return false;
    return to === marked.length || !isWordUnit(folded.charCodeAt(at + to - from));
  }

  private stands(literal: string, beginsWord: boolean, endsWord: boolean): boolean {
    const { folded } = this;
    for (let at = folded.indexOf(literal); at >= 0; at = folded.indexOf(literal, at + 1)) {
      if (beginsWord && isWordUnit(folded.charCodeAt(at - 1))) continue;
      if (!(endsWord && isWordUnit(folded.charCodeAt(at + literal.length)))) return true;
    }
    return false;
  }
}

/** An array with room for so many numbers: itself, or a larger one with what is in it. */
function roomFor<A extends Int32Array | Uint16Array | Uint8Array>(array: A, count: number, made: new (length: number) => A): A {
  if (count <= array.length) return array;
  const more = new made(Math.max(count, 2 * array.length));
  more.set(array);
  return more;
}
