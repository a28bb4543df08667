import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatOf } from '../../server/src/core/index.ts';

export interface Sample {
  readonly path: string;
  readonly format: string;
  readonly text: string;
}

/** Every script under samples/. */
export function samples(): Sample[] {
  return readdirSync('samples', { recursive: true })
    .map((name) => join('samples', String(name)).replaceAll('\\', '/'))
    .sort()
    .flatMap((path) => {
      const format = formatOf(path);
      return format ? [{ path, format, text: readFileSync(path, 'utf8') }] : [];
    });
}
