import type { Comment, ProblemCode } from '../../dialogue/model.ts';
import { nextIndex } from '../../text/nextIndex.ts';
import type { Span } from '../../text/span.ts';

/**
 * Knows where comments stand, so that they are no part of the speech around them. Both kinds: `//` at the start of a
 * line or behind white space, to the end of the line; `<!-- … -->`, over lines too.
 */
export class Blanks {
  private readonly source: string;
  private readonly comments: Comment[];
  private readonly problem: (span: Span, code: ProblemCode) => void;
  private readonly nextSlashes: (from: number) => number;
  private readonly nextMarkup: (from: number) => number;
  private readonly nextClose: (from: number) => number;
  /** End of the last `<!-- … -->` read. */
  private coveredTo = 0;
  private lastStart = -1;

  constructor(source: string, comments: Comment[], problem: (span: Span, code: ProblemCode) => void) {
    this.source = source;
    this.comments = comments;
    this.problem = problem;
    this.nextSlashes = nextIndex(source, '//');
    this.nextMarkup = nextIndex(source, '<!--');
    this.nextClose = nextIndex(source, '-->');
  }

  /** True when `at` lies inside a comment that began on an earlier line. */
  covers(at: number): boolean {
    return at < this.coveredTo;
  }

  /** The end of a line's text: before its comment, white space trimmed. Reads the line's comments. */
  trimEnd(first: number, end: number): number {
    let to = this.nextMarkup(first) < end || this.nextSlashes(first) < end || this.coveredTo > first ? this.readComments(first, end) : end;
    while (to > first && isSpace(this.source.charCodeAt(to - 1))) to--;
    return to;
  }

  /** The first unit from `from` on that is neither white space nor inside a comment. */
  skip(from: number, end: number): number {
    let at = Math.max(from, Math.min(this.coveredTo, this.lastStart <= from ? this.coveredTo : from));
    while (at < end && isSpace(this.source.charCodeAt(at))) at++;
    return at;
  }

  /** The stretches of a line that are no comment. */
  *speech(first: number, end: number): Generator<Span> {
    let from = first;
    for (let at = this.nextMarkup(from); at < end; at = this.nextMarkup(from)) {
      if (at > from) yield { start: from, end: at };
      from = Math.min(end, this.nextClose(at + 4) + 3);
    }
    if (from < end) yield { start: from, end };
  }

  private readComments(first: number, end: number): number {
    let at = Math.max(first, this.coveredTo);
    while (at < end) {
      const markup = this.nextMarkup(at);
      const slashes = this.slashes(at, first, end);
      if (slashes < Math.min(markup, end)) {
        this.add({ start: slashes, end });
        return slashes;
      }
      if (markup >= end) return end;
      const close = this.nextClose(markup + 4);
      if (close === Number.POSITIVE_INFINITY) {
        this.problem({ start: markup, end }, 'unclosed-comment');
        this.add({ start: markup, end });
        return markup;
      }
      this.add({ start: markup, end: close + 3 });
      this.lastStart = markup;
      this.coveredTo = close + 3;
      at = close + 3;
      if (close >= end) return markup;
    }
    return end;
  }

  private slashes(from: number, first: number, end: number): number {
    for (let at = this.nextSlashes(from); at < end; at = this.nextSlashes(at + 1)) {
      if (at === first || isSpace(this.source.charCodeAt(at - 1))) return at;
    }
    return Number.POSITIVE_INFINITY;
  }

  private add(span: Span): void {
    this.comments.push({ span, text: this.source.slice(span.start, span.end) });
  }
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 9 || unit === 0x3000 || unit === 0xa0 || unit === 13;
}
