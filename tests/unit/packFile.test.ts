import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compilePacks } from '../../server/src/engine/pack.ts';
import { readPackFile, writePackFile } from '../../server/src/engine/packFile.ts';

const packs = compilePacks(
  [{ pack: 'own', lists: { a: ['(?:退款|退货)了?', 'refund'], b: ['(?:退款|退货)不了', '(?=.{0,4}退款|退货)不给'] } }],
  (text) => text,
);

describe('the file of compiled packs', () => {
  it('gives back what was written', () => {
    const { file, sources } = writePackFile(packs);
    const { lists, ...rest } = readPackFile(JSON.parse(JSON.stringify(file)), () => sources);
    const plain = Object.entries(lists).map(([name, patterns]) => [name, patterns.map(({ source, literals }) => ({ source, literals }))]);
    assert.deepEqual({ ...rest, lists: Object.fromEntries(plain) }, packs);
  });

  it('asks for the expressions once, when the first is wanted', () => {
    const { file, sources } = writePackFile(packs);
    let asked = 0;
    const { lists } = readPackFile(file, () => {
      asked++;
      return sources;
    });
    assert.deepEqual(
      lists['own/a']!.map(({ literals }) => literals.length > 0),
      [true, true],
    );
    assert.equal(asked, 0);
    assert.deepEqual(Object.values(lists).flatMap((list) => list.map(({ source }) => source)).length, 4);
    assert.equal(asked, 1);
  });

  it('writes a group of literals once, and a literal', () => {
    const { groups, literals } = writePackFile(packs).file;
    assert.equal(new Set(groups.map((group) => group.join())).size, groups.length);
    assert.equal(new Set(literals.split('\u0000')).size, literals.split('\u0000').length);
  });
});
