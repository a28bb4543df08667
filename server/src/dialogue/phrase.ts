/** A stretch of speech as far as sameness goes. `from` and `to` are its units in the pool of the reader it came from. */
export interface Phrase {
  /** Over the text that was read. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly hash: number;
  readonly han: number;
  readonly words: number;
  /** The numbers said, in order, however written; 0 when there are none. */
  readonly numbers: number;
  /** Days and parts of the day named; 0 when there are none. */
  readonly days: number;
  readonly negations: number;
  readonly asks: boolean;
  readonly sorry: boolean;
  /** One bit of 64 for each pair of neighbouring units. */
  readonly low: number;
  readonly high: number;
}

/** How alike two phrases must be, by the pairs of neighbouring units they share (Dice). */
export const ALIKE = 0.85;
/** The shortest that may be called alike: shorter phrases are the same or they are not. */
const LEAST_HAN = 8;
const LEAST_WORDS = 6;
/** The shortest that is worth a word when it returns as it was. */
const REPEATED_HAN = 7;

/** Looks a stretch of the pool over once. */
export function phraseOf(pool: Uint16Array, place: Pick<Phrase, 'start' | 'end' | 'from' | 'to' | 'asks'>): Phrase {
  const { from, to } = place;
  let a = place.asks ? 13 : 7;
  let b = 11;
  let han = 0;
  let words = 0;
  let numbers = 0;
  let days = 0;
  let negations = 0;
  let sorry = false;
  let low = 0;
  let high = 0;
  let word = 0;
  let number = 0;
  let last = 0;
  for (let i = from; i <= to; i++) {
    const unit = i < to ? pool[i]! : 0;
    const letter = unit >= 0x61 && unit <= 0x7a;
    const digit = unit >= 0x30 && unit <= 0x39;
    if (letter) word = (Math.imul(word, 31) + unit) | 0;
    else if (word !== 0) {
      words++;
      if (TELLING[word & 1023] === 1) {
        if (DAY_WORDS.has(word)) days = (days + word) | 0;
        else if (NO_WORDS.has(word)) negations++;
        else if (SORRY_WORDS.has(word)) sorry = true;
      }
      word = 0;
    }
    if (digit) number = (Math.imul(number, 10) + unit - 0x2f) | 0;
    else if (number !== 0) {
      numbers = (Math.imul(numbers, 37) + number) | 0;
      words++;
      number = 0;
    }
    if (unit === 0) break;
    if (unit >= 0x3400 && unit < 0xfb00) {
      han++;
      days = (days + dayOf(last, unit)) | 0;
      if (isNo(last, unit)) negations++;
      else if (isSorry(last, unit)) sorry = true;
    }
    a = (Math.imul(a, 31) + unit) | 0;
    b = (Math.imul(b, 1_000_003) + unit) | 0;
    if (i > from) {
      const bit = pairBit(last, unit);
      if (bit < 32) low |= 1 << bit;
      else high |= 1 << (bit - 32);
    }
    last = unit;
  }
  const hash = (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff);
  return { start: place.start, end: place.end, asks: place.asks, from, to, hash, han, words, numbers, days, negations, sorry, low, high };
}

/** A number for the units of a stretch, in their order. */
export function hashOf(pool: Uint16Array, { from, to, asks }: Pick<Phrase, 'from' | 'to' | 'asks'>): number {
  let hash = asks ? 13 : 7;
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 1_000_003) + pool[i]!) | 0;
  return hash;
}

/** True for phrases that count as said again when the very same units return. */
export function isWorthSaying(phrase: Phrase): boolean {
  return phrase.han >= REPEATED_HAN || phrase.words >= LEAST_WORDS || phrase.han + 2 * phrase.words >= REPEATED_HAN + 4;
}

/** True for phrases long enough that likeness says something. */
export function isComparable(phrase: Phrase): boolean {
  return phrase.han >= LEAST_HAN || phrase.words >= LEAST_WORDS || phrase.han + phrase.words >= LEAST_HAN;
}

/** What must hold for two phrases to be alike, without looking at their units. */
export function mayBeAlike(a: Phrase, b: Phrase): boolean {
  if (a.numbers !== b.numbers || a.asks !== b.asks || a.negations !== b.negations) return false;
  if (a.days !== b.days && a.days !== 0 && b.days !== 0) return false;
  const both = a.to - a.from + (b.to - b.from) - 2;
  return (
    bits(a.low ^ b.low) + bits(a.high ^ b.high) <= (1 - ALIKE) * both && 2 * Math.min(a.to - a.from - 1, b.to - b.from - 1) >= ALIKE * both
  );
}

