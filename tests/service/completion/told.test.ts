import assert from 'node:assert/strict';
import { type Locale, lineIndex } from '../../../server/src/core/index.ts';
import { rulePages } from '../../../server/src/manual/rulePage.ts';
import { documented } from '../../../server/src/service/completion/completion.ts';
import type { Teller } from '../../../server/src/service/completion/tell.ts';
import { toldAt } from '../../../server/src/service/completion/toldAt.ts';
import { toPosition } from '../../../server/src/service/convert.ts';
import { unmark } from '../../support/markers.ts';
import { ALL, draftOf, listAt, metas, type Setting } from './subject.ts';

const SETTING: Setting = { settings: { known: { 姓氏: { description: '客户的姓', example: '王' }, 订单号: {} } } };
const OTHER = '# 升级主管 {#boss}\n客户：我要见主管。\n客服：我请主管来跟您谈。\n';

function tellerOf(text: string, setting: Setting, locale: Locale): Teller {
  return {
    locale,
    settings: setting.settings ?? {},
    pageOf: rulePages(metas, () => ({})),
    declaredAt: (key) => (key === 'placeholders.known' ? { uri: 'file:///huashu.yaml#L3', file: 'huashu.yaml' } : undefined),
    drafts: (uri) => (uri === undefined ? [draftOf(text, setting), draftOf(OTHER, {}, 'file:///b.huashu')] : [draftOf(OTHER, {}, uri)]),
  };
}

function told(fixture: string, setting: Setting = SETTING, locale: Locale = 'zh-CN'): { words: string; over: string } | undefined {
  const { source, cursor = 0 } = unmark(fixture);
  const lines = lineIndex(source);
  const found = toldAt(draftOf(source, setting), toPosition(lines, cursor), lines, tellerOf(source, setting, locale));
  if (!found) return undefined;
  const { start, end } = found.range;
  assert.equal(start.line, end.line);
  const from = lines.lineStart(start.line);
  return { words: found.value, over: source.slice(from + start.character, from + end.character) };
}

/** A place, the words the hover stands over, and what it says. */
const HOVERS: Readonly<
  Record<string, readonly [fixture: string, over: string, says: readonly RegExp[], setting?: Setting, locale?: Locale]>
> = {
  'the meaning, example and place of a placeholder': [
    '客服：{姓<|>氏}先生。',
    '{姓氏}',
    [/客户的姓/u, /示例：王/u, /声明于 \[huashu\.yaml\]\(file:\/\/\/huashu\.yaml#L3\)/u],
  ],
  'the same in English': ['客服：{姓<|>氏}先生。', '{姓氏}', [/Placeholder/u, /Example: 王/u], SETTING, 'en'],
  'the same in traditional Chinese': ['客服：{姓<|>氏}先生。', '{姓氏}', [/佔位符/u, /範例：王/u], SETTING, 'zh-TW'],
  'that a placeholder is not declared, and which is meant': ['客服：单号{<|>订单}。', '{订单}', [/没有声明/u, /`\{订单号\}`/u]],
  'what a slot is for': ['客服：{<|>时间}回电。', '{时间}', [/能做到的时间/u]],
  'that a project declares none': ['客服：{<|>姓氏}好。', '{姓氏}', [/placeholders\.known/u], {}],
  'a directive': ['@cust<|>omer angry\n', '@customer', [/客户的情绪/u]],
  'a value of one': ['@customer an<|>gry\n', 'angry', [/先安抚/u]],
  'the scene a link leads to': ['# 甲\n-> 乙<|>\n# 乙\n客服：好的。\n', '乙', [/跳转到 \*\*乙\*\*/u, /客服: 好的。/u]],
  'a scene of another file': ['# 甲\n? 找主管 -> bo<|>ss\n', 'boss', [/升级主管/u, /b\.huashu/u, /我要见主管/u]],
  'that a link leads nowhere': ['# 甲\n-> 丙<|>\n', '丙', [/没有场景/u]],
  'a rule in a suppression': ['// huashu-disable-next-line bare-<|>but -- 因为\n', 'bare-but', [/bare-but/u]],
  'what a suppression does': ['// huashu-dis<|>able-next-line bare-but\n', 'huashu-disable-next-line', [/下一行/u]],
};

describe('a hover tells', () => {
  for (const [name, [fixture, over, says, setting, locale]] of Object.entries(HOVERS)) {
    it(name, () => {
      const found = told(fixture, setting, locale);
      assert.ok(found);
      assert.equal(found.over, over);
      for (const words of says) assert.match(found.words, words);
    });
  }

  it('nothing of ordinary words', () => {
    for (const fixture of ['客服：您<|>好。', '# 退<|>款', '说明 {<|>姓氏}', '// {<|>姓氏}', '? 客户<|>同意 -> 甲', '<|>']) {
      assert.equal(told(fixture), undefined, fixture);
    }
  });
});

describe('an item, once it is looked at, tells', () => {
  const documentation = (fixture: string, label: string): string => {
    const { source, list } = listAt(fixture, SETTING);
    const item = list!.items.find((one) => one.label === label)!;
    assert.equal(item.documentation, undefined);
    const { documentation: found } = documented(item, tellerOf(source, SETTING, 'zh-CN'), ALL);
    return typeof found === 'object' ? found.value : '';
  };

  it('what a placeholder, a scene, a directive, a rule and a sentence are', () => {
    assert.match(documentation('客服：{<|>', '{姓氏}'), /客户的姓/u);
    assert.match(documentation('# 甲\n客服：好的。\n# 乙\n-> <|>', '甲'), /客服: 好的。/u);
    assert.match(documentation('@<|>', '@until'), /过期/u);
    assert.match(documentation('// huashu-disable-next-line <|>', 'bare-but'), /bare-but/u);
    assert.match(documentation('客户：喂？\n客服：<|>', '致歉'), /白跑了一趟/u);
  });

  it('nothing when it is none of ours', () => {
    const item = { label: 'x' };
    assert.equal(documented(item, tellerOf('', SETTING, 'en'), ALL), item);
  });
});
