import type { Span } from '../text/span.ts';

/** A run of words in a file. Without `decoded` it stands for itself; with it, the source run stands for that as a whole. */
export interface Piece extends Span {
  readonly decoded?: string;
}
