import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { CATALOGUE } from '../../server/src/core/index.ts';
import { readCoverage } from '../../server/src/manual/coverage.ts';
import { readSituations } from '../../server/src/manual/library.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const prefixes: readonly string[] = Object.values(
  JSON.parse(read('snippets/en.json')) as Readonly<Record<string, { readonly prefix: readonly string[] }>>,
).flatMap(({ prefix }) => prefix);

function exists(carrier: string): boolean {
  const [kind, name] = carrier.includes(':') ? carrier.split(':') : ['rule', carrier];
  return kind === 'snippet' ? prefixes.includes(name!) : (kind === 'rule' || kind === 'reframe') && CATALOGUE.includes(name!);
}

describe('the coverage of the training', () => {
  const rows = readCoverage(read('docs/coverage.md'));
  const named = (wrong: typeof rows): string[] => wrong.map(({ document, asks }) => `${document}: ${asks}`);

  it('has the five documents, every row numbered', () => {
    assert.deepEqual([...new Set(rows.map(({ document }) => document))], ['S0', 'S1', 'S2', 'S3', 'S4']);
    assert.equal(read('docs/coverage.md').match(/^\| \d+ \|/gmu)?.length, rows.length);
  });

  it('names rules of the catalogue, their rewordings and snippets alone', () => {
    assert.deepEqual(
      rows.flatMap(({ carriers }) => carriers).filter((carrier) => !exists(carrier)),
      [],
    );
  });

  it('says what a sentence asks in ten words at most', () => {
    assert.deepEqual(named(rows.filter(({ asks }) => asks === '' || asks.split(/\s+/u).length > 10)), []);
  });

  it('says why where nothing carries a sentence', () => {
    assert.deepEqual(named(rows.filter(({ carriers, note }) => carriers.length === 0 && note === '')), []);
  });
});

describe('the situations', () => {
  const situations = readSituations(read);

  it('hold every rule of the catalogue, and no other', () => {
    assert.deepEqual([...new Set(situations.flatMap(({ rules }) => rules))].sort(), [...CATALOGUE].sort());
  });

  it('name snippets that exist', () => {
    assert.deepEqual(
      situations.flatMap(({ snippets = [] }) => snippets).filter((name) => !prefixes.includes(name)),
      [],
    );
  });

  it('are told in three languages', () => {
    for (const { title, about } of situations)
      for (const words of [title, about]) assert.deepEqual(Object.keys(words), ['en', 'zh-CN', 'zh-TW'], title.en);
  });
});
