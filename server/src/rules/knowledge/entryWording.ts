import type { Item } from '../../engine/topic.ts';

/** An entry of a phrasebook. */
export interface Entry extends Item {
  /** What it says, by which entries are compared, and behind END the digits in it as written. */
  readonly words: string;
  readonly scene: string | undefined;
  readonly turn: number;
}

/** Stands between what an entry says and the digits as written. */
export const END = '\u0000';

/** An entry where it stands. */
export interface Occurrence {
  readonly path: string;
  /** Its number among the entries of its file. */
  at: number;
  entry: Entry;
  readonly wording: Wording;
}

/** Something that entries say, and where they do, in order. */
export interface Wording {
  readonly words: string;
  readonly units: string;
  /** The digits in it as said, and as written: 3 for 三 in the one, nothing in the other. */
  readonly said: string;
  readonly digits: string;
  readonly places: Occurrence[];
  /** The first wording like it that stands before it, where likeness has been looked for. */
  first?: Wording | undefined;
  /** The wordings of which it is the first. */
  later?: Set<Wording>;
}

/** Makes one wording the first like another; undefined: none is. */
export function setFirst(wording: Wording, first: Wording | undefined): void {
  wording.first?.later?.delete(wording);
  wording.first = first;
  if (first) {
    first.later ??= new Set();
    first.later.add(wording);
  }
}

/** A wording that stands nowhere yet. */
export function wordingFrom(words: string): Wording {
  const end = words.lastIndexOf(END);
  const units = words.slice(0, end);
  return { words, units, said: units.match(/[0-9]+/gu)?.join(' ') ?? '', digits: words.slice(end + 1), places: [] };
}

/** The pairs of neighbouring units. */
export function pairsOf(units: string): Uint32Array {
  const out = new Uint32Array(Math.max(0, units.length - 1));
  for (let i = 0; i < out.length; i++) out[i] = ((units.charCodeAt(i) << 16) | units.charCodeAt(i + 1)) >>> 0;
  return out;
}

/** By path, then by place in the file. */
export function precedes(a: Occurrence, b: Occurrence): boolean {
  return a.path === b.path ? a.at < b.at : a.path < b.path;
}
