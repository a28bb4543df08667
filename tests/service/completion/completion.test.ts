import assert from 'node:assert/strict';
import { labelsAt, type Setting, taken } from './subject.ts';

const SCRIPT = `# 退款迟迟不到账 {#refund-late}
@customer angry
@tags 退款, 安抚
客户：都十天了，钱呢？
客服：{姓氏}先生，真的很抱歉。
? 客户同意 -> 退款成功

# 退款成功
客服：退款已经到账，单号{订单号}。

`;

/** A place, what is offered there among other things, and what is not. */
type Row = readonly [fixture: string, offered: readonly string[], not?: readonly string[], setting?: Setting];

function offers(rows: Readonly<Record<string, Row>>): void {
  for (const [name, [fixture, offered, not = [], setting]] of Object.entries(rows)) {
    it(name, () => {
      const labels = labelsAt(fixture, setting);
      assert.deepEqual(
        offered.filter((label) => !labels.includes(label)),
        [],
        labels.join(' | '),
      );
      assert.deepEqual(
        not.filter((label) => labels.includes(label)),
        [],
      );
    });
  }
}

/** A place, the label of an item taken there, and the text afterwards. */
function takes(rows: Readonly<Record<string, readonly [fixture: string, label: string, after: string, setting?: Setting]>>): void {
  for (const [name, [fixture, label, after, setting]] of Object.entries(rows)) {
    it(name, () => assert.equal(taken(fixture, label, setting), after));
  }
}

const KNOWN = { 姓氏: { description: '客户的姓', example: '王' }, 工号: { example: '8021' } };

describe('completion of placeholders', () => {
  offers({
    'offers those declared, those of the file, those of other files and the slots': [
      `${SCRIPT}客服：您好，{<|>`,
      ['{姓氏}', '{工号}', '{订单号}', '{快递单号}', '{替代方案}'],
      [],
      { settings: { known: KNOWN }, others: { 'b.huashu': '客服：单号{快递单号}。\n' } },
    ],
    'works in full width': ['客服：{姓氏}您好。\n客服：您好，｛<|>', ['{姓氏}']],
    'offers nothing that is only just being written': ['客服：您好，{新名<|>}。\n', [], ['{新名}']],
    'offers what is in use though it stands here, too': ['客服：{姓氏}好。\n客服：您好，{姓氏<|>}。\n', ['{姓氏}']],
    'follows the project’s own brackets': ['客服：您好，{{<|>', ['{{姓氏}}'], [], { settings: { known: KNOWN, placeholders: ['{{…}}'] } }],
    'takes one sign of percent for an opening mark, not behind a number': [
      '客服：您好，%<|>',
      ['%姓氏%'],
      [],
      { settings: { known: KNOWN, placeholders: ['%name%'] } },
    ],
    'offers them in Markdown, too': ['客服：您好，{<|>', ['{姓氏}'], [], { format: 'markdown', settings: { known: KNOWN } }],
    'offers them in phrases': ['- 您好，{<|>', ['{姓氏}'], [], { settings: { known: KNOWN } }],
  });
  takes({
    'closes the bracket': ['客服：您好，{姓<|>', '{姓氏}', '客服：您好，{姓氏}', { settings: { known: KNOWN } }],
    'keeps to one bracket where the editor has closed it': [
      '客服：您好，{<|>}。',
      '{姓氏}',
      '客服：您好，{姓氏}。',
      { settings: { known: KNOWN } },
    ],
    'replaces the whole name': ['客服：您好，{工<|>单号}。', '{工号}', '客服：您好，{工号}。', { settings: { known: KNOWN } }],
    'leaves the next placeholder alone': [
      '客服：{<|>您好，{姓氏}。',
      '{工号}',
      '客服：{工号}您好，{姓氏}。',
      { settings: { known: KNOWN } },
    ],
    'writes full-width brackets as the project does': [
      '客服：您好，｛<|>｝。',
      '{姓氏}',
      '客服：您好，{姓氏}。',
      { settings: { known: KNOWN } },
    ],
  });
});

describe('completion of links', () => {
  const other = { others: { 'b.huashu': '# 升级主管 {#boss}\n客服：我请主管来。\n# 退款成功\n' } };
  offers({
    'offers the scenes of the file, then those of other files': [`${SCRIPT}-> <|>`, ['退款迟迟不到账', '退款成功', '升级主管'], [], other],
    'works behind a branch': [`${SCRIPT}? 客户不同意 -> <|>`, ['退款迟迟不到账', '升级主管'], [], other],
    'works behind an arrow and in full width': [`${SCRIPT}？客户不同意 →<|>`, ['退款成功']],
    'works before there is a word behind the arrow': [`${SCRIPT}-><|>`, ['退款成功']],
    'knows nothing of links in Markdown': [`${SCRIPT}-> <|>`, [], ['退款成功'], { format: 'markdown' }],
  });
  takes({
    'puts a space behind the arrow': [`# 甲\n-><|>`, '甲', '# 甲\n-> 甲'],
    'replaces what stands there': [`# 甲\n-> 乙<|>丙`, '甲', '# 甲\n-> 甲'],
    'writes the id where one is begun': [`# 甲 {#first}\n-> #<|>`, '甲', '# 甲 {#first}\n-> #first'],
    'leaves a comment where it is': [`# 甲\n-> 乙<|> // 待定`, '甲', '# 甲\n-> 甲 // 待定'],
  });
  it('puts the scene itself last', () => assert.equal(labelsAt('# 甲\n-> <|>\n# 乙\n').at(-1), '甲'));
});

