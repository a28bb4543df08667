import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compilePacks } from '../../server/src/engine/pack.ts';
import { type CarriedPacks, type PackFile, readPackFile, writePackFile } from '../../server/src/engine/packFile.ts';

const packs = compilePacks(
  [{ pack: 'own', lists: { a: ['(?:退款|退货)了?', 'refund'], b: ['(?:退款|退货)不了', '(?=.{0,4}退款|退货)不给'] } }],
  (text) => text,
);

/** A file as a program finds it; `asked` tells what was read of it. */
function carried(file: PackFile, asked: string[] = []): CarriedPacks {
  const read =
    <T>(name: string, what: T) =>
    (): T => {
      asked.push(name);
      return what;
    };
  return {
    head: JSON.parse(JSON.stringify(file.head)) as PackFile['head'],
    latinLiterals: read('latin literals', file.latinLiterals),
    otherLiterals: read('other literals', file.otherLiterals),
    latinExpressions: read('latin expressions', file.latinExpressions),
    otherExpressions: read('other expressions', file.otherExpressions),
    numbers: read('numbers', file.numbers),
  };
}

describe('the file of compiled packs', () => {
  it('gives back what was written', () => {
    const { lists, ...rest } = readPackFile(carried(writePackFile(packs)));
    const plain = Object.entries(lists).map(([name, patterns]) => [name, patterns.map(({ source, literals }) => ({ source, literals }))]);
    assert.deepEqual({ ...rest, lists: Object.fromEntries(plain) }, packs);
  });

  it('reads literals, and expressions, once, when the first is wanted', () => {
    const asked: string[] = [];
    const { lists } = readPackFile(carried(writePackFile(packs), asked));
    const all = Object.values(lists).flat();
    assert.deepEqual(asked, ['numbers']);
    assert.ok(all.every(({ literals }) => literals.length > 0));
    assert.deepEqual(asked, ['numbers', 'other literals', 'latin literals']);
    assert.ok(all.every(({ source }) => source.length > 0));
    assert.deepEqual(asked.slice(3), ['other expressions', 'latin expressions']);
  });

  it('reads no text of another script', () => {
    const asked: string[] = [];
    const { lists } = readPackFile(carried(writePackFile(packs), asked));
    assert.deepEqual([lists['own/a']![1]!.literals, lists['own/a']![1]!.source], [[['refund']], 'refund']);
    assert.deepEqual(asked, ['numbers', 'latin literals', 'latin expressions']);
  });

  it('gives patterns that share a group of literals the same', () => {
    const { lists } = readPackFile(
      carried(
        writePackFile(compilePacks([{ pack: 'own', lists: { a: ['(?:退款|退货).{0,4}不', '(?:退款|退货).{0,4}了'] } }], (text) => text)),
      ),
    );
    const [first, second] = lists['own/a']!.map(({ groups }) => Array.from({ length: groups!.length }, (_, i) => groups!.at(i)!));
    assert.equal(first!.filter((group) => second!.includes(group)).length, 1);
  });
});
