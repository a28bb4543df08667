import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { createLinter } from '../../server/src/core/index.ts';
import { apply, faulty, found, lastTurn, scriptOf, tabled, tablePath } from '../support/goldenReframes.ts';

/**
 * What is offered to be said instead, as a reader judged it: a row for each candidate, best first. Set UPDATE_GOLDEN to write
 * the tables anew, and read what has changed.
 */
const linter = createLinter();
const LANGS = ['zh-Hans', 'zh-Hant', 'en'];

describe('what is offered to be said instead', () => {
  for (const rule of tabled()) {
    it(`${rule}: as the table says`, () => {
      const table = tableOf(rule);
      if (process.env['UPDATE_GOLDEN'] && !table.includes('\t\n')) writeFileSync(tablePath(rule), table);
      assert.equal(table, readFileSync(tablePath(rule), 'utf8'));
    });

    it(`${rule}: there is something for every turn, in every language`, () => {
      const turns = faulty(rule);
      assert.ok(turns.length >= 8);
      for (const lang of LANGS)
        assert.ok(
          turns.some((turn) => turn.lang === lang),
          lang,
        );
      for (const turn of turns) assert.ok(offersFor(rule, turn.lang, turn.before).length > 0, turn.before);
    });
  }
});

function tableOf(rule: string): string {
  const rows = faulty(rule).flatMap(({ lang, before }) => {
    const offers = offersFor(rule, lang, before);
    return (offers.length > 0 ? offers : ['']).map((after) => [lang, before, after].join('\t'));
  });
  return ['lang\tbefore\tafter', ...rows, ''].join('\n');
}

/** The last turn with each candidate of the rule's first finding in it. */
function offersFor(rule: string, lang: string, before: string): string[] {
  const script = scriptOf({ lang, before });
  return (found(linter, rule, script)[0]?.fixes() ?? []).map((fix) => lastTurn(apply(script, fix)));
}
