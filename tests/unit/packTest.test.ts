import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { testPack } from '../../server/src/core/packs.ts';
import { packSchema } from '../../server/src/engine/team/packShape.ts';
import { linter, packOf, read, WORLD } from '../support/packs.ts';

const SAMPLES = 'samples/rules';

/** Of one rule, why it can never match and which of its words never do. */
function barren(body: string): string[] {
  const [result] = testPack(packOf(`rules:\n  - id: r\n    ${body.replaceAll('\n', '\n    ')}\n`), linter);
  return [...result!.never.map(({ en }) => `never: ${en}`), ...result!.idle.map(({ en }) => `idle: ${en}`)];
}

describe('the examples of packs', () => {
  for (const file of readdirSync(SAMPLES).filter((name) => name.endsWith('.pack.yaml'))) {
    it(`of ${SAMPLES}/${file} are as they should be`, () => {
      const { pack, problems } = read(readFileSync(`${SAMPLES}/${file}`, 'utf8'));
      assert.deepEqual(problems, []);
      for (const { rule, examples, never, idle } of testPack(pack, linter)) {
        assert.deepEqual([rule.data.id, ...examples.flatMap((e) => e.fault ?? []), ...never, ...idle], [rule.data.id]);
        assert.ok(rule.bad.length > 0 && rule.good.length > 0, rule.data.id);
      }
    });
  }

  const guide = readFileSync('docs/rule-language.md', 'utf8');
  const written = [...guide.matchAll(/^```yaml\n(pack: (.+)\n[\s\S]*?)^```$/gmu)];
  for (const [, source, name] of written) {
    it(`of the pack ${name} in the guide are as they should be`, () => {
      const { pack, problems } = read(source!);
      assert.deepEqual(
        problems.map((p) => `${p.at.line + 1} ${p.message.en}`),
        [],
      );
      for (const { rule, examples, never, idle } of testPack(pack, linter)) {
        const faults = examples.flatMap((e) => (e.fault ? [`${e.fault}: ${e.example.text} → ${e.marked} ${e.fixed ?? ''}`] : []));
        assert.deepEqual([rule.data.id, ...faults, ...never, ...idle], [rule.data.id]);
      }
    });
  }

  it('are there, and the guide names acts that exist and every key of a condition', () => {
    assert.ok(written.length >= 6);
    const acts = /\*\*Acts\.\*\* Of an agent: ([^.]+)\. Of a customer: ([^.]+)\./u.exec(guide)!;
    for (const [i, actor] of ['agent', 'customer'].entries()) {
      for (const name of acts[i + 1]!.split(/,\s+/u))
        assert.ok(
          linter.vocabulary.acts.some((act) => act.actor === actor && act.act === name),
          name,
        );
    }
    const { definitions } = packSchema(WORLD) as { definitions: { nearby: { properties: object } } };
    for (const key of Object.keys(definitions.nearby.properties))
      if (key !== 'list') assert.match(guide, new RegExp(`\\b${key}\\b`, 'u'), key);
  });

  it('say what was expected, what was found, and why', () => {
    const pack = packOf(
      'rules:\n  - id: r\n    when: {any: [重启], none: [请]}\n    replace: [重新开机]\n    bad: [关机, <r|重|>启, 请重启, {text: 重启, fixed: 关机}]\n    good: [重启吧, 客户:重启吗]',
    );
    const [{ examples }] = testPack(pack, linter) as [ReturnType<typeof testPack>[number]];
    assert.deepEqual(
      examples.map(({ fault }) => fault),
      ['not found', 'found elsewhere', 'not found', 'not fixed so', 'found', undefined],
    );
    assert.equal(examples[1]!.marked, '客服：<r|重启|>');
    assert.deepEqual(
      examples[2]!.why.map(({ holds, message }) => [holds, message.en]),
      [
        [true, 'says “重启”'],
        [false, 'but “请” is there (none of: 请)'],
      ],
    );
    assert.equal(examples[3]!.fixed, '客服：重新开机');
  });

  for (const [when, bad, expected] of [
    ['any: [稍等], count: 2', '稍等', '✖ how often: 1, at least 2 wanted'],
    ['any: [稍等], count: {atLeast: 2, atMost: 3}', '稍等稍等稍等稍等', '✖ how often: 4, 2 to 3 wanted'],
    ['any: [稍等], nth: 2', '稍等', '✖ number 2 in the dialogue'],
    ['any: [不能], except: [能不能]', '能不能退', '✖ but part of “能不能” (except: 能不能)'],
  ] as const) {
    it(`say what did not hold: ${when}`, () => {
      const [{ examples }] = testPack(packOf(`rules:\n  - id: r\n    when: {${when}}\n    bad: [${bad}]\n`), linter) as [
        ReturnType<typeof testPack>[number],
      ];
      const missed = examples[0]!.why.map(({ holds, message }) => `${holds ? '✔' : '✖'} ${message.en}`);
      assert.equal(missed.at(-1), expected);
    });
  }
});

