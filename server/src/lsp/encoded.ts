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

/** A message of the protocol in UTF-8. */
export function encodeMessage(message: object): Uint8Array {
  for (const name of ['result', 'params'] as const) {
    const carried: unknown = (message as Record<string, unknown>)[name];
    if (typeof carried !== 'object' || carried === null || !(PIECES in carried)) continue;
    const head = JSON.stringify({ ...message, [name]: undefined }).slice(0, -1);
    const pieces = (carried as { [PIECES]: () => readonly Uint8Array[] })[PIECES]();
    return Buffer.concat([Buffer.from(`${head},"${name}":`), ...pieces, Buffer.from('}')]);
  }
  return Buffer.from(JSON.stringify(message));
}
