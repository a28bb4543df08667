import * as zlib from 'node:zlib';

/** Node has it from 20.15 on. */
const { crc32 } = zlib as { crc32?: (data: Uint8Array) => number };

/** Bytes of the checksums in front. */
const HEAD = 8;

/** Compiled code with the checksums of itself and its source in front; undefined where this Node has no checksums. */
export function seal(compiled: Uint8Array, source: Uint8Array): Buffer | undefined {
  if (!crc32) return undefined;
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(crc32(source), 0);
  head.writeUInt32LE(crc32(compiled), 4);
  return Buffer.concat([head, compiled]);
}

/** The code of what `seal` made of that source; undefined where it is damaged or another's: the engine itself looks at the length alone. */
export function unseal(sealed: Buffer, source: Uint8Array): Buffer | undefined {
  if (!crc32 || sealed.length < HEAD || sealed.readUInt32LE(0) !== crc32(source)) return undefined;
  const compiled = sealed.subarray(HEAD);
  return sealed.readUInt32LE(4) === crc32(compiled) ? compiled : undefined;
}
