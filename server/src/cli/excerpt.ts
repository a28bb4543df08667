import type { LineIndex, Span } from '../core/index.ts';
import { graphemes, graphemeWidth, harmless, stringWidth } from './cells.ts';

/** The line of a finding, cut to fit: what stands before the words, the words, what stands after them; widths in cells. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Cells before the words, and cells they take up. */
  readonly indent: number;
  readonly width: number;
}

/** The line on which a span begins, at most `room` cells of it, around the span. */
export function excerpt(text: string, lines: LineIndex, span: Span, room: number): Excerpt {
  const { line } = lines.placeAt(span.start);
  const [from, to] = [lines.lineStart(line), lines.lineEnd(line)];
  const end = Math.max(span.start, Math.min(span.end, to));
  // A cell is at least a third of a unit wide or so: no need to look at more of a long line than could be shown.
  const reach = room * 3;
  const head = harmless(text.slice(Math.max(from, span.start - reach), span.start)).trimStart();
  const tail = harmless(text.slice(end, Math.min(to, end + reach))).trimEnd();
  const words = cutEnd(harmless(text.slice(span.start, Math.min(end, span.start + reach))), room - 2);
  const spare = Math.max(room - stringWidth(words), 0);
  const tailRoom = Math.max(spare - stringWidth(head), Math.ceil(spare / 2));
  const after = cutEnd(tail, Math.max(Math.min(tailRoom, spare), 1));
  const before = cutStart(head, Math.max(spare - stringWidth(after), 1), span.start - reach > from);
  return { before, words, after, indent: stringWidth(before), width: Math.max(stringWidth(words), 1) };
}

function cutEnd(text: string, room: number): string {
  if (stringWidth(text) <= room) return text;
  let width = 1;
  for (const { segment, index } of graphemes(text)) {
    width += graphemeWidth(segment);
    if (width > room) return `${text.slice(0, index)}\u2026`;
  }
  return text;
}

function cutStart(text: string, room: number, isCut: boolean): string {
  let width = stringWidth(text);
  if (width <= room && !isCut) return text;
  for (const { segment, index } of graphemes(text)) {
    if (width < room) return `\u2026${text.slice(index)}`;
    width -= graphemeWidth(segment);
  }
  return '\u2026';
}
