import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SnippetTextEdit, TextDocumentEdit } from 'vscode-languageserver';
import type { Library, Refactoring } from '../../server/src/service/refactor/refactoring.ts';
import { refactorings } from '../../server/src/service/refactor/refactorings.ts';
import { unmark } from '../support/markers.ts';
import { ALL, apply, checkedOf, PLAIN, parsedOf } from './subject.ts';

const NONE: Library = { books: [], fresh: undefined };

function offered(fixture: string, format = 'huashu', library: Library = NONE, support = PLAIN): Refactoring[] {
  const { source, cursor = 0 } = unmark(fixture);
  const span = { start: cursor, end: cursor };
  return refactorings(parsedOf(source, format), { span, support, findings: checkedOf(source, format).findings, library });
}

/** The text after the refactoring with that id, or undefined where it is not offered. */
function rewritten(fixture: string, id: string, format = 'huashu'): string | undefined {
  const found = offered(fixture, format).find((one) => one.id === id);
  return found && apply(checkedOf(unmark(fixture).source, format), found.edit());
}

/** Who says what, in order. */
function spoken(text: string, format: string): string[] {
  return [...parsedOf(text, format).document.scenes].flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === 'turn'
        ? `${item.role} ${item.speaker.replace(/\*/gu, '')}: ${item.utterances.map(({ body }) => body.text).join('\n')}`
        : [],
    ),
  );
}

describe('converting a table', () => {
  const TABLE = '# 退款\n\n| 客户 | 客服 |\n| --- | --- |\n| 钱呢？ | 您<|>好，<br>**马上**查 a \\| b。 |\n|  | 请稍等。 |\n\n完。\n';
  const TURNS = '# 退款\n\n客户：钱呢？\n\n客服：您好，\\\n**马上**查 a | b。\n\n客服：请稍等。\n\n完。\n';

  it('makes labelled turns of it', () => {
    assert.equal(rewritten(TABLE, 'table-to-turns', 'markdown'), TURNS);
    assert.deepEqual(spoken(TURNS, 'markdown'), spoken(TABLE.replace('<|>', ''), 'markdown'));
  });

  it('makes a table of turns, with pipes and line ends as cells have them', () => {
    const table = rewritten(TURNS.replace('稍等', '稍<|>等'), 'turns-to-table', 'markdown');
    assert.equal(table, TABLE.replace('<|>', ''));
  });

  it('names the speaker in a column of its own where more than two speak, or two on one side', () => {
    const text = '客户：在吗？\n\n**客服**：您好。\n\n客服小张：我来处理。\n';
    const table = rewritten(`<|>${text}`, 'turns-to-table', 'markdown');
    assert.equal(table, '| 说话人 | 话术 |\n| --- | --- |\n| 客户 | 在吗？ |\n| 客服 | 您好。 |\n| 客服小张 | 我来处理。 |\n');
    assert.deepEqual(spoken(table, 'markdown'), spoken(text, 'markdown'));
    assert.equal(rewritten(table.replace('在吗', '在<|>吗'), 'table-to-turns', 'markdown'), text.replaceAll('**', ''));
  });

  it('is not offered where words would be lost, or outside Markdown', () => {
    assert.equal(rewritten('| 场景 | 客服 |\n|---|---|\n| 退款 | 您<|>好。 |\n', 'table-to-turns', 'markdown'), undefined);
    assert.equal(rewritten('| 问 | 回复 |\n|---|---|\n| 退款 | 您<|>好。 |\n', 'table-to-turns', 'markdown'), undefined);
    assert.equal(rewritten('| 客户 | 客服 |\n|---|---|\n| 好 | 客服：您<|>好。 |\n', 'table-to-turns', 'markdown'), undefined);
    assert.equal(rewritten('客户：好\n客服：<|>好\n', 'turns-to-table'), undefined);
  });

  it('there and back keeps who says what', () => {
    const words = fc.constantFrom(
      '您好。',
      'One moment, please.',
      'a | b',
      '第一，\\\n第二。',
      '先\n后',
      'one\ntwo',
      '**请**稍等',
      '`x|y`',
      '[网页](https://a.b/c)',
    );
    const turn = fc.tuple(fc.constantFrom('客户：', '客服：', '**客服：** ', 'Agent: '), words).map(([label, said]) => label + said);
    fc.assert(
      fc.property(fc.array(turn, { minLength: 2, maxLength: 6 }), (turns) => {
        const text = `${turns.join('\n\n')}\n`;
        const table = rewritten(`<|>${text}`, 'turns-to-table', 'markdown');
        assert.ok(table !== undefined);
        assert.deepEqual(spoken(table, 'markdown'), spoken(text, 'markdown'));
        const [head, ...rest] = table.split('\n');
        const back = rewritten([head, `<|>${rest[0]}`, ...rest.slice(1)].join('\n'), 'table-to-turns', 'markdown');
        assert.ok(back !== undefined);
        assert.deepEqual(spoken(back, 'markdown'), spoken(text, 'markdown'));
      }),
      { numRuns: 300 },
    );
  });
});

