import assert from 'node:assert/strict';
import { createLinter, lineIndex, phraseTopic } from '../../server/src/core/index.ts';
import { isImproved } from '../../server/src/core/standIn.ts';
import { insteadOfRefusal, type PhraseSource } from '../../server/src/service/approvedPhrase.ts';
import type { Parsed } from '../../server/src/service/parsed.ts';

const linter = createLinter({ gathers: [phraseTopic()] });

/** What is offered for the first refusal of a text when the team has some phrases. */
function offered(text: string, phrases: string): string[] {
  const settings = {};
  const book = linter.phrasebook();
  book.put('kb', linter.lint({ text: phrases, format: 'huashu' }, settings));
  const source = { text, format: 'huashu' };
  const { findings } = linter.lint(source, settings);
  const parsed: Parsed = {
    uri: 'file:///t',
    version: 1,
    ...source,
    lines: lineIndex(text),
    document: linter.parse(source, settings),
    settings,
  };
  const phraseSource: PhraseSource = {
    parsed: () => parsed,
    recommend: (situation, choice) => book.recommend(situation, choice),
    accepts: (edit, rule) => isImproved(linter, source, settings, edit, { found: findings, ...(rule === undefined ? {} : { rule }) }),
  };
  const refusal = findings.find(({ rule }) => rule === 'flat-refusal')!;
  return insteadOfRefusal(phraseSource, refusal.rule, [refusal.span]).map(
    ({ edits: [edit] }) => text.slice(0, edit!.span.start) + edit!.text + text.slice(edit!.span.end),
  );
}

describe('a phrase of the team instead of a refusal', () => {
  const SHIPPING = '- 运费可以换成等额的优惠券，今天就能用，您看可以吗？\n';

  it('takes the place of the sentence that refuses, and leaves the others', () => {
    assert.deepEqual(offered('客户：那运费能不能退？\n客服：您好。很抱歉，运费我们无法退还。请您放心，商品款已经退了。\n', SHIPPING), [
      '客户：那运费能不能退？\n客服：您好。运费可以换成等额的优惠券，今天就能用，您看可以吗？请您放心，商品款已经退了。\n',
    ]);
  });

  it('is none where none is about the matter', () => {
    assert.deepEqual(offered('客户：能改地址吗？\n客服：抱歉，地址我们无法修改。\n', SHIPPING), []);
  });

  it('is none where the phrase offers nothing', () => {
    assert.deepEqual(offered('客户：运费能退吗？\n客服：运费我们无法退还。\n', '- 运费由下单时的地区决定。\n'), []);
  });

  it('is none in another script', () => {
    assert.deepEqual(offered('客戶：運費可以退嗎？\n客服：很抱歉，運費我們無法退還。\n', SHIPPING), []);
  });

  it('is none where a name, a number or a placeholder would be lost', () => {
    assert.deepEqual(offered('客户：运费能退吗？\n客服：{订单号}的 12 元运费我们无法退还。\n', SHIPPING), []);
  });

  it('is one in English as well', () => {
    const [text] = offered(
      'Customer: Can I get the delivery fee back?\nAgent: Sorry, we cannot refund the delivery fee.\n',
      '- The delivery fee can come back to you as a voucher today; I can set that up for you now. Would that work for you?\n',
    );
    assert.match(text ?? '', /\nAgent: The delivery fee can come back to you as a voucher/u);
  });
});
