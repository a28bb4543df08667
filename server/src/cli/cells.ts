import { eastAsianWidth } from 'get-east-asian-width';

/** How many cells of a terminal a text takes up. */
export function stringWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

/** What a reader sees as one character each, with the offset of each. Meant for short texts. */
export function* graphemes(text: string): Generator<{ readonly segment: string; readonly index: number }> {
  if (JOINED.test(text)) {
    yield* new Intl.Segmenter().segment(text);
    return;
  }
  let index = 0;
  for (const segment of text) {
    yield { segment, index };
    index += segment.length;
  }
}

/** Characters that may make one with their neighbours; only for these is the segmenter, slow to start, worth its while. */
const JOINED = /[\p{M}\p{Cf}\p{Emoji_Presentation}\p{Script=Hangul}\p{Script=Thai}]/u;

export function graphemeWidth(grapheme: string): number {
  if (/^[\p{Cc}\p{Cf}\p{Mn}\p{Me}]+$/u.test(grapheme)) return 0;
  return /\p{Emoji_Presentation}|\ufe0f|\u200d/u.test(grapheme) ? 2 : eastAsianWidth(grapheme.codePointAt(0)!);
}

/** The text with nothing in it that a terminal would obey: controls become visible signs, one unit each. */
export function harmless(text: string): string {
  return text
    .replace(/[\x00-\x1f]/gu, (control) => (control === '\t' ? ' ' : String.fromCharCode(0x2400 + control.charCodeAt(0))))
    .replace(/[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\u00b7');
}
