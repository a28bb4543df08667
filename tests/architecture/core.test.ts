import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, it } from 'mocha';
import type * as Core from '../../server/src/core/index.ts';
import { sources } from './sources.ts';

describe('the core bundle', () => {
  it('needs nothing but the language', () => {
    const context = createContext({ module: { exports: {} } });
    runInContext(readFileSync('dist/core.js', 'utf8'), context, { filename: 'core.js' });
    const found: string = runInContext(
      `const core = module.exports;
       const linter = core.createLinter();
       const lint = (text, format) => linter.lint({ text, format }, {}).findings;
       JSON.stringify([lint('客服:我们不能退。', 'huashu'), lint('**客服:** 我们不能退。', 'markdown')].map((all) => all.map((f) => [f.rule, f.fixes().length > 0])))`,
      context,
    );
    assert.deepEqual(JSON.parse(found), [[['flat-refusal', true]], [['flat-refusal', true]]]);
  });

  it('exports what its types say', () => {
    const exported: readonly (keyof typeof Core)[] = ['createLinter', 'formatOf', 'formatIds', 'lineIndex', 'LintCache'];
    const context = createContext({ module: { exports: {} } });
    runInContext(readFileSync('dist/core.js', 'utf8'), context);
    const names: string[] = JSON.parse(runInContext('JSON.stringify(Object.keys(module.exports))', context));
    for (const name of exported) assert.ok(names.includes(name), name);
  });
});

describe('exports', () => {
  /** Where every export says what it is. */
  const DOCUMENTED = /^server\/src\/(?:core\/index|engine\/(?:rule|finding|lint|fix|speech|levels)|dialogue\/model|formats\/format)\.ts$/u;
  for (const { path, text } of sources('server/src').filter((file) => DOCUMENTED.test(file.path))) {
    it(`of ${path} say what they are`, () => {
      const lines = text.split('\n');
      const bare = lines.filter(
        (line, i) =>
          /^export (?:async )?(?:function\*?|const|class|interface|type) /u.test(line) &&
          !/ from '/u.test(line) &&
          !/\*\/\s*$/u.test(lines[i - 1] ?? ''),
      );
      assert.deepEqual(bare, []);
    });
  }
});
