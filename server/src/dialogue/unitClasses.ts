import { NUMERALS } from './numerals.ts';

/** What a unit does in a sentence that is read for comparing. `noise` stands in the middle of words: zero-width units, pinyin with tones. */
export const UNIT = {
  skip: 0,
  han: 1,
  latin: 2,
  digit: 3,
  numeral: 4,
  stop: 5,
  comma: 6,
  asking: 7,
  open: 8,
  quote: 9,
  noise: 10,
  dot: 11,
} as const;

/** What every reader needs to know of characters. */
export interface UnitTables {
  readonly folds: Uint16Array;
  /** For every unit as written, one of UNIT. */
  readonly classes: Uint8Array;
}

/** Modal particles, 的 and 了: they come and go without changing what is said. */
const PARTICLES = '的了啊呀哦喔哈嘛啦哟喽呐吧呢哒嘞唷噢诶欸耶咯啰';
const NOISE =
  'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff';

export function unitTables(folds: Uint16Array): UnitTables {
  const classes = new Uint8Array(65536);
  const set = (chars: string, kind: number): void => {
    for (const char of chars) classes[char.charCodeAt(0)] = kind;
  };
  const range = (first: number, last: number, kind: number): void => {
    classes.fill(kind, first, last + 1);
  };
  range(0xc0, 0x24f, UNIT.latin);
  range(0x370, 0x1fff, UNIT.latin);
  range(0x61, 0x7a, UNIT.latin);
  range(0x30, 0x39, UNIT.digit);
  for (const [first, last] of HAN_RANGES) range(first, last, UNIT.han);
  set('\u00d7\u00f7', UNIT.skip);
  set(NUMERALS, UNIT.numeral);
  set(PARTICLES, UNIT.skip);
  set('\u3002!;\u2026\n\r', UNIT.stop);
  set('?吗', UNIT.asking);
  set(',:\u2014~', UNIT.comma);
  set('.', UNIT.dot);
  set('{$%[<\ufffc', UNIT.open);
  set('"\u300c\u300d\u300e\u300f', UNIT.quote);
  set(NOISE, UNIT.noise);
  for (let unit = 0; unit < 65536; unit++) if (folds[unit] !== unit) classes[unit] = classes[folds[unit]!]!;
  return { folds, classes };
}

/** Kana, ideographs, Hangul: written without spaces. Surrogates count, so that rare characters do. */
const HAN_RANGES = [
  [0x3040, 0x9fff],
  [0xac00, 0xdfff],
  [0xf900, 0xfaff],
] as const;
