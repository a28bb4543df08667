/** Where a term stands. */
interface List {
  ids: Int32Array;
  length: number;
  /** How many of them are gone. */
  gone: number;
}

/** A term that is looked for, and how much it counts beside others. */
export interface Wanted {
  readonly term: number;
  readonly weight: number;
  /** Of another name of something, a term of what was asked for: it counts no more than that, and texts that lack it lack nothing. */
  readonly instead?: number;
}

/** Postings looked at for one question; what is left then is in most texts, and tells little. */
const MOST_VISITED = 600_000;

/** Of so many texts one holds a term that is rare. */
const RARE = 100;
/** What a term counts that no text holds: people say much that is not to the point. */
const UNHEARD = 0.15;

/**
 * Which texts hold a term. Texts have rising numbers, none used twice. What is taken out is passed over until half of a list is gone;
 * then the list is written anew, so that taking out costs no more than putting in.
 */
export class Postings {
  private readonly lists = new Map<number, List>();
  private readonly isThere: (id: number) => boolean;
  private texts = 0;

  constructor(isThere: (id: number) => boolean) {
    this.isThere = isThere;
  }

  put(id: number, terms: readonly number[]): void {
    this.texts++;
    for (const term of terms) {
      const list = this.lists.get(term);
      if (!list) this.lists.set(term, { ids: Int32Array.of(id), length: 1, gone: 0 });
      else {
        if (list.length === list.ids.length) list.ids = grown(list.ids);
        list.ids[list.length++] = id;
      }
    }
  }

  /** The text must no longer be there when this is called. */
  remove(terms: readonly number[]): void {
    this.texts--;
    for (const term of terms) {
      const list = this.lists.get(term);
      if (!list) continue;
      list.gone++;
      if (list.gone === list.length) this.lists.delete(term);
      else if (list.gone * 2 > list.length) this.compact(list);
    }
  }

  /** How much a term tells: more, the fewer texts hold it, up to one in a hundred; little where none does. */
  weight(term: number): number {
    const list = this.lists.get(term);
    const rarity = Math.log(1 + Math.min(RARE, (this.texts + 1) / ((list ? list.length - list.gone : 0) + 1)));
    return rarity * rarity * (list ? 1 : UNHEARD);
  }

  /** Adds to the score of each text, in parts of a whole, what it holds of the terms; rare terms first. */
  score(wanted: readonly Wanted[], scores: Float32Array): void {
    const weighed = wanted.map(({ term, weight, instead }) => ({
      list: this.lists.get(term),
      weight: weight * Math.min(this.weight(term), instead !== undefined && this.lists.has(instead) ? this.weight(instead) : Infinity),
      counts: instead === undefined,
    }));
    const whole = weighed.reduce((sum, { weight, counts }) => (counts ? sum + weight : sum), 0);
    const known = weighed.flatMap(({ list, weight }) => (list ? [{ list, weight }] : [])).sort((a, b) => a.list.length - b.list.length);
    let visited = 0;
    for (const { list, weight } of known) {
      if (visited > 0 && visited + list.length > MOST_VISITED) return;
      visited += list.length;
      const { ids, length } = list;
      const part = weight / whole;
      for (let i = 0; i < length; i++) scores[ids[i]!]! += part;
    }
  }

  /** Gives texts other numbers, in the same order; those that are gone have none (-1). */
  renumber(numbers: Int32Array): void {
    for (const list of this.lists.values()) {
      let length = 0;
      for (let i = 0; i < list.length; i++) {
        const number = numbers[list.ids[i]!]!;
        if (number >= 0) list.ids[length++] = number;
      }
      list.length = length;
      list.gone = 0;
    }
  }

  private compact(list: List): void {
    let length = 0;
    for (let i = 0; i < list.length; i++) {
      const id = list.ids[i]!;
      if (this.isThere(id)) list.ids[length++] = id;
    }
    list.ids = list.ids.slice(0, length);
    list.length = length;
    list.gone = 0;
  }
}

/** The same numbers, with room for half as many more. */
function grown(ids: Int32Array): Int32Array {
  const larger = new Int32Array(Math.max(4, Math.ceil(ids.length * 1.5)));
  larger.set(ids);
  return larger;
}
