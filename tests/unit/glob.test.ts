import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { globTest } from '../../server/src/core/glob.ts';

/** What fits, and what does not. */
const TABLE: Readonly<Record<string, readonly [fits: readonly string[], others: readonly string[]]>> = {
  'kb/*.md': [
    ['kb/a.md', 'kb/(1).md'],
    ['kb/x/a.md', 'a.md'],
  ],
  'kb/**/*.md': [['kb/a.md', 'kb/x/y/a.md'], ['a.md']],
  '**/*.{md,txt}': [['a.md', 'x/a.txt'], ['a.csv']],
  '下载(1)/*.md': [['下载(1)/a.md'], ['下载1/a.md']],
  '*(副本).md': [['a(副本).md'], ['a副本.md']],
  'c++/a?.md': [['c++/ab.md'], ['c/ab.md', 'ccc/ab.md']],
  'a\\(1\\).md': [['a(1).md'], ['a1.md']],
  '(a|b).md': [['(a|b).md'], ['a.md']],
  '[ab].md': [['a.md'], ['c.md']],
  '[!ab].md': [['c.md'], ['a.md']],
  '(a+)+b': [['(a+)+b'], ['aaab']],
};

describe('a glob', () => {
  for (const [glob, [fits, others]] of Object.entries(TABLE)) {
    it(`${glob} takes in what it says`, () => {
      const test = globTest(glob);
      assert.deepEqual([fits.filter((path) => !test(path)), others.filter(test)], [[], []]);
    });
  }
});
