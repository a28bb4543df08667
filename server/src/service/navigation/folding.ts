import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { Span } from '../../core/index.ts';
import { exampleLabel, isTurn } from '../../core/reading.ts';
import type { Parsed } from '../parsed.ts';
import { endsOf } from './outline.ts';

/** What the client can fold. */
export interface FoldingSupport {
  /** Most ranges it takes. */
  readonly limit: number;
}

/** What can be folded, whole lines: scenes, front matter, examples of what not to say, comments, and turns of several lines. */
export function foldingRanges(parsed: Parsed, { limit }: FoldingSupport): FoldingRange[] {
  const { document, text, format } = parsed;
  const scenes = [...document.scenes];
  const ends = endsOf(scenes, text);
  const headed = scenes
    .map(({ span, level }, i) => ({ span: { start: span.start, end: ends[i]! }, level }))
    .filter(({ level }) => level > 0);
  const turns = scenes.flatMap(({ items }) => items.filter(isTurn).map(({ span }) => span));
  const ranges = [
    ...headed.map(({ span }) => rangeOf(parsed, span, FoldingRangeKind.Region)),
    ...frontMatter(text).map((span) => rangeOf(parsed, span, FoldingRangeKind.Region)),
    ...(format === 'markdown' ? [] : badExamples(parsed).map((span) => rangeOf(parsed, span, FoldingRangeKind.Region))),
    ...commentRuns(parsed).map((span) => rangeOf(parsed, span, FoldingRangeKind.Comment)),
    ...turns.map((span) => rangeOf(parsed, span, undefined)),
  ].filter(({ startLine, endLine }) => endLine > startLine);
  return ranges.slice(0, limit).sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function rangeOf({ lines }: Parsed, { start, end }: Span, kind: FoldingRangeKind | undefined): FoldingRange {
  const range = { startLine: lines.placeAt(start).line, endLine: lines.placeAt(end).line };
  return kind === undefined ? range : { ...range, kind };
}

/** From the dashes to the dashes. */
function frontMatter(text: string): Span[] {
  const opening = /^\ufeff?---[ \t]*[\r\n]/u.exec(text.slice(0, 200))?.[0];
  if (opening === undefined) return [];
  const closing = /[\r\n]---[ \t]*(?=[\r\n]|$)/u.exec(text.slice(opening.length - 1, 65_536));
  return closing ? [{ start: 0, end: opening.length - 1 + closing.index + closing[0].length }] : [];
}

/** From the label to the blank line, heading or label of a good example that ends it. */
function badExamples({ text, lines }: Parsed): Span[] {
  const found: Span[] = [];
  let open: { readonly start: number; end: number; holds: boolean } | undefined;
  const close = (): void => {
    if (open?.holds) found.push({ start: open.start, end: open.end });
    open = undefined;
  };
  for (let line = 0; line < lines.lineCount; line++) {
    const [start, end] = [lines.lineStart(line), lines.lineEnd(line)];
    const unit = text.charCodeAt(start);
    if (!open && !FIRST.has(unit) && !isSpace(unit)) continue;
    const first = start + /^\s*/u.exec(text.slice(start, Math.min(end, start + 200)))![0].length;
    const label = exampleLabel(text, first, end);
    if (first >= end) {
      if (open?.holds) close();
    } else if (unit === 0x23 || unit === 0xff03) close();
    else if (label && (label.by === 'word' || first === start)) {
      close();
      if (label.shows === 'bad') open = { start, end, holds: first + label.length < end };
    } else if (open) {
      open.end = end;
      open.holds = true;
    }
  }
  close();
  return found;
}

/** What a label can begin with. */
const FIRST = new Set([...'*反错錯BbGg正\u2717\u2718\u274c\u2713\u2714\u2705'].map((char) => char.charCodeAt(0)));

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x3000;
}

/** Comments on lines of their own that follow one another. */
function commentRuns({ document, text, lines }: Parsed): Span[] {
  const runs: { start: number; end: number }[] = [];
  let lastLine = -2;
  for (const { span } of document.comments) {
    const { line } = lines.placeAt(span.start);
    if (text.slice(lines.lineStart(line), span.start).trim() !== '') continue;
    if (line === lastLine + 1) runs.at(-1)!.end = span.end;
    else runs.push({ ...span });
    lastLine = lines.placeAt(span.end).line;
  }
  return runs;
}
