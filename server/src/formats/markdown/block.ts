import type { Span } from '../../text/span.ts';
import type { BlockKind } from '../format.ts';
import type { Piece } from '../piece.ts';

/** One line of words, without the markup around and in it. Without `pieces` its source stands for itself. */
export interface InlineLine extends Span {
  readonly pieces?: readonly Piece[];
  /** The writer meant the line to end before this one. */
  readonly hard?: true;
}

/** Where a block stands: the block of the file's top level it belongs to, and the list item or quote right around it. */
export interface Home {
  readonly top: Span;
  /** The same as `top` for what stands in neither. */
  readonly inner: Span;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: number;
  readonly span: Span;
  readonly lines: readonly InlineLine[];
}

/** A paragraph, wherever it stands, the text of a fence, or of a cell. An empty line in a fence is a line without words. */
export interface TextBlock {
  readonly kind: 'text';
  readonly as: BlockKind | 'cell';
  readonly span: Span;
  readonly home: Home;
  readonly lines: readonly InlineLine[];
}

export interface Cell {
  readonly span: Span;
  readonly lines: readonly InlineLine[];
}

/** Cells by column; an empty cell is absent. */
export type Row = ReadonlyMap<number, Cell>;

export interface TableBlock {
  readonly kind: 'table';
  readonly span: Span;
  readonly home: Home;
  /** The first is the header. */
  readonly rows: readonly Row[];
}

/** Anything nobody says: code, HTML, a rule. */
export interface OtherBlock {
  readonly kind: 'other';
  readonly span: Span;
  readonly home: Home;
}

export interface CommentBlock {
  readonly kind: 'comment';
  readonly span: Span;
  readonly closed: boolean;
}

export type Block = HeadingBlock | TextBlock | TableBlock | OtherBlock | CommentBlock;

/** The words of a line as they read. */
export function wordsOf(source: string, line: InlineLine): string {
  if (!line.pieces) return source.slice(line.start, line.end);
  return line.pieces.map((piece) => piece.decoded ?? source.slice(piece.start, piece.end)).join('');
}

/** The runs of a line from a unit of its words on; one that stands for several units as a whole is kept whole. */
export function* piecesFrom(line: InlineLine, unit: number): Generator<Piece> {
  if (!line.pieces) {
    yield { start: line.start + unit, end: line.end };
    return;
  }
  let skip = unit;
  for (const piece of line.pieces) {
    const length = piece.decoded?.length ?? piece.end - piece.start;
    if (skip >= length) skip -= length;
    else {
      yield skip > 0 && piece.decoded === undefined ? { start: piece.start + skip, end: piece.end } : piece;
      skip = 0;
    }
  }
}
