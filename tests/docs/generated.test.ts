import docs from 'huashu:docs';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'mocha';
import { createLinter, readRuleDocument } from '../../server/src/core/index.ts';
import { readCoverage } from '../../server/src/manual/coverage.ts';
import { generatedDocs } from '../../server/src/manual/library.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

describe('the generated documents', () => {
  const files = generatedDocs(read);

  it('are fresh (npm run docs writes them)', () => {
    assert.deepEqual(
      [...files].filter(([path, text]) => !existsSync(path) || read(path) !== text).map(([path]) => path),
      [],
    );
  });

  it('are all there is in docs/rules', () => {
    const there = readdirSync('docs/rules', { recursive: true }).map((name) => join('docs/rules', String(name)).replaceAll('\\', '/'));
    assert.deepEqual(
      there.filter((path) => path.endsWith('.md') && !files.has(path)),
      [],
    );
  });

  it('link to files that exist', () => {
    const dead = [...files].flatMap(([path, text]) =>
      [...text.replace(/^```[\s\S]*?^```$/gmu, '').matchAll(/\]\(([^)#:]+)\)/gu)]
        .map(([, to]) => join(dirname(path), to!))
        .filter((to) => !files.has(to.replaceAll('\\', '/')) && !existsSync(to))
        .map((to) => `${path} → ${to}`),
    );
    assert.deepEqual(dead, []);
  });
});

describe('the document of a rule', () => {
  const OFF = { en: /switch|turn(?:ed)? off|\boff\b/iu, 'zh-CN': /关掉|关闭|关了/u, 'zh-TW': /關掉|關閉|關了/u };

  it('tells in every language when to switch it off', () => {
    const silent = Object.entries(docs()).flatMap(([rule, document]) => {
      const { text } = readRuleDocument(document);
      return (['en', 'zh-CN', 'zh-TW'] as const)
        .filter((locale) => !OFF[locale].test(text[locale] ?? ''))
        .map((locale) => `${rule} ${locale}`);
    });
    assert.deepEqual(silent, []);
  });
});

describe('the coverage table and the rules that are built', () => {
  const rows = readCoverage(read('docs/coverage.md'));
  const { all } = createLinter().rules;

  it('has a row of each training document that a rule cites', () => {
    const missing = [...all.values()].flatMap(({ meta }) =>
      [...meta.source.matchAll(/S[0-4]/gu)]
        .filter(([document]) => !rows.some((row) => row.document === document && row.carriers.some((one) => one.endsWith(meta.id))))
        .map(([document]) => `${meta.id}: ${document}`),
    );
    // What the sources show by being badly typed is not something they ask.
    const asFound = /^(?:pinyin-noise|compat-character|mixed-script|mixed-punctuation):/u;
    assert.deepEqual(
      [...new Set(missing)].filter((one) => !asFound.test(one)),
      [],
    );
  });

  it('names no rewording that a rule does not offer', () => {
    const named = new Set(rows.flatMap((row) => row.carriers.flatMap((one) => /^reframe:(.+)$/u.exec(one)?.[1] ?? [])));
    assert.deepEqual(
      [...named].filter((rule) => all.has(rule) && !('reframes' in all.get(rule)!)),
      [],
    );
  });
});
