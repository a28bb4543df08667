import type { NodeKind, Shape } from './shape.ts';

/** A shape that holds itself; `name` is what the JSON Schema calls it under `definitions`. */
export function recursive<T>(name: string, kind: NodeKind, make: () => Shape<T>): Shape<T> {
  let made: Shape<T> | undefined;
  return {
    kind,
    schema: { $ref: `#/definitions/${name}` },
    read(node, at) {
      made ??= make();
      return made.read(node, at);
    },
  };
}
