import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineIndex } from '../../server/src/core/index.ts';
import { toOffset, toPosition, toSpan } from '../../server/src/service/convert.ts';

const texts = fc
  .array(fc.constantFrom('a', '您', '😀', '\n', '\r\n', '\r', '\t', '\u2028'), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('converting', () => {
  it('comes back from every offset not inside a surrogate pair or a CRLF', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = lineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          if (/^[\udc00-\udfff]/.test(text.slice(offset)) || (text[offset - 1] === '\r' && text[offset] === '\n')) continue;
          assert.equal(toOffset(lines, toPosition(lines, offset)), offset);
        }
      }),
    );
  });

  it('counts lines and UTF-16 units as the protocol does', () => {
    const cases = [
      ['a😀b', 3, { line: 0, character: 3 }],
      ['a\r\nb', 3, { line: 1, character: 0 }],
      ['a\r\nb', 2, { line: 0, character: 1 }],
      ['a\rb', 2, { line: 1, character: 0 }],
      ['\n\n', 2, { line: 2, character: 0 }],
      ['', 0, { line: 0, character: 0 }],
    ] as const;
    for (const [text, offset, position] of cases) assert.deepEqual(toPosition(lineIndex(text), offset), position, JSON.stringify(text));
  });

  it('clamps what a client sends', () => {
    const lines = lineIndex('ab\ncd');
    assert.equal(toOffset(lines, { line: 0, character: 99 }), 2);
    assert.equal(toOffset(lines, { line: 9, character: 0 }), 5);
    assert.deepEqual(toSpan(lines, { start: { line: 1, character: 1 }, end: { line: 0, character: 1 } }), { start: 1, end: 4 });
  });
});
