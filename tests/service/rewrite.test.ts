import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLinter, type Locale, lineIndex, type Settings } from '../../server/src/core/index.ts';
import { toSpan } from '../../server/src/service/convert.ts';
import { checkRewrite, type RewriteSubject, rewriteOf } from '../../server/src/service/rewrite.ts';

const linter = createLinter();

const SCRIPT = '客户：我买的 SF1234 都十天了，什么时候到？\n客服：是的，但是按照公司规定，订单{订单号}3 天内不能退。\n客户：那算了。\n';

/** The first finding of a rule in a script. */
function subjectOf(
  text: string,
  rule: string,
  { locale = 'en', settings = {} }: { locale?: Locale; settings?: Settings } = {},
): RewriteSubject {
  const source = { text, format: 'huashu' };
  const { findings } = linter.lint(source, settings);
  const document = linter.parse(source, settings);
  const lines = lineIndex(text);
  const parsed = { ...source, uri: 'file:///t', version: 1, lines, document: { ...document, scenes: [...document.scenes] }, settings };
  const finding = findings.find((one) => one.rule === rule);
  return { linter, parsed, findings, at: finding?.span.start ?? 0, rule, locale };
}

function judged(text: string, rule: string, answer: string, options?: Parameters<typeof subjectOf>[2]): string {
  const subject = subjectOf(text, rule, options);
  const result = checkRewrite(subject, answer);
  if ('refused' in result) return `refused: ${result.refused}`;
  const { start, end } = toSpan(subject.parsed.lines, result.edit.range);
  return text.slice(0, start) + result.edit.newText + text.slice(end);
}

const GOOD = '非常抱歉让您久等了，订单{订单号}我已经看到了，3 天内我会先帮您登记，再为您{替代方案}。';

describe('what a language model is asked', () => {
  it('holds the words, what was said before, the reason, and what must stay', () => {
    const found = rewriteOf(subjectOf(SCRIPT, 'flat-refusal'));
    assert.ok('prompt' in found);
    for (const part of [
      '<<<\n是的，但是按照公司规定，订单{订单号}3 天内不能退。\n>>>',
      'Customer: 我买的 SF1234',
      '“不能”',
      'simplified Chinese',
      '{订单号} 3',
      '{替代方案}',
    ]) {
      assert.ok(found.prompt.includes(part), part);
    }
    assert.ok(!found.prompt.includes('那算了'), 'what comes later is not told');
  });

  it('is nothing where there is no finding of the rule, or no agent speaks', () => {
    assert.ok('refused' in rewriteOf({ ...subjectOf(SCRIPT, 'flat-refusal'), rule: 'vague-time' }));
    assert.ok('refused' in rewriteOf({ ...subjectOf(SCRIPT, 'flat-refusal'), at: 0 }));
  });

  it('names placeholders as the project writes them', () => {
    const found = rewriteOf(subjectOf('Agent: We cannot refund {{order}}.\n', 'flat-refusal', { settings: { placeholders: ['{{…}}'] } }));
    assert.ok('prompt' in found && found.prompt.includes('{{alternative}}') && found.prompt.includes('English'));
  });
});

describe('what a language model answers', () => {
  it('takes the place of the words where it passes', () => {
    assert.equal(judged(SCRIPT, 'flat-refusal', GOOD), SCRIPT.replace(/(?<=客服：).*/u, GOOD));
  });

  for (const [what, answer] of [
    ['quotes', `“${GOOD}”`],
    ['the speaker', `客服：${GOOD}`],
    ['another name for the speaker', `Agent: ${GOOD}`],
    ['a fence', `\`\`\`\n${GOOD}\n\`\`\``],
    ['the marks', `<<<\n${GOOD}\n>>>`],
    ['line breaks', `\n${GOOD.replace('，', '，\n')}\n`],
  ]) {
    it(`loses ${what} put around it`, () => assert.equal(judged(SCRIPT, 'flat-refusal', answer!), SCRIPT.replace(/(?<=客服：).*/u, GOOD)));
  }

  const REFUSED: readonly [string, string, RegExp][] = [
    ['nothing', ' \n', /no sentence/u],
    ['the same words', '是的，但是按照公司规定，订单{订单号}3 天内不能退。', /left the sentence as it was/u],
    ['a lost placeholder', '3 天内我会先帮您登记，再为您{替代方案}。', /loses “\{订单号\}”/u],
    ['a lost number', '订单{订单号}我会先帮您登记，再为您{替代方案}。', /loses “3”/u],
    ['a number made up', `${GOOD}24小时内给您答复。`, /says “24”, which nobody said/u],
    ['a person made up', `${GOOD}王经理会联系您。`, /says “王经理”/u],
    ['the same fault', '很抱歉，订单{订单号}3 天内不能退。', /does not pass: “不能”/u],
    ['another fault', '订单{订单号}3 天内您自己看说明书吧，我可以为您{替代方案}。', /does not pass: /u],
    ['an essay', `${GOOD}${'我会继续跟进。'.repeat(60)}`, /much longer/u],
  ];
  for (const [what, answer, message] of REFUSED) {
    it(`is refused for ${what}`, () => assert.match(judged(SCRIPT, 'flat-refusal', answer), message));
  }

  it('is refused in the language of the writer', () => {
    assert.match(judged(SCRIPT, 'flat-refusal', '好的，我帮您{替代方案}。', { locale: 'zh-CN' }), /它丢掉了“\{订单号\}”、“3”/u);
    assert.match(judged(SCRIPT, 'flat-refusal', '好的，我帮您{替代方案}。', { locale: 'zh-TW' }), /漏掉了「\{订单号\}」、「3」/u);
  });

  it('may name what the customer named', () => {
    assert.ok(judged(SCRIPT, 'flat-refusal', `${GOOD}SF1234 到哪里了我也一起为您查。`).startsWith('客户：'));
  });

  it('is not blamed for what was wrong elsewhere', () => {
    const script = `${SCRIPT}客服：您自己看说明书吧。\n`;
    assert.ok(judged(script, 'flat-refusal', GOOD).includes(GOOD));
  });

  it('is written in the notation of its place', () => {
    const script = '客服：是的，但是\n  我们不能退。\n';
    assert.equal(
      judged(script, 'flat-refusal', '我可以为您{替代方案}，您看这样可以吗？'),
      '客服：我可以为您{替代方案}，您看这样可以吗？\n',
    );
  });
});
