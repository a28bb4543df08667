import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createLinter, type Finding, LintCache, type Linted, type Settings } from '../../server/src/core/index.ts';
import { checked } from '../../server/src/service/checked.ts';
import { diagnosticsOf } from '../../server/src/service/diagnostics.ts';
import { DiagnosticsJson } from '../../server/src/service/diagnosticsJson.ts';
import { PRESENTATION } from './subject.ts';

/** Everything of a finding that somebody may see. */
function seen(finding: Finding): unknown {
  return { ...finding, fixes: finding.fixes(), why: finding.why?.() ?? [] };
}

/** What a file says that others may point at, and where. */
function saidIn({ gathered: { items, placeAt } }: Linted): unknown {
  const topics = [...items].map(([name, own]) => [name, own.filter(({ span }) => span.end > 0)] as const);
  return topics
    .filter(([, own]) => own.length > 0)
    .map(([name, own]) => [name, own.map((item) => ({ ...item, from: placeAt(item.span.start), to: placeAt(item.span.end) }))]);
}

/** Something that other files make of this one: at its lines, pointing at its beginning. */
function elsewhere(source: string, [finding]: readonly Finding[]): Finding[] {
  if (!finding) return [];
  const message = { en: 'here', 'zh-CN': '这里', 'zh-TW': '這裡' };
  const related = [{ span: { start: 0, end: Math.min(2, source.length) }, message }];
  return [...source.matchAll(/\n(?=[^#\n])/gu)].map(({ index }, i) => ({
    ...finding,
    rule: i % 2 === 0 ? 'flat-refusal' : 'duplicate-entry',
    span: { start: index + 1, end: index + 2 },
    related,
    fixes: () => [],
    why: () => [],
  }));
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

const SPOKEN = PIECES.filter((piece) => /^(?:客|-|Agent|\n|\s|\/\/)/u.test(piece));

describe('a cache that is kept between edits', () => {
  const linter = createLinter();

  for (const [name, pieces, maxLength] of [
    ['files of a few scenes', PIECES, 14],
    ['files of many scenes', SPOKEN.concat(...Array(5).fill(['# 退款\n', '## 换货\r\n'])), 150],
    ['long dialogues', SPOKEN, 60],
    ['scenes that link', SPOKEN.concat('# 退款\n', '# 换货\n', '? 同意 -> 退款\n'), 40],
  ] as const) {
    it(`gives what a cold lint gives, after any edit: ${name}`, () => holds(pieces, maxLength));
  }

  function holds(pieces: readonly string[], maxLength: number): void {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength, size: 'max' }).map((parts) => parts.join(''));
    const edit = fc.record({
      at: fc.nat(maxLength * 12),
      cut: fc.oneof(fc.nat(12), fc.nat(maxLength * 3)),
      words: fc.oneof(fc.constantFrom(...pieces), fc.constantFrom('', '#', '但', '\n')),
    });
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 5 }), fc.constantFrom('huashu', 'text', 'markdown'), (start, edits, format) => {
        const cache = new LintCache();
        const json = new DiagnosticsJson();
        const settings: Settings = {};
        let source = start;
        for (const { at, cut, words } of [{ at: 0, cut: 0, words: '' }, ...edits]) {
          const from = Math.min(at, source.length);
          source = source.slice(0, from) + words + source.slice(from + cut);
          const warm = linter.lint({ text: source, format }, settings, cache);
          const cold = linter.lint({ text: source, format }, settings);
          assert.deepEqual(warm.findings.map(seen), cold.findings.map(seen));
          assert.deepEqual([warm.lang, warm.turns, warm.suppressed], [cold.lang, cold.turns, cold.suppressed]);
          const [more, also] = [warm, cold].map((linted) => linted.with(() => elsewhere(source, cold.findings)));
          assert.deepEqual([more!.findings.map(seen), more!.suppressed], [also!.findings.map(seen), also!.suppressed]);
          assert.deepEqual(saidIn(warm), saidIn(cold));
          for (const { stretches } of [warm, more!]) {
            const told = checked({ uri: 'file:///t', version: 1, format, text: source }, warm.lines, stretches);
            const written: unknown = JSON.parse(Buffer.concat(json.of(told, PRESENTATION)).toString());
            const afresh = checked(
              { uri: 'file:///t', version: 1, format, text: source },
              warm.lines,
              (stretches === warm.stretches ? cold : also!).stretches,
            );
            assert.deepEqual(written, diagnosticsOf(afresh, PRESENTATION));
            assert.deepEqual(diagnosticsOf(told, PRESENTATION), written);
          }
        }
      }),
      { numRuns: Math.ceil(2000 / maxLength) },
    );
  }
});