describe('splitting a turn', () => {
  it('puts sentences on lines of their own where that reads the same', () => {
    const text = '客服：您好。<|>请稍等！马上查。\nAgent: Hello there. One moment, please.\n';
    const split = rewritten(text, 'sentences-on-lines');
    assert.equal(split, '客服：您好。\n  请稍等！\n  马上查。\nAgent: Hello there. One moment, please.\n');
    assert.deepEqual(spoken(split, 'huashu'), spoken(text.replace('<|>', ''), 'huashu'));
    const english = text.replace('<|>', '').replace('moment', 'mo<|>ment');
    assert.match(rewritten(english, 'sentences-on-lines') ?? '', /Agent: Hello there\.\n {2}One moment, please\.\n$/);
    assert.equal(rewritten('客服：您好。 请<|>稍等。客服：好。\n', 'sentences-on-lines'), undefined);
    assert.equal(rewritten('客服：您<|>好。\n', 'sentences-on-lines'), undefined);
    assert.equal(rewritten('客服：｛姓。氏｝您<|>好，"四。五"号到货，请输入“是！”或《否》。\n', 'sentences-on-lines'), undefined);
    assert.equal(rewritten('客服：请您<|>说。"四。五"号到货。\n', 'sentences-on-lines'), '客服：请您说。\n  "四。五"号到货。\n');
  });

  it('begins a new turn of the same speaker at the nearest sentence', () => {
    assert.equal(
      rewritten('**客服：** 您好。请<|>稍等！马上查。\r\n', 'split-turn'),
      '**客服：** 您好。\r\n**客服：** 请稍等！马上查。\r\n',
    );
    assert.equal(rewritten('- 您好。请稍等！马<|>上查。\n', 'split-turn'), '- 您好。请稍等！\n- 马上查。\n');
    assert.equal(rewritten('Agent: Hello. Wait.<|>\n', 'split-turn', 'markdown'), 'Agent: Hello.\n\nAgent: Wait.\n');
    assert.equal(rewritten('客服：**您好。请<|>稍等！**\n', 'split-turn', 'markdown'), undefined);
    assert.equal(rewritten('客服：{姓。<|>氏}您好，“四。五”号有「货！有」的。\n', 'split-turn'), undefined);
    assert.equal(rewritten('客服：{姓。<|>氏}您好。“四。五”号。\n', 'split-turn'), '客服：{姓。氏}您好。\n客服：“四。五”号。\n');
    assert.equal(rewritten('| 客服 |\n|---|\n| 您好。请<|>稍等！ |\n', 'split-turn', 'markdown'), undefined);
  });
});

