import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { golden, read, spoken } from '../support/conversation.ts';

describe('comments in the script format', () => {
  const said = (source: string): string[] => spoken(read('huashu', source));
  const parsed = (source: string): string[] => golden(read('huashu', source), source);

  it('leaves comments out of what is said', () => {
    assert.deepEqual(said('客服:见 https://a.b//c // 备注\n客服:您<!-- 改 -->好\n<!-- 一\n客服:没有\n二 -->\n客服:好'), [
      'agent 见 https://a.b//c',
      'agent 您好',
      'agent 好',
    ]);
  });

  it('goes on with a turn behind a comment of its own line', () => {
    assert.deepEqual(said('客服:您好,\n// 备注\n  请稍等'), ['agent 您好,请稍等']);
  });

  it('are followed by the words they interrupt, over lines too', () => {
    for (const end of ['\n', '\r\n']) {
      const rest = (source: string): string[] => said(source.replaceAll('\n', end));
      assert.deepEqual(rest('客服:您好。<!-- a\n b --> 请稍等。\n客户:好'), ['agent 您好。请稍等。', 'customer 好']);
      assert.deepEqual(rest('客服:您好。<!-- a\n\n b\n --># 请<!-- c -->稍<!-- d\ne -->等\n-> x'), ['agent 您好。# 请稍等']);
      assert.deepEqual(rest('- Thanks <!-- a\nb --><!-- c\nd -->for waiting'), ['phrase Thanks for waiting']);
      assert.deepEqual(rest('客服:您好。<!-- a\nb --> 客户:好'), ['agent 您好。', 'customer 好']);
      assert.deepEqual(rest('客服:您好。\n<!-- a\nb --> 散文'), ['agent 您好。']);
    }
    assert.deepEqual(parsed('客服:您好。<!-- a\n b --> 请稍等。'), ['# 0', 'agent 3-24 您好。请稍等。']);
  });
});

describe('comments in Markdown', () => {
  const said = (source: string): string[] => spoken(read('markdown', source));
  const parsed = (source: string): string[] => golden(read('markdown', source), source);

  it('go on behind a comment that is never closed', () => {
    assert.deepEqual(parsed('客服:一\n\n<!-- 开\n客服:二\n'), ['# 0', 'agent 3-4 一', 'agent 16-17 二', '! unclosed-comment <!-- 开']);
  });

  const open: Readonly<Record<string, readonly string[]>> = {
    '客服:您好 <!-- 不能 *退* `x` <br> \\* &amp;\n请稍等 <!-- 不能': [
      'agent 3-39 您好请稍等',
      '! unclosed-comment <!-- 不能 *退* `x` <br> \\* &amp;',
      '! unclosed-comment <!-- 不能',
    ],
    '- 客服:您好 <!-- 不能': ['agent 5-7 您好', '! unclosed-comment <!-- 不能'],
    '# 一 <!-- 不能\n客服:您好': ['agent 15-17 您好', '! unclosed-comment <!-- 不能'],
    '| 客服 |\n|---|\n| 您好 <!-- 不能 |\n| 再见 |': ['agent 15-17 您好', 'agent 30-32 再见', '! unclosed-comment <!-- 不能'],
    '> <!-- 注\n> 客服:您好\n>\n> - <!--\n>   客服:再见\n\n<!-- x -->': [
      'agent 14-16 您好',
      'agent 35-37 再见',
      '! unclosed-comment <!-- 注',
      '! unclosed-comment <!--',
    ],
    '- <!-- 注\n  客服:您好\n- 客服:再见 <!-- x -->': ['agent 14-16 您好', 'agent 22-24 再见', '! unclosed-comment <!-- 注'],
    '客服:`<!--` \\<!-- 您好': ['agent 4-18 \ufffc <!-- 您好'],
    '> <!-- 一\n> 二 -->\n> 客服:您好': ['agent 22-24 您好'],
  };
  for (const [source, expected] of Object.entries(open)) {
    it(`end with their line where the block leaves them open: ${JSON.stringify(source)}`, () => {
      for (const end of ['\n', '\r\n']) {
        const lines = source.replaceAll('\n', end);
        assert.deepEqual(said(lines), said(source));
        assert.equal(read('markdown', lines).comments.length, read('markdown', source).comments.length);
      }
      assert.deepEqual(parsed(source).slice(1), expected);
    });
  }
});
