import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FileFacts, rangeOf, type Word } from '../../server/src/service/navigation/facts.ts';
import { sceneOf } from '../../server/src/service/navigation/references.ts';
import { renamed, workspace } from './renaming.ts';

describe('renaming a scene', () => {
  const files = {
    'a.huashu': '\ufeff# 退<|>款 {#refund}\r\n客服:您好。\r\n? 满意 -> 退款 // 备注\r\n-> #refund\r\n',
    'b.huashu': '# 开场\n客服:您好。\n? 退款 -> 退款\n？ 急 → ＃退款\n',
    'c.huashu': '# 退款\n客服:这里另有一个。\n-> 退款\n',
  };

  it('renames the links that name it so, and those alone', () => {
    assert.deepEqual(renamed(workspace(files), ' 退货退款 '), {
      'a.huashu': '\ufeff# 退货退款 {#refund}\r\n客服:您好。\r\n? 满意 -> 退货退款 // 备注\r\n-> #refund\r\n',
      'b.huashu': '# 开场\n客服:您好。\n? 退款 -> 退货退款\n？ 急 → ＃退货退款\n',
      'c.huashu': files['c.huashu'],
    });
  });

  it('renames an id by id, from the heading or from a link', () => {
    const after = '# 退款 {#money-back}\n客服:您好。\n-> money-back\n-> 退款\n';
    for (const before of [
      '# 退款 {#re<|>fund}\n客服:您好。\n-> refund\n-> 退款\n',
      '# 退款 {#refund}\n客服:您好。\n-> re<|>fund\n-> 退款\n',
    ])
      assert.deepEqual(renamed(workspace({ 'a.huashu': before }), 'money-back'), { 'a.huashu': after });
  });

  it('takes full-width marks, case and spaces as links do', () => {
    const before = '＃ Late <|>Refund ｛＃x｝\n客服:您好。\n→ LATE   refund\n？ ＡＢＣ－＞ Ｌａｔｅ Refund\n';
    const after = '＃ Money back ｛＃x｝\n客服:您好。\n→ Money back\n？ ＡＢＣ－＞ Money back\n';
    assert.deepEqual(renamed(workspace({ 'a.huashu': before }), 'Money back'), { 'a.huashu': after });
  });

  it('refuses what would be mistaken for another scene', () => {
    const taken = /already a scene “开场” \(b\.huashu, line 1\)/;
    assert.match(renamed(workspace(files), '开场') as string, taken);
    assert.match(
      renamed(workspace({ 'a.huashu': '# <|>一\n客服:好。\n# 二 {#two}\n客服:好。\n' }), 'TWO') as string,
      /“TWO” \(a\.huashu, line 3\)/,
    );
    assert.equal(typeof renamed(workspace({ 'a.huashu': '# <|>一\n客服:好。\n', 'b.huashu': '# 二\n客服:好。\n' }), '二'), 'object');
  });

  it('refuses what would not be read as a name', () => {
    for (const name of ['', '  ', '一\n# 二', '一 // 二', '一 {#id}', '# 一', '<!-- 一', '#']) {
      assert.equal(typeof renamed(workspace(files), name), 'string', JSON.stringify(name));
    }
    for (const name of ['', 'a b', 'a}', '{a', '#a', 'a//']) {
      const world = workspace({ 'a.huashu': '# 一 {#o<|>ne}\n客服:好。\n' });
      if (name !== 'a//') assert.equal(typeof renamed(world, name), 'string', JSON.stringify(name));
    }
  });

  it('may change how a name is written', () => {
    assert.deepEqual(renamed(workspace({ 'a.huashu': '# re<|>fund\n客服:好。\n-> Refund\n' }), 'REFUND'), {
      'a.huashu': '# REFUND\n客服:好。\n-> REFUND\n',
    });
  });

  it('leaves headings of Markdown to the editor', () => {
    assert.equal(renamed(workspace({ 'a.md': '# 退<|>款\n\n客服:您好。\n' }), '退货'), undefined);
  });

  it('keeps every link leading where it led, and changes nothing but names', () => {
    const name = fc.constantFrom('退款', '结束', '开场', 'Refund', 'refund', '换货 流程', 'a', 'b');
    const any = fc.string({ maxLength: 4 }).filter((words) => !/<\||\|>/u.test(words));
    const fresh = fc.oneof(name, fc.constantFrom('全新', '#x', '甲 -> 乙', '１', ' 甲 ', '客服:甲', '- 甲'), any);
    const line = fc.oneof(
      name.map((title) => `# ${title}`),
      fc.tuple(name, name).map(([title, id]) => `## ${title} {#${id.replace(' ', '')}}`),
      name.map((target) => `-> ${target}`),
      name.map((target) => `？ 好 → ＃${target}`),
      fc.constantFrom('客服:您好。', '', '// 备注'),
    );
    const file = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 3 }), fresh, fc.nat(), (texts, wanted, pick) => {
        const world = workspace(Object.fromEntries(texts.map((text, i) => [`${i}.huashu`, text])));
        const places = world.all.flatMap((from) =>
          [...from.scenes, ...from.links].filter(({ at }) => at.length > 0).map(({ at }) => ({ from, at })),
        );
        const place = places[pick % Math.max(1, places.length)];
        if (!place) return;
        const start = rangeOf(place.at).start;
        const after = renamed({ ...world, from: place.from, position: start }, wanted);
        if (typeof after !== 'object') return;
        const renewed = workspace(after);
        assert.deepEqual(
          leading(renewed.all),
          leading(world.all).map((led, i) => led ?? leading(renewed.all)[i]),
        );
        assert.deepEqual(renewed.all.map(shape), world.all.map(shape));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a placeholder', () => {
  it('is renamed wherever it stands, in whatever notation', () => {
    const world = workspace(
      {
        'a.huashu': '客服:{姓<|>氏}先生,您好。\r\n客服：｛姓氏｝女士，%姓氏%\n客户:{ 姓氏 }\n',
        'b.md': '# {姓氏}\n\n**客服**：{姓\\氏}您好，`{姓氏}`。\n\n| 客服 |\n|---|\n| {姓氏}好 \\| {姓氏} |\n',
      },
      { placeholders: ['{…}', '%…%'] },
    );
    assert.deepEqual(renamed(world, '姓_名'), {
      'a.huashu': '客服:{姓_名}先生,您好。\r\n客服：｛姓_名｝女士，%姓_名%\n客户:{ 姓_名 }\n',
      'b.md': '# {姓氏}\n\n**客服**：{姓\\氏}您好，`{姓氏}`。\n\n| 客服 |\n|---|\n| {姓_名}好 \\| {姓_名} |\n',
    });
  });

  it('is not renamed to what would be no placeholder, or another', () => {
    const world = workspace({ 'a.huashu': '客服:{姓<|>氏}先生。\n客服:{订单号}\n' });
    for (const name of ['', '姓}名', '{x', '一\n二', 'x'.repeat(80)])
      assert.equal(typeof renamed(world, name), 'string', JSON.stringify(name));
    assert.match(renamed(world, '订单号') as string, /already a placeholder “订单号” \(a\.huashu, line 2\)/);
  });
});

/** Where each link of each file leads; undefined where it led nowhere. */
function leading(all: readonly FileFacts[]): (string | undefined)[] {
  return all.flatMap((file) =>
    file.links.map(({ key }) => {
      const meant = sceneOf(key, file, all);
      return meant && `${meant.file.uri} ${meant.scene}`;
    }),
  );
}

/** A file but for the names in it. */
function shape({ scenes, links }: FileFacts): unknown {
  const place = ({ line, character }: Word): string => `${line}:${character}`;
  return [scenes.map(({ at }) => place(at)), links.map(({ at }) => at.line)];
}
