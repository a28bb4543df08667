import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { nearest } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigFault, ConfigProblemCode } from './problem.ts';

/**
 * What a value in a config file may be. Reading takes what is right and notes what is not, at its place in the file, so
 * that one mistake costs one setting. The JSON Schema of the config is made from the same description.
 */
export interface Shape<T> {
  readonly kind: NodeKind;
  readonly schema: JsonSchema;
  /** The value, or undefined where it is not of this shape (which has been noted then). */
  read(node: Node, at: Reading): T | undefined;
}

export type JsonSchema = Readonly<Record<string, unknown>>;
export type NodeKind = 'scalar' | 'list' | 'map';
export type Value<S> = S extends Shape<infer T> ? T : never;

/** A file being read: where faults go, and the name of the value at hand. */
export interface Reading {
  readonly document: Document;
  /** The key that leads here: `rules.vague-time`. */
  readonly name: string;
  readonly budget: { nodes: number };
  readonly keys: Map<string, Span>;
  /** Where values stand, by the same names, for readers that check them later. */
  readonly values?: Map<string, Span>;
  note(fault: ConfigFault): void;
}

const WANTED = { scalar: 'a single value', list: 'a list', map: 'a table of keys' } as const;

/** Any text; numbers and the like are taken as they are written. `check` names what is wrong with it, if anything. */
export function text(check?: (value: string) => { code: ConfigProblemCode; words: string } | undefined): Shape<string> {
  return scalar({ type: ['string', 'number', 'boolean'] }, 'text', (value, node, at) => {
    const wrong = check?.(value);
    if (wrong) fault(at, node, wrong.code, { words: wrong.words });
    return wrong ? undefined : value;
  });
}

export function oneOf<const T extends string>(...known: readonly T[]): Shape<T> {
  return scalar({ enum: known }, known.join(' | '), (value, node, at) => {
    const found = known.find((k) => k === value);
    if (found === undefined) fault(at, node, 'unknown-value', { words: value, known: known.join(', '), ...near(value, known) });
    return found;
  });
}

export function flag(): Shape<boolean> {
  return scalar({ type: 'boolean' }, 'true or false', (value, node, at) => {
    if (value === 'true' || value === 'false') return value === 'true';
    fault(at, node, 'wrong-kind', { name: at.name, wanted: 'true or false' });
    return undefined;
  });
}

/** A whole number, not negative; in a range where one is given. */
export function count(least = 0, most = 999_999_999): Shape<number> {
  const range = most === 999_999_999 ? { minimum: least } : { minimum: least, maximum: most };
  const wanted = most === 999_999_999 ? 'a whole number' : `${least}\u2013${most}`;
  return scalar({ type: 'integer', ...range }, wanted, (value, node, at) => {
    if (/^\d{1,9}$/u.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    fault(at, node, 'wrong-kind', { name: at.name, wanted });
    return undefined;
  });
}

export function listOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    kind: 'list',
    schema: { type: 'array', items: item.schema },
    read(node, at) {
      if (!isSeq(node)) return refuse(at, node, WANTED.list);
      return node.items.flatMap((child, i) => optional(readNode(item, child, { ...at, name: `${at.name}[${i}]` })));
    },
  };
}

/** `[first, second]`, the second of which may be left out. */
export function pairOf<A, B>(first: Shape<A>, second: Shape<B>): Shape<readonly [A, B | undefined]> {
  return {
    kind: 'list',
    schema: { type: 'array', items: [first.schema, second.schema], minItems: 1, maxItems: 2 },
    read(node, at) {
      if (!isSeq(node) || node.items.length === 0 || node.items.length > 2) return refuse(at, node, '[level, {options}]');
      const a = readNode(first, node.items[0], at);
      const b = node.items.length > 1 ? readNode(second, node.items[1], at) : undefined;
      return a === undefined ? undefined : [a, b];
    },
  };
}

/** A table with keys of the author's own; `key` says what is wrong with one, whose value is then passed over. */
export function tableOf<T>(
  value: Shape<T>,
  key?: (name: string, value: unknown) => { fault: Omit<ConfigFault, 'span'> } | undefined,
): Shape<Readonly<Record<string, T>>> {
  return rowsOf({ type: 'object', additionalProperties: value.schema }, () => value, key);
}

