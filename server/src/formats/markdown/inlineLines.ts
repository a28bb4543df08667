import { skipSpace, trimEnd } from '../../text/space.ts';
import type { Span } from '../../text/span.ts';
import type { Piece } from '../piece.ts';
import type { InlineLine } from './block.ts';

/** Gathers the words of one block, line by line, as the markup around them is met. Markup that is dropped leaves a gap. */
export class InlineLines {
  /** Comments the block leaves open: each ends with its line. */
  readonly openComments: Span[] = [];
  private readonly source: string;
  private readonly end: number;
  private readonly lines: InlineLine[] = [];
  private pieces: Piece[] = [];
  private hard = false;
  /** Up to where the source has been dealt with. */
  private at: number;

  constructor(source: string, { start, end }: Span) {
    this.source = source;
    this.end = end;
    this.at = start;
  }

  /** Takes what stands before `start` as words, and drops the markup from there to `end`. */
  drop(start: number, end: number): void {
    this.wordsTo(start);
    this.at = Math.max(this.at, end);
  }

  /** Takes `decoded` for the source run `start`–`end`. */
  escape(decoded: string, start: number, end: number): void {
    if (start < this.at) return;
    this.wordsTo(start);
    this.pieces.push({ start, end, decoded });
    this.at = end;
  }

  /** A line break the writer meant. */
  breakHard(start: number, end: number): void {
    if (end <= this.at) return;
    this.drop(start, end);
    this.endLine();
    this.hard = true;
  }

  finish(): readonly InlineLine[] {
    this.wordsTo(this.end);
    this.endLine();
    return this.lines;
  }

  private wordsTo(end: number): void {
    const { source } = this;
    while (this.at < end) {
      const lineEnd = nextLineEnd(source, this.at, end);
      const comment = source.slice(this.at, lineEnd).indexOf('<!--');
      const wordsEnd = comment < 0 ? lineEnd : this.at + comment;
      if (wordsEnd > this.at) this.pieces.push({ start: this.at, end: wordsEnd });
      this.at = comment < 0 ? lineEnd : this.openComment(wordsEnd);
      if (this.at >= end) return;
      this.endLine();
      this.at++;
    }
  }

  /** Takes a comment that the parser found no end of; returns where its line ends. */
  private openComment(start: number): number {
    const lineEnd = nextLineEnd(this.source, start, this.end);
    this.openComments.push({ start, end: trimEnd(this.source, start, lineEnd) });
    return lineEnd;
  }

  private endLine(): void {
    const pieces = trimmed(this.source, this.pieces);
    this.pieces = [];
    const [first] = pieces;
    if (!first) return;
    const line = { start: first.start, end: pieces.at(-1)!.end, ...(this.hard && this.lines.length > 0 ? { hard: true as const } : {}) };
    this.lines.push(pieces.length === 1 && first.decoded === undefined ? line : { ...line, pieces });
    this.hard = false;
  }
}

function nextLineEnd(source: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const unit = source.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
  }
  return limit;
}

/** Without white space at either end; runs that touch are one. */
function trimmed(source: string, pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.decoded === undefined && piece.decoded === undefined && last.end === piece.start) {
      out[out.length - 1] = { start: last.start, end: piece.end };
    } else {
      const start = out.length === 0 && piece.decoded === undefined ? skipSpace(source, piece.start, piece.end) : piece.start;
      if (start < piece.end) out.push(start === piece.start ? piece : { start, end: piece.end });
    }
  }
  for (let last = out.at(-1); last && last.decoded === undefined; last = out.at(-1)) {
    const end = trimEnd(source, last.start, last.end);
    if (end > last.start) {
      out[out.length - 1] = { start: last.start, end };
      break;
    }
    out.pop();
  }
  return out;
}
