import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter } from '../../server/src/core/index.ts';
import { format } from '../../server/src/service/format.ts';
import type { Parsed } from '../../server/src/service/parsed.ts';
import { samples } from '../support/samples.ts';
import { edited, parsedOf } from './subject.ts';

const linter = createLinter();

function formatted(text: string): string {
  const parsed = parsedOf(text);
  return edited(parsed, format(parsed));
}

const bare = (text: string): string => text.replace(/\s/gu, '');

/** Everything of a script that means something: who says what where, what leads where, what is wrong with it. */
function meaning({ document }: Parsed): unknown {
  const scenes = [...document.scenes].map(({ title, id, level, directives, items }) => ({
    ...{ title, id, level },
    directives: directives.map(({ name, value }) => [name, value]),
    items: items.map((item) => {
      if (item.kind === 'event') return item.text;
      if (item.kind === 'branch' || item.kind === 'jump') return [item.kind, item.label, item.target];
      if (item.kind !== 'turn' && item.kind !== 'phrase') throw new Error(item.kind);
      return [item.kind, item.role, item.speaker.trim(), item.utterances.map(({ body }) => body.text)];
    }),
  }));
  const problems = document.problems.map(({ code, words }) => [code, words]);
  return { scenes, problems, meta: document.meta, comments: document.comments.map(({ text }) => bare(text)) };
}

function found(text: string): string[] {
  const { findings } = linter.lint({ text, format: 'huashu' }, {});
  return findings.map(({ rule, severity, span }) => `${rule} ${severity} ${bare(text.slice(span.start, span.end))}`);
}

