import type { Dialogue } from './dialogues.ts';
import type { Utterance } from './model.ts';
import { type Path, type Place, paths } from './paths.ts';
import { ALIKE, dice, isComparable, isWorthSaying, mayBeAlike, type Phrase, pairs, saysTheSame } from './phrase.ts';
import type { PhraseReader } from './phraseReader.ts';

/** A phrase where it is said. */
export interface Said {
  readonly phrase: Phrase;
  readonly place: Place;
  /** Index of the utterance in its turn. */
  readonly utterance: number;
}

/** Something said again. */
export interface Repeat {
  readonly again: Said;
  readonly first: Said;
}

/** A sorry in an agent turn; `run` counts the turns in a row, up to and with this one, that say it in the same words. */
export interface Apology {
  readonly said: Said;
  readonly run: number;
}

/** What the agent says in a dialogue, and what of it is said again. */
export interface Repetition {
  readonly repeats: readonly Repeat[];
  readonly apologies: readonly Apology[];
  /** True when one of the sentences, said at `place`, would repeat what the agent says elsewhere on the way. */
  clashes(sentences: readonly Phrase[], pool: Uint16Array, place: Place): boolean;
}

/** Up to this many sentences every pair is looked at; beyond, only those that share a rare pair of characters. */
const FEW = 48;
/** Most places remembered for one wording, and most phrases looked at for one. */
const MOST_PLACES = 32;
const MOST_COMPARED = 96;
const MOST_LISTED = 96;
/** The part of its own pairs that a phrase shares with anything alike: ALIKE / (2 - ALIKE). */
const LEAST_SHARED = 0.739;
const SHARED = 2;
/** Reads what the agent says in a dialogue; the result stands until the reader is cleared. */
export function repetitionIn(dialogue: Dialogue, reader: PhraseReader): Repetition {
  return new Reading(dialogue, reader).result();
}

/** An apology, the last turn that made it, and how many turns in a row did. */
interface Run {
  readonly hash: number;
  turn: number;
  length: number;
}

class Reading {
  private readonly reader: PhraseReader;
  private readonly path: Path;
  private readonly byHash = new Map<number, Said[]>();
  private readonly all: Said[] = [];
  private readonly repeats: Repeat[] = [];
  private readonly apologies: Apology[] = [];
  /** Posting lists of the likely matches: phrases, by their number, under their rarest pairs of characters. */
  private readonly listed = new Map<number, number[]>();
  private compared: readonly Said[] = [];
  private frequency: Uint16Array | undefined;
  /** For each of `compared`, how many pairs it shared when last looked for, counted from the round's base. */
  private shared = new Uint32Array(0);
  private base = 0;
  private readonly paired = new Map<Phrase, Uint32Array>();

  constructor(dialogue: Dialogue, reader: PhraseReader) {
    this.reader = reader;
    this.path = paths(dialogue);
    for (let i = 0; i < dialogue.scenes.length; i++) this.scene(dialogue.scenes[i]!.items, i);
    this.likenesses();
  }

  result(): Repetition {
    return { repeats: this.repeats, apologies: this.apologies, clashes: (sentences, pool, place) => this.clashes(sentences, pool, place) };
  }

  private scene(items: Dialogue['scenes'][number]['items'], scene: number): void {
    let turn = 0;
    const sorry: Run[] = [];
    for (let item = 0; item < items.length; item++) {
      const one = items[item]!;
      if (one.kind !== 'turn' || one.role !== 'agent') continue;
      turn++;
      for (let u = 0; u < one.utterances.length; u++) this.utterance(one.utterances[u]!, { scene, item }, u, turn, sorry);
    }
  }

  private utterance({ body }: Utterance, place: Place, utterance: number, turn: number, sorry: Run[]): void {
    const { sentences, again, sorry: apologies } = this.reader.read(body.text);
    for (const phrase of sentences) if (isWorthSaying(phrase)) this.add({ phrase, place, utterance });
    for (const pair of again)
      this.repeats.push({ again: { phrase: pair.again, place, utterance }, first: { phrase: pair.first, place, utterance } });
    for (const phrase of apologies) {
      const known = sorry.find((run) => run.hash === phrase.hash);
      if (known?.turn === turn) continue;
      const run = known?.turn === turn - 1 ? known.length + 1 : 1;
      if (known) Object.assign(known, { turn, length: run });
      else sorry.push({ hash: phrase.hash, turn, length: run });
      this.apologies.push({ said: { phrase, place, utterance }, run });
    }
  }

