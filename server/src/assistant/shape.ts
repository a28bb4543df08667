export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a value may be: described for whoever sends it, read where it is of that shape, refused by its name where it is not. */
export interface Shape<T> {
  readonly schema: JsonSchema;
  read(value: unknown, name: string): T;
}

export type ValueOf<S> = S extends Shape<infer T> ? T : never;
type Fields = Readonly<Record<string, Shape<unknown>>>;
type Values<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** Something that was asked for and cannot be done; the message says why, to whoever asked. */
export class Refusal extends Error {}

export function text(description: string, most = Number.POSITIVE_INFINITY): Shape<string> {
  return {
    schema: { type: 'string', description, ...(Number.isFinite(most) ? { maxLength: most } : {}) },
    read(value, name) {
      if (typeof value !== 'string') throw new Refusal(`${name} must be text`);
      if (value.length > most) throw new Refusal(`${name} is too long: ${value.length} characters, of at most ${most}`);
      return value;
    },
  };
}

export function oneOf<const T extends string>(description: string, ...known: readonly T[]): Shape<T> {
  return {
    schema: { type: 'string', enum: known, description },
    read(value, name) {
      const found = known.find((one) => one === value);
      if (found === undefined) throw new Refusal(`${name} must be one of ${known.join(', ')}`);
      return found;
    },
  };
}

export function flag(description: string): Shape<boolean> {
  return {
    schema: { type: 'boolean', description },
    read(value, name) {
      if (typeof value !== 'boolean') throw new Refusal(`${name} must be true or false`);
      return value;
    },
  };
}

export function count(description: string, least: number, most?: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum: least, ...(most === undefined ? {} : { maximum: most }), description },
    read(value, name) {
      const isRight = Number.isInteger(value) && (value as number) >= least && (value as number) <= (most ?? Number.MAX_SAFE_INTEGER);
      if (!isRight) throw new Refusal(`${name} must be a whole number from ${least}${most === undefined ? '' : ` to ${most}`}`);
      return value as number;
    },
  };
}

export function listOf<T>(description: string, item: Shape<T>, most?: number): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema, ...(most === undefined ? {} : { maxItems: most }), description },
    read(value, name) {
      if (!Array.isArray(value)) throw new Refusal(`${name} must be a list`);
      if (value.length > (most ?? value.length)) throw new Refusal(`${name} is too long: ${value.length} items, of at most ${most}`);
      return value.map((one: unknown, i) => item.read(one, `${name}[${i}]`));
    },
  };
}

/** An object with these fields and no other; those of `others` may be left out. */
export function record<R extends Fields, O extends Fields>(
  required: R,
  others: O,
  description?: string,
): Shape<Values<R> & Partial<Values<O>>> {
  const fields: Fields = { ...required, ...others };
  const names = Object.keys(required);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
      ...(names.length > 0 ? { required: names } : {}),
      additionalProperties: false,
      ...(description === undefined ? {} : { description }),
    },
    read(value, name) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal(`${name} must be an object`);
      const given = Object.entries(value).filter(([, one]) => one !== undefined);
      const stranger = given.find(([key]) => !Object.hasOwn(fields, key));
      if (stranger) throw new Refusal(`${name} has no field ${JSON.stringify(stranger[0])}: it has ${Object.keys(fields).join(', ')}`);
      const missing = names.find((key) => !given.some(([one]) => one === key));
      if (missing !== undefined) throw new Refusal(`${name}.${missing} is missing`);
      const read = given.map(([key, one]) => [key, fields[key]!.read(one, `${name}.${key}`)] as const);
      return Object.fromEntries(read) as Values<R> & Partial<Values<O>>;
    },
  };
}
