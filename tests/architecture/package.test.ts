import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path/posix';
import { deflateRawSync } from 'node:zlib';
import { describe, it } from 'mocha';
import picomatch from 'picomatch';

/** What the extension's package may weigh, in bytes, as packed. */
const MOST = 2_430_000;

describe("the extension's package", () => {
  const files = packaged();

  it('is made of files that are there', () => {
    const patterns = included();
    assert.deepEqual(
      patterns.filter((pattern) => !files.some((path) => picomatch.isMatch(path, pattern))),
      [],
    );
  });

  it('holds every file the manifest names to an editor', () => {
    const { exports: _, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = pathsIn(manifest);
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter((path) => !files.includes(path)),
      [],
    );
  });

  it(`weighs at most ${MOST / 1_000_000} MB`, () => {
    const weights = files.map((path) => [path, deflateRawSync(readFileSync(path)).length] as const);
    const sum = weights.reduce((total, [, weight]) => total + weight, 0);
    const heaviest = weights.sort(([, a], [, b]) => b - a).slice(0, 5);
    assert.ok(sum <= MOST, `${sum}: ${heaviest.map(([path, weight]) => `${path} ${weight}`).join(', ')}`);
  });
});

/** The patterns of what is packaged. */
function included(): string[] {
  return readFileSync('.vscodeignore', 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
}

function packaged(): string[] {
  const patterns = included();
  const folders = new Set(patterns.flatMap((pattern) => (pattern.includes('/') ? [pattern.split('/')[0]!] : [])));
  const inside = [...folders].flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, slashed(path))));
  const all = [...readdirSync('.'), ...inside].filter((path) => statSync(path).isFile());
  return ['package.json', 'README.md', ...all.filter((path) => picomatch.isMatch(path, patterns))];
}

function slashed(path: string | Buffer): string {
  return String(path).replaceAll('\\', '/');
}

/** The files of ours that a manifest names, wherever it does. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return existsSync(value) && statSync(value).isFile() ? [join(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pathsIn);
}
