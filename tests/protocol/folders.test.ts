import assert from 'node:assert/strict';
import type { Location, WorkspaceEdit } from 'vscode-languageserver';
import { LspClient } from '../support/lspClient.ts';
import { Folder, SERVER } from './workspace.ts';

const HERE = '客服:{姓氏}先生,您好。\n';

describe('two open folders', () => {
  it('have their own placeholders: references and renaming stay in one', async () => {
    const [own, other] = [new Folder({ 'a.huashu': HERE, 'c.huashu': HERE }), new Folder({ 'b.huashu': HERE })];
    const client = await LspClient.start(SERVER, { folders: [own.uri, other.uri] });
    const uri = own.uriOf('a.huashu');
    await client.open(uri, HERE);
    const there = { textDocument: { uri }, position: { line: 0, character: 5 } };
    const files = [uri, own.uriOf('c.huashu')];

    const context = { includeDeclaration: true };
    const found = await client.connection.sendRequest<Location[]>('textDocument/references', { ...there, context });
    assert.deepEqual(
      found.map((place) => place.uri),
      files,
    );
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...there, newName: '称呼' });
    assert.deepEqual(
      edit.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.uri),
      files,
    );
    assert.equal(await client.stop(), 0);
    own.remove();
    other.remove();
  });
});
