import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { check, has } from './scopes.ts';
import { loadGrammar, type Token } from './tokenizer.ts';

let tokenize: (text: string) => Token[][];
before(async () => {
  tokenize = await loadGrammar('source.huashu');
});

/** The roles of the lines' labels; `-` where a line is no turn. */
function roles(lines: readonly string[]): string[] {
  return lines.map((line) => {
    const scopes = tokenize(line)
      .flat()
      .flatMap((token) => token.scopes);
    return scopes.map((scope) => /^meta\.turn\.(\w+)/.exec(scope)?.[1]).find((role) => role !== undefined) ?? '-';
  });
}

describe('grammar: speakers', () => {
  it('knows the customer in both scripts and in English', () => {
    const labels = [
      '客户',
      '客戶',
      '顾客',
      '用户',
      '買家',
      '来电者',
      '客人',
      '訪客',
      'Customer',
      'CALLER',
      'user',
      'Client',
      'Guest',
      'Visitor',
    ];
    assert.deepEqual(
      roles(labels.map((label) => `${label}：钱呢`)),
      labels.map(() => 'customer'),
    );
  });

  it('knows the agent in both scripts and in English', () => {
    const labels = [
      '客服',
      '坐席',
      '座席',
      '专员',
      '專員',
      '代表',
      '店小二',
      '客服专员',
      'Agent',
      'Rep',
      'CSR',
      'Support',
      'operator',
      'Advisor',
    ];
    assert.deepEqual(
      roles(labels.map((label) => `${label}: hello`)),
      labels.map(() => 'agent'),
    );
  });

  it('knows bold, numbered and named ones', () => {
    const labels = [
      '**客服**:',
      '**客服：**',
      '__Agent__:',
      '客服1:',
      '客服小张:',
      '客服(小张):',
      'Agent (Ann):',
      'Agent 2:',
      'Agent Ann:',
      '客户代表：',
    ];
    assert.deepEqual(
      roles(labels.map((label) => `${label}您好`)),
      labels.map((label) => (/代表|电话/.test(label) ? 'narrator' : 'agent')),
    );
  });

  it('takes anyone else for a narrator, and a note for no speaker at all', () => {
    assert.deepEqual(roles(['旁白：天亮了', 'System: connected', '今天的要点', 'https://example.com/a', '好的，这样：可以']), [
      'narrator',
      'narrator',
      '-',
      '-',
      '-',
    ]);
  });

  it('tells label, mark and words apart', () => {
    check(tokenize('客服：{姓氏}先生，“尽快”这两个字 // 备注').flat(), [
      ['客服', 'entity.name.function.speaker.agent'],
      ['：', 'punctuation.separator.speaker'],
      ['{', 'punctuation.definition.placeholder.begin'],
      ['姓氏', 'variable.parameter.placeholder'],
      ['“尽快”', 'string.quoted'],
      ['备注', 'comment.line'],
    ]);
  });

  it('continues a turn on indented lines and ends it before the next', () => {
    const [, second, third] = tokenize('客服：让您等了十天，\n  真的很{抱歉}。\n一条备注{无}');
    assert.ok(second?.every((token) => has(token, 'meta.turn.agent')));
    assert.ok(second?.some((token) => has(token, 'variable.parameter.placeholder')));
    assert.ok(third?.every((token) => token.scopes.length === 0));
  });

  it('leaves the slashes of an address alone', () => {
    const tokens = tokenize('客服:请打开 https://example.com/a 看看').flat();
    assert.ok(!tokens.some((token) => has(token, 'comment.line')));
  });
});