  private add(said: Said): void {
    const known = this.byHash.get(said.phrase.hash);
    if (!known) {
      this.byHash.set(said.phrase.hash, [said]);
      this.all.push(said);
      return;
    }
    const first = known.find((other) => this.path(other.place, said.place));
    if (first) this.repeats.push({ again: said, first });
    else if (known.length < MOST_PLACES) {
      known.push(said);
      this.all.push(said);
    }
  }

  private likenesses(): void {
    const candidates = this.all.filter((said) => isComparable(said.phrase));
    if (candidates.length > FEW) this.frequency = this.frequencies(candidates);
    for (let i = 1; i < candidates.length && !this.frequency; i++) {
      const said = candidates[i]!;
      for (let j = 0; j < i; j++) if (this.isLike(candidates[j]!, said)) break;
    }
    if (!this.frequency) return;
    this.compared = candidates;
    this.shared = new Uint32Array(candidates.length);
    for (let number = 0; number < candidates.length; number++) {
      const said = candidates[number]!;
      const keys = this.rarest(this.pairs(said.phrase));
      if (!this.near(keys).some((other) => this.isLike(other, said))) this.list(keys, number);
    }
  }

  private isLike(other: Said, said: Said): boolean {
    if (!mayBeAlike(other.phrase, said.phrase) || dice(this.pairs(other.phrase), this.pairs(said.phrase)) < ALIKE) return false;
    const { pool } = this.reader;
    if (!saysTheSame(pool, other.phrase, pool, said.phrase)) return false;
    const [first, again] = this.path(other.place, said.place) ? [other, said] : [said, other];
    if (!this.path(first.place, again.place)) return false;
    this.repeats.push({ again, first });
    return true;
  }

  private clashes(sentences: readonly Phrase[], pool: Uint16Array, place: Place): boolean {
    const meets = (said: Said): boolean =>
      (said.place.scene !== place.scene || said.place.item !== place.item) &&
      (this.path(said.place, place) || this.path(place, said.place));
    return sentences.some((whole) => {
      if (!isWorthSaying(whole)) return false;
      if (this.byHash.get(whole.hash)?.some(meets)) return true;
      if (!isComparable(whole)) return false;
      const own = pairs(pool, whole);
      const others = this.frequency ? this.near(this.rarest(own)) : this.all;
      return others.some((said) => mayBeAlike(said.phrase, whole) && dice(this.pairs(said.phrase), own) >= ALIKE && meets(said));
    });
  }

  private pairs(phrase: Phrase): Uint32Array {
    let found = this.paired.get(phrase);
    if (!found) {
      found = pairs(this.reader.pool, phrase);
      this.paired.set(phrase, found);
    }
    return found;
  }

  private frequencies(candidates: readonly Said[]): Uint16Array {
    const table = new Uint16Array(65536);
    for (const { phrase } of candidates) {
      for (const pair of this.pairs(phrase)) {
        const slot = slotOf(pair);
        if (table[slot]! < 65535) table[slot]!++;
      }
    }
    return table;
  }

  /** The rarest pairs of a phrase: so many that anything alike must share SHARED of them. */
  private rarest(all: Uint32Array): number[] {
    const table = this.frequency!;
    const keys = [...new Set(all)].sort((a, b) => table[slotOf(a)]! - table[slotOf(b)]! || a - b);
    return keys.slice(0, Math.floor(keys.length * (1 - LEAST_SHARED)) + SHARED);
  }

  private near(keys: readonly number[]): Said[] {
    const { shared } = this;
    const base = this.base;
    this.base += keys.length;
    const found: Said[] = [];
    for (const key of keys) {
      for (const number of this.listed.get(key) ?? []) {
        const times = Math.max(shared[number]!, base) + 1;
        shared[number] = times;
        if (times === base + SHARED && found.push(this.compared[number]!) === MOST_COMPARED) return found;
      }
    }
    return found;
  }

  private list(keys: readonly number[], number: number): void {
    for (const key of keys) {
      const list = this.listed.get(key);
      if (!list) this.listed.set(key, [number]);
      else if (list.length < MOST_LISTED) list.push(number);
    }
  }
}

function slotOf(pair: number): number {
  return Math.imul(pair, 0x9e3779b1) >>> 16;
}
