import { normalise } from '../text/normalise.ts';
import { multiplier, NUMERALS, readNumeral } from './numerals.ts';
import { type Phrase, phraseOf } from './phrase.ts';

/** A sentence taken apart for comparing: without the short clauses at its ends (好的, Sure), and its longer clauses. */
export interface Sentence {
  readonly whole: Phrase;
  readonly clauses: readonly Phrase[];
}

/** Stands for a placeholder, whatever its name. */
const PLACEHOLDER = 0xfffc;
const SPACE = 0x20;
/** Most units one character can become: 十亿 is ten digits. */
const MOST_UNITS = 6;
/** A clause at the end of a sentence must be longer than this to count, in units. */
const SHORT_HAN = 4;
const SHORT_LATIN = 12;
/** The shortest clause that is worth comparing with others of its turn. */
const CLAUSE_HAN = 6;
const CLAUSE_LATIN = 20;

/** What a folded unit does. */
const [SKIP, HAN, LATIN, DIGIT, NUMERAL, STOP, COMMA, ASK, OPEN, QUOTE, NOISE, DOT] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** What every reader needs to know of characters. */
export interface UnitTables {
  readonly folds: Uint16Array;
  /** What each unit does in a sentence. */
  readonly classes: Uint8Array;
}

export function unitTables(folds: Uint16Array): UnitTables {
  return { folds, classes: classTable(folds) };
}

/**
 * Reads text into sentences for comparing: script, width, case, marks and modal particles do not count, placeholders
 * are all the same, and numbers are the same however they are written. The pool of units grows with what is read.
 */
export class PhraseReader {
  pool = new Uint16Array(1024);
  private readonly folds: Uint16Array;
  private readonly classes: Uint8Array;
  private length = 0;
  private text = '';
  private noisy = false;
  private asks = false;
  /** The clauses of the open sentence: first unit, start and end in the text, by threes. */
  private readonly clauses: number[] = [];

  constructor({ folds, classes }: UnitTables) {
    this.folds = folds;
    this.classes = classes;
  }

  /** Forgets what was read; the phrases read before are worthless from here on. */
  clear(): void {
    this.length = 0;
  }

  /** The sentences of a text, by place in its normal text. */
  read(text: string): Sentence[] {
    const before = this.length;
    const sentences = this.sentences(text);
    if (!this.noisy) return sentences;
    this.length = before;
    return this.sentences(normalise(this.folds, text).text);
  }

  private sentences(text: string): Sentence[] {
    const sentences: Sentence[] = [];
    this.text = text;
    this.noisy = false;
    this.reserve(text.length * MOST_UNITS + 16);
    this.scan(sentences);
    return sentences;
  }

