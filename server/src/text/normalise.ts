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

const HAN = '[\u3400-\u9fff]';
/**
 * What hurried writers leave out of English words, by where it stands in those that are no others without it (dont, youre, thats), and what they put
 * for a stop, a comma or a dash. `MAY_BE_HURRIED` is asked first, because few texts are.
 */
const HURRIED: readonly (readonly [RegExp, string])[] = [
  [
    /(?<=\b(?:[Dd]o|[Dd]oes|[Dd]id|[Cc]a|[Ww]o|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Hh]as|[Hh]ave|[Hh]ad|[CcWw]ould|[Ss]hould|[Aa]i)n)(?=t\b)/g,
    "'",
  ],
  [
    /(?<=\b(?:[Yy]ou|[Tt]hey))(?=(?:re|ve|ll|d)\b)|(?<=\b(?:[Ii]t|[Tt]hat))(?=ll\b)|(?<=\b[Ii]t)(?=s (?:an?|the|not|all|just|our|your|my|been|too|no|only|really|still|already|on|in|up|because|that|what|how|gone|fine|out)\b)|(?<=\b(?:[Tt]hat|[Ww]hat|[Tt]?[Hh]ere|[Ww]ho))(?=s\b)|(?<=\b[Ii])(?=ve\b)|(?<=(?:^|[.!?,;] |\b(?:and|so|but|then) )I)(?=ll (?!health|effects?|at\b|advised|patients?|people|feeling|with\b|or\b)[a-z])|(?<=(?:^|[.,!?] |\b(?:but|and|so|because|that|if|as) )[Ii])(?=m\b)/g,
    "'",
  ],
  [new RegExp(`(?<=${HAN})\\.(?![\\w.]|[^()\uff08\uff09]{0,12}[)\uff09])`, 'g'), '\u3002'],
  // Between clauses, not between the words of a text that was cut into words.
  [
    new RegExp(
      `(?<=${HAN}{3})(?<![我们們还還要是的在把被给給和跟到两兩这這那都也就很]) (?![吗嗎了的就也都才再呢吧看之亲親里裡内內后後前])(?=${HAN}{3})`,
      'g',
    ),
    ',',
  ],
  [new RegExp(`(?<=${HAN}\u2026{0,5})\u2026(?=\u2026{0,5}\\s*$)`, 'g'), '\u3002'],
  [/(?<=[A-Za-z]) (?=[-\u2013\u2014] [A-Za-z])/g, ','],
  [/(?<=[A-Za-z] )[-\u2013\u2014](?= [A-Za-z])/g, ' '],
];
const MAY_BE_HURRIED = new RegExp(
  [
    `\\.(?<=${HAN}\\.)| (?:(?<=${HAN} )(?=${HAN})|[-\u2013\u2014] [A-Za-z])|\u2026\\s*$`,
    '\\b(?:[Dd]o(?:es)?|[Dd]id|[CcWw]ould|[Ss]hould|[Cc]a|[Ww](?:o|as|ere)|[Ii]s|[Aa](?:re|i)|[Hh](?:as|ave|ad))nt\\b',
    '\\b(?:[Yy]ou(?:re|ve|ll|d)|[Tt]hey(?:re|ve|ll|d)|[Ii]t(?:s|ll)|[Tt]hat(?:s|ll)|[Ww]h(?:at|o)s|[Tt]?[Hh]eres|[Ii](?:ve|m)|Ill)\\b',
  ].join('|'),
);

/** True where the text holds zero-width units, spaces side by side or pinyin noise, or is written in a hurry, so that folding alone would not bring its words together. */
export function isNoisy(text: string): boolean {
  return ZERO_WIDTH.test(text) || text.includes('  ') || mayHoldPinyin(text) || MAY_BE_HURRIED.test(text);
}

/**
 * The normal view of a text: folded, zero-width units and pinyin noise removed, of spaces side by side the first left, and what was written in a hurry
 * put as others write it: an apostrophe (dont), a stop for a dot and a comma for a space between Chinese characters.
 */
export function normalise(table: Uint16Array, text: string): NormalText {
  const folded = fold(table, text);
  if (!isNoisy(text)) return { text: folded };
  const careful = carefully(text);
  const origin = new Int32Array(text.length + careful.size + 1);
  const kept: string[] = [];
  let length = 0;
  let at = 0;
  const keep = (end: number): void => {
    for (; at < end; at++) {
      const put = careful.get(at);
      if (put === "'") {
        origin[length++] = at - 1;
        kept.push(put);
      }
      const unit = put === undefined || put === "'" ? folded[at]! : put;
      if (ZERO_WIDTH.test(text[at]!) || (unit === ' ' && kept.at(-1) === ' ')) continue;
      origin[length++] = at;
      kept.push(unit);
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

/** By offset, an apostrophe that belongs before it or a mark that belongs in its place. */
function carefully(text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (MAY_BE_HURRIED.test(text)) for (const [where, put] of HURRIED) for (const { index } of text.matchAll(where)) found.set(index, put);
  return found;
}

/** The span in the original of a span in the normal view; noise inside the span is covered, noise behind it is not. */
export function toOriginal(normal: NormalText, span: Span): Span {
  if (!normal.origin) return span;
  const start = normal.origin[span.start]!;
  return { start, end: span.end > span.start ? normal.origin[span.end - 1]! + 1 : start };
}
