/** A line of a stream: its bytes without what ends it, to be used before the next is taken; undefined when it was too long to keep. */
export interface StreamLine {
  readonly bytes: Uint8Array | undefined;
  /** Counts from 1. */
  readonly number: number;
}

/** Makes lines of pieces that come one by one, and never holds more than `longest` bytes. */
export class LineSplitter {
  private readonly longest: number;
  private held: Uint8Array = new Uint8Array(1 << 12);
  private length = 0;
  private isTooLong = false;
  private number = 0;

  constructor(longest: number) {
    this.longest = longest;
  }

  /** The lines that end in a piece. */
  *take(chunk: Uint8Array): Generator<StreamLine> {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      this.hold(chunk.subarray(from, at));
      from = at + 1;
      yield this.line();
    }
    this.hold(chunk.subarray(from));
  }

  /** The last line, when nothing ends it but the stream. */
  *end(): Generator<StreamLine> {
    if (this.length > 0 || this.isTooLong) yield this.line();
  }

  private line(): StreamLine {
    const { held, length, isTooLong } = this;
    this.length = 0;
    this.isTooLong = false;
    const bytes = held.subarray(0, length > 0 && held[length - 1] === CR ? length - 1 : length);
    return { bytes: isTooLong ? undefined : bytes, number: ++this.number };
  }

  private hold(bytes: Uint8Array): void {
    const length = this.length + bytes.length;
    if (this.isTooLong || length > this.longest) {
      this.isTooLong = true;
      return;
    }
    if (length > this.held.length) {
      const larger = new Uint8Array(Math.min(this.longest, Math.max(length, this.held.length * 2)));
      larger.set(this.held.subarray(0, this.length));
      this.held = larger;
    }
    this.held.set(bytes, this.length);
    this.length = length;
  }
}

const LF = 10;
const CR = 13;
