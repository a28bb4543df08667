import type { Span } from '../text/span.ts';

/** Ends of a sentence in normal (folded) text: 。!?;…… line ends, and a full stop that is not inside a number, name or abbreviation. */
const SENTENCE_END =
  /[。!?;\n\r][。!?;…~'")\]」』]*|…+|(?<!\b(?:mr|mrs|ms|dr|prof|vs|approx|e\.g|i\.e|etc|st|inc|ltd)|\b(?:no|ext|tel|fig)(?=\.\s*[\d\ufffc])|\b[ap]\.m(?=\.\s+(?:today|tomorrow|on|and|or|to|in|at|the|this|every|each|local|(?:[ecmp][sd]t|gmt|bst)\b|\d))|(?:^|[\n\r:;.!?]\s*)\d{1,2})\.(?=\s|$|["')\]])["')\]]*|~+(?=\s|$)/gu;
const CLAUSE_END =
  /(?:(?!(?<=(?<!\d)\d{1,3}(?:,\d{3}){0,4}),\d{3}(?!\d)|(?<=\d):\d\d)[,、;:。!?\n…])+|(?<!\b(?:mr|mrs|ms|dr|prof|vs|approx|st)|\b(?:no|ext|tel|fig)(?=\.\s*[\d\ufffc])|\b[ap]\.m(?=\.\s+(?:today|tomorrow|on|and|or|to|in|at|the|this|every|each|local|\d)))\.(?=\s|$)|\s[-–—]+\s|——/gu;

/** The sentences of a normal text, in order, without surrounding white space; each includes its end mark. */
export function sentences(text: string): Span[] {
  return split(text, SENTENCE_END, true);
}

/** The clauses of a stretch of normal text, end marks left out. */
export function clauses(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  return split(text.slice(within.start, within.end), CLAUSE_END, false).map((s) => ({
    start: s.start + within.start,
    end: s.end + within.start,
  }));
}

/** The sentence that holds `offset`; an offset between sentences belongs to the next, one past the last to the last. */
export function sentenceAt(all: readonly Span[], offset: number): Span {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offset < all[middle]!.end) high = middle;
    else low = middle + 1;
  }
  return all[low] ?? all.at(-1) ?? { start: offset, end: offset };
}

function split(text: string, ends: RegExp, withEnd: boolean): Span[] {
  const out: Span[] = [];
  let from = 0;
  const push = (to: number): void => {
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) out.push({ start, end });
  };
  for (const match of text.matchAll(ends)) {
    const after = match.index + match[0].length;
    push(withEnd ? after : match.index);
    from = after;
  }
  push(text.length);
  return out;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13 || unit === 0x3000 || unit === 0xa0;
}
