import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, Hover, MarkupContent, SnippetTextEdit, TextDocumentEdit } from 'vscode-languageserver';
import type { ConfigTemplateResult, ExplainResult } from '../../server/src/protocol.ts';
import { LspClient, PUSHED } from '../support/lspClient.ts';
import { Folder, REFUSAL, SERVER } from './workspace.ts';

const URI = 'untitled:a';

/** The edits of an action as they come to a client that takes versions. */
function editsOf(action: CodeAction | undefined): TextDocumentEdit['edits'] {
  const change = action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
  assert.deepEqual(change?.textDocument, { uri: URI, version: 1 });
  return change.edits;
}

function actions(client: LspClient, at: Pick<Diagnostic, 'range'>, diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics, ...(only ? { only } : {}) };
  return client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri: URI }, range: at.range, context });
}

describe('what can be done about a finding', () => {
  it('is a snippet, a fix of the whole file and a page for a client that can', async () => {
    const client = await LspClient.start(SERVER, { initializationOptions: { locale: 'zh-cn', commands: ['huashu.openRule'] } });
    await client.open(URI, `${REFUSAL}客服:服务(wù)好,互联(lián)网好。\n`);
    const found = await client.diagnostics(URI);
    const refusal = found.find(({ code }) => code === 'flat-refusal')!;
    const offered = await actions(client, refusal, [refusal]);
    assert.equal(offered[0]?.isPreferred, true);
    assert.deepEqual(offered[0]?.diagnostics, [refusal]);
    assert.equal((editsOf(offered[0])[0] as SnippetTextEdit).snippet.kind, 'snippet');
    assert.ok(offered.some(({ command }) => command?.arguments?.[0] === 'flat-refusal'));

    const noise = found.find(({ code }) => code === 'pinyin-noise')!;
    const all = (await actions(client, noise, [noise])).find(({ data }) => data !== undefined);
    const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', all);
    assert.equal(editsOf(resolved).length, 2);
    await client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    assert.equal((await client.connection.sendRequest<CodeAction>('codeAction/resolve', all)).edit, undefined);
    assert.equal(await client.stop(), 0);
  });

  it('is a plain edit for one that can do less', async () => {
    const client = await LspClient.start(SERVER, { capabilities: PUSHED });
    await client.open(URI, REFUSAL);
    const { diagnostics } = await client.until(() => client.published.get(URI));
    const offered = await actions(client, diagnostics[0]!, diagnostics);
    assert.match(offered[0]?.edit?.changes?.[URI]?.[0]?.newText ?? '', /\{/);
    assert.ok(offered.every(({ command, data }) => command === undefined && data === undefined));
    assert.equal(await client.stop(), 0);
  });

  it('is nothing but safe fixes when a file is saved', async () => {
    const client = await LspClient.start(SERVER);
    await client.open(URI, `${REFUSAL}客服:服務(wù)好,互聯(lián)網好。\n`);
    const everything = { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } };
    const [fix, ...more] = await actions(client, everything, [], ['source.fixAll.huashu']);
    assert.equal(more.length, 0);
    const edits = editsOf(fix);
    assert.deepEqual(
      edits.map((edit) => 'newText' in edit && edit.newText),
      ['', ''],
    );
    assert.equal(await client.stop(), 0);
  });
});

describe('telling about rules', () => {
  it('explains a finding under the cursor', async () => {
    const client = await LspClient.start(SERVER, { initializationOptions: { locale: 'zh-CN' } });
    await client.open(URI, REFUSAL);
    const ask = (character: number) =>
      client.connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri: URI }, position: { line: 1, character } });
    const found = await ask(6);
    assert.ok(found);
    assert.match((found.contents as MarkupContent).value, /`flat-refusal`/);
    assert.equal(await ask(0), null);
    assert.equal(await client.stop(), 0);
  });

  it('lists the rules, gives the page of one, and a config file to begin with', async () => {
    const client = await LspClient.start(SERVER);
    const explain = (rule: string | null, locale: string) =>
      client.connection.sendRequest<ExplainResult>('huashu/explain', { rule, locale });
    const list = await explain(null, 'zh-tw');
    assert.equal(list.markdown, undefined);
    assert.ok(list.rules.some(({ id, title }) => id === 'flat-refusal' && title === '生硬拒絕'));
    assert.match((await explain('flat-refusal', 'zh-cn')).markdown ?? '', /^# 生硬拒绝/);
    assert.equal((await explain('nothing', 'en')).markdown, undefined);
    const folder = new Folder();
    for (const locale of ['en', 'zh-cn', 'zh-tw']) {
      const { text } = await client.connection.sendRequest<ConfigTemplateResult>('huashu/configTemplate', { locale });
      await client.open(folder.uriOf('huashu.yaml'), text, 'yaml');
      assert.deepEqual(await client.diagnostics(folder.uriOf('huashu.yaml')), []);
    }
    folder.remove();
    assert.equal(await client.stop(), 0);
  });
});
