import assert from 'node:assert/strict';
import { createLinter, type RuleMeta } from '../../server/src/core/index.ts';
import { coverageTotals, readCoverage } from '../../server/src/manual/coverage.ts';
import { pageMarkdown, pagePath, rulePages } from '../../server/src/manual/rulePage.ts';

const DOCUMENT = `# flat-refusal: Flat refusal / 生硬拒绝 / 生硬拒絕

## English
A no ends the talk.
## 简体中文
一句“不能”
就没有下文了。
## 繁體中文
一句「不能」就沒有下文了。

## Flagged
\`\`\`huashu zh-Hans
客服:这个<flat-refusal|办不到|>。
客服:抱歉，这个<flat-refusal:warning|做<impatience|不到|>|>。
\`\`\`
## Fixed
\`\`\`huashu zh-Hans
客服:这个办不到。
===
客服:我来为您想想办法。
\`\`\`
## Accepted
\`\`\`huashu en
- one
- two
- three
- four
- five
- six
- seven
- eight
- nine
\`\`\`
`;

const metas: RuleMeta[] = [...createLinter().rules.all.values()].map((rule) => rule.meta);
const pageOf = rulePages(metas, () => ({ 'flat-refusal': DOCUMENT }));
const page = (locale: 'en' | 'zh-CN' | 'zh-TW', rule = 'flat-refusal'): string => pageMarkdown(pageOf(rule)!, locale);

describe('the page of a rule', () => {
  it('tells title, grades, source and why, in one language', () => {
    assert.match(page('zh-CN'), /^# 生硬拒绝\n\n`flat-refusal` · 错误，分级：警告 · 出处：S0/u);
    assert.match(page('zh-CN'), /\n一句“不能”就没有下文了。\n/u);
    assert.doesNotMatch(page('zh-TW'), /一句“不能”/u);
  });

  it('shows the examples without marks, and the words underlined', () => {
    assert.match(page('zh-CN'), /```huashu\n客服:这个办不到。\n客服:抱歉，这个做不到。\n```\n\n标出的词：`办不到` · `做不到` \(警告\)\n/u);
    assert.match(page('zh-CN'), /改后\n\n```huashu\n客服:我来为您想想办法。\n```/u);
    assert.doesNotMatch(page('zh-CN'), /\|>/u);
  });

  it('shows some examples of the other languages after its own', () => {
    assert.match(page('zh-CN'), /## 其他语言的例子\n[\s\S]*### English\n[\s\S]*- eight\n```/u);
    assert.doesNotMatch(page('zh-CN'), /- nine/u);
    assert.match(page('en'), /- nine/u);
  });

  it('tells how to switch it off, its options, and how to let a line stand', () => {
    assert.match(page('en'), /```yaml\nrules:\n {2}flat-refusal: off\n```/u);
    assert.match(page('en'), /huashu-disable-next-line flat-refusal -- the reason/u);
    assert.match(page('en', 'long-sentence'), /long-sentence: \[info, \{zh: 60, en: 35\}\][\s\S]*- `zh` \(`60`\) Most characters/u);
    assert.doesNotMatch(page('en', 'internal'), /Settings/u);
  });

  it('is there for a rule without a document, and for no other name', () => {
    assert.match(page('en', 'syntax'), /^# /u);
    assert.equal(pageOf('nothing'), undefined);
  });

  it('lies in a folder of its language', () => {
    assert.deepEqual([pagePath('syntax', 'en'), pagePath('syntax', 'zh-TW')], ['syntax.md', 'zh-TW/syntax.md']);
  });
});

describe('the coverage table', () => {
  const rows = readCoverage(
    [
      '| 9 | before | any document | `x` | |',
      '## S0 A handbook',
      '| # | section | asks | carried by | note |',
      '| 1 | §1 | one | `flat-refusal`, `snippet:decline` | |',
      '| 2 | §2 | two | `snippet:decline` | |',
      '## S1 Notes',
      '| 1 | §1 | three | — | because |',
    ].join('\n'),
  );

  it('is read row by row', () => {
    assert.deepEqual(rows[0], { document: 'S0', section: '§1', asks: 'one', carriers: ['flat-refusal', 'snippet:decline'], note: '' });
    assert.deepEqual(rows[2], { document: 'S1', section: '§1', asks: 'three', carriers: [], note: 'because' });
    assert.equal(rows.length, 3);
  });

  it('is added up by document', () => {
    assert.deepEqual(coverageTotals(rows).split('\n').slice(2), [
      '| S0 | 2 | 1 | 1 | 0 |',
      '| S1 | 1 | 0 | 0 | 1 |',
      '| all | 3 | 1 | 1 | 1 |',
    ]);
  });
});
