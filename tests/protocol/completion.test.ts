import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, Hover, InitializeParams, InlineCompletionList, MarkupContent } from 'vscode-languageserver';
import { LspClient, PULLS } from '../support/lspClient.ts';
import { Folder, SERVER } from './workspace.ts';

const COMPLETES: InitializeParams['capabilities'] = {
  ...PULLS,
  textDocument: {
    ...PULLS.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation'] },
      },
      completionList: { itemDefaults: ['editRange', 'insertTextFormat', 'data'] },
    },
    inlineCompletion: { dynamicRegistration: true },
  },
};

const CONFIG = `placeholders:
  known:
    姓氏: { description: 客户的姓, example: 王 }
tags: [退款, 物流]
`;
const BOOK = `# 退款没有到账 {#refund}
@tags 退款
- {姓氏}先生，让您久等了，我马上为您核对退款的进度，今天18点前给您回电说明结果。
`;
const SCRIPT = `# 退款
@tags 退款
客户：我的退款怎么还没有到账？
客服：
`;

describe('completion over the protocol', () => {
  let folder: Folder;
  let client: LspClient;
  const uri = (): string => folder.uriOf('a.huashu');
  const ask = (line: number, character: number, triggerCharacter?: string): Promise<CompletionList | null> =>
    client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: uri() },
      position: { line, character },
      context: triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter },
    });
  const start = async (capabilities = COMPLETES, settings?: Record<string, unknown>): Promise<void> => {
    folder = new Folder({ 'huashu.yaml': CONFIG, 'b.huashu': BOOK, 'a.huashu': SCRIPT });
    client = await LspClient.start(SERVER, {
      folders: [folder.uri],
      capabilities,
      initializationOptions: { locale: 'zh-cn' },
      ...(settings ? { settings } : {}),
    });
    await client.open(uri(), SCRIPT);
  };

  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  /** The approved phrase, once the server has seen the file that holds it. */
  const phrase = async (): Promise<{ list: CompletionList; item: CompletionItem }> => {
    for (;;) {
      const list = await ask(3, 3, '：');
      const item = list?.items.find(({ label }) => label.includes('{姓氏}先生'));
      if (list && item) return { list, item };
      await client.diagnostics(uri());
    }
  };

  it('offers the approved phrase for what the customer said, placeholders as tab stops', async () => {
    await start();
    const { list, item } = await phrase();
    assert.equal(list.items[0], item);
    assert.equal(item.insertTextFormat, 2);
    assert.match(item.textEditText ?? '', /^\$\{1:\{姓氏\\\}\}先生/u);
    assert.deepEqual(list.itemDefaults?.editRange, { start: { line: 3, character: 3 }, end: { line: 3, character: 3 } });
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    assert.match((resolved.documentation as MarkupContent).value, /18点前/u);
  });

  it('offers placeholders of the config and scenes of other files, and tells of them when asked', async () => {
    await start();
    await phrase();
    await client.change(uri(), { range: { start: { line: 3, character: 3 }, end: { line: 3, character: 3 } }, text: '您好，{' });
    const list = await ask(3, 7, '{');
    const item = list?.items.find(({ label }) => label === '{姓氏}');
    assert.equal(item?.labelDetails?.description, '客户的姓');
    assert.equal(item?.documentation, undefined);
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    assert.match((resolved.documentation as MarkupContent).value, /示例：王[\s\S]*huashu\.yaml#L3/u);
    await client.change(uri(), { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: '-> ' });
    assert.deepEqual(
      (await ask(4, 3, ' '))?.items.map(({ label }) => label),
      ['退款没有到账', '退款'],
    );
  });

  it('keeps quiet in prose', async () => {
    await start();
    await client.change(uri(), { range: { start: { line: 3, character: 3 }, end: { line: 3, character: 3 } }, text: '您好，请问 ' });
    assert.equal(await ask(3, 9, ' '), null);
  });

  it('takes clients that can do next to nothing', async () => {
    await start({ textDocument: { publishDiagnostics: {} } });
    const list = await ask(3, 3, '：');
    assert.ok(list && list.items.length > 0);
    for (const item of list.items) {
      assert.equal(item.insertTextFormat, undefined);
      assert.equal(item.labelDetails, undefined);
      assert.ok(item.textEdit && 'range' in item.textEdit);
      assert.ok(item.documentation);
    }
  });

  it('tells by a hover what a placeholder stands for', async () => {
    await start();
    await client.change(uri(), { range: { start: { line: 3, character: 3 }, end: { line: 3, character: 3 } }, text: '{姓氏}您好。' });
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: uri() },
      position: { line: 3, character: 5 },
    });
    assert.match((hover.contents as MarkupContent).value, /客户的姓/u);
  });

  describe('inline', () => {
    const inline = (): Promise<InlineCompletionList | null> =>
      client.connection.sendRequest('textDocument/inlineCompletion', {
        textDocument: { uri: uri() },
        position: { line: 3, character: 3 },
        context: { triggerKind: 2 },
      });

    it('goes on with the approved phrase', async () => {
      await start();
      await phrase();
      const list = await inline();
      assert.match(JSON.stringify(list?.items[0]?.insertText), /18点前/u);
    });

    it('does not where the settings say so', async () => {
      await start(COMPLETES, { inlineCompletion: { enable: false } });
      await phrase();
      assert.equal(await inline(), null);
    });

    it('is for clients that know of it', async () => {
      folder = new Folder();
      client = new LspClient(SERVER);
      const { capabilities } = await client.initialize([], PULLS);
      assert.equal(capabilities.inlineCompletionProvider, undefined);
      assert.ok(capabilities.completionProvider?.triggerCharacters?.includes('\uff5b'));
    });
  });
});
