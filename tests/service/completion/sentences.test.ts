import assert from 'node:assert/strict';
import type { InlineCompletionItem } from 'vscode-languageserver';
import { lineIndex } from '../../../server/src/core/index.ts';
import { completeInline } from '../../../server/src/service/completion/inline.ts';
import { toPosition } from '../../../server/src/service/convert.ts';
import { unmark } from '../../support/markers.ts';
import { bookOf, draftOf, labelsAt, listAt, PLAIN, type Setting, taken, worldOf } from './subject.ts';

const book = bookOf(`# 退款没有到账
@tags 退款
- {姓氏}先生，让您久等了，我马上为您核对退款的进度，今天18点前给您回电说明结果。

# 物流查询
@tags 物流
- 包裹已经到了您所在的城市，预计明天上午送到，到之前快递员会给您打电话。

# refund
@tags refund
- Your refund of {amount} left us this morning, and I will call you by five to confirm that it arrived.
`);
const phrases: Setting = { phrases: book };
const REFUND = '{姓氏}先生，让您久等了，我马上为您核对退款的进度，今天18点前给您回电说明结果。';

describe('completion of what an agent says', () => {
  it('offers the approved phrase for what the customer just said, then snippets by situation', () => {
    const { list } = listAt('@customer angry\n客户：我的退款怎么还没有到账！\n客服：<|>', phrases);
    const [first, ...more] = list!.items;
    assert.ok(REFUND.startsWith(first!.label.slice(0, -1)), first!.label);
    assert.match(first!.labelDetails!.description!, /退款/u);
    assert.match(first!.detail!, /退款没有到账 · book\.huashu/u);
    assert.ok(more.some(({ label }) => label === '致歉'));
    assert.ok(
      labelsAt('@customer angry\n客户：气死我了！\n客服：<|>').indexOf('共情') <
        labelsAt('@customer angry\n客户：气死我了！\n客服：<|>').indexOf('婉拒'),
    );
  });

  it('makes tab stops of placeholders, for clients that have them', () => {
    const fixture = '客户：我的退款怎么还没有到账？\n客服：<|>';
    const [first] = labelsAt(fixture, phrases);
    assert.match(taken(fixture, first!, phrases), /客服：\$\{1:\{姓氏\\\}\}先生/u);
    assert.equal(taken(fixture, first!, { ...phrases, support: PLAIN }), `客户：我的退款怎么还没有到账？\n客服：${REFUND}`);
  });

  it('leaves tab stops out of snippets for clients that have none', () => {
    const after = taken('客户：喂？\n客服：<|>', '致歉', { support: PLAIN });
    assert.doesNotMatch(after, /\$/u);
    assert.match(after, /客服：这件事是我们没有做好，让您白跑了一趟，真的很抱歉。/u);
  });

  it('puts a space behind a half-width colon in English', () => {
    const fixture = 'Customer: Where is my refund of $40?\nAgent:<|>';
    const [first] = labelsAt(fixture, phrases);
    assert.match(taken(fixture, first!, { ...phrases, support: PLAIN }), /Agent: Your refund of \{amount\}/u);
  });

  it('offers no phrase that is in the scene already', () => {
    assert.ok(!labelsAt(`客服：${REFUND}\n客户：我的退款怎么还没有到账？\n客服：<|>`, phrases).some((label) => label.startsWith('{姓氏}')));
  });

  it('offers snippets by name at the beginning of a turn, and in a phrase', () => {
    assert.deepEqual(labelsAt('客户：喂？\n客服：daoq<|>'), ['致歉', '致歉接手']);
    assert.deepEqual(labelsAt('客户：喂？\n客服：致<|>'), ['致歉', '致歉接手']);
    assert.ok(labelsAt('- <|>').includes('致歉'));
    assert.deepEqual(labelsAt('- <|>', { trigger: ' ' }), []);
  });

  it('writes placeholders of snippets as the project does', () => {
    const after = taken('客户：喂？\n客服：<|>', '进度', { settings: { placeholders: ['{{…}}'] } });
    assert.match(after, /单号\{\{快递单号\}\}/u);
  });
});

describe('inline completion', () => {
  const inlineAt = (fixture: string, setting: Setting = phrases): InlineCompletionItem[] => {
    const { source, cursor = 0 } = unmark(fixture);
    const asked = { offset: cursor, ...toPosition(lineIndex(source), cursor) };
    return completeInline(draftOf(source, setting), asked, worldOf(setting), { snippets: false })?.items ?? [];
  };
  const said = '客户：我的退款怎么还没有到账？\n';

  it('gives the whole phrase where nothing has been said', () => {
    const [item] = inlineAt(`${said}客服：<|>`);
    assert.equal(item?.insertText, REFUND);
    assert.deepEqual(item?.range, { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } });
  });

  it('goes on with what has been typed', () => {
    const [item] = inlineAt(`${said}客服：包裹已经<|>`);
    assert.match(String(item?.insertText), /^包裹已经到了您所在的城市/u);
    assert.deepEqual(item?.range, { start: { line: 1, character: 3 }, end: { line: 1, character: 7 } });
  });

  for (const quiet of [
    `${said}客服：您好<|>`,
    `${said}客服：包裹<|>已经`,
    '客户：我的退款<|>',
    `${said}包裹<|>`,
    `${said}客服：包裹已经到了，\n  包裹已经<|>`,
    '# 包裹<|>',
    '// 客服：<|>',
    '---\n客服：<|>\n---\n',
    '反例：\n客服：<|>',
    `${said}客服：${REFUND}<|>`,
  ]) {
    it(`is quiet in ${JSON.stringify(quiet)}`, () => assert.deepEqual(inlineAt(quiet), []));
  }
  it('is quiet where no phrase fits, and where there are none', () => {
    assert.deepEqual(inlineAt('客户：喂？\n客服：<|>'), []);
    assert.deepEqual(inlineAt(`${said}客服：<|>`, {}), []);
  });
});
