import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { createLinter } from '../../server/src/core/index.ts';

/** What the flow rules reach over our own pairs of conversations. These floors only rise. */
const FLOOR = { precision: 0.99, recall: 0.99 };
const SPEAKER: Readonly<Record<string, string>> = { c: '客户\uff1a', a: '客服\uff1a', e: '' };

/** A conversation, and the rules that must find something in it. */
interface Labelled {
  readonly lang: string;
  readonly about: string;
  readonly expected: ReadonlySet<string>;
  readonly text: string;
}

describe('accuracy over pairs of conversations', () => {
  it('stays above the floor', () => {
    const linter = createLinter();
    const total = { hit: 0, missed: 0, alarm: 0 };
    const wrong: string[] = [];
    for (const { lang, about, expected, text } of readPairs(readFileSync('tests/accuracy/flow.txt', 'utf8'))) {
      const found = linter.lint({ text, format: 'huashu' }, { lang: lang as 'en', preset: 'strict' }).findings;
      const counted = found.filter(({ rule, severity }) => rule === about || severity === 'warning' || severity === 'error');
      const rules = new Set(counted.map(({ rule }) => rule).filter((rule) => linter.rules.all.get(rule)?.scope === 'flow'));
      for (const rule of expected) {
        if (rules.has(rule)) total.hit++;
        else {
          total.missed++;
          wrong.push(`missed ${rule}:\n${text}`);
        }
      }
      for (const rule of rules) {
        if (expected.has(rule)) continue;
        total.alarm++;
        wrong.push(`false alarm ${rule}:\n${text}`);
      }
    }
    const precision = total.hit / (total.hit + total.alarm);
    const recall = total.hit / (total.hit + total.missed);
    console.log(`      precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} (${total.hit} hits)`);
    assert.ok(precision >= FLOOR.precision && recall >= FLOOR.recall, wrong.join('\n'));
  });
});

/** Both conversations of each pair. */
function* readPairs(source: string): Generator<Labelled> {
  for (const block of source.split(/^== /mu).slice(1)) {
    const [head = '', ...lines] = block.split('\n');
    const [about = '', lang = '', ...also] = head.split(' ');
    for (const [skipped, expected] of [
      ['+', [about, ...also]],
      ['-', []],
    ] as const) {
      const kept = lines.filter((line) => line.length > 1 && !line.startsWith(skipped)).map((line) => line.replace(/^[+-]/u, ''));
      const text = kept.map((line) => (line.startsWith('@') ? line : SPEAKER[line[0]!]! + line.slice(2))).join('\n');
      yield { lang, about, expected: new Set(expected), text: `# 1\n${text}\n` };
    }
  }
}
