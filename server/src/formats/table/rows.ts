import type { Span } from '../../text/span.ts';
import type { Piece } from '../piece.ts';

/** One cell: its content, quotes left out, and all of it. What stands behind a closing quote is content too, as it is written. */
export interface Cell extends Span {
  readonly isQuoted: boolean;
  readonly whole: Span;
}

/** One record. `unclosed` is where a quote opens that nothing closes. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly unclosed?: number;
}

const LF = 10;
const CR = 13;
const QUOTE = 0x22;

/** The records of a table (RFC 4180; lines end at LF, CRLF or CR), in one pass. Empty lines are none. */
export function* rowsOf(source: string, delimiter: string, from: number): Generator<Row> {
  const separator = delimiter.charCodeAt(0);
  let at = from;
  while (at < source.length) {
    const row = rowFrom(source, separator, at);
    at = row.cells.at(-1)!.whole.end;
    if (source.charCodeAt(at) === CR) at++;
    if (source.charCodeAt(at) === LF) at++;
    const [only] = row.cells;
    if (row.cells.length > 1 || only!.whole.end > only!.whole.start) yield row;
  }
}

/** The record that begins at `start`. */
export function rowAt(source: string, delimiter: string, start: number): Row {
  return rowFrom(source, delimiter.charCodeAt(0), start);
}

function rowFrom(source: string, separator: number, start: number): Row {
  const cells: Cell[] = [];
  let unclosed: number | undefined;
  for (let at = start; ; at++) {
    const cell = cellAt(source, separator, at);
    cells.push(cell);
    if (cell.isQuoted && cell.whole.end === cell.end) unclosed = cell.whole.start;
    at = cell.whole.end;
    if (source.charCodeAt(at) !== separator) return unclosed === undefined ? { cells } : { cells, unclosed };
  }
}

/** Where the records of a file begin: behind a mark of its encoding, and a line that only names the separator (`sep=;`). */
export function firstRow(source: string): { readonly at: number; readonly separator: string | undefined } {
  const [head, separator] = /^\ufeff?(?:sep=([,;\t|])(?:\r\n?|\n))?/u.exec(source)!;
  return { at: head.length, separator };
}

/** The text of a cell, two quotes being one. */
export function textOf(source: string, { start, end, isQuoted, whole }: Cell): string {
  const text = source.slice(start, end);
  return isQuoted ? text.replaceAll('""', '"') + source.slice(end + 1, whole.end) : text;
}

/** The words of a cell, white space around them left out, run by run: two quotes stand for one, a closing quote for nothing. */
export function piecesOf(source: string, { start, end, isQuoted, whole }: Cell): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number): void => {
    if (from < to) pieces.push({ start: from, end: to });
  };
  const text = source.slice(start, end);
  const behind = isQuoted ? source.slice(end + 1, whole.end).trimEnd() : '';
  let from = end - text.trimStart().length;
  const last = behind === '' ? start + text.trimEnd().length : end;
  for (let at = source.indexOf('"', from); isQuoted && at >= 0 && at < last; at = source.indexOf('"', at + 2)) {
    add(from, at);
    pieces.push({ start: at, end: at + 2, decoded: '"' });
    from = at + 2;
  }
  add(from, last);
  add(end + 1, end + 1 + behind.length);
  return pieces;
}

function cellAt(source: string, separator: number, at: number): Cell {
  if (source.charCodeAt(at) === QUOTE) {
    let close = at + 1;
    for (;;) {
      close = source.indexOf('"', close);
      if (close < 0) return { start: at + 1, end: source.length, isQuoted: true, whole: { start: at, end: source.length } };
      if (source.charCodeAt(close + 1) !== QUOTE) break;
      close += 2;
    }
    return { start: at + 1, end: close, isQuoted: true, whole: { start: at, end: endOfBare(source, separator, close + 1) } };
  }
  const end = endOfBare(source, separator, at);
  return { start: at, end, isQuoted: false, whole: { start: at, end } };
}

function endOfBare(source: string, separator: number, from: number): number {
  let at = from;
  for (; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (unit === separator || unit === LF || unit === CR) break;
  }
  return at;
}
