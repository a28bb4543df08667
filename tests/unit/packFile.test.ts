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
    assert.deepEqual(readPackFile(JSON.parse(JSON.stringify(writePackFile(packs)))), packs);
  });

  it('writes a group of literals once', () => {
    const { groups } = writePackFile(packs);
    assert.equal(new Set(groups.map((group) => group.join())).size, groups.length);
  });
});
