import { endianness } from 'node:os';
import { nodeFiles } from './node.ts';

/** What the build wrote beside the program. */
export interface Data {
  /** As a text, of units of UTF-16. */
  text(): string;
  /** As numbers of four bytes. Both have the lowest byte first. */
  numbers(): Uint32Array;
}

/** Reads a file the build wrote. Throws where it is not there: the program is not whole then. */
export function readData(path: string): Data {
  const { buffer, byteOffset, byteLength } = nodeFiles().read(path);
  return {
    text: () => Buffer.from(buffer, byteOffset, byteLength).toString('utf16le'),
    numbers() {
      // A copy: where the bytes begin need not be a multiple of four.
      const bytes = Buffer.from(buffer.slice(byteOffset, byteOffset + byteLength));
      if (endianness() === 'BE') bytes.swap32();
      return new Uint32Array(bytes.buffer);
    },
  };
}
