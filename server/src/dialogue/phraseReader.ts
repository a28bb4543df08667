import { normalise } from '../text/normalise.ts';
import { multiplier, readNumeral } from './numerals.ts';
import { type Said, SaidBuilder } from './saidBuilder.ts';
import { UNIT, type UnitTables } from './unitClasses.ts';

/** Stands for a placeholder, whatever its name. */
const PLACEHOLDER = 0xfffc;
const SPACE = 0x20;
/** Most units one character can become: 十亿 is ten digits. */
const MOST_UNITS = 6;
/** Quotations longer than this are read as if they were none. */
const LONGEST_QUOTE = 200;
/** Units turned into text at once. */
const CHUNK = 4096;

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
  private readonly builder = new SaidBuilder();
  /** Where the open clause begins, in the pool and in the text (-1: nowhere yet), and ends so far. */
  private from = 0;
  private start = -1;
  private end = 0;
  /** What the last unit that counts was, within the sentence. */
  private last: number = UNIT.skip;
  private quoteEnd = -1;
  private asks = false;
  private questions = 0;
  private noisy = false;

  constructor({ folds, classes }: UnitTables) {
    this.folds = folds;
    this.classes = classes;
  }

  /** Forgets what was read; the phrases read before are worthless from here on. */
  clear(): void {
    this.length = 0;
  }

  /** What a text says, by place in its normal text. */
  read(text: string): Said {
    const before = this.length;
    const said = this.taken(text);
    if (!this.noisy) return said;
    this.length = before;
    return this.taken(normalise(this.folds, text).text);
  }

  /** Everything a text says, short clauses included, as units that can be compared; a question ends in a question mark. */
  whole(text: string): string {
    this.clear();
    this.questions = 0;
    this.taken(text);
    if (this.noisy) {
      this.clear();
      this.questions = 0;
      this.taken(normalise(this.folds, text).text);
    }
    const parts: string[] = [];
    for (let from = 0; from < this.length; from += CHUNK) {
      parts.push(String.fromCharCode(...this.pool.subarray(from, Math.min(this.length, from + CHUNK))));
    }
    return parts.join('').trim() + (this.questions > 0 ? '?' : '');
  }

  private taken(text: string): Said {
    const needed = this.length + text.length * MOST_UNITS + 16;
    if (needed > this.pool.length) {
      const pool = new Uint16Array(Math.max(this.pool.length * 2, needed));
      pool.set(this.pool.subarray(0, this.length));
      this.pool = pool;
    }
    this.text = text;
    this.builder.begin(this.pool);
    this.noisy = false;
    this.quoteEnd = -1;
    this.from = this.length;
    for (let at = 0; at < text.length; ) {
      const kind = this.classes[text.charCodeAt(at)]!;
      at = kind >= UNIT.han && kind <= UNIT.numeral ? this.word(kind, at) : this.mark(kind, at);
    }
    this.closeSentence();
    return this.builder.said();
  }

  /** Takes in what is said at `at`; returns where it ends. */
  private word(kind: number, at: number): number {
    const isSpaced = kind !== UNIT.han && (this.last === UNIT.latin || this.last === UNIT.digit);
    if (isSpaced && (this.start < 0 || (kind === UNIT.latin) !== (this.last === UNIT.latin) || this.isApart(at)))
      this.pool[this.length++] = SPACE;
    if (this.start < 0) {
      this.start = at;
      this.from = this.length;
    }
    const end = kind === UNIT.digit ? this.number(at) : kind === UNIT.numeral ? this.numeral(at) : this.run(kind, at);
    this.last = kind === UNIT.numeral ? UNIT.digit : kind;
    this.end = end;
    return end;
  }

  /** Takes in units of one kind, as far as they go; returns where they end. */
  private run(kind: number, at: number): number {
    const { text, classes, folds, pool } = this;
    let length = this.length;
    let end = at;
    do pool[length++] = folds[text.charCodeAt(end++)]!;
    while (end < text.length && classes[text.charCodeAt(end)] === kind);
    this.length = length;
    return end;
  }

  /** Takes in a mark, or a placeholder that opens there; returns where it ends. */
  private mark(kind: number, at: number): number {
    if (kind === UNIT.open) return this.placeholder(at);
    if (kind === UNIT.noise) this.noisy = true;
    else if (kind === UNIT.quote) {
      if (at > this.quoteEnd) this.quoteEnd = this.closing(at);
    } else if (at > this.quoteEnd) {
      if (kind === UNIT.asking) this.asks = true;
      if (kind === UNIT.comma) this.closeClause();
      else if (kind === UNIT.stop || (kind === UNIT.asking && !isHan(this.text.charCodeAt(at))) || (kind === UNIT.dot && this.isStop(at)))
        this.closeSentence();
    }
    return at + 1;
  }

  private closeClause(): void {
    if (this.start >= 0) this.builder.clause({ from: this.from, to: this.length, start: this.start, end: this.end, asks: false });
    this.start = -1;
  }

  private closeSentence(): void {
    this.closeClause();
    if (this.asks) this.questions++;
    this.builder.endSentence(this.asks);
    this.asks = false;
    this.last = UNIT.skip;
  }

  /** Reads Arabic digits; marks inside the number (1,000) do not count. */
  private number(at: number): number {
    const { text, classes, pool, folds } = this;
    const from = this.length;
    let end = at;
    let value = 0;
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (classes[unit] === UNIT.digit) {
        value = value * 10 + folds[unit]! - 0x30;
        pool[this.length++] = folds[unit]!;
      } else if (!IN_NUMBER.has(folds[unit]!) || classes[text.charCodeAt(end + 1)] !== UNIT.digit) break;
    }
    const times = end < text.length && classes[text.charCodeAt(end)] === UNIT.numeral ? multiplier(this.folded(end)) : undefined;
    if (times === undefined || end - at > 9) return end;
    this.length = from;
    this.put(String(value * times));
    return end + 1;
  }

  private numeral(at: number): number {
    let end = at + 1;
    while (end < this.text.length && end - at < 24 && this.classes[this.text.charCodeAt(end)] === UNIT.numeral) end++;
    let run = '';
    for (let i = at; i < end; i++) run += this.folded(i);
    const behind = this.folded(end) + this.folded(end + 1) + this.folded(end + 2);
    this.put(readNumeral(run, this.folded(at - 1), behind) ?? run);
    return end;
  }

  /** Reads a placeholder of any of the usual syntaxes; where there is none, one unit is passed over. */
  private placeholder(at: number): number {
    PLACEHOLDERS.lastIndex = at;
    const found = PLACEHOLDERS.exec(this.text);
    if (!found) return at + 1;
    if (this.start < 0) {
      this.start = at;
      this.from = this.length;
    }
    for (let i = 0; i < found[0].length; i++) if (this.classes[found[0].charCodeAt(i)] === UNIT.noise) this.noisy = true;
    this.pool[this.length++] = PLACEHOLDER;
    this.last = UNIT.han;
    this.end = at + found[0].length;
    return this.end;
  }

  /** Where the quotation that opens at `at` closes; `at` itself where it does not. */
  private closing(at: number): number {
    const close = CLOSING[this.text[at]!];
    if (close === undefined) return at;
    const near = this.text.slice(at, at + LONGEST_QUOTE + 1);
    const length = near.indexOf(close, 1);
    return length < 0 || near.slice(0, length).includes('\n') ? at : at + length;
  }

  /** True when more than an apostrophe stands between the last word and `at`. */
  private isApart(at: number): boolean {
    for (let i = this.end; i < at; i++) if (this.folds[this.text.charCodeAt(i)] !== 0x27) return true;
    return false;
  }

  private isStop(dot: number): boolean {
    return dot + 1 >= this.text.length || this.text.charCodeAt(dot + 1) <= SPACE;
  }

  private folded(at: number): string {
    return at >= 0 && at < this.text.length ? String.fromCharCode(this.folds[this.text.charCodeAt(at)]!) : '';
  }

  private put(words: string): void {
    for (let i = 0; i < words.length; i++) this.pool[this.length++] = words.charCodeAt(i);
  }
}

const PLACEHOLDERS =
  /\{{1,2}[^{}\n]{1,60}\}{1,2}|\$\{[^{}\n]{1,60}\}|%[a-z_][\w.-]{0,40}%|\[\[[^[\]\n]{1,60}\]\]|<[a-z_][\w.-]{0,40}>|\ufffc+/iuy;
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '\u201c': '\u201d',
  '\u300c': '\u300d',
  '\u300e': '\u300f',
  '\uff02': '\uff02',
};
/** , . : / - between digits. */
const IN_NUMBER = new Set([...',.:/-'].map((char) => char.charCodeAt(0)));
function isHan(unit: number): boolean {
  return unit >= 0x2e80 && unit < 0xff00;
}
