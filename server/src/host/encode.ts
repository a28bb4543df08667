import type { Encoding } from './decode.ts';

/** Writes text in the encoding it was read in, mark included; undefined when it holds a character that encoding lacks. */
export function encode(text: string, encoding: Encoding): Uint8Array | undefined {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
    case 'utf-16be':
      return encodeUtf16(`\ufeff${text}`, encoding === 'utf-16le');
    case 'gb18030':
      return encodeBy(text, tableOf('gb18030', [[0x81, 0xfe]]), gb18030Beyond());
    case 'big5':
      // The rows below A1 repeat characters of the standard ones.
      return encodeBy(
        text,
        tableOf('big5', [
          [0xa1, 0xfe],
          [0x81, 0xa0],
        ]),
        () => undefined,
      );
  }
}

function encodeUtf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
}

function encodeBy(
  text: string,
  table: ReadonlyMap<number, number>,
  beyond: (point: number) => readonly number[] | undefined,
): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0)!;
    const pair = table.get(point);
    if (point < 0x80) bytes.push(point);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else {
      const four = beyond(point);
      if (!four) return undefined;
      bytes.push(...four);
    }
  }
  return Uint8Array.from(bytes);
}

/** Two-byte codes by character, worked out by reading every code once. */
function tableOf(encoding: 'gb18030' | 'big5', rows: readonly (readonly [number, number])[]): Map<number, number> {
  const table = new Map<number, number>();
  const decoder = new TextDecoder(encoding);
  for (const [first, last] of rows) {
    for (let lead = first; lead <= last; lead++) {
      const trails = Array.from({ length: 0xfe - 0x40 + 1 }, (_, i) => 0x40 + i).filter((trail) => trail !== 0x7f);
      const chars = decoder.decode(Uint8Array.from(trails.flatMap((trail) => [lead, trail, 0x0a]))).split('\n');
      trails.forEach((trail, i) => {
        const [char, more] = [...(chars[i] ?? '')];
        const point = char?.codePointAt(0);
        if (point !== undefined && point >= 0x80 && point !== 0xfffd && more === undefined && !table.has(point))
          table.set(point, (lead << 8) | trail);
      });
    }
  }
  return table;
}

/** Four-byte codes: a table for the basic plane, arithmetic for those above. */
function gb18030Beyond(): (point: number) => readonly number[] | undefined {
  let basic: Map<number, readonly number[]> | undefined;
  return (point) => {
    if (point >= 0x10000) return fourBytes(189_000 + point - 0x10000);
    basic ??= basicPlane();
    return basic.get(point);
  };
}

function basicPlane(): Map<number, readonly number[]> {
  const codes = Array.from({ length: 39_420 }, (_, i) => fourBytes(i));
  const chars = new TextDecoder('gb18030').decode(Uint8Array.from(codes.flatMap((code) => [...code, 0x0a]))).split('\n');
  return new Map(
    codes.flatMap((code, i) => (chars[i]?.length === 1 && chars[i] !== '\ufffd' ? [[chars[i]!.charCodeAt(0), code] as const] : [])),
  );
}

function fourBytes(linear: number): readonly number[] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1_260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}
