import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import { labelsAt, type Setting } from './subject.ts';

const settings = { known: { 姓氏: {} }, tags: ['退款'] };
const SPEAKERS = '客户：在吗？\n客服：在的。\n';

/** Places in ordinary prose, where nobody is to be disturbed. */
const QUIET: Readonly<Record<string, readonly (readonly [fixture: string, setting?: Setting])[]>> = {
  'running text of a turn': [
    ['客服：您好<|>'],
    ['客服：您好，请问<|>'],
    ['客服：您好<|>，请问'],
    ['客服：您好：<|>'],
    ['客服：是吗？<|>'],
    ['客服：涨了5><|>'],
    ['客服：请看 <|>'],
    ['客服：请看 #<|>'],
    ['客服：请发邮件到 a@<|>'],
    ['客户：我确认<|>'],
    ['客户：<|>'],
    ['客户：问候<|>'],
    ['Agent: Thank you for your call, <|>'],
    ['Agent: I see: <|>'],
    ['客服：您好，\n  请问<|>'],
    ['客服：您好，\n  <|>'],
    ['旁白：<|>'],
    ['客服：{姓氏}<|>您好'],
    ['客服：打了 50%<|>', { settings: { ...settings, placeholders: ['%name%'] } }],
    ['客服：a < <|>', { settings: { ...settings, placeholders: ['<…>'] } }],
  ],
  notes: [
    ['这是给同事看的<|>'],
    ['说明：<|>'],
    ['说明：客服在此处先安抚，再处理 <|>'],
    [`${SPEAKERS}这里要注意：<|>`],
    [`${SPEAKERS}备注 {<|>`],
    ['Some note {<|>'],
  ],
  headings: [['# 退款<|>'], ['# 退款 {<|>'], ['# 退款 {#<|>'], ['# 退款：<|>'], ['＃ 退款 {<|>']],
  comments: [
    ['// 客服：<|>'],
    ['// <|>', { trigger: ' ' }],
    ['// 话术 {<|>'],
    ['// note to self <|>'],
    ['<!-- 客服：<|> -->'],
    ['<!--\n客服：<|>\n-->'],
    ['<!--\n@<|>\n-->'],
    ['<!--\n-> <|>\n-->\n'],
    ['客服：您好。 // 您<|>'],
    ['客服：您好。 // {<|>'],
  ],
  'examples of what not to say': [['反例：\n客服：<|>'], ['反例：\n客服：您好{<|>'], ['反例：\n客<|>'], ['反例：\n@<|>']],
  'front matter': [
    ['---\ntags: <|>\n---\n客服：好。\n'],
    ['---\n<|>\n---\n客服：好。\n'],
    ['---\n# {<|>\n---\n'],
    ['---\n客<|>\n---\n客服：好。\n'],
    ['---\nlang: <|>\n---\n客服：好。\n', { format: 'markdown' }],
  ],
  'code blocks and prose of Markdown': [
    ['```\n客服：<|>\n```\n'],
    ['```\n客服：{<|>\n```\n'],
    ['```\n# 甲\n客服：{<|>\n'],
    ['客服：在。\n\n```\n# 注释\n```\n\n说明 {<|>\n'],
    ['Some words {<|>'],
    ['See `{<|>`.'],
    ['客服：请看 `{<|>`。'],
    ['Note: <|>'],
    ['A word<|>'],
    ['- item <|>'],
    ['@<|>'],
    ['? 同意 -> <|>'],
    ['| 客服 |\n|---|\n| <|> |\n'],
  ].map(([fixture]) => [fixture!, { format: 'markdown' }]),
  'stage directions': [['（电话<|>）'], ['[call <|>]'], ['（{<|>）']],
  'other formats': [['{"a": "{<|>"}', { format: 'json' }]],
};

describe('completion never disturbs', () => {
  for (const [where, rows] of Object.entries(QUIET)) {
    it(where, () => {
      for (const [fixture, setting] of rows) assert.deepEqual(labelsAt(fixture, { settings, ...setting }), [], fixture);
    });
  }

  it('somebody who begins a line of prose, by a space or a colon', () => {
    for (const trigger of [' ', '：', '?', ',']) assert.deepEqual(labelsAt('<|>', { trigger }), []);
  });
});

describe('completion of any text at any place', () => {
  const piece = fc.constantFrom(
    ...[
      '客服：',
      '客户:',
      '{',
      '}',
      '｛',
      '｝',
      '->',
      '→',
      '@',
      '@tags ',
      '#',
      '\n',
      '\n\n',
      '? ',
      '- ',
      '---\n',
      '// ',
      '<!--',
      '-->',
      'huashu-disable ',
    ],
    ...[
      '```\n',
      '反例：\n',
      '您好',
      'ok',
      '|',
      '\ufeff',
      '\r\n',
      '\r',
      '\ud83d',
      '%',
      ' ',
      '  ',
      '：',
      '"',
      '\u0000',
      '\ue0c7',
      '[[',
      '${',
      '*',
    ],
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  for (const format of ['huashu', 'markdown', 'text']) {
    it(`never throws in ${format}, and edits one line at the cursor`, () => {
      fc.assert(
        fc.property(text, fc.nat(60), (source, at) => {
          const cursor = Math.min(at, source.length);
          const fixture = `${source.slice(0, cursor)}<|>${source.slice(cursor)}`;
          labelsAt(fixture, { format, settings: { ...settings, placeholders: ['{…}', '{{…}}', '%name%', '$' + '{…}'] } });
        }),
        { numRuns: runs(200) },
      );
    });
  }
});
