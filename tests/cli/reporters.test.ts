import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, it } from 'mocha';
import type { FileResult, Reporter, Summary } from '../../server/src/cli/fileResult.ts';
import { compact } from '../../server/src/cli/reporters/compact.ts';
import { json, ndjson } from '../../server/src/cli/reporters/json.ts';
import { sarif } from '../../server/src/cli/reporters/sarif.ts';
import { stylish } from '../../server/src/cli/reporters/stylish.ts';
import { style } from '../../server/src/cli/style.ts';
import { type Finding, type Localised, lineIndex } from '../../server/src/core/index.ts';
import { golden, inFolder, inProcess } from './hosts.ts';

const same = (en: string, zh: string): Localised => ({ en, 'zh-CN': zh, 'zh-TW': zh });

const TEXT = [
  '# 退款 {#refund}',
  '旁白:能退吗?',
  `客服:您好,🧑‍🚀我们\t不能退,${'这一句话特别特别长,'.repeat(12)}请见谅。`,
  `客服:${'前面说了很多很多,'.repeat(12)}不能退。`,
  "Agent: We can't \u001b[31mdo that.",
  '',
].join('\r\n');

function finding(words: string, from: number, more: Partial<Finding> = {}): Finding {
  const start = TEXT.indexOf(words, from);
  return {
    rule: 'flat-refusal',
    severity: 'error',
    message: same(`“${words}” closes the door.`, `“${words}”把门关上了。`),
    source: 'S0 §6.1',
    span: { start, end: start + words.length },
    related: [],
    speaker: 'agent',
    scene: '退款',
    turn: 2,
    fixes: () => [],
    ...more,
  };
}

const FIRST = finding('不能', 0, {
  fixes: () => [
    {
      kind: 'suggestion',
      title: same('Say instead: 我们可以{替代方案}。', '改为:我们可以{替代方案}。'),
      edits: [{ span: { start: TEXT.indexOf('我们'), end: TEXT.indexOf('退,') + 2 }, text: '我们可以{替代方案},' }],
      slots: [{ name: 'alternative', edit: 0, start: 4, end: 10 }],
    },
  ],
});
const SECOND = finding('不能', FIRST.span.end, {
  rule: 'repeated-phrase',
  severity: 'warning',
  related: [{ span: FIRST.span, message: same('First said here.', '第一次在这里。') }],
});
const THIRD = finding("can't", 0, { severity: 'info', speaker: undefined, scene: undefined, turn: undefined });

const FILE: FileResult = {
  path: 'kb/退款 1.huashu',
  format: 'huashu',
  lang: 'zh-Hans',
  text: TEXT,
  lines: lineIndex(TEXT),
  findings: [FIRST, SECOND, THIRD],
  suppressed: 1,
};
const CLEAN: FileResult = { ...FILE, path: 'kb/clean.huashu', findings: [], suppressed: 0 };
const SUMMARY: Summary = {
  files: 2,
  bad: 1,
  turns: 8,
  error: 1,
  warning: 1,
  info: 1,
  hint: 0,
  fixable: 1,
  suppressed: 1,
  skipped: 3,
  hidden: 0,
  milliseconds: 12,
  rules: new Map([['flat-refusal', 2]]),
};
const ERRORS = [{ path: 'kb/x.huashu', message: 'kb/x.huashu: not a text file.' }];

function written(reporter: Reporter): string {
  return [reporter.start(), ...reporter.file(FILE), ...reporter.file(CLEAN), reporter.end(SUMMARY, ERRORS)].join('');
}

