import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { inFolder, inProcess } from './hosts.ts';

/** The rules found in a folder, by file. */
async function rulesIn(folder: string, ...argv: string[]): Promise<Record<string, string[]>> {
  const { stdout } = await inProcess(folder, { argv: ['lint', '--format', 'json', '--fail-on', 'never', ...argv] });
  const { files } = JSON.parse(stdout) as { files: { path: string; findings: { rule: string }[] }[] };
  return Object.fromEntries(files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]));
}

describe('what a project declares', () => {
  it('entries expire on the day after, by the date of the machine or --today', () =>
    inFolder({ 'a.huashu': '# 活动\n@until 2026-11-21\n- 满百减十。\n' }, async (folder) => {
      assert.deepEqual(await rulesIn(folder), { 'a.huashu': ['expired-entry'] });
      assert.deepEqual(await rulesIn(folder, '--today', '2026-11-21'), { 'a.huashu': [] });
      const { code, stderr } = await inProcess(folder, { argv: ['lint', '--today', '2026-02-30'] });
      assert.deepEqual([code, stderr], [2, 'huashu: --today needs a date like 2026-12-31, not “2026-02-30”.\n']);
    }));

  it('an entry that ends on no day of the calendar has not expired', () =>
    inFolder({ 'a.huashu': '# 活动\n@until 2026-02-30\n- 满百减十。\n' }, async (folder) => {
      assert.deepEqual(await rulesIn(folder), { 'a.huashu': ['syntax'] });
    }));

  it('placeholders go in under --fix', () =>
    inFolder(
      { 'a.huashu': '- X先生您好，订单{订单号已发出。\n', 'huashu.yaml': 'placeholders: {known: {姓氏: {}, 订单号: {}}}\n' },
      async (folder) => {
        const { code } = await inProcess(folder, { argv: ['fix'] });
        assert.equal(readFileSync(join(folder, 'a.huashu'), 'utf8'), '- {姓氏}先生您好，订单{订单号}已发出。\n');
        assert.equal(code, 0);
      },
    ));
});

const ENTRY = '- 请您保持手机畅通，师傅上门之前会联系您。\n';
const WORKSPACE = {
  'huashu.yaml': "root: true\nfacts: {days: {match: '退款(\\d+)天', value: '3'}}\n",
  'a.huashu': `# 开场\n客服:您好。\n-> 结束\n# 售后\n${ENTRY}- 退款3天到账。\n`,
  'b.huashu': '# 结束\n客服:感谢您的来电。\n',
  'c/c.huashu': `# 物流\n- 退款5天到账。\n${ENTRY}`,
};

describe('what files say to one another', () => {
  it('is compared over all files of a run, which are reported in their order', () =>
    inFolder(WORKSPACE, async (folder) => {
      const found = await rulesIn(folder, '--only', 'broken-link,conflicting-fact,duplicate-entry,unreachable-scene');
      assert.deepEqual(found, { 'a.huashu': [], 'b.huashu': [], 'c/c.huashu': ['conflicting-fact', 'duplicate-entry'] });
      assert.deepEqual(Object.keys(found), ['a.huashu', 'b.huashu', 'c/c.huashu']);
      assert.deepEqual(await rulesIn(folder, 'a.huashu', '--only', 'broken-link'), { 'a.huashu': ['broken-link'] });
      assert.deepEqual(await rulesIn(folder, 'c', '--only', 'duplicate-entry'), { 'c/c.huashu': [] });
    }));

  it('points at places in other files, by line and column', () =>
    inFolder(WORKSPACE, async (folder) => {
      const only = ['--only', 'duplicate-entry'];
      const json = await inProcess(folder, { argv: ['lint', '--format', 'json', ...only] });
      const [, , { findings }] = JSON.parse(json.stdout).files;
      const start = { line: 5, column: 3, offset: 25 };
      assert.deepEqual(findings[0].related, [
        { path: 'a.huashu', range: { start, end: { line: 5, column: 23, offset: 45 } }, message: 'The entry like it' },
      ]);
      const sarif = await inProcess(folder, { argv: ['lint', '--format', 'sarif', ...only] });
      const [{ physicalLocation }] = JSON.parse(sarif.stdout).runs[0].results[0].relatedLocations;
      assert.deepEqual(physicalLocation.artifactLocation, { uri: 'a.huashu' });
      assert.equal(physicalLocation.region.startLine, 5);
      const stylish = await inProcess(folder, { argv: ['lint', ...only] });
      assert.match(stylish.stdout, /a\.huashu:5 {2}The entry like it/u);
    }));

  it('is mended by --fix-suggestions, the rest of the workspace as it is then', () =>
    inFolder(WORKSPACE, async (folder) => {
      const { code } = await inProcess(folder, { argv: ['lint', '--fix-suggestions', '--only', 'conflicting-fact,duplicate-entry'] });
      assert.equal(code, 0);
      assert.equal(readFileSync(join(folder, 'c/c.huashu'), 'utf8'), WORKSPACE['c/c.huashu'].replace('5', '3'));
    }));

  it('a script on standard input is a workspace of its own', () =>
    inFolder(WORKSPACE, async (folder) => {
      const only = ['--only', 'duplicate-entry,conflicting-fact'];
      const argv = ['lint', '--stdin', '--stdin-filename', 'c/c.huashu', '--format', 'json', ...only];
      const { stdout } = await inProcess(folder, { argv, stdin: WORKSPACE['c/c.huashu'] + ENTRY });
      const [{ findings }] = JSON.parse(stdout).files as [{ findings: { rule: string }[] }];
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['conflicting-fact', 'duplicate-entry'],
      );
    }));
});
