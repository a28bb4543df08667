import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { golden, read, spoken } from '../support/conversation.ts';

const parsed = (source: string): string[] => golden(read('huashu', source), source);
const said = (source: string): string[] => spoken(read('huashu', source));
const problems = (source: string): string[] => parsed(source).filter((line) => line.startsWith('!'));

describe('the script format', () => {
  it('reads every kind of line', () => {
    const source = `---
lang: zh-Hans
---
# 退款迟迟不到账 {#refund-late}
@type complaint
@customer angry
@event disconnect
// 给同事的备注
客户:都十天了,钱呢?
客服:{姓氏}先生,让您等了十天,
  真的很抱歉。
(电话中断)
- 感谢您的耐心等待。
普通的备注:不是话
? 客户同意 -> 退款成功
-> 升级主管
## 退款成功
`;
    assert.deepEqual(parsed(source), [
      '# 1 退款迟迟不到账 {refund-late}',
      '@type complaint',
      '@customer angry',
      '@event disconnect',
      'event disconnect',
      'customer 110-118 都十天了,钱呢?',
      'agent 122-145 {姓氏}先生,让您等了十天,真的很抱歉。',
      'event 电话中断',
      'phrase 155-164 感谢您的耐心等待。',
      'link 客户同意 -> 退款成功',
      'link  -> 升级主管',
      '# 2 退款成功',
    ]);
    assert.deepEqual(read('huashu', source).meta, { lang: 'zh-Hans' });
    assert.equal(read('huashu', source).linked, true);
  });

  it('reads full-width marks like half-width ones', () => {
    const half = '# 一 {#a}\n@type complaint\n客户:好?\n(挂断)\n- 好的\n? 是 -> 二\n-> 三\n';
    const full =
      '\uff03 一 \uff5b\uff03a\uff5d\n\uff20type complaint\n客户\uff1a好?\n\uff08挂断\uff09\n\uff0d 好的\n\uff1f 是 \uff0d\uff1e 二\n\u2192 三\n';
    assert.deepEqual(parsed(full), parsed(half));
  });

  for (const [name, end] of Object.entries({ CRLF: '\r\n', CR: '\r' })) {
    it(`reads ${name} like LF`, () => {
      const source = '---\nlang: en\n---\n# A\nAgent: Hello\n  there\n\nCustomer: Hi // note\n@what\n';
      assert.deepEqual(said(source.replaceAll('\n', end)), said(source));
      assert.deepEqual(problems(source.replaceAll('\n', end)), ['! unknown-directive @what']);
    });
  }

  it('reads a file that begins with a byte order mark', () => {
    assert.deepEqual(said('\ufeff客服:好'), ['agent 好']);
    assert.deepEqual(parsed('\ufeff# 一\n客服:好'), ['# 1 一', 'agent 8-9 好']);
    assert.deepEqual(read('huashu', '\ufeff---\nlang: en\n---\n客服:好').meta, { lang: 'en' });
  });

  it('closes the emphasis around a speaker and its colon', () => assert.deepEqual(said('**客服:** 您好'), ['agent 您好']));

  it('joins Chinese with nothing and words with a space', () => {
    assert.deepEqual(said('客服:您好,\n  请稍等……\n  \u201c好\u201d'), ['agent 您好,请稍等……\u201c好\u201d']);
    assert.deepEqual(said('Agent: Thanks for\n  waiting 3\n  分钟'), ['agent Thanks for waiting 3分钟']);
  });

  it('lets a labelled line begin a turn even where it is indented', () => {
    assert.deepEqual(said('  客户:在吗\n  客服:在'), ['customer 在吗', 'agent 在']);
  });

  it('takes a line in one pair of brackets for a stage direction, whatever stands in it', () => {
    assert.deepEqual(parsed('(电话中断(信号差))\n［挂断［忙音］］\n(断)(线)\n((断)\n(断))\n[断)\n()'), [
      '# 0',
      'event 电话中断(信号差)',
      'event 挂断［忙音］',
      'event ',
    ]);
  });

  const faults: Readonly<Record<string, readonly [string, string]>> = {
    'an unknown directive': ['@mood angry\n客服:好', '! unknown-directive @mood'],
    'an orphan continuation': ['客服:好\n\n  接着说\n  还说', '! orphan-continuation 接着说'],
    'a continuation of a stage direction': ['客服:好\n(挂断)\n  接着说\n  还说', '! orphan-continuation 接着说'],
    'a continuation of a branch': ['# 一\n客服:好\n? 是 -> 一\n  接着说', '! orphan-continuation 接着说'],
    'a continuation of a jump': ['# 一\n客服:好\n-> 一\n  接着说', '! orphan-continuation 接着说'],
    'a turn with no words': ['客户:在吗\n客服:\n客户:喂', '! empty-turn 客服:'],
    'a phrase with no words': ['- \n- 好', '! empty-turn -'],
    'a comment that is never closed': ['客服:好 <!-- 备注\n客服:行', '! unclosed-comment <!-- 备注'],
    'a link to nowhere': ['? 同意 ->\n客服:好', '! empty-link ? 同意 ->'],
    'a date that is none': ['@until 2026-02-30\n客服:好', '! bad-date 2026-02-30'],
    'a date that is left out': ['@until\n客服:好', '! bad-date @until'],
    'a mood that is none': ['@customer furious\n客服:好', '! unknown-mood furious'],
    'a mood that is misspelt': ['@customer cheerfull\n客服:好', '! unknown-mood cheerfull'],
    'a mood that is none among others': ['@customer angry, sleepy\n客服:好', '! unknown-mood angry, sleepy'],
    'a mood that is left out': ['＠customer： // 待定\n客服:好', '! unknown-mood ＠customer：'],
    'front matter that is never closed': ['---\nlang: en\n客服:好', '! unclosed-front-matter ---'],
    'front matter that is no table': ['---\n- en\n---\n客服:好', '! no-keys - en'],
    'front matter that is no YAML': ['---\nlang: [en\n---\n客服:好', '! bad-front-matter '],
  };
  for (const [name, [source, problem]] of Object.entries(faults)) {
    it(`reports ${name} once, and reads on`, () => {
      const found = problems(source);
      assert.equal(found.length, 1, found.join('\n'));
      assert.ok(found[0]!.startsWith(problem), found[0]);
      assert.ok(said(source).length > 0);
    });
  }

  const twice: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    'a heading that comes again': ['# 一\n-> 二\n# 二\n客服:好\n# 二 {#b}\n客服:行', ['! shared-name 二']],
    'each heading that comes again': ['-> Ａ\n# A\n# a \n# A', ['! shared-name a', '! shared-name A']],
    'an id that comes again': ['-> #x\n# 一 {#x}\n# 二 {#x}', ['! shared-name 二']],
    'an id that is a heading above': ['# x\n? 是 -> x\n# {#x}', ['! shared-name # ']],
    'nothing where links go by other names': ['# 一 {#a}\n-> b\n# 一 {#b}\n-> #a', []],
    'nothing where the heading is its own id': ['-> a\n# a {#a}', []],
    'nothing where nothing links': ['# 一\n- 好\n# 一\n- 行', []],
    'nothing where a link stands in a bad example': ['# 一\n- 好\n# 一\n反例:\n-> 一', []],
  };
  for (const [name, [source, expected]] of Object.entries(twice)) {
    it(`reports of names that links lead to ${name}`, () => assert.deepEqual(problems(source), expected));
  }

  for (const mood of [
    'cheerful',
    'ASSERTIVE',
    'hesitant',
    'angry // 先安抚',
    'very angry',
    '愤怒',
    '很生气',
    '猶豫',
    '开朗、强势',
    'angry',
  ]) {
    it(`knows the mood ${mood}`, () => assert.deepEqual(problems(`@customer ${mood}\n客服:好`), []));
  }

  it('quotes no more than a line of what is wrong', () => {
    for (const line of ['@customer ', '@', '# x\n-> x\n# ']) {
      const { problems: found } = read('huashu', `${line}${'x'.repeat(99_999)}\n`);
      assert.ok(
        found.every(({ words }) => words.length < 50),
        line,
      );
    }
  });

  it('places what is wrong with front matter', () => {
    const [problem] = read('huashu', '---\ntags: a\nlang: "x\n---\n').problems;
    assert.ok(problem!.span.start >= 12 && problem!.span.end <= 21, JSON.stringify(problem));
  });

  it('keeps astral characters, lone surrogates and NUL where they stand', () => {
    assert.deepEqual(parsed('客服:😀您\u0000好\ud800'), ['# 0', 'agent 3-9 😀您\u0000好\ud800']);
  });
});
