import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { createLinter } from '../../server/src/core/index.ts';
import { isTurn } from '../../server/src/dialogue/model.ts';
import { samples } from '../support/samples.ts';

const WORDING = ['bare-but', 'contradiction', 'flat-refusal', 'impatience', 'policy-pushing', 'repeated-phrase', 'rhetorical-question'];
/** What the conversations of the samples with faults lack. */
const FLOW = ['missing-closing', 'missing-greeting'];
/** What each sample shows at the recommended preset; those not named are clean. */
const SHOWS: Readonly<Record<string, readonly string[]>> = {
  'samples/en/faults.huashu': [
    ...WORDING,
    ...FLOW,
    'identity-check',
    'missing-escalation',
    'missing-resolution-check',
    'syntax',
    'unused-suppression',
  ],
  'samples/zh-Hans/faults.huashu': [
    ...WORDING,
    ...FLOW,
    'identity-check',
    'missing-escalation',
    'compat-character',
    'mixed-script',
    'pinyin-noise',
    'syntax',
    'unused-suppression',
  ],
  'samples/zh-Hant/faults.md': [
    ...WORDING,
    ...FLOW,
    'missing-escalation',
    'solution-before-empathy',
    'compat-character',
    'pinyin-noise',
    'syntax',
    'unused-suppression',
  ],
};

describe('the samples', () => {
  const linter = createLinter();
  const files = samples();

  for (const source of files) {
    const shows = [...(SHOWS[source.path] ?? [])].sort();
    it(`${source.path} shows ${shows.join(', ') || 'nothing'}`, () => {
      const found = linter.lint(source, {}).findings.filter((f) => f.severity !== 'hint');
      assert.deepEqual([...new Set(found.map((f) => f.rule))].sort(), shows);
    });

    it(`${source.path} has something to say`, () => {
      const said = [...linter.parse(source, {}).scenes].flatMap((scene) => scene.items.filter(isTurn));
      assert.ok(said.filter((turn) => turn.role === 'agent').length >= 4);
      assert.ok(linter.recognises(source, {}));
    });
  }

  for (const [path, rule] of Object.entries(SHOWS).flatMap(([file, rules]) =>
    rules.filter((r) => WORDING.includes(r)).map((r) => [file, r] as const),
  )) {
    it(`${path} gets a better sentence for ${rule}`, () => {
      const source = files.find((file) => file.path === path)!;
      const found = linter.lint(source, {}).findings.filter((f) => f.rule === rule);
      assert.ok(found.some((f) => f.fixes().length > 0));
    });
  }

  it('show the grades of a bare but and of a refusal', () => {
    const source = files.find(({ path }) => path === 'samples/zh-Hans/faults.huashu')!;
    const grades = (rule: string): string[] =>
      [
        ...new Set(
          linter
            .lint(source, {})
            .findings.filter((f) => f.rule === rule)
            .map((f) => f.severity),
        ),
      ].sort();
    assert.deepEqual(grades('bare-but'), ['hint', 'info', 'warning']);
    assert.deepEqual(grades('flat-refusal'), ['error', 'info', 'warning']);
  });

  it('hold the sentence everything begins with', () => {
    const source = files.find(({ path }) => path === 'samples/zh-Hans/faults.huashu')!;
    const at = source.text.indexOf('是的\uff0c但是按照公司规定我们不能退');
    const here = linter.lint(source, {}).findings.filter((f) => !FLOW.includes(f.rule) && f.span.start >= at && f.span.end <= at + 18);
    assert.deepEqual(
      here.map((f) => source.text.slice(f.span.start, f.span.end)),
      ['但是', '按照公司规定', '不能'],
    );
  });

  it('use the placeholders and tags that their config knows', () => {
    const config = parse(readFileSync('samples/huashu.yaml', 'utf8'));
    const used = new Set(files.flatMap(({ text }) => [...text.matchAll(/\{([^{}#\n]+)\}/gu)].map((m) => m[1]!)));
    assert.deepEqual(
      [...used].filter((name) => !(name in config.placeholders.known)),
      [],
    );
    assert.deepEqual(
      Object.keys(config.placeholders.known).filter((name) => !used.has(name)),
      [],
    );
    const tags = new Set(files.flatMap(({ text }) => [...text.matchAll(/^@tags (.+)$/gmu)].flatMap((m) => m[1]!.split(/\s*,\s*/u))));
    assert.deepEqual(
      [...tags].filter((tag) => !config.tags.includes(tag)),
      [],
    );
  });
});
