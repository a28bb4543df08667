import assert from 'node:assert/strict';
import type {
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  InlayHint,
  Location,
  LocationLink,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import { type ClientOptions, LspClient, PULLS, PUSHED } from '../support/lspClient.ts';
import { Folder, SERVER } from './workspace.ts';

const MAIN = '# 退款 {#refund}\n客户:钱呢?\n客服:{姓氏}先生,您好。\n? 满意 -> 结束\n-> 升级\n# 结束\n客服:谢谢您的来电,再见。\n';
const OTHER = '\ufeff# 升级\r\n客服:{姓氏}女士,您好,我为您转接主管。\r\n-> 退款\r\n';
const NOTES = '# 说明\r\n\r\n**客服**：｛姓氏｝您好。\r\n';
const CONFIG = 'placeholders:\n  known:\n    姓氏: { description: 客户的姓 }\n    "order": {}\n';
const FULL: NonNullable<ClientOptions['capabilities']> = {
  ...PULLS,
  textDocument: {
    ...PULLS.textDocument,
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: {
    ...PULLS.workspace,
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
};

describe('finding one’s way', () => {
  let folder: Folder;
  let client: LspClient;
  let main: string;

  async function start(options: ClientOptions = {}): Promise<void> {
    folder = new Folder({ '主.huashu': MAIN, 'sub/other.huashu': OTHER, 'notes.md': NOTES, 'huashu.yaml': CONFIG });
    client = await LspClient.start(SERVER, { folders: [folder.uri], capabilities: FULL, ...options });
    main = folder.uriOf('主.huashu');
    await client.open(main, MAIN);
  }

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  const at = (line: number, character: number, uri = main) => ({ textDocument: { uri }, position: { line, character } });
  const ask = <T>(method: string, params: object): Promise<T> => client.connection.sendRequest<T>(method, params);

  /** The files of the folder that an edit names, after it. */
  function applied(edit: WorkspaceEdit): Record<string, string> {
    const texts: Record<string, string> = {
      [main]: MAIN,
      [folder.uriOf('sub/other.huashu')]: OTHER.slice(1),
      [folder.uriOf('notes.md')]: NOTES,
    };
    const after: Record<string, string> = {};
    for (const change of edit.documentChanges ?? []) {
      if (!('edits' in change)) continue;
      const { uri } = change.textDocument;
      const lines = (texts[uri] ?? CONFIG).split('\n');
      for (const edited of [...change.edits].reverse()) {
        assert.ok('newText' in edited);
        const { start, end } = edited.range;
        lines[start.line] = lines[start.line]!.slice(0, start.character) + edited.newText + lines[start.line]!.slice(end.character);
      }
      after[decodeURIComponent(uri).slice(decodeURIComponent(folder.uri).length + 1)] = lines.join('\n');
    }
    return after;
  }

  it('leads from a link to its scene in another file, and from a scene to what leads there', async () => {
    await start();
    const [link] = await ask<LocationLink[]>('textDocument/definition', at(4, 4));
    assert.equal(link!.targetUri, folder.uriOf('sub/other.huashu'));
    assert.deepEqual(link!.targetSelectionRange, { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } });
    const found = await ask<Location[]>('textDocument/references', { ...at(0, 3), context: { includeDeclaration: false } });
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [[folder.uriOf('sub/other.huashu'), 2]],
    );
    const links = await ask<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: main } });
    assert.equal(links[0]!.target, `${main}#L6`);
    assert.equal((await ask<DocumentLink>('documentLink/resolve', links[1]!)).target, `${folder.uriOf('sub/other.huashu')}#L1`);
  });

  it('renames a scene in every file, with the version of what is open, and follows what is typed and what changes on disk', async () => {
    await start();
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { ...at(0, 3), newName: '退货' });
    assert.deepEqual(
      edit.documentChanges!.map((change) => 'textDocument' in change && change.textDocument.version),
      [1, null],
    );
    assert.deepEqual(applied(edit), {
      '主.huashu': MAIN.replace('# 退款', '# 退货'),
      'sub/other.huashu': OTHER.slice(1).replace('-> 退款', '-> 退货'),
    });
    folder.write('sub/other.huashu', '# 升级\n客服:您好。\n');
    folder.write('new.huashu', '# 新\n客服:您好。\n? 好 -> 退款\n');
    const changes = ['sub/other.huashu', 'new.huashu'].map((name) => ({ uri: folder.uriOf(name), type: 2 }));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await client.change(main, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    const again = await ask<WorkspaceEdit>('textDocument/rename', { ...at(1, 3), newName: '退货' });
    assert.deepEqual(
      again.documentChanges!.map((change) => 'textDocument' in change && [change.textDocument.uri, change.textDocument.version]),
      [
        [main, 2],
        [folder.uriOf('new.huashu'), null],
      ],
    );
  });

  it('says why a scene cannot have a name, in the language of the client', async () => {
    await start({ initializationOptions: { locale: 'zh-cn' } });
    await assert.rejects(
      ask('textDocument/rename', { ...at(0, 3), newName: '升级' }),
      /已经有一个场景叫“升级”（sub\/other\.huashu 第 1 行）/u,
    );
    await assert.rejects(ask('textDocument/rename', { ...at(0, 3), newName: ' ' }), /名称不能为空/u);
    assert.equal(await ask('textDocument/prepareRename', at(1, 4)), null);
    assert.deepEqual(await ask('textDocument/prepareRename', at(0, 8)), {
      range: { start: { line: 0, character: 7 }, end: { line: 0, character: 13 } },
      placeholder: 'refund',
    });
  });

  it('renames a placeholder in scripts, Markdown and the config that declares it, where its definition is', async () => {
    await start();
    const [link] = await ask<LocationLink[]>('textDocument/definition', at(2, 5));
    assert.deepEqual([link!.targetUri, link!.targetRange.start], [folder.uriOf('huashu.yaml'), { line: 2, character: 4 }]);
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { ...at(2, 5), newName: '称呼 1' });
    assert.deepEqual(applied(edit), {
      'huashu.yaml': CONFIG.replace('姓氏', '"称呼 1"'),
      'notes.md': NOTES.replace('姓氏', '称呼 1'),
      'sub/other.huashu': OTHER.slice(1).replace('姓氏', '称呼 1'),
      '主.huashu': MAIN.replace('姓氏', '称呼 1'),
    });
    await assert.rejects(ask('textDocument/rename', { ...at(2, 5), newName: 'order' }), /huashu\.yaml/u);
    const found = await ask<Location[]>('textDocument/references', { ...at(2, 5), context: { includeDeclaration: true } });
    assert.equal(found.length, 4);
  });

  it('knows the scenes of all files', async () => {
    await start();
    const found = await ask<WorkspaceSymbol[]>('workspace/symbol', { query: '退' });
    assert.deepEqual(
      found.map(({ name, containerName }) => [name, containerName]),
      [['退款 #refund', '主.huashu']],
    );
    assert.equal((await ask<WorkspaceSymbol[]>('workspace/symbol', { query: '' })).length, 4);
  });

  it('gives up looking through thousands of files when nobody waits any more', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1000 }, (_, i) => [`many/${i}.huashu`, `# 场景${i}\n${'客服:您好。\n'.repeat(60)}`]),
    );
    await start();
    for (const [name, text] of Object.entries(files)) folder.write(name, text);
    const changes = Object.keys(files).map((name) => ({ uri: folder.uriOf(name), type: 1 }));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('workspace/symbol', { query: '场景' }, source.token);
    source.cancel();
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
    assert.equal((await ask<WorkspaceSymbol[]>('workspace/symbol', { query: '场景999' })).length, 1);
  });

  it('tells of structure in the form the client takes', async () => {
    await start();
    const nested = await ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: main } });
    assert.deepEqual([nested.length, nested[0]!.children!.length], [2, 4]);
    assert.equal((await ask<unknown[]>('textDocument/foldingRange', { textDocument: { uri: main } })).length, 2);
    assert.equal(
      (await ask<unknown[]>('textDocument/selectionRange', { textDocument: { uri: main }, positions: [{ line: 2, character: 10 }] }))
        .length,
      1,
    );
    assert.equal((await ask<unknown[]>('textDocument/documentHighlight', at(3, 9))).length, 2);
    const notes = folder.uriOf('readme.md');
    await client.open(notes, '# Notes\n\nNothing is said here.\n', 'markdown');
    assert.equal(await ask('textDocument/documentSymbol', { textDocument: { uri: notes } }), null);
  });

  it('gives a plain client plain answers', async () => {
    await start({ capabilities: PUSHED });
    const flat = await ask<SymbolInformation[]>('textDocument/documentSymbol', { textDocument: { uri: main } });
    assert.equal(flat[0]!.location.uri, main);
    const [place] = await ask<Location[]>('textDocument/definition', at(3, 9));
    assert.equal(place!.range.start.line, 5);
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { ...at(5, 3), newName: '收尾' });
    assert.equal(edit.changes![main]!.length, 2);
    const [lens] = await ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: main } });
    assert.equal((await ask<CodeLens>('codeLens/resolve', lens!)).command!.command, '');
  });

  it('sends tokens whole, as changes and in part', async () => {
    await start();
    const whole = await ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri: main } });
    await client.change(main, { range: { start: { line: 5, character: 2 }, end: { line: 5, character: 4 } }, text: '好了' });
    const params = { textDocument: { uri: main }, previousResultId: whole.resultId };
    assert.deepEqual((await ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', params)).edits, []);
    await client.change(main, { range: { start: { line: 5, character: 4 }, end: { line: 5, character: 4 } }, text: '呢' });
    assert.ok('data' in (await ask<SemanticTokens>('textDocument/semanticTokens/full/delta', params)));
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    assert.equal((await ask<SemanticTokens>('textDocument/semanticTokens/range', { textDocument: { uri: main }, range })).data.length, 5);
  });

  it('tells between the lines what the settings ask for, and has the client ask again when they change', async () => {
    await start({ initializationOptions: { locale: 'zh-cn', commands: ['huashu.goToFindings'] } });
    const asked: string[] = [];
    const heard = new Promise<void>((resolve) => {
      for (const method of ['workspace/codeLens/refresh', 'workspace/semanticTokens/refresh', 'workspace/inlayHint/refresh']) {
        client.connection.onRequest(method, () => {
          if (!asked.includes(method)) asked.push(method);
          if (asked.length === 3) resolve();
          return null;
        });
      }
    });
    const document = { textDocument: { uri: main } };
    const hints = { ...document, range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } };
    const lenses = await ask<CodeLens[]>('textDocument/codeLens', document);
    assert.equal(lenses.length, 2);
    assert.match((await ask<CodeLens>('codeLens/resolve', lenses[0]!)).command!.title, /1 句客服话 · 问候 ✓/u);
    assert.equal(await ask('textDocument/inlayHint', hints), null);
    client.settings = { codeLens: { enable: false }, inlayHints: { acts: true } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await heard;
    assert.equal(await ask('textDocument/codeLens', document), null);
    const shown = await ask<InlayHint[]>('textDocument/inlayHint', hints);
    assert.match(String(shown[1]!.label), /结束语/u);
  });
});
