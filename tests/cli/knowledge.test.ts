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
