import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { sources } from './sources.ts';

const LONGEST_FILE = 250;
const MEDIAN = 80;
/** Files that may be longer, with the reason. */
const LONGER: Readonly<Record<string, string>> = {
  'tests/cli/cases.test.ts': 'one table of cases, run through two hosts',
};
const VAGUE_NAME = /(?:utils?|helpers?|manager|misc|common|stuff)\.(?:ts|mjs)$/iu;

describe('the budgets', () => {
  const product = sources('server/src', 'client/src', 'client/webview');
  const all = [...product, ...sources('tests')];
  const lengthOf = (text: string): number => text.split('\n').length - 1;

  it(`no file is longer than ${LONGEST_FILE} lines`, () => {
    const long = all.filter(({ path, text }) => lengthOf(text) > LONGEST_FILE && !(path in LONGER));
    assert.deepEqual(
      long.map(({ path, text }) => `${path}: ${lengthOf(text)}`),
      [],
    );
  });

  it('what may be longer, is', () => {
    const needless = Object.keys(LONGER).filter((path) => !all.some((file) => file.path === path && lengthOf(file.text) > LONGEST_FILE));
    assert.deepEqual(needless, []);
  });

  it(`half of the files have at most ${MEDIAN} lines`, () => {
    const lengths = product.map(({ text }) => lengthOf(text)).sort((a, b) => a - b);
    assert.ok(lengths[Math.floor(lengths.length / 2)]! <= MEDIAN, `median ${lengths[Math.floor(lengths.length / 2)]}`);
  });

  it('no function is longer than 60 lines: the linter holds it', () => {
    assert.match(readFileSync('biome.json', 'utf8'), /"noExcessiveLinesPerFunction": \{ "level": "error", "options": \{ "maxLines": 60,/u);
  });

  it('no module is named for nothing in particular, no state is held by a module', () => {
    assert.deepEqual(
      product.filter(({ path }) => VAGUE_NAME.test(path)).map(({ path }) => path),
      [],
    );
    assert.deepEqual(
      product.filter(({ path, text }) => path.startsWith('server/') && /^(?:export )?let /mu.test(text)).map(({ path }) => path),
      [],
    );
  });
});
