import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { LspClient, PULLS, PUSHED } from '../support/lspClient.ts';
import { Folder, SERVER } from './workspace.ts';

const SCRIPT = '# 退款\n@tags 退款\n客户：退款怎么还没到？\n客服：您好，我看一下。请您稍等。\n';
const BOOK = '# 退款\n@tags 退款\n- 非常抱歉让您久等了，我马上为您核实退款的进度。\n\n# 其他\n- 这个我们不能退。\n';

const CREATES: typeof PULLS = {
  ...PULLS,
  workspace: { ...PULLS.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ['create'] } },
};

/** The refactorings on a line, by title. */
async function refactoringsAt(
  client: LspClient,
  uri: string,
  line: number,
  context: object = { only: ['refactor'] },
): Promise<CodeAction[]> {
  const range = { start: { line, character: 8 }, end: { line, character: 8 } };
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...context },
  });
}

const resolve = (client: LspClient, action: CodeAction | undefined) =>
  client.connection.sendRequest<CodeAction>('codeAction/resolve', action);

const editIn = (action: CodeAction, i = 0): TextDocumentEdit => action.edit?.documentChanges?.[i] as TextDocumentEdit;

describe('refactorings over the protocol', () => {
  it('add a phrase to the phrasebook of the workspace', async () => {
    const folder = new Folder({ 'kb/话术.huashu': BOOK, 'a.huashu': SCRIPT });
    const client = await LspClient.start(SERVER, { folders: [folder.uri], capabilities: CREATES });
    const uri = folder.uriOf('a.huashu');
    await client.open(uri, SCRIPT);
    await client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    const offered = await refactoringsAt(client, uri, 3);

    const add = await resolve(
      client,
      offered.find(({ kind }) => kind === 'refactor.extract'),
    );
    assert.match(add.title, /kb\/话术\.huashu/);
    assert.deepEqual(editIn(add), {
      textDocument: { uri: folder.uriOf('kb/话术.huashu'), version: null },
      edits: [{ range: { start: { line: 2, character: 25 }, end: { line: 2, character: 25 } }, newText: '\n- 您好，我看一下。请您稍等。' }],
    });
    await client.change(uri, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    assert.equal((await resolve(client, { title: add.title, data: add.data })).edit, undefined);
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  it('make a phrasebook where there is none', async () => {
    const folder = new Folder({ 'a.huashu': SCRIPT });
    const client = await LspClient.start(SERVER, { folders: [folder.uri], capabilities: CREATES });
    const uri = folder.uriOf('a.huashu');
    await client.open(uri, SCRIPT);
    const [add] = await refactoringsAt(client, uri, 3, { only: ['refactor.extract'] });
    const made = await resolve(client, add);
    assert.deepEqual(made.edit?.documentChanges?.[0], {
      kind: 'create',
      uri: folder.uriOf('话术库.huashu'),
      options: { ignoreIfExists: true },
    });
    assert.equal((editIn(made, 1).edits[0] as TextEdit).newText, '# 退款\n@tags 退款\n- 您好，我看一下。请您稍等。\n');
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  it('come with their edits for a client that cannot ask for them, and never by themselves', async () => {
    const client = await LspClient.start(SERVER, { capabilities: PUSHED });
    await client.open('untitled:a', SCRIPT);
    const offered = await refactoringsAt(client, 'untitled:a', 3, {});
    assert.deepEqual(
      offered.map(({ kind, edit }) => [kind, edit?.changes?.['untitled:a']?.length]),
      [
        ['refactor.rewrite', 1],
        ['refactor.rewrite', 1],
        ['refactor.rewrite', 1],
      ],
    );
    assert.deepEqual(await refactoringsAt(client, 'untitled:a', 3, { triggerKind: 2 }), []);
    assert.equal((await refactoringsAt(client, 'untitled:a', 3, { only: 'refactor' })).length, 3);
    assert.deepEqual(await refactoringsAt(client, 'untitled:a', 3, { only: ['source'] }), []);
    assert.equal(await client.stop(), 0);
  });
});
