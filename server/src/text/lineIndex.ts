/** Zero-based line and UTF-16 column. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Offsets ⇄ lines of one text. Lines end at LF, CRLF or a lone CR. */
export interface LineIndex {
  readonly lineCount: number;
  /** Offset of the first unit of a line (clamped to the text). */
  lineStart(line: number): number;
  /** Offset just before the line's terminator. */
  lineEnd(line: number): number;
  placeAt(offset: number): Place;
  offsetAt(place: Place): number;
}

export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const lineStart = (line: number): number => (line < 0 ? 0 : (starts[line] ?? text.length));
  const lineEnd = (line: number): number => {
    if (line + 1 >= starts.length) return text.length;
    let end = lineStart(line + 1) - 1;
    if (text.charCodeAt(end) === LF && end > lineStart(line) && text.charCodeAt(end - 1) === CR) end--;
    return end;
  };
  return {
    lineCount: starts.length,
    lineStart,
    lineEnd,
    placeAt(offset) {
      const at = Math.min(Math.max(offset, 0), text.length);
      const line = lineOf(starts, at);
      return { line, column: at - starts[line]! };
    },
    offsetAt({ line, column }) {
      if (line >= starts.length) return text.length;
      const start = lineStart(line);
      return Math.min(start + Math.max(column, 0), Math.max(start, lineEnd(line)));
    },
  };
}

const LF = 10;
const CR = 13;

function lineStarts(text: string): number[] {
  const starts = [0];
  const hasCr = text.includes('\r');
  let at = -1;
  if (!hasCr) {
    while (true) {
      at = text.indexOf('\n', at + 1);
      if (at < 0) return starts;
      starts.push(at + 1);
    }
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LF) starts.push(i + 1);
    else if (unit === CR && text.charCodeAt(i + 1) !== LF) starts.push(i + 1);
  }
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
