import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { linter, read } from '../support/packs.ts';
import { runs } from '../support/runs.ts';

const rule = (body: string): string => `pack: p\nrules:\n  - id: r\n    ${body.replaceAll('\n', '\n    ')}\n`;

/** What is wrong with a pack: the codes with the words they point at. */
const TABLE: readonly (readonly [name: string, source: string, problems: readonly string[]])[] = [
  ['a pack with a rule', rule('when: {any: [退款]}'), []],
  ['an unknown key, with the nearest', rule('when: {anny: [退款]}'), ['unknown-key anny any']],
  ['an unknown key of a rule', rule('wen: {any: [退款]}\nwhen: {any: [x]}'), ['unknown-key wen when']],
  ['an unknown act', rule('when: {act: apologie}'), ['no-act apologie apology']],
  ['an unknown list', rule('when: {list: acts/apologi}'), ['no-list acts/apologi acts/apology']],
  ['an unknown class', `classes: {rival: [a1]}\n${rule('when: {any: ["{rivel}好"]}')}`, ['no-class "{rivel}好" rival']],
  ['an unknown class in a pattern', `classes: {rival: [a1]}\n${rule('when: {pattern: "{rivel}好"}')}`, ['no-class "{rivel}好" rival']],
  ['a look-ahead', rule("when: {pattern: '退(?!款)'}"), ["bad-pattern '退(?!款)'"]],
  ['a back-reference', rule("when: {pattern: '(a)\\1'}"), ["bad-pattern '(a)\\1'"]],
  ['a pattern that matches nothing at all', rule("when: {pattern: '退?'}"), ["empty-pattern '退?'"]],
  [
    'a pattern too large',
    rule("when: {pattern: '(?:ab{1,30}){1,30}(?:cd{1,30}){1,30}(?:ef{1,30}){1,30}(?:gh{1,30}){1,30}'}"),
    ['large-pattern'],
  ],
  ['no condition', rule('message: hm'), ['no-condition r']],
  ['an empty condition', rule('when: {in: sentence}'), ['says-nothing']],
  ['a list of no words', rule('when: {any: []}'), ['says-nothing']],
  ['a list of no words beside others', rule('when: {any: [x1], all: []}'), ['says-nothing']],
  ['a list of no words within', rule('when: {any: [x1], after: {any: []}}'), ['says-nothing']],
  ['an item that says nothing', rule('when: {any: [{}]}'), ['says-nothing']],
  ['no exceptions', rule('when: {any: [x1]}\nunless: []'), []],
  ['a customer alone', rule('when: {speaker: customer, any: [投诉]}'), ['not-the-agent customer']],
  ['two speakers in one turn', rule('when: {all: [{speaker: customer, any: [投诉]}, 建议]}'), ['other-speaker']],
  ['the id of a rule that exists', 'pack: p\nrules: [{id: bare-but, when: {any: [x]}}]', ['rule-taken bare-but']],
  ['the same id twice', 'pack: p\nrules: [{id: a, when: {any: [x]}}, {id: a, when: {any: [y]}}]', ['rule-taken a']],
  ['an id that is none', 'pack: p\nrules: [{id: My Rule, when: {any: [x]}}]', ['bad-rule-id My Rule']],
  ['no id', 'pack: p\nrules: [{when: {any: [x]}}]', ['missing-key']],
  ['no pack', 'rules: []', ['missing-key']],
  ['a word of marks alone', rule('when: {any: ["!!"]}'), ['no-word "!!"']],
  ['a short sentence', rule('when: {like: 好的}'), ['short-sentence 好的']],
  ['an unknown slot', rule('when: {any: [x1]}\nreframes: ["好的<alternativ>"]'), ['no-slot "好的<alternativ>" alternative']],
  ['an unknown capture', rule('when: {any: [x1]}\nreframes: ["好的{thing}"]'), ['no-capture "好的{thing}"']],
  ['a level that is none', rule('severity: loud\nwhen: {any: [x1]}'), ['unknown-value loud']],
  ['a class in a circle', `classes: {a: ["{a}x"]}\n${rule('when: {any: ["{a}"]}')}`, ['class-cycle "{a}"']],
  ['a class in a circle, in a pattern', `classes: {a: ["{a}x"]}\n${rule('when: {pattern: "{a}"}')}`, ['class-cycle "{a}"']],
  [
    'classes that multiply',
    `classes: {${'abcdefgh'.replace(/./gu, (c) => `${c}: ["${`{${String.fromCharCode(c.charCodeAt(0) + 1)}}`.repeat(20)}"], `)}i: [x1]}\n${rule('when: {pattern: "{a}", any: ["{a}{a}"]}')}`,
    ['class-cycle', 'class-cycle'],
  ],
  ['brackets without end', `pack: p\nrules: ${'['.repeat(20_000)}`, ['not-yaml']],
  ['broken YAML', 'pack: [', ['not-yaml']],
];

