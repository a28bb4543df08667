import assert from 'node:assert/strict';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver';
import { toSpan } from '../../server/src/service/convert.ts';
import { foldingRanges } from '../../server/src/service/navigation/folding.ts';
import { flatOutline, outline } from '../../server/src/service/navigation/outline.ts';
import { selectionRanges } from '../../server/src/service/navigation/selection.ts';
import type { Parsed } from '../../server/src/service/parsed.ts';
import { cursorIn, parsedOf } from './parsed.ts';

const SCRIPT = `---
lang: zh-Hans
---
# 退款 {#refund}
@type complaint
@customer angry
客户:都十天了,钱呢?
客服:{姓氏}先生,让您等了十天,
  真的很抱歉。

## 已经到账
(电话中断)
客服:钱已经到了。
? 满意 -> 结束
-> #refund
# 常用
- 感谢您的耐心等待。
`;

/** Symbols as lines, indented by how deep they stand. */
function lines(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${'  '.repeat(depth)}${name}${detail ? ` [${detail}]` : ''}`,
    ...lines(children, depth + 1),
  ]);
}

function holds(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function assertNested(parsed: Parsed, symbols: readonly DocumentSymbol[], within?: DocumentSymbol): void {
  for (const symbol of symbols) {
    const range = toSpan(parsed.lines, symbol.range);
    assert.ok(symbol.name.trim() !== '');
    assert.ok(holds(range, toSpan(parsed.lines, symbol.selectionRange)), `${symbol.name} is selected within itself`);
    if (within) assert.ok(holds(toSpan(parsed.lines, within.range), range), `${symbol.name} stands in ${within.name}`);
    assertNested(parsed, symbol.children ?? [], symbol);
  }
}

describe('the outline', () => {
  it('nests scenes by their headings and tells what is said and chosen', () => {
    assert.deepEqual(lines(outline(parsedOf(SCRIPT), 'zh-CN')), [
      '退款 [complaint · angry · 2 句]',
      '  客户\uff1a都十天了,钱呢?',
      '  客服\uff1a{姓氏}先生,让您等了十天,真的很抱歉。',
      '  已经到账 [1 句]',
      '    电话中断',
      '    客服\uff1a钱已经到了。',
      '    满意 → 结束',
      '    → #refund',
      '常用 [1 句]',
      '  感谢您的耐心等待。',
    ]);
  });

  it('counts in the language of the interface', () => {
    const [scene] = outline(parsedOf(SCRIPT), 'en');
    assert.equal(scene!.detail, 'complaint · angry · 2 turns');
  });

  it('keeps what stands before the first heading, names what has no name, and nests nothing in what ends before it', () => {
    for (const text of [
      '客服:您好。\n#\n客服:好。\n### {#deep}\n- 好的。\n# 一\n',
      SCRIPT,
      '\ufeff# 一\r\n客服:您好。\r\n',
      '**客服**:您好。\n',
      '#',
    ]) {
      const parsed = parsedOf(text);
      assertNested(parsed, outline(parsed, 'zh-TW'));
    }
    const symbols = lines(outline(parsedOf('客服:您好。\n#\n客服:好。\n### {#deep}\n- 好的。\n'), 'zh-TW'));
    assert.deepEqual(symbols, ['客服\uff1a您好。', '（未命名場景） [1 句]', '  客服\uff1a好。', '  #deep [1 句]', '    好的。']);
  });

  it('is a list for clients that show no nesting', () => {
    const flat = flatOutline(parsedOf(SCRIPT), 'zh-CN');
    assert.equal(flat.length, 10);
    assert.deepEqual([flat[3]!.name, flat[3]!.containerName], ['已经到账', '退款']);
    assert.equal(flat[0]!.containerName, undefined);
  });
});

describe('folding', () => {
  const folded = (text: string, limit = 100): string[] =>
    foldingRanges(parsedOf(text), { limit }).map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);

  it('takes scenes with those in them, front matter, and turns of several lines', () => {
    assert.deepEqual(folded(SCRIPT), ['0-2 region', '3-14 region', '7-8', '10-14 region', '15-16 region']);
  });

  it('takes examples of what not to say, to the blank line, heading or good example that ends them', () => {
    const text = '# 一\n反例:\n客服:不行。\n客服:没办法。\n\n客服:好的。\n错误示范:客服:不行。\n客服:没办法。\n正例:\n客服:好的。\n';
    assert.deepEqual(folded(text), ['0-9 region', '1-3 region', '6-7 region']);
    assert.deepEqual(folded('Bad:\n\nAgent: No.\nAgent: Never.\n# Next\n'), ['0-3 region']);
  });

  it('takes comments that follow one another', () => {
    assert.deepEqual(folded('// 一\n// 二\n  // 三\n客服:您好。 // 四\n// 五\n<!-- 六\n七 -->\n'), ['0-2 comment', '4-6 comment']);
  });

  it('keeps to what the client takes, scenes first', () => {
    assert.deepEqual(folded(SCRIPT, 2), ['3-14 region', '10-14 region']);
  });

  it('ends before the blank lines behind a scene, whatever ends its lines', () => {
    assert.deepEqual(folded('# 一\r\n客服:您好。\r\n\r\n\r\n# 二\r\n客服:好。\r\n'), ['0-1 region', '4-5 region']);
  });
});

describe('a selection', () => {
  function growing(fixture: string): string[] {
    const { parsed, position } = cursorIn(fixture);
    const [selection] = selectionRanges(parsed, [position]);
    const words: string[] = [];
    for (let at: SelectionRange | undefined = selection; at; at = at.parent) {
      const { start, end } = toSpan(parsed.lines, at.range);
      words.push(parsed.text.slice(start, end));
    }
    return words;
  }

  it('grows from the word to the sentence, what is said, the turn, the scene and the file', () => {
    const fixture = '客服:您好。\n# 退款\n## 到账\n客服:非常抱歉。您的退<|>款到了,请查收。谢谢!\n\n# 二\n';
    assert.deepEqual(growing(fixture), [
      '',
      '退款',
      '您的退款到了,请查收。',
      '非常抱歉。您的退款到了,请查收。谢谢!',
      '客服:非常抱歉。您的退款到了,请查收。谢谢!',
      '## 到账\n客服:非常抱歉。您的退款到了,请查收。谢谢!',
      '# 退款\n## 到账\n客服:非常抱歉。您的退款到了,请查收。谢谢!',
      fixture.replace('<|>', ''),
    ]);
  });

  it('keeps to line and scene where nobody speaks', () => {
    assert.deepEqual(growing('# 退<|>款流程\n@type sales\n'), [
      '',
      '退款',
      '# 退款流程',
      '# 退款流程\n@type sales',
      '# 退款流程\n@type sales\n',
    ]);
  });

  it('takes a sentence that runs over lines', () => {
    assert.ok(growing('客服：让您等了<|>十天，\n  真的很抱歉。谢谢！\n').includes('让您等了十天，\n  真的很抱歉。'));
  });
});
