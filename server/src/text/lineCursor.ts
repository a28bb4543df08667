import { nextIndex } from './nextIndex.ts';

const LF = 10;

/** Walks the lines of a text, which end at LF, CRLF or a lone CR; searches for each kind of end once in all. */
export class LineCursor {
  /** The current line, without its terminator. */
  start = 0;
  end = 0;
  private at: number;
  private readonly text: string;
  private readonly nextLf: (from: number) => number;
  private readonly nextCr: (from: number) => number;

  constructor(text: string, from: number) {
    this.text = text;
    this.at = from;
    this.nextLf = nextIndex(text, '\n');
    this.nextCr = nextIndex(text, '\r');
  }

  /** Makes the line that begins at `offset` the next one. */
  seek(offset: number): void {
    this.at = offset;
  }

  /** Where the next line begins. */
  get following(): number {
    return this.at;
  }

  /** Goes to the next line; false at the end of the text. */
  next(): boolean {
    const { text, at } = this;
    if (at >= text.length) return false;
    this.start = at;
    const lf = this.nextLf(at);
    const cr = this.nextCr(at);
    this.end = Math.min(lf, cr, text.length);
    this.at = this.end + (cr < lf && text.charCodeAt(cr + 1) === LF ? 2 : 1);
    return true;
  }
}
