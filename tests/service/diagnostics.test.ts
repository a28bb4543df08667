import assert from 'node:assert/strict';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding } from '../../server/src/core/index.ts';
import { toSpan } from '../../server/src/service/convert.ts';
import { diagnosticsOf, toDiagnostic } from '../../server/src/service/diagnostics.ts';
import { isTooLarge, tooLarge } from '../../server/src/service/largeFile.ts';
import { mark, unmark } from '../support/markers.ts';
import { checkedOf, PRESENTATION } from './subject.ts';

describe('diagnostics', () => {
  for (const fixture of [
    '客服:我们<flat-refusal|不能|>给您退款。\n',
    '😀\r\n客服:😀😀我们<flat-refusal|不能|>给您退款。\r\n客服:谢谢您的耐心等待。\r\n',
    '旁白:你们不能这样!\r客服:我们<flat-refusal|不能|>退。\r',
    '客服:我们的服<mixed-script|務|><pinyin-noise|(wù)|>很好。\n',
    '客服:请稍等,\n  我们<flat-refusal|不能|>给您退款。\n',
  ]) {
    it(`stand on the words: ${JSON.stringify(fixture)}`, () => {
      const checked = checkedOf(unmark(fixture).source);
      const found = diagnosticsOf(checked, PRESENTATION).map(({ range, code }) => ({
        rule: String(code),
        ...toSpan(checked.lines, range),
      }));
      assert.equal(mark(checked.text, found), fixture);
    });
  }

  it('carry severity, rule, page and the words of the interface language', () => {
    const checked = checkedOf('客服:我们不能给您退款。\n');
    const [diagnostic] = diagnosticsOf(checked, PRESENTATION);
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
    assert.equal(diagnostic.source, 'huashu');
    assert.equal(diagnostic.code, 'flat-refusal');
    assert.deepEqual(diagnostic.codeDescription, { href: 'rule:flat-refusal' });
    assert.equal(diagnostic.message, checked.findings[0]?.message['zh-CN']);
    assert.equal(diagnosticsOf(checked, { ...PRESENTATION, locale: 'en' })[0]?.message, checked.findings[0]?.message.en);
  });

  it('leave the page out where there is none', () => {
    const [diagnostic] = diagnosticsOf(checkedOf('客服:我们不能给您退款。\n'), { ...PRESENTATION, pageOf: () => undefined });
    assert.ok(diagnostic && !('codeDescription' in diagnostic));
  });

  it('fade what does nothing', () => {
    const [diagnostic] = diagnosticsOf(checkedOf('// huashu-disable-line bare-but\n客服:您好。\n'), PRESENTATION);
    assert.deepEqual([diagnostic?.code, diagnostic?.tags], ['unused-suppression', [DiagnosticTag.Unnecessary]]);
  });

  it('point at related places where the client shows them', () => {
    const checked = checkedOf('客服:您好。\n客服:我们不能给您退款。\n');
    const words = { en: 'first', 'zh-CN': '第一次', 'zh-TW': '第一次' };
    const finding: Finding = { ...checked.findings[0]!, related: [{ span: { start: 3, end: 5 }, message: words }] };
    const location = { uri: checked.uri, range: { start: { line: 0, character: 3 }, end: { line: 0, character: 5 } } };
    assert.deepEqual(toDiagnostic(finding, checked, PRESENTATION).relatedInformation, [{ location, message: '第一次' }]);
    assert.equal(toDiagnostic(finding, checked, { ...PRESENTATION, related: false }).relatedInformation, undefined);
  });

  it('keep to one line when asked to', () => {
    const checked = checkedOf('客服:我们不能给您退款。\n');
    const finding: Finding = { ...checked.findings[0]!, message: { en: 'a\n  b', 'zh-CN': '甲\n乙', 'zh-TW': '' } };
    assert.equal(toDiagnostic(finding, checked, { ...PRESENTATION, singleLine: true }).message, '甲 乙');
  });

  it('say that a file is too large, in one of them', () => {
    const [diagnostic, ...more] = diagnosticsOf(tooLarge({ uri: 'file:///t', version: 1, format: 'huashu' }), PRESENTATION);
    assert.deepEqual([diagnostic?.severity, more.length], [DiagnosticSeverity.Information, 0]);
    assert.match(String(diagnostic?.message), /5 MB/);
    assert.equal(isTooLarge('a'.repeat(5_000_000)), false);
    assert.equal(isTooLarge('a'.repeat(5_000_001)), true);
    assert.equal(isTooLarge('您'.repeat(1_666_667)), true);
    assert.equal(isTooLarge('您'.repeat(1_666_666)), false);
  });
});
