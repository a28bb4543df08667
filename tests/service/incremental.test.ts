import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter, type Finding, LintCache } from '../../server/src/core/index.ts';

/** Everything of a finding that somebody may see. */
function seen(finding: Finding): unknown {
  return { ...finding, fixes: finding.fixes(), why: finding.why?.() ?? [] };
}

const PIECES = [
  '# 退款\n',
  '\uff03 换货\n',
  '## Refund {#refund}\r\n',
  '客服\uff1a是的,但是我们不能退。\n',
  '客服\uff1a非常抱歉\n  这个没办法。\n',
  '客户\uff1a怎么回事\uff1f\n',
  'Agent: I understand, but we cannot do that.\n',
  '- 我们不能退\n',
  '// huashu-disable-next-line flat-refusal -- 说明\n',
  '// huashu-disable bare-but\n',
  '// huashu-enable\n',
  '<!-- 注\n',
  '-->\n',
  '? 同意 -> 退款\n',
  '@type complaint\n',
  '@nothing\n',
  '反例\uff1a\n',
  '\n',
  '---\n',
  '---\nlang: zh-Hans\n# 说明\n---\n',
  '客服\uff1a服務(wù)不能\u200b用\r',
  '  孤行\n',
];

const SPEECH = /^(?:客|-|Agent|\n|\s|\/\/)/u;

describe('a cache that is kept between edits', () => {
  const linter = createLinter();

  for (const [name, pieces, maxLength] of [
    ['files of many scenes', PIECES, 14],
    ['long dialogues', PIECES.filter((piece) => SPEECH.test(piece)), 60],
    ['scenes that link', PIECES.filter((piece) => SPEECH.test(piece)).concat('# 退款\n', '# 换货\n', '? 同意 -> 退款\n'), 40],
  ] as const) {
    it(`gives what a cold lint gives, after any edit: ${name}`, () => holds(pieces, maxLength));
  }

  function holds(pieces: readonly string[], maxLength: number): void {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''));
    const edit = fc.record({
      at: fc.nat(400),
      cut: fc.nat(12),
      words: fc.oneof(fc.constantFrom(...pieces), fc.constantFrom('', '#', '但', '\n')),
    });
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 5 }), fc.constantFrom('huashu', 'text'), (start, edits, format) => {
        const cache = new LintCache();
        const settings = {};
        let source = start;
        for (const { at, cut, words } of [{ at: 0, cut: 0, words: '' }, ...edits]) {
          const from = Math.min(at, source.length);
          source = source.slice(0, from) + words + source.slice(from + cut);
          const warm = linter.lint({ text: source, format }, settings, cache);
          const cold = linter.lint({ text: source, format }, settings);
          assert.deepEqual(warm.findings.map(seen), cold.findings.map(seen));
          assert.deepEqual([warm.lang, warm.turns, warm.suppressed], [cold.lang, cold.turns, cold.suppressed]);
        }
      }),
      { numRuns: 200 },
    );
  }
});
