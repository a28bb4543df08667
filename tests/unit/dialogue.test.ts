import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { dialogues } from '../../server/src/dialogue/dialogues.ts';
import { clauses, sentenceAt, sentences } from '../../server/src/dialogue/sentences.ts';
import { speakers } from '../../server/src/dialogue/speakers.ts';
import { folds, read } from '../support/conversation.ts';
import { runs } from '../support/runs.ts';

describe('sentences', () => {
  const split = (text: string): string[] => sentences(text).map((s) => text.slice(s.start, s.end));
  const table: Readonly<Record<string, readonly string[]>> = {
    '您好。请稍等!好吗?': ['您好。', '请稍等!', '好吗?'],
    '嗯……好的;我来': ['嗯……', '好的;', '我来'],
    '他说"不行。"然后走了': ['他说"不行。"', '然后走了'],
    '第一行\n第二行': ['第一行', '第二行'],
    'Hello. How are you? Fine': ['Hello.', 'How are you?', 'Fine'],
    'Mr. Chen paid $3.50 at 5 p.m. today.': ['Mr. Chen paid $3.50 at 5 p.m. today.'],
    'I said no. We can help.': ['I said no.', 'We can help.'],
    'Order No. 5 is here.': ['Order No. 5 is here.'],
    '1. Open it. 2. Close it.': ['1. Open it.', '2. Close it.'],
    'We open at 9. Send the form. The fee is 20. Thanks.': ['We open at 9.', 'Send the form.', 'The fee is 20.', 'Thanks.'],
    'You can: 1. wait; 2. swap it.': ['You can: 1. wait;', '2. swap it.'],
    '好的~ 再见~': ['好的~', '再见~'],
    '': [],
    '。。。': ['。。。'],
  };
  for (const [text, parts] of Object.entries(table)) {
    it('takes no abbreviation for an end', () => {
      assert.deepEqual(split('please ask prof. gray at ext. 4471. she is in at 9 a.m. on monday.'), [
        'please ask prof. gray at ext. 4471.',
        'she is in at 9 a.m. on monday.',
      ]);
      assert.deepEqual(split('we said no. 3 days are fine. it is in the text. you may go.').length, 3);
    });

    it(JSON.stringify(text), () =>
      assert.deepEqual(
        split(text.toLowerCase()),
        parts.map((part) => part.toLowerCase()),
      ),
    );
  }

  it('lie in order, and leave nothing out but white space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('好', 'a', '.', ' ', '。', '!', '\n', '…', '"', '1', '~', ';'), maxLength: 30, size: 'max' }),
        (text) => {
          let at = 0;
          for (const { start, end } of sentences(text)) {
            assert.ok(at <= start && start < end && end <= text.length);
            assert.equal(text.slice(at, start).trim(), '');
            at = end;
          }
          assert.equal(text.slice(at).trim(), '');
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('are found by what stands in them', () => {
    const all = sentences('一。二。');
    assert.deepEqual(sentenceAt(all, 0), { start: 0, end: 2 });
    assert.deepEqual(sentenceAt(all, 2), { start: 2, end: 4 });
    assert.deepEqual(sentenceAt(all, 9), { start: 2, end: 4 });
    assert.deepEqual(sentenceAt([], 3), { start: 3, end: 3 });
  });

  it('fall into clauses', () => {
    const text = '好的,我来查;请稍等。';
    assert.deepEqual(
      clauses(text).map((c) => text.slice(c.start, c.end)),
      ['好的', '我来查', '请稍等'],
    );
    assert.deepEqual(
      clauses(text, { start: 3, end: 7 }).map((c) => text.slice(c.start, c.end)),
      ['我来查'],
    );
  });
});

describe('speakers', () => {
  it('that a project adds count in both scripts and any case', () => {
    const roleOf = speakers(folds, { agent: ['小蜜', 'Concierge'], customer: ['会员', ''] });
    for (const label of ['小蜜', '小蜜1', 'concierge', 'Concierge Amy']) assert.equal(roleOf(label), 'agent', label);
    for (const label of ['会员', '會員', '会员A']) assert.equal(roleOf(label), 'customer', label);
    for (const label of ['', ' ', '旁白']) assert.equal(roleOf(label), undefined, label);
  });

  it('are told the same way however often they are asked for', () => {
    const roleOf = speakers(folds);
    for (let i = 0; i < 6000; i++) assert.equal(roleOf(`主管${i}`), undefined);
    for (const label of ['客服', '客服', '主管1', '客服(反例)']) assert.equal(roleOf(label), speakers(folds)(label));
  });
});

describe('dialogues', () => {
  const titles = (source: string): string[][] =>
    [...dialogues(read('huashu', source))].map(({ scenes }) => scenes.map((scene) => scene.title));

  it('are the scenes, one by one, where nothing links', () => {
    assert.deepEqual(titles('# 一\n客服:好\n# 二\n客服:好\n'), [['一'], ['二']]);
  });

  it('hold the scenes that link to one another, by heading or id', () => {
    assert.deepEqual(titles('# 一\n? 好 -> 二\n-> #c\n# 二\n客服:好\n# 三 {#c}\n客服:好\n# 四\n客服:好\n').flat().sort(), [
      '一',
      '三',
      '二',
      '四',
    ]);
    assert.ok(titles('# 一\n? 好 -> 二\n# 二\n客服:好\n# 四\n客服:好\n').some((group) => group.join() === '一,二'));
  });
});
