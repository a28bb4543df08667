/** A stream of text in UTF-8, whatever it says at its beginning that it is in: one with a mark of UTF-16 is written anew. */
export async function* inUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of chunks) {
    let piece = chunk;
    if (head) {
      piece = Uint8Array.from([...head, ...chunk]);
      head = piece.length < 2 ? piece : undefined;
      if (head) continue;
      const encoding = MARKS.get(`${piece[0]} ${piece[1]}`);
      decoder = encoding === undefined ? undefined : new TextDecoder(encoding);
    }
    yield decoder ? encoder.encode(decoder.decode(piece, { stream: true })) : piece;
  }
  if (head) yield head;
  if (decoder) yield encoder.encode(decoder.decode());
}

const MARKS: ReadonlyMap<string, 'utf-16le' | 'utf-16be'> = new Map([
  ['255 254', 'utf-16le'],
  ['254 255', 'utf-16be'],
]);
