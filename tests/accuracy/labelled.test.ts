import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { createLinter } from '../../server/src/core/index.ts';
import { unmark } from '../support/markers.ts';

/** What the rules reach over our own labelled turns. These floors only rise. */
const FLOOR = { precision: 0.99, recall: 0.99 };
/** Files of labelled turns, and the preset they are read with. */
const FILES = ['zh-Hans', 'zh-Hant', 'en'].flatMap((lang) => [
  { file: lang, preset: 'recommended' as const },
  { file: `strict.${lang}`, preset: 'strict' as const },
]);

describe('accuracy over labelled turns', () => {
  it('stays above the floor', () => {
    const total = { hit: 0, missed: 0, alarm: 0 };
    const wrong: string[] = [];
    for (const { file, preset } of FILES) {
      const { source, findings: labels } = unmark(readFileSync(`tests/accuracy/${file}.huashu`, 'utf8'));
      const scored = new Set(labels.map((label) => label.rule));
      const found = createLinter()
        .lint({ text: source, format: 'huashu' }, { preset })
        .findings.filter((f) => scored.has(f.rule) && f.severity !== 'hint')
        .map((f) => ({ rule: f.rule, ...f.span }));
      const same = (a: (typeof found)[number], b: { rule: string; start: number; end: number }): boolean =>
        a.rule === b.rule && a.start < b.end && b.start < a.end;
      const line = (at: number): string => source.slice(source.lastIndexOf('\n', at) + 1, source.indexOf('\n', at));
      for (const label of labels) {
        if (found.some((f) => same(f, label))) total.hit++;
        else {
          total.missed++;
          wrong.push(`missed ${label.rule}: ${line(label.start)}`);
        }
      }
      for (const f of found) {
        if (labels.some((label) => same(f, label))) continue;
        total.alarm++;
        wrong.push(`false alarm ${f.rule} “${source.slice(f.start, f.end)}”: ${line(f.start)}`);
      }
    }
    const precision = total.hit / (total.hit + total.alarm);
    const recall = total.hit / (total.hit + total.missed);
    console.log(
      `      precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} (${total.hit} hits, ${total.alarm} false alarms, ${total.missed} missed)`,
    );
    if (process.env['VERBOSE']) console.log(wrong.join('\n'));
    assert.ok(precision >= FLOOR.precision && recall >= FLOOR.recall, wrong.join('\n'));
  });
});