describe('completion of directives', () => {
  offers({
    'offers the directives at the start of a line': ['# 甲\n@<|>', ['@type', '@customer', '@tags', '@event', '@until']],
    'works in full width': ['# 甲\n＠<|>', ['@type']],
    'offers moods': ['# 甲\n@customer <|>', ['angry', 'hesitant', 'assertive', 'cheerful'], ['complaint']],
    'offers kinds of scene, and those in use': ['# 甲\n@type 退换\n# 乙\n@type <|>', ['complaint', 'enquiry', '退换']],
    'offers the tags that config has, and no others': [`${SCRIPT}@tags <|>`, ['物流'], ['安抚'], { settings: { tags: ['退款', '物流'] } }],
    'offers tags in use where config has none': [`${SCRIPT}@tags 退款，<|>`, ['安抚'], ['退款']],
    'offers days for an entry to end on': ['# 甲\n@until <|>', ['2026-02-28', '2026-12-31'], [], { settings: { today: '2026-02-03' } }],
    'has no directives in plain text': ['@<|>', [], ['@type'], { format: 'text' }],
    'has none inside a turn': ['客服：请写到 a@<|>', [], ['@type']],
  });
  takes({
    'leaves a space for the value': ['@cus<|>', '@customer', '@customer '],
    'keeps the value there is': ['@cus<|>tom angry', '@customer', '@customer angry'],
    'completes one tag of several': ['@tags 退款、安<|>、物流\n', '安抚', '@tags 退款、安抚、物流\n', { settings: { tags: ['安抚'] } }],
  });
});

describe('completion of suppressions', () => {
  offers({
    'offers what comments can do': ['// hua<|>\n', ['huashu-disable-next-line', 'huashu-disable-line', 'huashu-disable', 'huashu-enable']],
    'offers rules': ['// huashu-disable-next-line <|>\n', ['bare-but', 'flat-refusal'], ['syntax']],
    'offers no rule twice': ['// huashu-disable-next-line bare-but <|>\n', ['flat-refusal'], ['bare-but']],
    'offers nothing in the reason': ['// huashu-disable-next-line bare-but -- 因为 b<|>\n', [], ['bare-but']],
    'works in comments of Markdown': [
      '<!-- huashu-disable-next-line <|> -->\n客服：不能退。\n',
      ['flat-refusal'],
      [],
      { format: 'markdown' },
    ],
  });
  it('puts the rules first that are found there', () => {
    assert.equal(labelsAt('客户：能退吗？\n// huashu-disable-next-line <|>\n客服：我们不能给您退款。\n')[0], 'flat-refusal');
    assert.equal(labelsAt('客户：能退吗？\n客服：我们不能给您退款。 // huashu-disable-line <|>\n')[0], 'flat-refusal');
    assert.equal(labelsAt('// huashu-disable bare-but\n客服：好。\n// huashu-enable <|>\n')[0], 'bare-but');
  });
});

describe('completion at the start of a line', () => {
  offers({
    'offers speakers as the file writes them': ['顾客：有货吗？\n客<|>', ['客服：'], ['客户：', '顾客：']],
    'offers none that does not begin so': ['客户：有货吗？\n客服：有的。\n备<|>', [], ['客户：', '客服：']],
    'offers what a script is made of, by name': ['场<|>', ['场景']],
    'offers it in English': ['# A\nCustomer: Hi.\nAg<|>', ['Agent: ']],
    'offers answers to a choice': ['# 甲\n客服：好吗？\n?<|>', ['? 客户同意 ->']],
    'offers no answer twice': ['# 甲\n? 客户同意 -> 甲\n? <|>', ['? 客户不同意 ->'], ['? 客户同意 ->']],
  });
  it('puts the other side first', () => {
    assert.equal(labelsAt('客服：您好。\n客户：有货吗？\n<|>')[0], '客服：');
    assert.equal(labelsAt('客户：有货吗？\n客服：有的。\n客<|>')[0], '客户：');
  });
  takes({
    'writes the speaker with the colon of the file': [
      'Customer: Hi.\nAgent: Hello.\nCus<|>',
      'Customer: ',
      'Customer: Hi.\nAgent: Hello.\nCustomer: ',
    ],
    'writes an answer up to where it leads': ['# 甲\n?<|>', '? 客户同意 ->', '# 甲\n? 客户同意 -> '],
  });
});
