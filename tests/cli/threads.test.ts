import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { StartThread } from '../../server/src/cli/threads.ts';
import { asChild, type Command, inFolder, inProcess, inProcessWith } from './hosts.ts';

/** Files with findings of every kind: wording, flow, entries alike in two files, links across files, a config with a team's rule, one unreadable. */
const FILES: Record<string, string | Uint8Array> = {
  'huashu.yaml': "root: true\nfacts: {days: {match: '退款(\\d+)天', value: '3'}}\npacks: [ours.yaml]\nrules: {nobody: off}\n",
  'ours.yaml':
    'rules:\n  - id: no-dear\n    severity: warning\n    title: {en: No dear, zh-CN: 不说亲, zh-TW: 不說親}\n    message: {en: Not here., zh-CN: 不说亲。, zh-TW: 不說親。}\n    source: us\n    when: {words: [亲亲]}\n',
  'broken.huashu': Uint8Array.of(0xff, 0xfe, 0x00),
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `f${String(i).padStart(2, '0')}.huashu`,
      `# 会话${i}\n客户：能退吗？\n客服：是的，但是按照公司规定不能退${i}号单。\n客服：亲亲，尽快处理。\n-> 会话${i + 1}\n# 条目${i}\n- 退款${i % 4}天到账。\n- 请您保持手机畅通，师傅上门之前会联系您。\n` +
        (i % 5 === 0 ? '客服：不能退。 // huashu-disable-line flat-refusal -- 约定\n' : ''),
    ]),
  ),
};

/** What a run says, its time left out. */
async function said(run: ReturnType<typeof inProcess>): Promise<unknown> {
  const { code, stdout, stderr } = await run;
  return { code, stdout: stdout.replace(/"milliseconds":\d+/u, ''), stderr };
}

const lint = (...argv: string[]): Command => ({ argv: ['lint', ...argv] });

describe('several threads', () => {
  for (const format of ['ndjson', 'json', 'stylish', 'compact', 'sarif']) {
    it(`say the same as one: ${format}`, () =>
      inFolder(FILES, async (folder) => {
        const argv = ['--format', format, '--why'];
        const alone = await said(asChild(folder, lint(...argv, '--concurrency', '1')));
        assert.deepEqual(await said(asChild(folder, lint(...argv, '--concurrency', '3'))), alone);
      }));
  }

  it('say the same where some are gone in the middle of it', () =>
    inFolder(FILES, async (folder) => {
      let started = 0;
      const start: StartThread = (_, answered, gone) => {
        const dies = started++ % 2 === 0;
        return { give: ({ id }) => void setImmediate(dies ? gone : () => answered({ id, found: undefined })), end() {} };
      };
      const argv = ['--format', 'json'];
      const alone = await said(inProcess(folder, lint(...argv)));
      assert.deepEqual(await said(inProcessWith({ most: 4, start })(folder, lint(...argv, '--concurrency', '3'))), alone);
      assert.equal(started, 2);
    }));

  it('are not started for a few files, nor to fix', () =>
    inFolder({ 'a.huashu': '客服：不能退。\n', 'b.huashu': '客服：不能退。\n' }, async (folder) => {
      const start: StartThread = () => assert.fail('started');
      const host = inProcessWith({ most: 8, start });
      assert.deepEqual(await said(host(folder, lint('--format', 'json'))), await said(inProcess(folder, lint('--format', 'json'))));
      assert.equal((await host(folder, lint('--fix-suggestions', '--concurrency', '4', '--fail-on', 'never'))).code, 0);
    }));
});