function holds(text: string): void {
  const after = formatted(text);
  assert.deepEqual(meaning(parsedOf(after)), meaning(parsedOf(text)));
  assert.equal(formatted(after), after);
  assert.deepEqual(found(after), found(text));
  assert.equal(
    after.replace(/[\s:\uff1a@\uff20?\uff1f#\uff03>\uff1e{}\uff5b\uff5d\u2192\uff0d-]/gu, ''),
    text.replace(/[\s:\uff1a@\uff20?\uff1f#\uff03>\uff1e{}\uff5b\uff5d\u2192\uff0d-]/gu, ''),
  );
}

const space = fc.constantFrom('', '', ' ', '  ', '\t', '\u3000', '\u00a0');
const mark = (...marks: string[]) => fc.constantFrom(...marks);
const line = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''));
const words = fc.constantFrom(
  '您好，请稍等。',
  '我们不能退。',
  'Hello there.',
  "It's our policy.",
  '是的，但是不行。',
  '{姓氏}先生',
  'https://a.b/c',
  '-> x',
  '// y',
  '',
);
const colon = line(space, mark(':', '\uff1a'), space);
const end = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const LINES: fc.Arbitrary<string>[] = [
  line(space, mark('客服', '客户', 'Agent', '**客服**', '旁白', '1. 客服', '客服小张'), colon, words, space),
  line(mark('**客服', '**Agent'), colon, mark('**'), space, words),
  line(space, mark('-', '\uff0d', '--'), space, mark('', '客服:', '✓ ', '反例：'), words, space),
  line(
    mark('#', '##', '\uff03', ' #'),
    space,
    mark('退款', 'Refund', '#x', '//y', ''),
    space,
    mark('', '{#a}', '\uff5b\uff03 b c\uff5d', '{#}'),
    space,
  ),
  line(
    mark('@', '\uff20', ' @'),
    mark('type', 'tags', 'until', 'event', 'nothing', 'Type'),
    mark('', ' ', ':', '\uff1a ', ': :'),
    mark('complaint', '2026-12-31', '//z', ''),
    space,
  ),
  line(
    mark('?', '\uff1f', ''),
    space,
    mark('客户同意', '//q', '好-', ''),
    space,
    mark('->', '\u2192', '\uff0d\uff1e', '-', ''),
    space,
    mark('退款', '>x', '-> y', ''),
    space,
  ),
  line(
    space,
    mark('//', '<!--', '-->', '<!-- x -->'),
    mark('', ' ', '/'),
    mark('注意', 'huashu-disable-next-line', 'huashu-disable', 'huashu-enable', '='),
    space,
  ),
  line(mark(' ', '  ', '\t', '\u3000\u3000', '\u200b '), words, space),
  line(mark('反例', '正例', 'Bad', '✗', '✓'), mark(':', '\uff1a', ''), words),
  line(mark('(电话中断)', '[call dropped]', '一行说明', '---', '--- ', '---\u3000', '<!-- c -->客服：好')),
  space,
  space,
];
const script = fc
  .tuple(
    fc.constantFrom('', '', '\ufeff', '---\nlang: en\n---\n'),
    fc.array(fc.tuple(fc.oneof(...LINES), fc.oneof(line(space, mark(' // 备注', '')), fc.constant('')), end), { maxLength: 14 }),
    fc.boolean(),
  )
  .map(
    ([head, lines, ended]) =>
      head + lines.map((parts, i) => (i + 1 === lines.length && !ended ? parts.slice(0, 2) : parts).join('')).join(''),
  );

describe('formatting', () => {
  it('writes the marks one way and keeps the words', () => {
    const before = [
      '\ufeff',
      '',
      '＃退款迟迟不到账　{#refund}  ',
      '@type：complaint',
      '@tags　退款, 安抚',
      '//给同事',
      '客户:都十天了，钱呢？  ',
      '客服：  {姓氏}先生，让您等了十天，',
      '\t真的很抱歉。',
      '',
      '',
      '客户：哦',
      '-感谢您的耐心等待。',
      '？客户同意→退款成功',
      '→ 升级',
      '// 下面是另一场',
      '#退款成功',
      '  Agent:Done.',
      '#  升级   // 待写',
      '@event disconnect',
      '',
      '',
    ].join('\n');
    assert.equal(
      formatted(before),
      [
        '\ufeff# 退款迟迟不到账 {#refund}',
        '@type complaint',
        '@tags 退款, 安抚',
        '// 给同事',
        '客户：都十天了，钱呢？',
        '客服：{姓氏}先生，让您等了十天，',
        '  真的很抱歉。',
        '',
        '客户：哦',
        '- 感谢您的耐心等待。',
        '? 客户同意 -> 退款成功',
        '-> 升级',
        '',
        '// 下面是另一场',
        '# 退款成功',
        'Agent: Done.',
        '',
        '# 升级 // 待写',
        '@event disconnect',
        '',
      ].join('\n'),
    );
  });

  it('writes the colon the way the file mostly does', () => {
    assert.equal(formatted('客服:好\n客户:好\n客服：好\n'), '客服:好\n客户:好\n客服:好\n');
    assert.equal(formatted('客服: 好\n客户: 好\n客服：好\n'), '客服: 好\n客户: 好\n客服: 好\n');
    assert.equal(formatted('客服:好\n客户：好\n'), '客服：好\n客户：好\n');
    assert.equal(formatted('Agent:Hi.\nCustomer :Hi.\nAgent：Hi.\n'), 'Agent: Hi.\nCustomer: Hi.\nAgent: Hi.\n');
    assert.equal(formatted('**客服：** 您好\n**客服**:您好\n客户：好\n'), '**客服：**您好\n**客服**：您好\n客户：好\n');
  });

  it('keeps line ends as they are, and ends the last line as the first', () => {
    assert.equal(formatted('# A\r\n客服：好  \r\n# B\r\n客服：好'), '# A\r\n客服：好\r\n\r\n# B\r\n客服：好\r\n');
    assert.equal(formatted('# A\r客服：好\r# B'), '# A\r客服：好\r\r# B\r');
  });

  it('leaves alone what does not parse, front matter, comments, examples of what not to say, and other formats', () => {
    for (const text of [
      '@nothing  x\n',
      '@until：soon\n',
      '客服:\n',
      '?  好\n',
      '---\ntags:  [a]   \n\n\nlang: en\n---\n客服：好\n',
      '<!-- a   \n\n\n  b -->\n客服：好\n',
      '反例：\n客服:没办法\n',
    ])
      assert.equal(formatted(text), text);
    for (const other of ['markdown', 'text']) assert.deepEqual(format(parsedOf('客服:好  \n\n\n\n客户：好', other)), []);
  });

  it('formats a range of lines by itself', () => {
    const parsed = parsedOf('客服：好  \n客户：好  \n客服：好  \n');
    const at = (line: number, character: number) => ({ line, character });
    assert.equal(edited(parsed, format(parsed, { start: at(1, 1), end: at(1, 2) })), '客服：好  \n客户：好\n客服：好  \n');
    assert.equal(edited(parsed, format(parsed, { start: at(0, 0), end: at(1, 0) })), '客服：好\n客户：好  \n客服：好  \n');
  });

  it('keeps what the samples mean', () => {
    for (const { text, format: id } of samples()) if (id === 'huashu') holds(text);
  });

  it('keeps what any script means, and a second time changes nothing', () => {
    fc.assert(fc.property(script, holds), { numRuns: 2000 });
  });
});