/** A table with keys of the author's own whose values are of the shape that goes with the key. */
export function rowsOf<T>(
  schema: JsonSchema,
  shapeOf: (name: string) => Shape<T>,
  key?: (name: string, value: unknown) => { fault: Omit<ConfigFault, 'span'> } | undefined,
): Shape<Readonly<Record<string, T>>> {
  return {
    kind: 'map',
    schema,
    read(node, at) {
      if (!isMap(node)) return refuse(at, node, WANTED.map);
      const out: [string, T][] = [];
      for (const { name, span, child } of entries(node, at)) {
        const wrong = key?.(name, child);
        if (wrong) at.note({ span, ...wrong.fault });
        const read = wrong ? undefined : readNode(shapeOf(name), child, under(at, name, span));
        if (read !== undefined) out.push([name, read]);
      }
      return Object.fromEntries(out);
    },
  };
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Read<F extends Fields> = { readonly [K in keyof F]?: Value<F[K]> };

/** A table with these keys and no others. */
export function table<const F extends Fields>(fields: F, required: readonly (keyof F & string)[] = []): Shape<Read<F>> {
  const known = Object.keys(fields);
  const properties = Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, shape.schema]));
  return {
    kind: 'map',
    schema: { type: 'object', properties, additionalProperties: false, ...(required.length > 0 ? { required } : {}) },
    read(node, at) {
      if (!isMap(node)) return refuse(at, node, WANTED.map);
      const out: Record<string, unknown> = {};
      for (const { name, span, child } of entries(node, at)) {
        const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (!shape) at.note({ span, code: 'unknown-key', data: { words: name, ...near(name, known) } });
        const read = shape ? readNode(shape, child, under(at, name, span)) : undefined;
        if (read !== undefined) out[name] = read;
      }
      const missing = required.find((name) => !node.has(name));
      if (missing !== undefined) fault(at, node, 'missing-key', { words: missing });
      return missing === undefined && required.every((name) => name in out) ? (out as Read<F>) : undefined;
    },
  };
}

/** A table with no keys; any are a fault of that code, which names what they were said of. */
export function nothing(code: ConfigProblemCode): Shape<Readonly<Record<string, never>>> {
  return {
    kind: 'map',
    schema: { type: 'object', maxProperties: 0 },
    read(node, at) {
      if (!isMap(node)) return refuse(at, node, WANTED.map);
      if (node.items.length > 0) fault(at, node, code, { words: at.name.split('.').at(-1)! });
      return undefined;
    },
  };
}

/** One of several shapes that differ in kind, so that a look at the value tells which is meant. */
export function either<const S extends readonly Shape<unknown>[]>(...shapes: S): Shape<Value<S[number]>> {
  return {
    kind: shapes[0]!.kind,
    schema: { anyOf: shapes.map((s) => s.schema) },
    read(node, at) {
      const kind = isMap(node) ? 'map' : isSeq(node) ? 'list' : 'scalar';
      const shape = shapes.find((s) => s.kind === kind);
      if (!shape) return refuse(at, node, shapes.map((s) => WANTED[s.kind]).join(' / '));
      return shape.read(node, at) as Value<S[number]> | undefined;
    },
  };
}

/** The same shape with a sentence about it, for the editor of the config file. */
export function about<T>(description: string, shape: Shape<T>): Shape<T> {
  return { ...shape, schema: { description, ...shape.schema } };
}

/** Reads one node, through aliases; an empty value counts as left out. */
export function readNode<T>(shape: Shape<T>, node: unknown, at: Reading): T | undefined {
  const target = isAlias(node) ? node.resolve(at.document) : (node as Node | null | undefined);
  if (isAlias(node) && !target) fault(at, node, 'no-anchor', { words: node.source });
  if (!target || (isScalar(target) && target.value === null)) return undefined;
  at.values?.set(at.name, spanOf((node as Node).range ? (node as Node) : target));
  return afford(target, at) ? shape.read(target, at) : undefined;
}

export function near(word: string, known: Iterable<string>): { near?: string } {
  const found = nearest(word, known);
  return found === undefined ? {} : { near: found };
}

function scalar<T>(schema: JsonSchema, wanted: string, read: (value: string, node: Node, at: Reading) => T | undefined): Shape<T> {
  return {
    kind: 'scalar',
    schema,
    read(node, at) {
      if (!isScalar(node)) return refuse(at, node, wanted);
      const written = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
      return read(written, node, at);
    },
  };
}

function* entries(node: YAMLMap, at: Reading): Generator<{ name: string; span: Span; child: unknown }> {
  for (const { key, value } of node.items as Pair[]) {
    const target = isAlias(key) ? key.resolve(at.document) : key;
    const name = isScalar(target) ? String(target.value) : '';
    yield { name, span: spanOf(isScalar(key) ? key : node), child: value };
  }
}

function under(at: Reading, name: string, span: Span): Reading {
  const path = at.name === '' ? name : `${at.name}.${name}`;
  at.keys.set(path, span);
  return { ...at, name: path };
}

function afford(node: Node, at: Reading): boolean {
  at.budget.nodes--;
  if (at.budget.nodes === 0) fault(at, node, 'too-large', {});
  return at.budget.nodes > 0;
}

function refuse(at: Reading, node: Node, wanted: string): undefined {
  fault(at, node, 'wrong-kind', { name: at.name === '' ? 'config' : at.name, wanted });
}

function fault(at: Reading, node: Node, code: ConfigProblemCode, data: Readonly<Record<string, string>>): void {
  at.note({ span: spanOf(node), code, data });
}

function spanOf(node: Node): Span {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

function optional<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
