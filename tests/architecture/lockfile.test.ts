import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

interface Locked {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

describe('the lockfile', () => {
  it('holds what is optional for other systems too, or a clean install refuses it', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Locked;
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => {
        const found = packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
        return found?.version === undefined;
      }),
    );
    assert.deepEqual(missing, []);
  });
});
