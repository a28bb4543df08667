import { emphasised, maySorry } from './apology.ts';
import { hashOf, isWorthSaying, type Phrase, phraseOf } from './phrase.ts';

/** A text taken apart for comparing. */
export interface Said {
  /** The sentences, without the short clauses at their ends (好的, Sure); those too short to matter are left out. */
  readonly sentences: readonly Phrase[];
  /** Clauses said a second time in the text, with the first. */
  readonly again: readonly { readonly first: Phrase; readonly again: Phrase }[];
  /** Clauses that do nothing but apologise. */
  readonly sorry: readonly Phrase[];
}

/** A clause of the open sentence: its units in the pool, and its place in the text. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly asks: boolean;
}

/** A Chinese character says as much as two or three letters. */
const HAN_WEIGHT = 5;
const LATIN_WEIGHT = 2;
/** The least a clause at the end of a sentence must say to count, and the least that is worth comparing. */
const SHORT = 5 * HAN_WEIGHT;
const LONG = 6 * HAN_WEIGHT;
/** 话, in which a clause ends that says when. */
const CASE = 0x8bdd;

/** Collects the clauses of a text, sentence by sentence, and makes of them what is said. Units stand in the pool of whoever reads. */
export class SaidBuilder {
  private pool: Uint16Array = new Uint16Array();
  private found: Phrase[] = [];
  private again: { first: Phrase; again: Phrase }[] = [];
  private sorry: Phrase[] = [];
  /** The clauses of the open sentence. */
  private readonly clauses: Clause[] = [];
  /** The longer clauses of the text so far, and what they say. */
  private readonly longer: Clause[] = [];
  private readonly hashes: number[] = [];
  /** The clause that must come next for a repetition to go on. */
  private follows = -1;

  /** Begins a text whose units go into that pool. */
  begin(pool: Uint16Array): void {
    this.pool = pool;
    this.found = [];
    if (this.again.length > 0) this.again = [];
    if (this.sorry.length > 0) this.sorry = [];
    this.longer.length = 0;
    this.hashes.length = 0;
    this.follows = -1;
  }

  /** What has been said since the text began. */
  said(): Said {
    return { sentences: this.found, again: this.again, sorry: this.sorry };
  }

  /** The next clause of the open sentence. */
  clause(clause: Clause): void {
    this.clauses.push(clause);
  }

  /** Ends the open sentence: its phrase is what stands between the short clauses at its ends. */
  endSentence(asks: boolean): void {
    const { clauses, pool } = this;
    if (clauses.length === 0) return;
    let low = 0;
    let high = clauses.length - 1;
    while (low < high && isUnder(SHORT, pool, clauses[low]!) && !isCondition(pool, clauses[low]!)) low++;
    while (low < high && isUnder(SHORT, pool, clauses[high]!)) high--;
    const whole = { ...clauses[low]!, to: clauses[high]!.to, end: clauses[high]!.end, asks };
    if (!isUnder(LONG, pool, whole)) this.found.push(phraseOf(pool, whole));
    for (const clause of clauses) {
      this.apology(clause);
      if (!isUnder(LONG, pool, clause)) this.compare(asks ? { ...clause, asks } : clause);
    }
    clauses.length = 0;
  }

  private apology(clause: Clause): void {
    const { pool } = this;
    const told = emphasised(pool, clause);
    if (!told && !maySorry(pool, clause)) return;
    const phrase = phraseOf(pool, { ...clause, ...told });
    if (phrase.sorry) this.sorry.push(phrase);
  }

  /** Compares a clause with those before it in the text; a shorter one counts where it follows on in both places. */
  private compare(clause: Clause): void {
    const hash = hashOf(this.pool, clause);
    const at = this.hashes.indexOf(hash);
    const first = this.longer[at];
    this.longer.push(clause);
    this.hashes.push(hash);
    const again = first && phraseOf(this.pool, clause);
    if (again && (isWorthSaying(again) || at === this.follows)) {
      this.again.push({ first: phraseOf(this.pool, first), again });
      this.follows = at + 1;
    } else this.follows = -1;
  }
}

/** True for a clause that says when the rest holds, 没货的话: it is part of what is said, with a comma behind it or without. */
function isCondition(pool: Uint16Array, { from, to }: Clause): boolean {
  return to - from > 1 && pool[to - 1] === CASE;
}

/** True when a clause says less than `weight`. */
function isUnder(weight: number, pool: Uint16Array, { from, to }: Clause): boolean {
  let sum = 0;
  for (let i = from; i < to && sum < weight; i++) sum += pool[i]! < 0x2e80 ? LATIN_WEIGHT : HAN_WEIGHT;
  return sum < weight;
}
