import { fold } from '../text/fold.ts';
import { type Group, HAN, HEADS, headAt, inside, isWordUnit, runOf, stepFour, stepSix } from './literals.ts';
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
  private round = 0;
  private last: string | undefined;
  private folded = '';
  private readonly groups: Group[] = [];
  private readonly places = new Map<Group, number>();
  /** By place of a group, where its heads begin; those of the next begin where they end. */
  private starts = new Int32Array(1024);
  private heads = new Uint16Array(4096);
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
      while (i < to && !(noted[heads[i]!] === round && this.holds(this.groups[group]!.literal(i - from)))) i++;
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
    this.starts[place + 1] = to;
    this.places.set(group, place);
    return place;
  }

  private read(text: string): void {
    const { noted } = this;
    this.last = text;
    const folded = LINE_END + fold(this.folds, text) + LINE_END;
    this.folded = folded;
    this.round++;
    if (this.round > MOST_ROUNDS) {
      noted.fill(0);
      this.round = 1;
    }
    const { round } = this;
    let a = 0;
    let b = 0;
    let four = 0;
    let six = 0;
    for (let i = 0; i < folded.length; i++) {
      const c = folded.charCodeAt(i);
      noted[headAt(runOf(0, 0, c), 1)] = round;
      noted[headAt(runOf(0, b, c), 2)] = round;
      noted[headAt(runOf(a, b, c), 3)] = round;
      four = stepFour(four, c);
      six = stepSix(six, c);
      if (c < HAN) {
        noted[headAt(four, 4)] = round;
        noted[headAt(six, 6)] = round;
      }
      a = b;
      b = c;
    }
  }

  private holds(marked: string): boolean {
    const { from, units } = inside(marked);
    const to = from + units;
    return this.stands(units === marked.length ? marked : marked.slice(from, to), from === 1, to < marked.length);
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
function roomFor<A extends Int32Array | Uint16Array>(array: A, count: number, made: new (length: number) => A): A {
  if (count <= array.length) return array;
  const more = new made(Math.max(count, 2 * array.length));
  more.set(array);
  return more;
}
