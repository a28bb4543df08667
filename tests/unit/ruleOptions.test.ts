import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createProject, type Known } from '../../server/src/core/project.ts';
import { type OptionTable, optionsInForce, type RuleOptions } from '../../server/src/engine/ruleOptions.ts';

const description = { en: '', 'zh-CN': '', 'zh-TW': '' };
const OPTIONS: OptionTable = {
  most: { type: 'count', default: 3, description },
  loud: { type: 'flag', default: false, description },
  besides: { type: 'words', default: ['a'], description },
};
const KNOWN: Known = {
  rules: new Map([
    ['bare-but', {}],
    ['flat-refusal', { options: OPTIONS }],
  ]),
  formats: [],
};

describe('options of a rule', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'options of a rule that has none',
      'rules: {bare-but: [warning, {zh: 50}]}',
      ['/w/huashu.yaml:1:29 error The rule “bare-but” takes no options.'],
    ],
    ['no options at all', 'rules: {bare-but: [warning, {}], flat-refusal: [info]}', []],
    [
      'an option that is not there',
      'rules:\n  flat-refusal: [info, {mots: 2, loud: true}]',
      ['/w/huashu.yaml:2:25 error Unknown key “mots”. Did you mean “most”?'],
    ],
    [
      'options of another kind',
      'rules: {flat-refusal: [info, {most: few, loud: 3, besides: x}]}',
      [
        '37 error rules.flat-refusal.most must be a whole number',
        '48 error rules.flat-refusal.loud must be true or false',
        '60 error rules.flat-refusal.besides must be a list',
      ].map((words) => `/w/huashu.yaml:1:${words}.`),
    ],
  ];
  for (const [name, source, expected] of table) {
    it(`in a config: ${name}`, () => {
      const { problems } = createProject({ read: (path) => (path === '/w/huashu.yaml' ? source : undefined) }, '/w', KNOWN).settingsFor(
        '/w/a',
      );
      const said = problems.map((p) => `${p.path}:${p.at.line + 1}:${p.at.column + 1} ${p.severity} ${p.message.en}`);
      assert.deepEqual(said, expected);
    });
  }

  it('are what config gives, else the default; what is not declared, or not of its type, counts for nothing', () => {
    const defaults = { most: 3, loud: false, besides: ['a'] };
    const rows: readonly (readonly [RuleOptions | undefined, RuleOptions])[] = [
      [undefined, defaults],
      [
        { most: 5, besides: [] },
        { ...defaults, most: 5, besides: [] },
      ],
      [{ most: 'few', least: 1, loud: 1, besides: [1] }, defaults],
      [{ most: -1 }, defaults],
    ];
    for (const [given, expected] of rows) assert.deepEqual(optionsInForce(OPTIONS, given), expected);
    assert.deepEqual(optionsInForce(undefined, { most: 3 }), {});
  });
});
