import { ZERO_WIDTH } from '../text/normalise.ts';

/** A label that opens a block of what not to say, or one of what to say. */
export interface ExampleLabel {
  readonly shows: 'bad' | 'good';
  /** `mark`: a cross or a tick, which in running text may be no more than a bullet. */
  readonly by: 'word' | 'mark';
  /** Length of the label in units, white space behind it included. */
  readonly length: number;
}

/** Longest stretch a label takes. */
const REACH = 24;
const LABEL =
  /^(?:\*\*)?(?:(反例|反面示例|错误示[范例]|錯誤示[範例]|bad(?: example)?)(?:[ \t]*(?:\d{1,2}|[一二三四五六七八九十]{1,2}))?(?:\*\*)?[ \t]*[:\uff1a]|([\u2717\u2718\u274c])|(?:正例|正面示例|正确示[范例]|正確示[範例]|good(?: example)?)(?:[ \t]*(?:\d{1,2}|[一二三四五六七八九十]{1,2}))?(?:\*\*)?[ \t]*[:\uff1a]|[\u2713\u2714\u2705])(?:\*\*)?[ \t\u3000]*/iu;
const TITLE =
  /^(?:反例|反面示例|错误示[范例]|錯誤示[範例]|bad(?: example)?s?|[\u2717\u2718\u274c])(?:[ \t]*(?:\d{1,2}|[一二三四五六七八九十]{1,2}))?[ \t]*[:\uff1a]?$/iu;
const MARKS = '\u2717\u2718\u274c\u2713\u2714\u2705';
const INVISIBLE = new RegExp(ZERO_WIDTH.source, 'gu');
/** Units a label can begin with: looked at before the pattern is tried. */
const FIRST = new Set([...'*反错錯BbGg正\u2717\u2718\u274c\u2713\u2714\u2705'].map((char) => char.charCodeAt(0)));

/** The label that a stretch of text begins with. */
export function exampleLabel(text: string, start: number, end: number): ExampleLabel | undefined {
  let first = start;
  while (first < end && ZERO_WIDTH.test(text.charAt(first))) first++;
  if (!FIRST.has(text.charCodeAt(first))) return undefined;
  const written = text.slice(first, Math.min(end, first + REACH));
  const found = LABEL.exec(written.replace(INVISIBLE, ''));
  if (!found) return undefined;
  const by = MARKS.includes(text[first]!) ? 'mark' : 'word';
  const length = first - start + lengthOf(found[0], written);
  return { by, shows: found[1] !== undefined || found[2] !== undefined ? 'bad' : 'good', length };
}

/** Units that the beginning `visible` of a text takes in it as it is written, those that cannot be seen behind it included. */
function lengthOf(visible: string, written: string): number {
  let length = 0;
  for (let seen = 0; seen < visible.length; length++) if (written[length] === visible[seen]) seen++;
  while (ZERO_WIDTH.test(written.charAt(length))) length++;
  return length;
}

/** True for a heading under which stands what not to say. */
export function isBadExampleTitle(title: string): boolean {
  return TITLE.test(title.replace(INVISIBLE, ''));
}
