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
      const bytes = Buffer.from(buffer, byteOffset, byteLength);
      if (endianness() === 'BE') bytes.swap32();
      // Where the bytes begin need not be a multiple of four.
      return new Uint32Array(
        byteOffset % 4 === 0 ? buffer : Uint8Array.from(bytes).buffer,
        byteOffset % 4 === 0 ? byteOffset : 0,
        byteLength / 4,
      );
    },
  };
}