  private scan(sentences: Sentence[]): void {
    const { text, classes, pool } = this;
    let quoteEnd = -1;
    let first = -1;
    let end = 0;
    let from = this.length;
    let at = 0;
    let last = SKIP as number;
    const closeClause = (): void => {
      if (this.length > from) this.clauses.push(from, first, end);
      from = this.length;
      first = -1;
      last = SKIP;
    };
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      const kind = classes[unit]!;
      const start = at++;
      if (kind === HAN) pool[this.length++] = this.folds[unit]!;
      else if (kind === LATIN) {
        if (last === DIGIT || (last === LATIN && end < start && this.apart(end, start))) pool[this.length++] = SPACE;
        pool[this.length++] = this.folds[unit]!;
      } else if (kind === DIGIT) {
        if (last === LATIN || (last === DIGIT && end < start)) pool[this.length++] = SPACE;
        at = this.number(start);
      } else if (kind === NUMERAL) {
        if (last === DIGIT) pool[this.length++] = SPACE;
        at = this.numeral(start);
      } else if (kind === OPEN) {
        at = this.placeholder(start);
        if (at === start + 1) continue;
      } else {
        if (kind === NOISE) this.noisy = true;
        else if (kind === QUOTE) quoteEnd = start <= quoteEnd ? quoteEnd : this.closing(start);
        else if (start > quoteEnd || kind === SKIP) {
          if (kind === ASK) this.asks = true;
          if (kind === COMMA) closeClause();
          else if ((kind === STOP || kind === ASK) && !this.isParticle(unit)) {
            closeClause();
            this.close(sentences);
          } else if (kind === DOT && this.endsSentence(at)) {
            closeClause();
            this.close(sentences);
          }
        }
        continue;
      }
      last = kind === NUMERAL ? DIGIT : kind;
      if (first < 0) first = start;
      end = at;
    }
    closeClause();
    this.close(sentences);
  }

  /** Ends the open sentence: its phrase is made of the clauses between the short ones at its ends. */
  private close(sentences: Sentence[]): void {
    const { clauses, pool, asks } = this;
    let low = 0;
    let high = clauses.length;
    this.asks = false;
    if (high === 0) return;
    const unitsTo = (i: number): number => (i + 3 < clauses.length ? clauses[i + 3]! : this.length);
    const isShort = (i: number): boolean => unitsTo(i) - clauses[i]! <= (pool[clauses[i]!]! < 0x2e80 ? SHORT_LATIN : SHORT_HAN);
    while (high - low > 3 && isShort(low)) low += 3;
    while (high - low > 3 && isShort(high - 3)) high -= 3;
    const whole = phraseOf(pool, clauses[low]!, unitsTo(high - 3), { start: clauses[low + 1]!, end: clauses[high - 1]!, asks });
    const long: Phrase[] = [];
    for (let i = 0; i < clauses.length; i += 3) {
      const units = unitsTo(i) - clauses[i]!;
      if (units < (pool[clauses[i]!]! < 0x2e80 ? CLAUSE_LATIN : CLAUSE_HAN) && !maySorry(pool, clauses[i]!, units)) continue;
      if (high - low === 3 && i === low) long.push(whole);
      else long.push(phraseOf(pool, clauses[i]!, unitsTo(i), { start: clauses[i + 1]!, end: clauses[i + 2]!, asks }));
    }
    clauses.length = 0;
    sentences.push({ whole, clauses: long });
  }

  /** Reads Arabic digits from `at` on; marks inside the number (1,000) do not count. Returns where they end. */
  private number(at: number): number {
    const { text, classes, pool } = this;
    let end = at;
    let value = 0;
    const from = this.length;
    for (;;) {
      const unit = text.charCodeAt(end);
      if (classes[unit] === DIGIT) {
        const digit = this.folds[unit]!;
        value = value * 10 + digit - 0x30;
        pool[this.length++] = digit;
      } else if (!(isInNumber(this.folds[unit]!) && classes[text.charCodeAt(end + 1)] === DIGIT)) break;
      end++;
    }
    const times = end < text.length && classes[text.charCodeAt(end)] === NUMERAL ? multiplier(this.folded(end)) : undefined;
    if (times === undefined || end - at > 9) return end;
    this.length = from;
    this.put(String(value * times));
    return end + 1;
  }

  private numeral(at: number): number {
    let end = at + 1;
    while (end < this.text.length && end - at < 24 && this.classes[this.text.charCodeAt(end)] === NUMERAL) end++;
    let run = '';
    for (let i = at; i < end; i++) run += this.folded(i);
    const behind = [0, 1, 2].map((i) => (end + i < this.text.length ? this.folded(end + i) : '')).join('');
    this.put(readNumeral(run, at > 0 ? this.folded(at - 1) : '', behind) ?? run);
    return end;
  }

  /** Reads a placeholder of any of the usual syntaxes; where there is none, one unit is passed over. */
  private placeholder(at: number): number {
    PLACEHOLDERS.lastIndex = at;
    const found = PLACEHOLDERS.exec(this.text);
    if (!found) return at + 1;
    this.pool[this.length++] = PLACEHOLDER;
    return at + found[0].length;
  }

  /** Where the quotation that opens at `at` closes; `at` itself where it does not. */
  private closing(at: number): number {
    const close = CLOSING[this.text[at]!];
    const end = close === undefined ? -1 : this.text.indexOf(close, at + 1);
    return end < 0 || end - at > 200 || this.text.slice(at, end).includes('\n') ? at : end;
  }

  private apart(end: number, start: number): boolean {
    for (let i = end; i < start; i++) if (!isApostrophe(this.text.charCodeAt(i))) return true;
    return false;
  }

  private endsSentence(next: number): boolean {
    return next >= this.text.length || this.text.charCodeAt(next) <= SPACE;
  }

  private isParticle(unit: number): boolean {
    return this.folds[unit] === ASKING;
  }

  private folded(at: number): string {
    return String.fromCharCode(this.folds[this.text.charCodeAt(at)]!);
  }

  private put(words: string): void {
    for (let i = 0; i < words.length; i++) this.pool[this.length++] = words.charCodeAt(i);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.pool.length) return;
    const pool = new Uint16Array(Math.max(this.pool.length * 2, this.length + more));
    pool.set(this.pool.subarray(0, this.length));
    this.pool = pool;
  }
}

