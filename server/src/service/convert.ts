import type { Position, Range } from 'vscode-languageserver';
import type { LineIndex, Span } from '../core/index.ts';

/** Offset → position: zero-based line and UTF-16 character. */
export function toPosition(lines: LineIndex, offset: number): Position {
  const { line, column } = lines.placeAt(offset);
  return { line, character: Math.min(column, lines.lineEnd(line) - lines.lineStart(line)) };
}

/** The only way from a span of the source to what the protocol calls a range. */
export function toRange(lines: LineIndex, span: Span): Range {
  return { start: toPosition(lines, span.start), end: toPosition(lines, span.end) };
}

/** Position → offset, clamped to the line and to the text. */
export function toOffset(lines: LineIndex, position: Position): number {
  return lines.offsetAt({ line: position.line, column: position.character });
}

/** Range → span, start before end whatever the client sent. */
export function toSpan(lines: LineIndex, range: Range): Span {
  const [start, end] = [toOffset(lines, range.start), toOffset(lines, range.end)];
  return start <= end ? { start, end } : { start: end, end: start };
}
