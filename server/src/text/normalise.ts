import { fold } from './fold.ts';
import type { Span } from './span.ts';

/** Folded text without noise, with the way back. */
export interface NormalText {
  readonly text: string;
  /** For each unit of `text` (and one past it) its offset in the original; absent where the offsets are the same. */
  readonly origin?: Int32Array;
}

/** Invisible units that copying leaves inside words, and those that choose the look of the one before. */
export const ZERO_WIDTH = /[\ufe00-\ufe0f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

const TONED = '(?:[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]|[aeiouü][\u0300\u0301\u0304\u030c])';
/** Syllables without a tone, safe only behind the character they are the reading of. */
const TONELESS = '(?<=的.)de|(?<=了.)le|(?<=[吗嗎].)ma|(?<=[们們].)men|(?<=[么麼].)me|(?<=呢.)ne|(?<=吧.)ba|(?<=[着著].)zhe';
const MAY_BE_NOISE = new RegExp(`[(\uff08] ?(?:[a-züɡ]{0,5}${TONED}|${TONELESS})`, 'iu');

/** Pinyin in brackets glued behind a character: 服務(wù). Sticky-free and global: reset `lastIndex` before use. */
export const pinyinNoise = (): RegExp =>
  new RegExp(`(?<=[\u3400-\u9fff\uf900-\ufaff])[(\uff08] ?(?:[a-züɡ]{0,5}${TONED}[a-züɡ]{0,4}|${TONELESS}) ?[)\uff09]`, 'giu');

/** False where no pinyin noise can be. */
export function mayHoldPinyin(text: string): boolean {
  return MAY_BE_NOISE.test(text);
}

/** True where the text holds zero-width units, spaces side by side or pinyin noise, so that folding alone would not bring its words together. */
export function isNoisy(text: string): boolean {
  return ZERO_WIDTH.test(text) || text.includes('  ') || mayHoldPinyin(text);
}

/** The normal view of a text: folded, zero-width units and pinyin noise removed, of spaces side by side the first left. */
export function normalise(table: Uint16Array, text: string): NormalText {
  const folded = fold(table, text);
  if (!isNoisy(text)) return { text: folded };
  const origin = new Int32Array(text.length + 1);
  const kept: string[] = [];
  let length = 0;
  let at = 0;
  const keep = (end: number): void => {
    for (; at < end; at++) {
      if (ZERO_WIDTH.test(text[at]!) || (text[at] === ' ' && kept.at(-1) === ' ')) continue;
      origin[length++] = at;
      kept.push(folded[at]!);
    }
  };
  for (const noise of text.matchAll(pinyinNoise())) {
    keep(noise.index);
    at = noise.index + noise[0].length;
  }
  keep(text.length);
  origin[length] = text.length;
  return { text: kept.join(''), origin: origin.subarray(0, length + 1) };
}

/** The span in the original of a span in the normal view; noise inside the span is covered, noise behind it is not. */
export function toOriginal(normal: NormalText, span: Span): Span {
  if (!normal.origin) return span;
  const start = normal.origin[span.start]!;
  return { start, end: span.end > span.start ? normal.origin[span.end - 1]! + 1 : start };
}
