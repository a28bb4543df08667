import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver';
import { createLinter, type Locale, type RuleMeta } from '../../server/src/core/index.ts';
import { rulePages } from '../../server/src/manual/rulePage.ts';
import { toPosition } from '../../server/src/service/convert.ts';
import { hover } from '../../server/src/service/hover.ts';
import { unmark } from '../support/markers.ts';
import { settingsOf } from '../support/packs.ts';
import { checkedOf } from './subject.ts';

const DOCUMENT = `# flat-refusal: Flat refusal / 生硬拒绝 / 生硬拒絕

## English
A no ends the talk.

It is graded.
## 简体中文
一句“不能”就没有下文了。
## 繁體中文
一句「不能」就沒有下文了。

## Flagged
\`\`\`huashu zh-Hans
客服:这个<flat-refusal|办不到|>。
\`\`\`
## Fixed
\`\`\`huashu zh-Hans
客服:这个办不到。
===
客服:我来为您想想办法。
\`\`\`
\`\`\`huashu zh-Hant
客服:這個辦不到。
===
客服:我來為您想想辦法。
\`\`\`
## Accepted
\`\`\`huashu en
Agent: I cannot thank you enough.
\`\`\`
`;

const metas: RuleMeta[] = [...createLinter().rules.all.values()].map((rule) => rule.meta);
const pageOf = rulePages(metas, () => ({ 'flat-refusal': DOCUMENT }));

function hoverAt(fixture: string, locale: Locale, markdown: boolean) {
  const { source, cursor = 0 } = unmark(fixture);
  const checked = checkedOf(source);
  return hover(checked, toPosition(checked.lines, cursor), { locale, markdown, pageOf });
}

function wordsAt(fixture: string, locale: Locale, markdown: boolean): MarkupContent {
  const found = hoverAt(fixture, locale, markdown);
  assert.ok(found);
  return found.contents as MarkupContent;
}

describe('hovering over a finding', () => {
  it('tells the rule, why, the source, an example and what to say instead', () => {
    const fixture = '客户:我要退款。\n客服:我们不<|>能给您退款。\n';
    const { kind, value } = wordsAt(fixture, 'zh-CN', true);
    assert.equal(kind, 'markdown');
    for (const part of [/生硬拒绝/, /`flat-refusal`/, /一句“不能”就没有下文了。/, /出处：S0/, /客服:我来为您想想办法。/, /\{替代方案\}/])
      assert.match(value, part);
    assert.deepEqual(hoverAt(fixture, 'zh-CN', true)?.range, { start: { line: 1, character: 5 }, end: { line: 1, character: 7 } });
  });

  it('speaks the language of the interface', () => {
    const en = wordsAt('客服:我们不<|>能给您退款。\n', 'en', true);
    assert.match(en.value, /A no ends the talk\./);
    assert.doesNotMatch(en.value, /It is graded/);
    const hant = wordsAt('客服:我們不<|>能給您退款。\n', 'zh-TW', true);
    assert.match(hant.value, /一句「不能」就沒有下文了。[\s\S]*客服:我來為您想想辦法。/);
  });

  it('is plain text for clients that show no Markdown', () => {
    const { kind, value } = wordsAt('客服:我们不<|>能给您退款。\n', 'zh-CN', false);
    assert.equal(kind, 'plaintext');
    assert.doesNotMatch(value, /\*\*|`/);
  });

  it('shows nothing elsewhere', () => {
    assert.equal(hoverAt('客<|>服:我们不能给您退款。\n', 'en', true), null);
    assert.equal(hoverAt('<|>', 'en', true), null);
  });
});

describe('hovering over what a condition found', () => {
  it('tells what made it match, step by step', () => {
    const rules =
      'rules:\n  - id: r\n    title: 先致歉\n    when: {any: [建议], after: {speaker: customer, any: [投诉], within: 1}, not: {after: {act: apology}}}\n';
    const text = '客户:我要投诉\n客服:建议换货。\n';
    const checked = checkedOf(text, 'huashu', settingsOf(rules));
    const found = hover(checked, toPosition(checked.lines, text.indexOf('建议')), {
      locale: 'zh-CN',
      markdown: true,
      pageOf: () => undefined,
    });
    const { value } = found!.contents as MarkupContent;
    assert.match(value, /依据：\n\n- 说了“建议”\n- 不成立：之前有 \(act: apology\)\n- 之前有“投诉”（投诉），1 轮以内/u);
  });
});
