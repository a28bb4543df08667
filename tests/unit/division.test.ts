import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { FORMATS } from '../../server/src/formats/registry.ts';
import { alikeAtBothEnds } from '../../server/src/text/alike.ts';
import { type Division, divide, type Parting } from '../../server/src/text/division.ts';

const PIECES = [
  '#',
  '# a\n',
  '\uff03',
  '## b\r\n',
  '### c\r',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '---\n',
  'lang: en\n',
  '```\n',
  '`',
  '<',
  'a',
  'a\n',
  '// x\n',
];

function partsOf({ text, starts }: Division): string[] {
  return starts.map((start, i) => text.slice(start, starts[i + 1]));
}

describe('a division', () => {
  const partings = FORMATS.flatMap(({ id, parts }): [string, Parting][] => (parts ? [[id, parts]] : []));

  it('is one of scripts and Markdown', () => {
    assert.deepEqual(
      partings.map(([id]) => id),
      ['huashu', 'markdown'],
    );
  });

  for (const [id, parting] of partings) {
    it(`after an edit is that of a fresh text, and keeps what it says it keeps: ${id}`, () => {
      const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(''));
      const edit = fc.record({ at: fc.nat(60), cut: fc.nat(9), put: fc.oneof(fc.constantFrom(...PIECES), fc.constant('')) });
      fc.assert(
        fc.property(words, fc.array(edit, { maxLength: 6 }), (start, edits) => {
          let text = start;
          let before = divide(text, parting);
          for (const { at, cut, put } of edits) {
            text = text.slice(0, at) + put + text.slice(at + cut);
            const after = divide(text, parting, before);
            const fresh = divide(text, parting);
            assert.deepEqual(after?.starts, fresh?.starts);
            if (before && after) {
              const [old, now] = [partsOf(before), partsOf(after)];
              assert.deepEqual(now.slice(0, after.head), old.slice(0, after.head));
              assert.deepEqual(now.slice(now.length - after.tail), old.slice(old.length - after.tail));
            }
            before = after;
          }
        }),
        { numRuns: 2000 },
      );
    });
  }

  it('costs what an edit touches', () => {
    const parting = partings[0]![1];
    const text = '# a\nAgent: hello\n'.repeat(1000);
    const before = divide(text, parting)!;
    const { head, tail } = divide(`${text.slice(0, 8510)}!${text.slice(8510)}`, parting, before)!;
    assert.deepEqual([head, tail], [500, 499]);
  });
});

describe('what two texts have alike', () => {
  it('is the longest beginning, and of the rest the longest end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b') }), fc.string({ unit: fc.constantFrom('a', 'b') }), (a, b) => {
        const { head, tail } = alikeAtBothEnds(a, b);
        assert.equal(a.slice(0, head), b.slice(0, head));
        assert.notEqual(a[head] ?? 'end of a', b[head] ?? 'end of b');
        assert.equal(a.slice(a.length - tail), b.slice(b.length - tail));
        assert.ok(head + tail <= Math.min(a.length, b.length));
        const more = head + tail < Math.min(a.length, b.length);
        if (more) assert.notEqual(a.at(-1 - tail), b.at(-1 - tail));
      }),
    );
  });
});
