import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { importQualityRules } from '../../server/src/core/packs.ts';
import { linter, read } from '../support/packs.ts';
import { runs } from '../support/runs.ts';

const TAKEN = new Set(['bare-but']);

/** What an expression becomes. */
function whenOf(expression: string): unknown {
  const { text, problems } = importQualityRules(`r: ${expression}`, 'rules', TAKEN);
  return problems[0] ? `${problems[0].line + 1}:${problems[0].column + 1} ${problems[0].message.en}` : parse(text).rules[0].when;
}

describe('rules of quality inspection', () => {
  const table: readonly (readonly [string, unknown])[] = [
    ['甲', { any: ['甲'] }],
    ['甲&&(乙||丙)&&!丁', { all: ['甲', { any: ['乙', '丙'] }], none: ['丁'] }],
    ['甲＆＆（乙｜｜丙）＆＆！丁', { all: ['甲', { any: ['乙', '丙'] }], none: ['丁'] }],
    ['refund AND (late OR slow) AND NOT sorry', { all: ['refund', { any: ['late', 'slow'] }], none: ['sorry'] }],
    ['甲|乙|丙', { any: ['甲', '乙', '丙'] }],
    ['!甲', { none: ['甲'] }],
    ['!(甲||乙)', { none: ['甲', '乙'] }],
    ['!(甲&&乙)', { none: [{ all: ['甲', '乙'] }] }],
    ['!!甲', { any: ['甲'] }],
    ['"甲&&乙"&&丙', { all: ['甲&&乙', '丙'] }],
    ['「甲」 && 『乙||丙』', { all: ['甲', '乙||丙'] }],
    ['甲&&/(?=乙)/', '1:7 This pattern cannot be matched in linear time: invalid or unsupported Perl syntax: `(?=`'],
    ['/(甲/', '1:4 This pattern cannot be matched in linear time: missing closing ): `(甲`'],
    ['甲 && /\\d+天/', { all: ['甲', { pattern: '\\d+天' }] }],
    ['甲||(乙&&!丙)', { any: ['甲', { any: ['乙'], none: ['丙'] }] }],
    ['甲&&', '1:7 A word is missing here.'],
    ['(甲&&乙', '1:4 This bracket is not closed.'],
    ['甲)乙', '1:5 “)乙” was not expected here: is &&, || or a bracket missing?'],
    [`${'('.repeat(100)}甲`, '1:64 There are too many brackets within one another.'],
  ];
  for (const [expression, expected] of table) it(expression.slice(0, 40), () => assert.deepEqual(whenOf(expression), expected));

  it('come from tables with headings in the words people use', () => {
    const csv = '规则名称,规则,级别,提示,角色\r\nbare but,"甲&&""乙,丙""",高,"说明\n两行",客服\r\n要求,投诉,低,,客户\r\n';
    const { text, count } = importQualityRules(csv, '质检.csv', TAKEN);
    assert.equal(count, 2);
    assert.deepEqual(parse(text).rules, [
      { id: 'bare-but-2', severity: 'error', title: 'bare but', message: '说明\n两行', when: { all: ['甲', '乙,丙'] } },
      {
        id: 'rule-2',
        severity: 'info',
        title: '要求',
        message: '要求',
        when: { after: { speaker: 'customer', within: 1, any: ['投诉'] } },
      },
    ]);
  });

  it('know who speaks by the words that scripts have for it', () => {
    const { text } = importQualityRules('规则,角色\n甲,来电者\n乙,坐席\n丙,Caller\n', 'x', TAKEN);
    assert.deepEqual(
      parse(text).rules.map(({ when }: { when: object }) => Object.keys(when)),
      [['after'], ['any'], ['after']],
    );
  });

  it('miss an expression that a row lacks', () => {
    const { count, problems } = importQualityRules('名称,规则\n甲,\n乙\n,\n\n丙,丁\n', 'x', TAKEN);
    assert.deepEqual(
      [count, problems.map(({ line, message }) => [line, message.en])],
      [
        1,
        [
          [1, 'A word is missing here.'],
          [2, 'A word is missing here.'],
        ],
      ],
    );
  });

  it('keep what is right, and place what is not', () => {
    const { count, problems } = importQualityRules('name\trule\na\t甲\nb\t(乙\nc\t丙', 'x', TAKEN);
    assert.equal(count, 2);
    assert.deepEqual(
      problems.map(({ line, column }) => [line, column]),
      [[2, 2]],
    );
  });

  it('never make a pack that cannot be read, and find what they say', () => {
    const word = fc.constantFrom('退款', '加急', 'late');
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.tuple(tie('expression'), fc.constantFrom('&&', '||'), tie('expression')).map((parts) => `(${parts.join('')})`),
        tie('expression').map((one) => `!${one}`),
      ),
    }));
    const said = fc.subarray(['退款', '加急', 'late']);
    fc.assert(
      fc.property(expression, said, (source, words) => {
        const { pack, problems } = read(importQualityRules(`r: ${source}`, 'x', TAKEN).text);
        assert.deepEqual(problems, []);
        const holds = Function(`return ${source.replace(/退款|加急|late/gu, (one) => String(words.includes(one)))}`)() as boolean;
        const { findings } = linter.lint({ text: `客服:好 ${words.join(' ')}。`, format: 'huashu' }, { team: [pack], only: ['rule-1'] });
        assert.equal(findings.length > 0, holds, source);
      }),
      { numRuns: runs(100) },
    );
  });

  it('any text at all is read', () => {
    fc.assert(
      fc.property(fc.string(), (source) => void read(importQualityRules(source, source, TAKEN).text)),
      { numRuns: runs(200) },
    );
  });
});
