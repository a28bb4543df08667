import type { Span } from '../../core/index.ts';
import type { Parsed } from '../parsed.ts';
import { lineText } from './refactoring.ts';

/** A table as it is written in Markdown: the span of its lines, and the cells of each row but the line of dashes. */
export interface Rows {
  readonly span: Span;
  /** The first is the header. Spans are those of what is written in the cell, without the space around it. */
  readonly rows: readonly (readonly Span[])[];
}

const DASHES = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;

/** The table that a line belongs to; undefined where it belongs to none at the top level of the file. */
export function rowsAt(parsed: Parsed, line: number): Rows | undefined {
  const { lines } = parsed;
  const isRow = (at: number): boolean =>
    at >= 0 && at < lines.lineCount && /^ {0,3}\S.*/u.test(lineText(parsed, at)) && lineText(parsed, at).includes('|');
  let first = line;
  let last = line;
  while (isRow(first - 1)) first--;
  while (isRow(last + 1)) last++;
  const isEnd = (at: number): boolean => at < 0 || at >= lines.lineCount || /^\s*(?:#.*)?$/u.test(lineText(parsed, at));
  const dashes = lineText(parsed, first + 1);
  if (!isRow(line) || !isEnd(first - 1) || !isEnd(last + 1) || !dashes.includes('|') || !DASHES.test(dashes)) return undefined;
  const rows: Span[][] = [];
  for (let at = first; at <= last; at++) if (at !== first + 1) rows.push(cellsOf(lineText(parsed, at), lines.lineStart(at)));
  return { span: { start: lines.lineStart(first), end: lines.lineEnd(last) }, rows };
}

function cellsOf(line: string, at: number): Span[] {
  const cells: Span[] = [];
  let from = /^\s*\|?/u.exec(line)![0].length;
  const end = /(?<!\\)\|\s*$/u.exec(line)?.index ?? line.length;
  for (let i = from; i <= end; i++) {
    if (i < end && (line[i] !== '|' || line[i - 1] === '\\')) continue;
    const inner = line.slice(from, i);
    const start = from + inner.length - inner.trimStart().length;
    cells.push({ start: at + start, end: at + Math.max(start, start + inner.trim().length) });
    from = i + 1;
  }
  return cells;
}
