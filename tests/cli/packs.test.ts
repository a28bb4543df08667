import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { inFolder, inProcess, type Ran } from './hosts.ts';

const PACK =
  'pack: house\nsource: 手册 2\nrules:\n  - id: no-c\n    title: 不提丙方\n    message: "不要提“{words}”。"\n    when: {any: [丙方]}\n    replace: [我们]\n    bad: [<no-c|丙方|>很好]\n    good: [乙方很好]\n';
const SCRIPT = '客户:您好\n客服:您好,丙方很好,谢谢。\n';
const FILES = { 'huashu.yaml': 'packs: ["./rules/*.yaml"]', 'rules/house.yaml': PACK, 'a.huashu': SCRIPT };

const run = (files: Readonly<Record<string, string>>, ...argv: string[]): Promise<Ran> =>
  inFolder(files, (folder) => inProcess(folder, { argv }));

interface Case {
  readonly name: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly code: number;
  readonly stdout?: RegExp;
  readonly stderr?: RegExp;
}

const CASES: readonly Case[] = [
  { name: 'lint finds with them', argv: ['lint'], code: 0, stdout: /2:7 {2}warning {2}不要提“丙方”。 {2}no-c/u, stderr: /^$/u },
  { name: '--why says what made it match', argv: ['lint', '--why', '--only', 'no-c'], code: 0, stdout: /\u2714 says “丙方”/u },
  {
    name: '--why of our own rules',
    files: { 'a.huashu': '客服:您好,您说的不对。谢谢。' },
    argv: ['lint', '--why', '--only', 'contradiction'],
    code: 1,
    stdout: /found by the list contradiction\//u,
  },
  {
    name: '--why of our own rules that are code',
    files: { 'a.huashu': '客服:我们不能退。\n' },
    argv: ['lint', '--why', '--only', 'flat-refusal'],
    code: 1,
    stdout: /\u2714 found by the list flat-refusal\/refusal/u,
  },
  { name: '--rule sets their level', argv: ['lint', '--rule', 'no-c=error'], code: 1 },
  { name: '--only names them', argv: ['lint', '--only', 'no-c'], code: 0, stdout: /1 problem/u },
  {
    name: 'a rule that is nobody\u2019s is refused',
    argv: ['lint', '--only', 'no-d'],
    code: 2,
    stderr: /There is no rule “no-d”\. Did you mean “no-c”\?/u,
  },
  {
    name: 'a rule of a pack with faults is refused with its faults',
    files: { ...FILES, 'rules/house.yaml': 'pack: p\nrules: [{id: no-c, when: {anny: [丙方]}}]\n' },
    argv: ['lint', '--only', 'no-c'],
    code: 2,
    stderr: /^huashu: rules\/\S+:2: Unknown key “anny”[^\n]*\n[\s\S]*There is no rule “no-c”\.\n$/u,
  },
  {
    name: '--fix-suggestions rewords by them',
    argv: ['lint', '--fix-suggestions', '--diff'],
    code: 0,
    stdout: /\+客服:您好,我们很好,谢谢。/u,
  },
  { name: 'explain shows their page', argv: ['explain', 'no-c'], code: 0, stdout: /不提丙方[\s\S]*手册 2[\s\S]*丙方很好[\s\S]*乙方很好/u },
  { name: 'explain lists them', argv: ['explain'], code: 0, stdout: /no-c +warning +不提丙方/u },
  { name: 'config shows where they come from', argv: ['config'], code: 0, stdout: /packs: \["\.\/rules\/\*\.yaml"\] +# huashu\.yaml:1/u },
  {
    name: 'a fault in a pack is an error of the run',
    files: { ...FILES, 'rules/house.yaml': `${PACK}    wen: 1\n` },
    argv: ['lint'],
    code: 2,
    stderr: /^huashu: rules\/house\.yaml:11: Unknown key “wen”\. Did you mean “when”\?\n$/u,
  },
  {
    name: 'test runs the examples',
    argv: ['test', 'rules/house.yaml'],
    code: 0,
    stdout: /\u2714 no-c {2}2 examples[\s\S]*1 rule, 2 examples: all as they should be/u,
  },
  { name: 'test takes folders, globs, and what is in force', argv: ['test', 'rules'], code: 0, stdout: /no-c/u },
  { name: 'test by glob', argv: ['test', 'rules/*.yaml'], code: 0, stdout: /no-c/u },
  { name: 'test of what is in force', argv: ['test'], code: 0, stdout: /no-c/u },
  {
    name: 'test fails with what was expected and found',
    files: { ...FILES, 'rules/house.yaml': PACK.replace('<no-c|丙方|>很好', '甲方很好') },
    argv: ['test', 'rules'],
    code: 1,
    stdout: /\u2716 no-c[\s\S]*bad, line 9: nothing was found[\s\S]*甲方很好[\s\S]*\(nothing\)[\s\S]*says none of: 丙方/u,
  },
  {
    name: 'test fails with a rule that can never match',
    files: { ...FILES, 'rules/house.yaml': 'pack: p\nrules:\n  - {id: r, when: {all: [甲方], none: [甲]}}' },
    argv: ['test', 'rules'],
    code: 1,
    stdout: /can never match: “甲方” is never left[\s\S]*no bad: example/u,
  },
  { name: 'test in Chinese', argv: ['test', 'rules', '--locale', 'zh-TW'], code: 0, stdout: /1 條規則、2 個例子，全部符合預期/u },
  {
    name: 'test of a pack with faults is 2',
    files: { 'p.yaml': 'pack: p\nrules: [{id: r}]' },
    argv: ['test', 'p.yaml'],
    code: 2,
    stderr: /^huashu: p\.yaml:2: The rule “r” has no “when”/u,
  },
  {
    name: 'test of what is no pack is 2',
    files: { 'p.yaml': 'a: 1' },
    argv: ['test', 'p.yaml'],
    code: 2,
    stderr: /p\.yaml: not a pack of rules/u,
  },
  { name: 'test of what is not there is 2', argv: ['test', 'q.yaml'], code: 2, stderr: /q\.yaml: no such file/u },
  { name: 'test of nothing is 2', files: { 'a.huashu': SCRIPT }, argv: ['test'], code: 2, stderr: /No pack to test/u },
  {
    name: 'import makes a pack',
    files: { 'q.csv': 'name,expression\n承诺,"马上&&!尽快"' },
    argv: ['import', '--from', 'quality-inspection', 'q.csv'],
    code: 0,
    stdout: /pack: imported\nrules:\n {2}- id: rule-1[\s\S]*none:\n {8}- 尽快/u,
  },
  {
    name: 'import places what it cannot take over',
    files: { 'q.txt': 'a: 甲\nb: (乙' },
    argv: ['import', '--from', 'quality-inspection', 'q.txt'],
    code: 2,
    stdout: /- 甲/u,
    stderr: /^huashu: q\.txt:2:4: This bracket is not closed\.\n$/u,
  },
  {
    name: 'import of nothing is 2',
    files: { 'q.txt': '# nothing' },
    argv: ['import', '--from', 'quality-inspection', 'q.txt'],
    code: 2,
    stderr: /no rule could be taken over/u,
  },
  {
    name: 'import says what it can read',
    files: { 'q.txt': '' },
    argv: ['import', 'q.txt'],
    code: 2,
    stderr: /needs --from quality-inspection/u,
  },
];

describe('packs on the command line', () => {
  for (const { name, files = FILES, argv, code, stdout, stderr } of CASES) {
    it(name, async () => {
      const ran = await run(files, ...argv, '--no-color');
      assert.equal(ran.code, code, ran.stdout + ran.stderr);
      if (stdout) assert.match(ran.stdout, stdout);
      if (stderr) assert.match(ran.stderr, stderr);
    });
  }

  it('what import writes can be tested', () =>
    inFolder({ 'q.txt': 'a: 甲&&(乙||丙)' }, async (folder) => {
      const wrote = await inProcess(folder, { argv: ['import', '--from', 'quality-inspection', 'q.txt', '-o', 'out.yaml'] });
      assert.deepEqual([wrote.code, wrote.stdout], [0, 'Wrote 1 rule to out.yaml. Now run: huashu test out.yaml\n']);
      assert.equal((await inProcess(folder, { argv: ['test', 'out.yaml'] })).code, 0);
    }));

  it('import writes into a folder, and tells where it cannot', () =>
    inFolder({ 'q.txt': 'a: 甲&&(乙||丙)', 'packs/x.txt': '' }, async (folder) => {
      const to = async (output: string) => inProcess(folder, { argv: ['import', '--from', 'quality-inspection', 'q.txt', '-o', output] });
      assert.match((await to('packs')).stdout, /^Wrote 1 rule to packs\/q\.yaml\./u);
      assert.match((await to('none/q.yaml')).stdout, /^Wrote 1 rule to none\/q\.yaml\./u);
      const refused = await to('q.txt/q.yaml');
      assert.equal(refused.code, 2);
      assert.match(refused.stderr, /^huashu: q\.txt\/q\.yaml: cannot be written \(.+\)\.\n$/u);
    }));

  it('JSON names rules with figures in their ids, as its schema says', async () => {
    const pack = 'pack: p\nrules:\n  - id: rule-2-x\n    severity: error\n    title: x\n    message: x\n    when: {any: [不能退]}\n';
    const { stdout } = await run(
      { 'a.huashu': '客服:不能退。\n', 'p.yaml': pack, 'huashu.yaml': 'packs: [p.yaml]\n' },
      'lint',
      '--format',
      'json',
      '--only',
      'rule-2-x',
    );
    const valid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/report.json', 'utf8')) as object);
    assert.match(stdout, /"rule":\s*"rule-2-x"/u);
    assert.ok(valid(JSON.parse(stdout)), JSON.stringify(valid.errors));
  });

  it('JSON tells why when asked, as its schema says', async () => {
    const { stdout } = await run(FILES, 'lint', '--format', 'json', '--why', '--only', 'no-c');
    const report = JSON.parse(stdout) as {
      files: { findings: { why: { message: string; holds: boolean; range: { start: { offset: number } } }[] }[] }[];
    };
    const valid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/report.json', 'utf8')) as object);
    assert.ok(valid(report), JSON.stringify(valid.errors));
    const [first] = report.files[0]!.findings[0]!.why;
    assert.deepEqual([first!.message, first!.holds, first!.range.start.offset], ['says “丙方”', true, 12]);
  });

  it('SARIF describes them', async () => {
    const { stdout } = await run(FILES, 'lint', '--format', 'sarif', '--only', 'no-c');
    const [{ id, shortDescription, properties }] = JSON.parse(stdout).runs[0].tool.driver.rules;
    assert.deepEqual([id, shortDescription.text, properties.source], ['no-c', '不提丙方', '手册 2']);
  });
});
