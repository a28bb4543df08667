import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { linter, marked, settingsOf } from '../support/packs.ts';

/** What a condition finds: the script with the findings marked. */
const TABLE: readonly (readonly [name: string, when: string, expected: string])[] = [
  ['any of several words', 'any: [隔壁平台, 别家]', '客服:<r|别家|>更便宜。\n客服:我们家很好。'],
  ['words in traditional script and full width', 'any: [退款VIP]', '客服:您的<r|退款ＶＩＰ|>和<r|退款vip|>。'],
  ['Latin words are whole words', 'any: [cat]', '客服:category <r|Cat|> concat'],
  ['all of several words in a turn', 'all: [退款, 原路]', '客服:<r|退款|>会原路返回。\n客户:嗯\n客服:退款可以。'],
  ['all in a sentence', 'in: sentence\n      all: [退款, 原路]', '客服:退款可以。原路的话也行。\n客户:嗯\n客服:<r|退款|>走原路。'],
  ['none of', 'any: [重启]\n      none: [请, 麻烦]', '客服:<r|重启|>一下。\n客户:嗯\n客服:请重启一下。'],
  ['so many of', 'atLeast: 2\n      of: [姓名, 电话, 地址]', '客服:请给我<r|姓名|>和<r|电话|>。\n客户:好\n客服:姓名是?'],
  ['a pattern', "pattern: '(?:第)?\\d+遍'", '客服:说了<r|3遍|>了。'],
  ['a pattern with the words to point at', "pattern: '全网(?<at>最低)价?'", '客服:全网<r|最低|>价。'],
  ['a pattern in traditional script', "pattern: '退[款货]'", '客服:可以<r|退貨|>。'],
  ['an act', 'act: apology', '客服:<r|抱歉|>让您久等。'],
  ['a sentence alike', 'like: 请问还有什么可以帮您的吗', '客服:<r|请问还有什么可以帮到您的吗?|>\n客服:您好。'],
  ['not', 'any: [重启]\n      not: {act: apology}', '客服:<r|重启|>吧。\n客户:嗯\n客服:抱歉,请重启。'],
  ['exceptions over the same words', 'any: [不能]\n      except: [能不能, 不能不]', '客服:能不能等?<r|不能|>。'],
  ['nested', 'any: [{all: [甲方, 乙方]}, 丙方]', '客服:<r|甲方|>和乙方。\n客户:嗯\n客服:甲方和<r|丙方|>。'],
  ['and, or', 'and: [{or: [退款, 退货]}, 收费]', '客服:<r|退货|>要收费。\n客户:嗯\n客服:退款免费。'],
  ['the first turns', 'first: 1\n      none: [您好]', '客服:<r|请讲。|>\n客户:您好\n客服:好。'],
  ['the last turn', 'last: 1\n      none: [感谢]', '客服:请讲。\n客户:您好\n客服:<r|好。|>'],
  [
    'behind what the customer says',
    'any: [重启]\n      after: {speaker: customer, any: [试过了]}',
    '客服:重启一下。\n客户:我试过了\n客服:再<r|重启|>。',
  ],
  [
    'within so many turns',
    'any: [重启]\n      after: {speaker: customer, any: [试过了], within: 1}',
    '客户:我试过了\n客服:<r|重启|>。\n客户:啊\n客服:重启。',
  ],
  ['in front of', 'any: [建议]\n      before: {act: apology}', '客服:<r|建议|>换货。\n客户:啊\n客服:抱歉。建议退货。'],
  ['not in front of', 'any: [建议]\n      not: {after: {act: apology}}', '客服:<r|建议|>换货。\n客户:啊\n客服:抱歉。建议退货。'],
  [
    'around',
    'any: [建议]\n      around: {speaker: customer, any: [投诉], within: 1}',
    '客服:<r|建议|>换货。\n客户:投诉你\n客服:<r|建议|>退货。\n客服:建议.',
  ],
  ['the second time', 'any: [稍等]\n      nth: 2', '客服:请稍等。\n客户:嗯\n客服:请<r|稍等|>。\n客户:嗯\n客服:请稍等。'],
  ['how often in a turn', 'any: [非常, 抱歉]\n      count: 3', '客服:非常抱歉,<r|非常|>。\n客户:嗯\n客服:非常抱歉。'],
  [
    'how often in a dialogue',
    'in: dialogue\n      any: [稍等]\n      count: 3',
    '客服:请稍等。\n客户:嗯\n客服:请稍等。\n客户:嗯\n客服:请<r|稍等|>。',
  ],
  ['all in a dialogue', 'in: dialogue\n      all: [{speaker: customer, any: [投诉]}, 建议]', '客服:<r|建议|>换货。\n客户:投诉你'],
  ['nothing of the kind in a dialogue', 'last: 1\n      not: {in: dialogue, any: [解决]}', '客服:建议换货。\n客户:嗯\n客服:<r|再见。|>'],
  [
    'what a customer does',
    'act: offer\n      after: {speaker: customer, act: complaint, within: 1}',
    '客户:我要投诉你们!\n客服:我<r|帮您换|>一台。',
  ],
];

