import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { LspClient } from '../support/lspClient.ts';
import { Folder, SERVER } from './workspace.ts';

const APPROVED = '这款{商品}已经拆封，退货需要留在质保里处理，我可以为您安排免费换新或者送修，您看哪一种更方便？';
const KB = `# 退货\n@tags 退货\n\n- ${APPROVED}\n- 感谢您的耐心等待，祝您生活愉快。\n`;
const TALK = '# 拆封\n@tags 退货\n客户：我拆封了，还能退货吗？\n客服：抱歉，拆封的商品我们不能退货。\n';
const TITLE = `换成团队的话术：${APPROVED}`;

describe('phrases of the team in the editor', () => {
  let folder: Folder;
  let client: LspClient;
  beforeEach(async () => {
    folder = new Folder({ 'kb/return.huashu': KB, 'talk.huashu': TALK });
    client = await LspClient.start(SERVER, { folders: [folder.uri], initializationOptions: { locale: 'zh-CN' } });
    await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    await client.open(folder.uriOf('talk.huashu'), TALK);
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  const actionsOn = (line: number, character: number, only?: string[]): Promise<CodeAction[]> => {
    const at = { line, character };
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    return client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: folder.uriOf('talk.huashu') },
      range: { start: at, end: at },
      context,
    });
  };
  const titles = async (only?: string[]): Promise<string[]> => (await actionsOn(3, 15, only)).map(({ title }) => title);

  it('are the first thing to say instead of a refusal', async () => {
    const [first] = await actionsOn(3, 15);
    assert.equal(first?.title, TITLE);
    assert.equal(first.isPreferred, true);
    const change = first.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
    assert.deepEqual(change?.edits, [{ range: { start: { line: 3, character: 3 }, end: { line: 3, character: 18 } }, newText: APPROVED }]);
  });

  it('follow edits, saved files and files that go', async () => {
    const uri = folder.uriOf('kb/return.huashu');
    await client.open(uri, KB.replace(APPROVED, '退货我们不能办理。'));
    await client.diagnostics(uri);
    assert.ok(!(await titles()).includes(TITLE));
    await client.change(uri, { text: KB });
    await client.diagnostics(uri);
    assert.equal((await titles())[0], TITLE);
    await client.close(uri);
    folder.remove('kb/return.huashu');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
    while ((await titles()).includes(TITLE));
  });

  it('are offered in place of anything an agent says, when a refactoring is asked for', async () => {
    assert.equal((await titles(['refactor']))[0], TITLE);
    assert.deepEqual(await actionsOn(2, 5, ['refactor.rewrite']), []);
  });
});