/** The pairs of neighbouring units of a phrase, sorted. */
export function pairs(pool: Uint16Array, { from, to }: Phrase): Uint32Array {
  const out = new Uint32Array(Math.max(0, to - from - 1));
  for (let i = from; i + 1 < to; i++) out[i - from] = ((pool[i]! << 16) | pool[i + 1]!) >>> 0;
  return out.sort();
}

/**
 * False when each phrase has Latin words of its own and one of those says something: English for Mandarin, in for out.
 * Words put in or left out do not count.
 */
export function saysTheSame(poolA: Uint16Array, a: Phrase, poolB: Uint16Array, b: Phrase): boolean {
  if (a.words === 0 || b.words === 0) return true;
  const ownA = wordsOf(poolA, a);
  const ownB: number[] = [];
  for (const word of wordsOf(poolB, b)) {
    const at = ownA.indexOf(word);
    if (at < 0) ownB.push(word);
    else ownA.splice(at, 1);
  }
  if (ownA.length === 0 || ownB.length === 0) return true;
  return [...ownA, ...ownB].every((word) => LITTLE_WORDS.has(word));
}

function wordsOf(pool: Uint16Array, { from, to }: Phrase): number[] {
  const words: number[] = [];
  let word = 0;
  for (let i = from; i <= to; i++) {
    const unit = i < to ? pool[i]! : 0;
    if (unit >= 0x61 && unit <= 0x7a) word = (Math.imul(word, 31) + unit) | 0;
    else if (word !== 0) {
      words.push(word);
      word = 0;
    }
  }
  return words;
}

/** How alike two sorted lists of pairs are: 1 for the same, 0 for nothing in common. */
export function dice(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      shared++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return (2 * shared) / Math.max(1, a.length + b.length);
}

function pairBit(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e37) + second, 0x9e3779b1) >>> 26;
}

function bits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function wordHash(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0;
  return hash;
}

function hashes(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map(wordHash));
}

const DAY_WORDS = hashes(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today tomorrow tonight yesterday morning afternoon evening noon',
);
const NO_WORDS = hashes(
  'not no never cannot without dont cant wont isnt arent wasnt werent doesnt didnt couldnt wouldnt shouldnt havent hasnt hadnt',
);
const LITTLE_WORDS = hashes(
  'a an the this that these those it its is are was were be been being will would shall should can could may might do does did have has had i you we they he she my your our their me us them him her to of for at by from with and or so then now just also please too very really still already again here there as if well yes ok okay am ill youll well theyll itll im youre were theyre ive youve weve id youd wed its thats theres which who what kindly still once soon',
);
const SORRY_WORDS = hashes('sorry apologies apologise apologize');
/** By the last bits of a word: 0 where it can be none of the words above. */
const TELLING = new Uint8Array(1024);
for (const word of [...DAY_WORDS, ...NO_WORDS, ...SORRY_WORDS]) TELLING[word & 1023] = 1;

const [TODAY, TOMORROW, AFTER, YESTERDAY, BEFORE] = [...'今明后昨前'].map(codeOf) as [number, number, number, number, number];
const [DAY, SUN, NIGHT, MORNING, NOON, ABOVE, BELOW, MIDDLE, WEEK, TERM, PRAY, LAST] = [...'天日晚早午上下中周期拜末'].map(
  codeOf,
) as number[];
const [NOT, HAVE_NOT, LACK, YET, DO_NOT, SPECIAL] = [...'不没无未别特'].map(codeOf) as number[];
const [REGRET, RISE, THINK, MEAN] = [...'歉起思意'].map(codeOf) as number[];

function codeOf(char: string): number {
  return char.charCodeAt(0);
}

/** A number for a word that names a day or a part of it: 今天, 下午, 早上, 周日; 0 for others. */
function dayOf(last: number, unit: number): number {
  if (unit === DAY || unit === SUN || unit === NIGHT || unit === MORNING) {
    if (last === TODAY || last === TOMORROW || last === AFTER || last === YESTERDAY || last === BEFORE)
      return last * (unit === NIGHT ? 3 : 1);
    return (last === WEEK || last === TERM || last === PRAY) && unit !== NIGHT ? SUN! : 0;
  }
  if (unit === NOON) return last === ABOVE || last === BELOW || last === MIDDLE ? last * 7 : 0;
  if (unit === ABOVE) return last === MORNING || last === NIGHT ? last * 11 : 0;
  return unit === LAST && last === WEEK ? LAST! : 0;
}

function isNo(last: number, unit: number): boolean {
  return unit === NOT || unit === HAVE_NOT || unit === LACK || unit === YET || (unit === DO_NOT && last !== SPECIAL);
}

/** 抱歉, 对不起, 不好意思. */
function isSorry(last: number, unit: number): boolean {
  return unit === REGRET || (unit === RISE && last === NOT) || (unit === THINK && last === MEAN);
}
