import { brotliDecompressSync } from 'node:zlib';
import { nodeFiles } from './node.ts';

/** What the build wrote beside the program. */
export interface Data {
  /** As a text, of single bytes or of units of UTF-16 with the lower byte first. */
  text(encoding: 'latin1' | 'utf16le'): string;
  /** As a text that was packed, since few runs ask for it. */
  packedText(): string;
  /** As lists of numbers below 2³¹, one list behind the other, of so many numbers each. */
  numbers<K extends string>(lengths: Readonly<Record<K, number>>): Record<K, Column>;
}

/** Reads a file the build wrote. Throws where it is not there: the program is not whole then. */
export function readData(path: string): Data {
  const bytes = nodeFiles().read(path);
  return {
    text: (encoding) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding),
    packedText: () => brotliDecompressSync(bytes).toString('utf8'),
    numbers(lengths) {
      const columns: Record<string, Column> = {};
      let from = 0;
      for (const [name, length] of Object.entries<number>(lengths)) {
        columns[name] = new Column(bytes.subarray(from, from + 4 * length));
        from += 4 * length;
      }
      return columns;
    },
  };
}

/** A list of numbers: the lowest bytes of all, then the next ones of all, and so on. So they pack well, and any can be read alone. */
export class Column {
  readonly length: number;
  private readonly first: Uint8Array;
  private readonly second: Uint8Array;
  private readonly third: Uint8Array;
  private readonly fourth: Uint8Array;

  constructor(bytes: Uint8Array) {
    const length = bytes.length / 4;
    this.length = length;
    this.first = bytes.subarray(0, length);
    this.second = bytes.subarray(length, 2 * length);
    this.third = bytes.subarray(2 * length, 3 * length);
    this.fourth = bytes.subarray(3 * length);
  }

  at(place: number): number {
    return this.first[place]! | (this.second[place]! << 8) | (this.third[place]! << 16) | (this.fourth[place]! << 24);
  }
}
