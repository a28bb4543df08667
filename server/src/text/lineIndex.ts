import { nextIndex } from './nextIndex.ts';

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

export function lineIndex(text: string, starts: LineStarts = lineStarts(text)): LineIndex {
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

/** Where offsets of a text of that length stand, for later: what it gives back does not keep the text alive. */
export function linePlaces(starts: LineStarts, length: number): (offset: number) => Place {
  return (offset) => {
    const at = Math.min(Math.max(offset, 0), length);
    const line = lineOf(starts, at);
    return { line, column: at - starts[line]! };
  };
}

/** The offset of each line of a text, four bytes a line. */
export type LineStarts = Uint32Array;

/** Finds where the lines of a text begin. */
export function lineStarts(text: string): LineStarts {
  let starts = new Uint32Array(64);
  let line = 1;
  const add = (at: number): void => {
    if (line === starts.length) {
      const wider = new Uint32Array(line * 2);
      wider.set(starts);
      starts = wider;
    }
    starts[line++] = at;
  };
  if (text.includes('\r')) eachLine(text, add);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) add(at + 1);
  return starts.slice(0, line);
}

const LF = 10;
const CR = 13;

/** Calls `found` with the start of every line but the first. */
function eachLine(text: string, found: (at: number) => void): void {
  const nextLf = nextIndex(text, '\n');
  const nextCr = nextIndex(text, '\r');
  let at = 0;
  while (true) {
    const lf = nextLf(at);
    const cr = nextCr(at);
    const end = Math.min(lf, cr);
    if (end === Number.POSITIVE_INFINITY) return;
    at = cr + 1 === lf ? lf + 1 : end + 1;
    found(at);
  }
}

function lineOf(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