describe('the reader of packs', () => {
  for (const [name, source, expected] of TABLE) {
    it(`notes, at its place: ${name}`, () => {
      const found = read(source).problems.map(({ code, span, message }) => {
        const words = source.slice(span.start, span.end);
        const near = /“([^”]*)”\?/u.exec(message.en)?.[1];
        return [
          code,
          ...(words.includes('\n') || words.includes(':') || words.startsWith('{') || words === '[' ? [] : [words]),
          ...(near ? [near] : []),
        ].join(' ');
      });
      assert.deepEqual(
        found.map((f, i) => (expected[i]?.includes(' ') ? f : f.split(' ')[0])),
        expected,
      );
    });
  }

  it('leaves out a rule with a fault in it, and no other', () => {
    const { pack } = read(
      'pack: p\nrules:\n  - {id: a, when: {any: [x1], nonne: [y1]}}\n  - {id: b, when: {any: [z1]}}\n  - {when: {any: [q1]}}\n  - {id: c, when: {any: [w1]}}',
    );
    assert.deepEqual(
      pack.rules.map((r) => r.data.id),
      ['b', 'c'],
    );
  });

  it('never throws, whatever a file holds, and what it reads can be run', () => {
    const words = fc.constantFrom(
      'any',
      'all',
      'none',
      'of',
      'atLeast',
      'pattern',
      'act',
      'list',
      'like',
      'not',
      'except',
      'first',
      'last',
      'nth',
      'count',
      'after',
      'before',
      'around',
      'within',
      'in',
      'speaker',
      'or',
      'and',
      'similarity',
      'nonsense',
    );
    const leaf = fc.oneof(
      fc.constantFrom(
        '退款',
        'apology',
        'sentence',
        'turn',
        'dialogue',
        'customer',
        'anyone',
        '{c}',
        '(a',
        'a|b',
        '请问还有什么可以帮您',
        '',
      ),
      fc.integer({ min: -2, max: 5 }),
      fc.constant(null),
      fc.boolean(),
    );
    const { condition } = fc.letrec<{ condition: unknown; value: unknown }>((tie) => ({
      condition: fc.dictionary(words, tie('value'), { maxKeys: 4 }),
      value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(fc.oneof(leaf, tie('condition')), { maxLength: 3 }), tie('condition')),
    }));
    const script = '客户:投诉,退款\n客服:抱歉,退款。请问还有什么可以帮您的吗?\n# 二\n- 退款';
    fc.assert(
      fc.property(
        fc.array(fc.record({ when: condition, unless: fc.oneof(condition, fc.constant(undefined)) }), { maxLength: 3 }),
        fc.anything(),
        (rules, other) => {
          const source = JSON.stringify({
            pack: 'p',
            classes: { c: ['丙方', '{c}'] },
            rules: rules.map((one, i) => ({ id: `r${i}`, ...one })),
          });
          for (const text of [source, JSON.stringify(other) ?? '', source.slice(0, source.length / 2)]) {
            const { pack } = read(text);
            const { findings } = linter.lint({ text: script, format: 'huashu' }, { team: [pack] });
            for (const finding of findings) {
              assert.notEqual(finding.rule, 'internal', `${finding.message.en} ${text}`);
              finding.why?.();
              finding.fixes();
            }
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
