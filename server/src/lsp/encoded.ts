import type { Diagnostic } from 'vscode-languageserver';

/** What is found in a document: as objects, or as the JSON of their array in UTF-8, in pieces. Each is made when asked for. */
export interface Told {
  readonly items: () => Diagnostic[];
  readonly json: () => readonly Uint8Array[];
}

/** What a message carries that knows its own JSON. */
const PIECES: unique symbol = Symbol('JSON in pieces');

/** Puts what is told into what a message carries, under a name: a writer of bytes takes the JSON, any other the objects. */
export function carrying<R extends object, N extends string>(rest: R, name: N, told: Told): R & Readonly<Record<N, Diagnostic[]>> {
  const pieces = (): readonly Uint8Array[] => [
    Buffer.from(`${JSON.stringify(rest).slice(0, -1)},${JSON.stringify(name)}:`),
    ...told.json(),
    Buffer.from('}'),
  ];
  const carried = { ...rest, [PIECES]: pieces };
  return Object.defineProperty(carried, name, { enumerable: true, get: told.items }) as typeof carried & Readonly<Record<N, Diagnostic[]>>;
}

/**
 * Puts messages of the protocol in UTF-8. Of a long one the bytes stand until the next is asked for: a writer finishes with one before it
 * asks, and the memory need not be had anew with each.
 */
export class MessageEncoder {
  private room: Uint8Array = new Uint8Array(0);

  encode(message: object): Uint8Array {
    for (const name of ['result', 'params'] as const) {
      const carried: unknown = (message as Record<string, unknown>)[name];
      if (typeof carried !== 'object' || carried === null || !(PIECES in carried)) continue;
      const head = JSON.stringify({ ...message, [name]: undefined }).slice(0, -1);
      const pieces = (carried as { [PIECES]: () => readonly Uint8Array[] })[PIECES]();
      return this.joined([Buffer.from(`${head},"${name}":`), ...pieces, Buffer.from('}')]);
    }
    return Buffer.from(JSON.stringify(message));
  }

  private joined(pieces: readonly Uint8Array[]): Uint8Array {
    const size = pieces.reduce((sum, { length }) => sum + length, 0);
    if (this.room.length < size) this.room = new Uint8Array(Math.ceil(size * SPARE));
    let at = 0;
    for (const piece of pieces) {
      this.room.set(piece, at);
      at += piece.length;
    }
    return this.room.subarray(0, size);
  }
}

/** How much more room is taken than a message needs: the next may be longer. */
const SPARE = 1.25;
