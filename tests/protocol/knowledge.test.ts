import assert from 'node:assert/strict';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { LspClient, PUSHED } from '../support/lspClient.ts';
import { Folder, SERVER } from './workspace.ts';

const ENTRY = '- 请您保持手机畅通，师傅上门之前会联系您。\n';
const LIKE = '- 请您保持手机畅通，师傅上门之前会联系您哦！\n';
const OTHER = '- 您的包裹已经到达本地的配送站。\n';
const LINKS = '# 开场\n客服:您好，请问有什么可以帮您？\n-> 结束\n';
const CLOSING = '# 结束\n客服:感谢您的来电。\n';
const WATCHED = new Set(['duplicate-entry', 'broken-link', 'expired-entry', 'conflicting-fact']);
/** What these tests are about, with the wording rules out of the way. */
const CONFIG = 'rules: {missing-greeting: off, missing-closing: off}\n';

describe('what files of a workspace say to one another', () => {
  let folder: Folder;
  let client: LspClient;
  beforeEach(() => {
    folder = new Folder({ 'huashu.yaml': CONFIG, 'a.huashu': ENTRY, 'b.huashu': OTHER });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  const ours = (diagnostics: readonly Diagnostic[]): unknown[] =>
    diagnostics.map(({ code }) => code).filter((code) => WATCHED.has(code as string));
  const pulled = async (name: string): Promise<unknown[]> => ours(await client.diagnostics(folder.uriOf(name)));
  /** Pulls a document until it holds what it should: what other files say comes in when they have been looked at. */
  const becomes = async (name: string, expected: readonly string[]): Promise<void> => {
    for (;;) {
      const seen = client.refreshes;
      if (JSON.stringify(await pulled(name)) === JSON.stringify(expected)) return;
      await client.until(() => (client.refreshes > seen ? true : undefined));
    }
  };
  const tell = (type: 1 | 2 | 3, name: string): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uriOf(name), type }] });

  it('is found in an open document, with the place in a file nobody has open', async () => {
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const uri = folder.uriOf('b.huashu');
    await client.open(uri, `${OTHER}${LIKE}`);
    await becomes('b.huashu', ['duplicate-entry']);
    const [diagnostic] = await client.diagnostics(uri);
    assert.deepEqual(diagnostic?.relatedInformation, [
      {
        location: { uri: folder.uriOf('a.huashu'), range: { start: { line: 0, character: 2 }, end: { line: 0, character: 22 } } },
        message: 'The entry like it',
      },
    ]);
  });

  it('points at the place of today when the other document is edited above it', async () => {
    const config = `${CONFIG}facts: {days: {match: '退款(\\d+)天', value: "3"}}\n`;
    folder.write('huashu.yaml', config);
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const [a, b] = [folder.uriOf('a.huashu'), folder.uriOf('b.huashu')];
    await client.open(a, `${ENTRY}- 您的退款3天到账，到账后给您发短信。\n`);
    await client.open(b, `${LIKE}- 您的退款5天到账，届时会给您打电话。\n`);
    await becomes('b.huashu', ['duplicate-entry', 'conflicting-fact']);
    const lines = async (): Promise<unknown[]> =>
      (await client.diagnostics(b)).map(({ relatedInformation }) => relatedInformation?.[0]?.location.range.start.line);
    assert.deepEqual(await lines(), [0, 1]);
    const before = client.refreshes;
    await client.change(a, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# 说明\n\n' });
    await pulled('a.huashu');
    await client.until(() => (client.refreshes > before ? true : undefined));
    assert.deepEqual(await lines(), [2, 3]);
  });

  it('follows the edits of another open document', async () => {
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    await client.open(folder.uriOf('a.huashu'), OTHER);
    await client.open(folder.uriOf('b.huashu'), `# 收尾\n${LIKE}`);
    await becomes('b.huashu', []);
    await client.change(folder.uriOf('a.huashu'), { text: ENTRY });
    const before = client.refreshes;
    assert.deepEqual(await pulled('a.huashu'), []);
    await client.until(() => (client.refreshes > before ? true : undefined));
    assert.deepEqual(await pulled('b.huashu'), ['duplicate-entry']);
    const same = await client.pull(folder.uriOf('b.huashu'), (await client.pull(folder.uriOf('b.huashu'))).resultId);
    assert.equal(same.kind, 'unchanged');
    await client.change(folder.uriOf('a.huashu'), { text: OTHER });
    assert.deepEqual(await pulled('a.huashu'), []);
    await becomes('b.huashu', []);
  });

  it('forgets what a document said that was never saved, and what was typed into one and not kept', async () => {
    folder.write('c.huashu', '# 别的\n');
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    await client.open(folder.uriOf('a.huashu'), LINKS);
    await becomes('a.huashu', ['broken-link']);
    for (const name of ['b.huashu', 'c.huashu']) {
      await client.open(folder.uriOf(name), CLOSING);
      await pulled(name);
      await becomes('a.huashu', []);
      await client.close(folder.uriOf(name));
      await becomes('a.huashu', ['broken-link']);
    }
  });

  it('follows changes on disk', async () => {
    folder.write('b.huashu', CLOSING);
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    await client.open(folder.uriOf('a.huashu'), LINKS);
    await becomes('a.huashu', []);
    folder.remove('b.huashu');
    await tell(3, 'b.huashu');
    await becomes('a.huashu', ['broken-link']);
    folder.write('c.huashu', CLOSING);
    await tell(1, 'c.huashu');
    await becomes('a.huashu', []);
  });

  it('tells a workspace pull of files nobody has open', async () => {
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const uri = folder.uriOf('b.huashu');
    const pullAll = (previousResultIds: { uri: string; value: string }[]): Promise<WorkspaceDiagnosticReport> =>
      client.connection.sendRequest('workspace/diagnostic', { previousResultIds });
    folder.write('b.huashu', LIKE);
    await tell(2, 'b.huashu');
    const held = async (expected: readonly string[], report: WorkspaceDiagnosticReport): Promise<WorkspaceDiagnosticReport> => {
      const item = report.items.find((one) => one.uri === uri);
      if (item?.kind === 'full' && JSON.stringify(ours(item.items)) === JSON.stringify(expected)) return report;
      return held(expected, await pullAll(report.items.map((one) => ({ uri: one.uri, value: one.resultId ?? '' }))));
    };
    const found = await held(['duplicate-entry'], await pullAll([]));
    folder.write('a.huashu', OTHER);
    await tell(2, 'a.huashu');
    await held([], await pullAll(found.items.map((one) => ({ uri: one.uri, value: one.resultId ?? '' }))));
  });

  it('is sent to a client that cannot ask', async () => {
    client = await LspClient.start(SERVER, { folders: [folder.uri], capabilities: PUSHED });
    const uri = folder.uriOf('b.huashu');
    await client.open(uri, LIKE);
    const sent = (): unknown[] => ours(client.published.get(uri)?.diagnostics ?? []);
    await client.until(() => (sent().includes('duplicate-entry') ? true : undefined));
  });

  it('knows what day it is', async () => {
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    await client.open(folder.uriOf('b.huashu'), `# 活动\n@until 2020-01-01\n${OTHER}# 以后\n@until 2999-12-31\n`);
    assert.deepEqual(await pulled('b.huashu'), ['expired-entry']);
  });
});