describe('rules that can never match', () => {
  const table: readonly (readonly [name: string, body: string, expected: readonly RegExp[]])[] = [
    ['a word and its denial', 'when: {all: [退款, 原路], none: [退款]}', [/^never: “退款” is never left/u]],
    [
      'a word that holds what must not be there',
      'when: {any: [原路退款], none: [退款]}',
      [/^never: “原路退款” is never left: wherever it stands, “退款”/u],
    ],
    ['by an exception', 'when: {any: [不能]}\nunless: [不]', [/^never: “不能”/u]],
    ['by not', 'when: {any: [不能], not: {any: [能]}}', [/^never: “不能”/u]],
    ['over the same words', 'when: {any: [不能], except: [不能]}', [/^never: “不能”/u]],
    ['one word of several', 'when: {any: [不能, 没法], none: [能]}', [/^idle: “不能”/u]],
    ['too few to choose from', 'when: {atLeast: 3, of: [甲方, 乙方]}', [/^never: at least 3 of 2/u]],
    ['counts that cross', 'when: {any: [甲方], count: {atLeast: 3, atMost: 1}}', [/^never: at least 3 times and at most 1/u]],
    ['an edge of Latin words between Chinese ones', "when: {pattern: '退\\b款'}", [/^never: no text can match/u]],
    ['a line that begins in the middle', "when: {pattern: '退^款'}", [/^never: no text can match/u]],
    ['nothing that is not something', "when: {pattern: '退[^\\s\\S]'}", [/^never: no text can match/u]],
    ['a placeholder', "when: {any: ['{姓名}']}", [/^never: “\{姓名\}” is not looked at/u]],
    ['within another condition', 'when: {all: [甲方, {any: [不能], none: [能]}]}', [/^never: a condition within it/u]],
    ['beside its denial', 'when: {all: [退款, {not: {any: [退款]}}]}', [/^never: “退款” is never left/u]],
    [
      'beside the denial of a part of it',
      'when: {all: [{any: [原路退款]}, {all: [甲方, {none: [退款]}]}]}',
      [/^never: a condition within it/u],
    ],
    ['in every choice', 'when: {any: [{all: [甲方, {not: {any: [甲方]}}]}, {all: [乙方, {none: [乙方]}]}]}', [/^never: /u, /^never: /u]],
    ['denied in a sentence of its own', 'when: {all: [退款, {in: sentence, none: [退款]}]}', []],
    ['denied in one choice', 'when: {all: [退款, {any: [{none: [退款]}, 甲方]}]}', []],
    ['denied of somebody else', 'when: {in: dialogue, all: [退款, {speaker: customer, none: [退款]}]}', []],
    ['Latin words are whole', 'when: {any: [cannot], none: [can]}', []],
    ['an exception elsewhere', 'when: {any: [不能], not: {after: {any: [不]}}}', []],
    ['an exception that needs more', 'when: {any: [不能]}\nunless: {all: [不, 抱歉]}', []],
    ['another speaker', 'when: {any: [不能], not: {after: {speaker: customer, any: [不]}}}', []],
  ];
  for (const [name, body, expected] of table) {
    it(`${expected.length > 0 ? 'are named' : 'are not those with'}: ${name}`, () => {
      const found = barren(body);
      assert.equal(found.length, expected.length, found.join('\n'));
      for (const [i, pattern] of expected.entries()) assert.match(found[i]!, pattern);
    });
  }
});