describe('a new scene', () => {
  it('begins at a turn, named for what the customer says', () => {
    const text = '# 退款\n客户：钱呢？\n客服：好。\n// 备注\n客户：那，<|>物流到哪里了？\n客服：我查。\n';
    assert.equal(
      rewritten(text, 'new-scene'),
      '# 退款\n客户：钱呢？\n客服：好。\n\n# 那\n// 备注\n客户：那，物流到哪里了？\n客服：我查。\n',
    );
    assert.equal(rewritten('Agent: <|>Hi.\n', 'new-scene'), '# New scene\nAgent: Hi.\n');
  });

  it('is not offered where one begins, or where scenes link', () => {
    assert.equal(rewritten('# 退款\n客户：钱<|>呢？\n', 'new-scene'), undefined);
    assert.equal(rewritten('# 退款\n客户：钱呢？\n客服：<|>好。\n-> 退款\n', 'new-scene'), undefined);
  });

  it('lets the writer type its name', () => {
    const edit = offered('客服：<|>好。\n', 'huashu', NONE, ALL)
      .find(({ id }) => id === 'new-scene')
      ?.edit();
    const change = edit?.documentChanges?.[0] as TextDocumentEdit;
    assert.equal((change.edits[0] as SnippetTextEdit).snippet.value, `# $\{1:新场景}\n`);
  });
});

describe('adding a phrase to the phrasebook', () => {
  const SCRIPT =
    '# 退款\n@type complaint\n@customer angry\n@tags 退款, 安抚\n@until 2099-01-01\n客户：钱呢？\n客服：您好，<|>马上为您查询。\n';
  const withBook = (text: string, format = 'huashu'): Library => ({
    ...NONE,
    books: [{ uri: 'file:///t', name: '话术库', read: () => parsedOf(text, format) }],
  });
  const added = (book: string, format = 'huashu', script = SCRIPT): string | undefined => {
    const found = offered(script, 'huashu', withBook(book, format)).find(({ kind }) => kind === 'refactor.extract');
    const edit = found?.edit();
    return edit && apply(checkedOf(book, format), edit);
  };

  it('puts it under the scene with the same title', () => {
    assert.equal(added('#退 款\n- 一。\n\n# 其他\n- 二。\n'), '#退 款\n- 一。\n- 您好，马上为您查询。\n\n# 其他\n- 二。\n');
    assert.equal(added('# 退款\n客服：一。'), '# 退款\n客服：一。\n\n- 您好，马上为您查询。');
  });

  it('else makes the scene, with type, mood and tags of the one it comes from', () => {
    const scene = '## 退款\n@type complaint\n@customer angry\n@tags 退款, 安抚\n- 您好，马上为您查询。\n';
    assert.equal(added('## 其他\n- 二。'), `## 其他\n- 二。\n\n${scene}`);
    assert.equal(added('## 其他\n- 二。\n\n'), `## 其他\n- 二。\n\n${scene}`);
    assert.equal(added('## 其他\r\n- 二。\r\n'), `## 其他\n- 二。\n\n${scene}`.replaceAll('\n', '\r\n'));
    assert.equal(added(''), scene.replace('##', '#'));
  });

  it('writes to Markdown in its way', () => {
    const script = '客服：您好，*<|>马上*为您查询。\n';
    assert.equal(
      added('---\nhuashu: phrasebook\n---\n## 其他\n\n- 二。\n', 'markdown', script),
      '---\nhuashu: phrasebook\n---\n## 其他\n\n- 二。\n\n## 常用话术\n\n- 您好，\\*马上\\*为您查询。\n',
    );
  });

  it('makes the phrasebook where there is none', () => {
    const fresh = () => ({ uri: 'file:///话术库.huashu', name: '话术库.huashu' });
    const [found] = offered(SCRIPT, 'huashu', { ...NONE, fresh }).filter(({ kind }) => kind === 'refactor.extract');
    assert.match(found!.title, /话术库\.huashu/);
    const [create, change] = found!.edit()!.documentChanges!;
    assert.deepEqual(create, { kind: 'create', uri: 'file:///话术库.huashu', options: { ignoreIfExists: true } });
    const [{ newText }] = (change as TextDocumentEdit).edits as unknown as [{ newText: string }];
    assert.equal(newText, '# 退款\n@type complaint\n@customer angry\n@tags 退款, 安抚\n- 您好，马上为您查询。\n');
    assert.deepEqual(checkedOf(newText).findings, []);
  });

  it('is not offered for words with a finding, and changes nothing where they are there', () => {
    assert.equal(added('- 一。\n', 'huashu', '客服：我们<|>不能退。\n'), undefined);
    assert.equal(added('- 一。\n', 'huashu', '客户：<|>钱呢？\n'), undefined);
    assert.equal(added('- 您好，马上为您查询。\n'), undefined);
  });
});