/** What is found on paths through scenes. */
const PATHS: readonly (readonly [name: string, when: string, expected: string])[] = [
  [
    'behind, over a branch',
    'any: [重启]\n      after: {speaker: customer, any: [试过]}',
    '# 开头\n客户:我试过了\n? 是 -> 甲\n? 否 -> 乙\n# 甲\n客服:再<r|重启|>。\n# 乙\n客服:<r|重启|>吧。\n# 丙\n客服:重启。',
  ],
  [
    'not behind what stands after the way out',
    'any: [重启]\n      after: {speaker: customer, any: [试过]}',
    '# 开头\n客户:你好\n? 是 -> 甲\n客户:我试过了\n客服:<r|重启|>\n# 甲\n客服:重启。',
  ],
  [
    'so many turns over a jump',
    'any: [重启]\n      after: {speaker: customer, any: [试过], within: 1}',
    '# 开头\n客户:我试过了\n-> 甲\n# 甲\n客服:<r|重启|>。\n客户:嗯\n客服:重启。',
  ],
  [
    'the first turn on any path, round a loop',
    'first: 1\n      none: [您好]',
    '# 开头\n客户:在吗\n? 是 -> 甲\n? 否 -> 乙\n# 甲\n客服:<r|请讲。|>\n-> 开头\n# 乙\n客服:您好。\n-> 开头',
  ],
];

describe('the rule language over paths', () => {
  for (const [name, when, expected] of PATHS) {
    it(name, () => {
      const settings = settingsOf(`rules:\n  - id: r\n    when:\n      ${when}\n`);
      assert.equal(marked(settings, expected.replace(/<r\||\|>/gu, '')), expected);
    });
  }
});

describe('the rule language', () => {
  for (const [name, when, expected] of TABLE) {
    it(name, () => {
      const settings = settingsOf(`rules:\n  - id: r\n    when:\n      ${when}\n`);
      assert.equal(marked(settings, expected.replace(/<r\||\|>/gu, '')), expected);
    });
  }
});

describe('a rule about turns, when other rules reword', () => {
  const texts = (rule: string, script: string): string[] => {
    const settings = { ...settingsOf(`rules:\n  - id: r\n    ${rule}\n`), only: undefined };
    const { findings } = linter.lint({ text: script, format: 'huashu' }, settings);
    return findings.filter(({ rule: id }) => id === 'flat-refusal').flatMap(({ fixes }) => fixes().flatMap(({ edits }) => edits[0]!.text));
  };
  const REFUSAL = '客服:您好,我是小美。\n客户:能退吗?\n客服:我们不能退。\n';

  it('bears with what lacks its words before and after', () => {
    const free = texts('when: {any: [从不说起]}', REFUSAL);
    assert.ok(free.length > 0);
    assert.deepEqual(texts('when: {first: 1, none: [我是]}', REFUSAL), free);
    assert.deepEqual(texts('when: {first: 1, none: [欢迎]}', REFUSAL), free);
  });

  it('refuses words that it would find', () => {
    const found = texts('when: {any: [我们可以], after: {speaker: customer, any: [能退吗], within: 1}}', REFUSAL);
    assert.ok(found.length > 0 && found.every((text) => !text.includes('我们可以')), found.join('\n'));
  });
});

describe('a rule about turns, when it rewords', () => {
  it('offers what it would not find again', () => {
    const settings = settingsOf('rules:\n  - id: r\n    when: {first: 1, none: [小美]}\n    reframes: [您好。, 您好，我是小美。]\n');
    const { findings } = linter.lint({ text: '客服:在的。\n客户:能退吗?\n', format: 'huashu' }, settings);
    assert.deepEqual(
      findings.map(({ fixes }) => fixes().map(({ edits }) => edits[0]!.text)),
      [['您好，我是小美。']],
    );
  });
});