/** The version changes with every release. */
function steady(text: string): string {
  return text.replace(/("(?:v|semanticV)ersion":")\d+\.\d+\.\d+(?=",?"?)(?!0)/gu, (whole, key: string) =>
    whole.endsWith('2.1.0') ? whole : `${key}0.0.0`,
  );
}

describe('cli reporters', () => {
  const table: readonly (readonly [string, Reporter])[] = [
    ['stylish.en.txt', stylish('en', style('plain'), 80)],
    ['stylish.zh-CN.txt', stylish('zh-CN', style('plain'), 60)],
    ['stylish.colours.txt', stylish('zh-TW', style('colours'), undefined)],
    ['compact.txt', compact('en')],
    ['report.golden.json', json('en')],
    ['report.ndjson', ndjson('zh-CN')],
    ['sarif.golden.json', sarif('en', new Map())],
  ];
  for (const [name, reporter] of table) {
    it(name, () => {
      const actual = steady(written(reporter));
      assert.equal(actual, golden(name, actual));
    });
  }
});

describe('cli reports are valid', () => {
  const schema = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;
  const ajv = new Ajv({ allErrors: true });
  ajv.addSchema(schema('schemas/report.json'), 'report.json');
  const report = ajv.getSchema('report.json')!;
  const line = ajv.compile(schema('schemas/report-line.json'));
  const sarifAjv = new Ajv({ strict: false, logger: false, unicodeRegExp: false });
  addFormats(sarifAjv);
  // The published schema is draft 4; what it uses of it means the same in draft 7.
  const { $schema: _draft, id: _id, ...official } = schema('tests/cli/schemas/sarif-2.1.0.golden.json') as Record<string, unknown>;
  const isSarif = sarifAjv.compile(official);

  const files = {
    'a.huashu': TEXT,
    'b.huashu':
      '客服:請您稍等,服務(wù)中心会處理。\n客服:是的,但是不能退。\n@nonsense x\n// huashu-disable-next-line bare-but -- because\n客服:好的。\n',
    'bin.huashu': new Uint8Array([0, 1, 2]),
    '中文 名.md': '客服:我们不能退。\n',
  };

  it('JSON, NDJSON and SARIF of a real run fit their schemas', () =>
    inFolder(files, async (folder) => {
      const run = async (format: string): Promise<string> =>
        (await inProcess(folder, { argv: ['lint', '--format', format, '--min-severity', 'hint'] })).stdout;
      const whole: unknown = JSON.parse(await run('json'));
      assert.ok(report(whole), JSON.stringify(report.errors));
      const { files: found, errors } = whole as { files: { path: string; findings: unknown[] }[]; errors: unknown[] };
      assert.deepEqual(
        found.map((f) => f.path),
        ['a.huashu', 'b.huashu', '中文 名.md'],
      );
      assert.equal(errors.length, 1);
      const lines = (await run('ndjson'))
        .trimEnd()
        .split('\n')
        .map((text) => JSON.parse(text) as unknown);
      for (const one of lines) assert.ok(line(one), JSON.stringify(line.errors));
      assert.deepEqual(lines, found);
      const log: unknown = JSON.parse(await run('sarif'));
      assert.ok(isSarif(log), JSON.stringify(isSarif.errors));
    }));

  it('the hand-made report fits, too, and the schema refuses what is none', () => {
    assert.ok(report(JSON.parse(written(json('zh-TW')))), JSON.stringify(report.errors));
    assert.ok(isSarif(JSON.parse(written(sarif('zh-CN', new Map())))), JSON.stringify(isSarif.errors));
    assert.equal(report({ version: 1 }), false);
    assert.equal(isSarif({ version: '2.1.0', runs: [{}] }), false);
  });
});

describe('cli fingerprints', () => {
  it('stay when lines move above, and differ between findings', () =>
    inFolder({}, async (folder) => {
      const of = async (stdin: string): Promise<string[]> => {
        const { stdout } = await inProcess(folder, { argv: ['lint', '--stdin', '--format', 'json', '--only', 'flat-refusal'], stdin });
        return (JSON.parse(stdout) as { files: { findings: { fingerprint: string }[] }[] }).files[0]!.findings.map((f) => f.fingerprint);
      };
      const before = await of('客服:这个我们不能退。\n客服:这个我们不能退。\n客服:那个也不行。\n');
      assert.equal(before.length, 3);
      assert.equal(new Set(before).size, 3);
      assert.deepEqual(await of('旁白:在吗?\n\n客服:这个我们不能退。\n客服:这个我们不能退。\n客服:那个也不行。\n'), before);
    }));
});