const ASKING = '吗'.charCodeAt(0);
const PARTICLES = '的了啊呀哦喔哈嘛啦哟喽呐吧呢哒嘞唷噢诶欸耶咯啰';
const PLACEHOLDERS =
  /\{{1,2}[^{}\n]{1,60}\}{1,2}|\$\{[^{}\n]{1,60}\}|%[a-z_][\w.-]{0,40}%|\[\[[^[\]\n]{1,60}\]\]|<[a-z_][\w.-]{0,40}>|\ufffc+/iuy;
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '\u201c': '\u201d',
  '\u300c': '\u300d',
  '\u300e': '\u300f',
  '\uff02': '\uff02',
};

function classTable(folds: Uint16Array): Uint8Array {
  const table = new Uint8Array(65536);
  const set = (chars: string, kind: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = kind;
  };
  for (let unit = 0; unit < 65536; unit++) {
    if ((unit >= 0x3040 && unit < 0xa000) || (unit >= 0xac00 && unit < 0xe000) || (unit >= 0xf900 && unit < 0xfb00)) table[unit] = HAN;
    else if ((unit >= 0xc0 && unit < 0x250 && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x370 && unit < 0x2000)) table[unit] = LATIN;
  }
  for (let unit = 0x61; unit <= 0x7a; unit++) table[unit] = LATIN;
  for (let unit = 0x30; unit <= 0x39; unit++) table[unit] = DIGIT;
  set(NUMERALS, NUMERAL);
  set(PARTICLES, SKIP);
  set('\u3002!;\u2026\n\r', STOP);
  set('?吗', ASK);
  set(',:\u3001()\u2014~', COMMA);
  set('.', DOT);
  set('{$%[<\ufffc', OPEN);
  set('"\u201c\u201d\u300c\u300d\u300e\u300f', QUOTE);
  set(
    'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff',
    NOISE,
  );
  for (let unit = 0; unit < 65536; unit++) if (folds[unit] !== unit) table[unit] = table[folds[unit]!]!;
  set('\u201c\u201d', QUOTE);
  return table;
}

/** True for short clauses that may be an apology: 非常抱歉, 对不起, 不好意思; any in Latin letters. */
function maySorry(pool: Uint16Array, from: number, units: number): boolean {
  if (pool[from]! < 0x2e80) return units >= LATIN_SORRY;
  for (let i = from; i < from + units; i++) {
    if (SORRY_UNITS.has(pool[i]!)) return true;
  }
  return false;
}

const LATIN_SORRY = 5;
const SORRY_UNITS = new Set([...'歉起思'].map((char) => char.charCodeAt(0)));

/** , . : / - between digits. */
function isInNumber(unit: number): boolean {
  return unit === 0x2c || unit === 0x2e || unit === 0x3a || unit === 0x2f || unit === 0x2d;
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}
