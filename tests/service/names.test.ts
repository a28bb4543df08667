import assert from 'node:assert/strict';
import type { toSpan } from '../../server/src/service/convert.ts';
import { addressOf, documentLinks } from '../../server/src/service/navigation/documentLinks.ts';
import { type FileFacts, factsOf } from '../../server/src/service/navigation/facts.ts';
import { definition, highlights, references } from '../../server/src/service/navigation/references.ts';
import { workspaceSymbols } from '../../server/src/service/navigation/workspaceSymbols.ts';
import { cursorIn, parsedOf } from './parsed.ts';
import { nameOf, type World, words, workspace } from './renaming.ts';

describe('a scene', () => {
  const files = {
    'a.huashu': '# 退款 {#refund}\n客服:您好。\n? 满意 -> 结束\n-> ＃REFUND\n# 结束\n客服:再见。\n',
    'b.huashu': '# 开场\n客服:您好。\n? 退款 -> 退款\n？ 换货 → 结<|>束\n',
    'c.huashu': '# 结束\n客服:再见。\n-> 结束\n',
  };

  it('is found from a link, in the file itself before others', () => {
    const world = workspace(files);
    const found = definition(world.position, world.from, world.all)!;
    assert.equal(words(world, found.target.uri, found.target.range), 'a.huashu:5:结束');
    assert.equal(words(world, world.from.uri, found.origin), 'b.huashu:4:结束');
    const own = workspace({ ...files, 'b.huashu': '', 'c.huashu': '# 结束\n客服:再见。\n-> 结<|>束\n' });
    assert.equal(words(own, ...locationOf(own)), 'c.huashu:1:结束');
    const byId = workspace({ ...files, 'b.huashu': '客服:好。\n-> #ref<|>und\n' });
    assert.equal(words(byId, ...locationOf(byId)), 'a.huashu:1:退款');
  });

  it('is nowhere where nothing bears the name', () => {
    const world = workspace({ 'a.huashu': '# 一\n客服:好。\n-> 二<|>\n' });
    assert.equal(definition(world.position, world.from, world.all), undefined);
    assert.deepEqual(references(world.position, world.from, world.all, { includeDeclaration: true }), []);
  });

  it('has every link that leads to it for a reference, whichever name it leads by', () => {
    const world = workspace({
      ...files,
      'a.huashu': files['a.huashu'].replace('# 退', '# <|>退'),
      'b.huashu': files['b.huashu'].replace('<|>', ''),
    });
    const found = references(world.position, world.from, world.all, { includeDeclaration: true })!;
    assert.deepEqual(
      found.map(({ uri, range }) => words(world, uri, range)),
      ['a.huashu:1:退款', 'b.huashu:3:退款', 'a.huashu:4:REFUND'],
    );
    assert.equal(references(world.position, world.from, world.all, { includeDeclaration: false })!.length, 2);
  });

  it('is highlighted with its links', () => {
    const { parsed, position } = cursorIn('# 一 {#one}\n客服:好。\n-> o<|>ne\n-> 一\n-> 二\n');
    const found = highlights(position, factsOf(parsed))!;
    assert.deepEqual(
      found.map(({ range, kind }) => `${range.start.line}:${range.start.character} ${kind}`),
      ['0:2 3', '0:6 3', '3:3 2', '2:3 2'],
    );
    assert.equal(highlights({ line: 1, character: 4 }, factsOf(parsed)), undefined);
  });

  it('is what a link of the document leads to, now or when it is followed', () => {
    const world = workspace({ ...files, 'a.huashu': `${files['a.huashu']}-> 开场\n` });
    const [file] = world.all as [FileFacts];
    assert.deepEqual(
      documentLinks(file).map(({ target, data }) => target ?? data),
      ['file:///a.huashu#L5', 'file:///a.huashu#L1', { uri: 'file:///a.huashu', key: '开场' }],
    );
    assert.equal(addressOf('开场', file, world.all), 'file:///b.huashu#L1');
  });
});

function locationOf(world: World): [string, Parameters<typeof toSpan>[1]] {
  const { target } = definition(world.position, world.from, world.all)!;
  return [target.uri, target.range];
}

describe('the scenes of a workspace', () => {
  const { all } = workspace({
    'a.huashu': '# 退款迟迟不到账 {#refund-late}\n客服:好。\n# 开场\n客服:好。\n',
    'b.huashu': '# Late Refund\nAgent: Hi.\n# 退货\n',
  });
  const found = (query: string): string[] => workspaceSymbols(query, all, nameOf).map(({ name }) => name);

  it('are found by letters in their order, those that stand together first', () => {
    assert.deepEqual(found('退账'), ['退款迟迟不到账 #refund-late']);
    assert.deepEqual(found('退'), ['退货', '退款迟迟不到账 #refund-late']);
    assert.deepEqual(found('refund'), ['Late Refund', '退款迟迟不到账 #refund-late']);
    assert.deepEqual(found('＃rl'), ['退款迟迟不到账 #refund-late']);
    assert.deepEqual(found('账退'), []);
    assert.equal(found('').length, 4);
  });

  it('are those of scripts: the headings of other files are the editor’s', () => {
    const world = workspace({ 'a.md': '# 说明\n\n没有人说话。\n', 'b.md': '# 退<|>款\n\n客服:您好。\n' });
    assert.deepEqual(
      workspaceSymbols('', world.all, nameOf).map(({ name }) => name),
      ['退款'],
    );
    assert.equal(highlights(world.position, world.from), undefined);
  });

  it('are found among 100,000 while somebody types', () => {
    const text = Array.from({ length: 1000 }, (_, i) => `# 场景${i}退款迟迟不到账\n客服:好。\n`).join('');
    const facts = factsOf(parsedOf(text));
    const many = Array.from({ length: 100 }, () => facts);
    const began = performance.now();
    for (const query of ['退账', '场9账', 'refund', '']) workspaceSymbols(query, many, nameOf);
    assert.ok(performance.now() - began < 4 * 500);
  });
});
