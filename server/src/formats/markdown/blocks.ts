import type { SyntaxNode } from '@lezer/common';
import { LineCursor } from '../../text/lineCursor.ts';
import { nextIndex } from '../../text/nextIndex.ts';
import { skipSpace, trimEnd } from '../../text/space.ts';
import type { Block, InlineLine } from './block.ts';
import { type Offsets, parse } from './parse.ts';
import { beginsAnew, isBlank, type PlainLine, plainLine } from './plainLine.ts';
import { blocksOf } from './treeBlocks.ts';

/**
 * The blocks of a Markdown file, in order, as far as they are asked for. Stretches of plain paragraphs and headings,
 * which most scripts are, are read straight from their lines; the parser reads the rest, stretch by stretch. A stretch
 * ends at a line behind a blank one that no open block can take in, so both ways come to the same blocks.
 */
export function* markdownBlocks(source: string, start: number, plain: 'fast' | 'parsed' = 'fast'): Generator<Block> {
  const lines = new LineCursor(source, start);
  const comments = commentsOf(source);
  const kindOf = (): PlainLine => {
    const kind = plainLine(source, lines.start, lines.end);
    return kind === 'blank' || plain === 'fast' ? kind : 'complex';
  };
  let more = lines.next();
  while (more) {
    const first = lines.start;
    const run: { kind: PlainLine; start: number; end: number }[] = [];
    let kind = kindOf();
    for (; more && kind !== 'blank' && kind !== 'complex'; kind = more ? kindOf() : 'blank') {
      run.push({ kind, start: lines.start, end: lines.end });
      more = lines.next();
    }
    const comment = more && kind === 'complex' ? comments.neverClosed(lines.start, lines.end) : -1;
    if (more && kind === 'complex' && comment < 0) yield* parsedStretch(source, first, lines, comments);
    else yield* plainBlocks(source, run);
    if (comment >= 0) yield { kind: 'comment', span: { start: comment, end: trimEnd(source, comment, lines.end) }, closed: false };
    if (more) more = lines.next();
  }
}

function* plainBlocks(source: string, run: readonly { kind: PlainLine; start: number; end: number }[]): Generator<Block> {
  for (let i = 0; i < run.length; ) {
    const { kind, start, end } = run[i]!;
    if (kind === 'heading') {
      let from = start;
      while (source.charCodeAt(from) === 0x23) from++;
      yield { kind, level: from - start, span: { start, end: trimEnd(source, start, end) }, lines: linesOf(visible(source, from, end)) };
      i++;
      continue;
    }
    const lines: InlineLine[] = [];
    let last = end;
    for (; i < run.length && run[i]!.kind === 'text'; i++) {
      last = run[i]!.end;
      const line = visible(source, run[i]!.start, last);
      if (line) lines.push(line);
    }
    const span = { start, end: last };
    yield { kind: 'text', as: 'paragraph', span, home: { top: span, inner: span }, lines };
  }
}

function linesOf(line: InlineLine | undefined): readonly InlineLine[] {
  return line ? [line] : [];
}

function visible(source: string, from: number, to: number): InlineLine | undefined {
  const start = skipSpace(source, from, to);
  const end = trimEnd(source, start, to);
  return start < end ? { start, end } : undefined;
}

/** Parses from `first` (the cursor stands in its first run of lines) to the next place where nothing is open. */
function parsedStretch(source: string, first: number, lines: LineCursor, comments: Comments): Block[] {
  let target = lines.start;
  while (true) {
    const end = nextCut(source, lines, target, comments);
    const { tree, at } = parse(source, first, end);
    const open = tree.topNode.lastChild;
    if (end >= source.length || !open || !staysOpen(source, at, open)) {
      lines.seek(end);
      return blocksOf(source, tree, at);
    }
    const close = open.name === 'CommentBlock' ? comments.closeAfter(at(open.from) + 4) : 0;
    target = Math.max(end, first + 2 * (end - first), close);
  }
}

/** The first place at or after `target` where a line begins anew; the cursor moves on to it. */
function nextCut(source: string, lines: LineCursor, target: number, comments: Comments): number {
  let blankBefore = false;
  while (lines.next()) {
    const { start, end } = lines;
    if (isBlank(source, start, end)) blankBefore = true;
    else {
      if (start >= target && ((blankBefore && beginsAnew(source, start, end)) || comments.neverClosed(start, end) >= 0)) return start;
      blankBefore = false;
    }
  }
  return source.length;
}

/** Where comments close. One that never does ends with its line. */
interface Comments {
  closeAfter(at: number): number;
  /** Where on a line a comment begins that is never closed; -1 when none opens the line. */
  neverClosed(start: number, end: number): number;
}

function commentsOf(source: string): Comments {
  const closeAfter = nextIndex(source, '-->');
  return {
    closeAfter,
    neverClosed(start, end) {
      let at = start;
      while (at < start + 3 && source.charCodeAt(at) === 0x20) at++;
      return at < end && source.startsWith('<!--', at) && closeAfter(at + 4) === Number.POSITIVE_INFINITY ? at : -1;
    },
  };
}

const HTML_TO_A_MARK: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)\b/iu, /<\/(?:script|pre|style|textarea)>/iu],
  [/^<\?/u, /\?>/u],
  [/^<!\[CDATA\[/u, /\]\]>/u],
  [/^<![A-Z]/iu, />/u],
];

/** True for a block that goes on over blank lines and has not met its end. */
function staysOpen(source: string, at: Offsets, { name, from, to, lastChild }: SyntaxNode): boolean {
  const text = source.slice(at(from), at(to));
  if (name === 'FencedCode') return lastChild?.name !== 'CodeMark' || lastChild.from === from;
  if (name === 'CommentBlock') return !text.includes('-->');
  if (name === 'ProcessingInstructionBlock') return !text.includes('?>');
  if (name !== 'HTMLBlock') return false;
  return HTML_TO_A_MARK.some(([begin, end]) => begin.test(text) && !end.test(text));
}
