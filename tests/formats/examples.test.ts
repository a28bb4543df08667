import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { read, spoken } from '../support/conversation.ts';

describe('examples of what not to say in the script format', () => {
  const said = (source: string): string[] => spoken(read('huashu', source));

  for (const label of [
    '反例:',
    '反例\uff1a',
    '错误示范:',
    '錯誤示範:',
    'Bad:',
    '**反例:**',
    '反例1:',
    '反例 二：',
    '反\u200b例:',
    '\u200b反例:\u200b',
    '\u274c\ufe0f',
    'Bad example 2:',
    '\u2717',
    '\u274c',
  ]) {
    it(`are the block behind ${label}`, () => {
      assert.deepEqual(said(`${label}\n客服:没办法\n- 不行\n\n客服:好`), ['agent 好']);
      assert.deepEqual(said(`${label} 客服:没办法\n客服:不行\n# 一\n客服:好`), ['agent 好']);
      assert.deepEqual(said(`${label}\n\n客服:没办法\n\n客服:好`), ['agent 好']);
    });
  }

  for (const label of ['正例:', '正确示范:', '正確示範:', 'Good:', '\u2713', '\u2705']) {
    it(`takes up again behind ${label}`, () => {
      assert.deepEqual(said(`反例:\n客服:没办法\n${label}\n客服:好`), ['agent 好']);
      assert.deepEqual(said(`反例:\n客服:没办法\n${label} 客服:好`), ['agent 好']);
    });
  }

  it('leaves out a list item that is marked bad', () =>
    assert.deepEqual(said('- \u2717 没办法\n- \u2713 我来想办法'), ['phrase 我来想办法']));

  it('takes a tick amid what somebody says for a bullet', () => {
    assert.deepEqual(said('客服:两种方式:\n  \u2705 换货\n  \u274c 退款\n客服:好'), ['agent 两种方式:\u2705 换货\u274c 退款', 'agent 好']);
  });
});

describe('examples of what not to say in Markdown', () => {
  const said = (source: string): string[] => spoken(read('markdown', source));

  it('are left out where they show what not to say', () => {
    assert.deepEqual(said('反例:\n客服:坏\n\n客服:好'), ['agent 好']);
    assert.deepEqual(said('**反例:**\n\n- 客服:坏\n- 客服:坏\n\n客服:好'), ['agent 好']);
    assert.deepEqual(said('- \u274c 客服:坏\n- \u2705 客服:好'), ['agent 好']);
    assert.deepEqual(said('> 反例:\n> 客服:坏\n> 正例:\n> 客服:好'), ['agent 好']);
    assert.deepEqual(said('## 错误示范\n\n客服:坏\n\n客服:坏\n\n## 正确示范\n\n客服:好'), ['agent 好']);
    assert.deepEqual(said('反\u200b例:\n客服:坏\n\n## 错误\u200b示范\n客服:坏\n\n## 二\n- \u274c\ufe0f客服:坏\n- 客服:好'), ['agent 好']);
    assert.deepEqual(said('客服(反例):坏\n客服:好'), ['narrator 坏', 'agent 好']);
  });
});
