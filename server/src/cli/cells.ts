import { eastAsianWidth } from 'get-east-asian-width';

/** How many cells of a terminal a text takes up. */
export function stringWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

/** What a reader sees as one character each, with the offset of each. Meant for short texts. */
export function graphemes(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  return /^[\x20-\x7e]*$/u.test(text) ? [...text].map((segment, index) => ({ segment, index })) : new Intl.Segmenter().segment(text);
}

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
