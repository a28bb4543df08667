import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import type { CheckRewriteResult, RewriteResult, ToolResult } from '../../server/src/assistantProtocol.ts';
import { LspClient } from '../support/lspClient.ts';
import { Folder, SERVER } from './workspace.ts';

const SCRIPT = '客户：能退吗？\n客服：是的，但是我们不能退。\n';

describe('assistants over the protocol', () => {
  it('lint, reword, search and explain what stands in the editor', async () => {
    const folder = new Folder({ 'a.huashu': '客服：好的。\n', 'kb.huashu': '# 退款\n- 让您久等了，退款的进度我现在就为您查。\n' });
    const client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const ask = async (tool: string, input: unknown): Promise<ToolResult> => client.connection.sendRequest('huashu/tool', { tool, input });
    const told = async (tool: string, input: unknown): Promise<string> => ((await ask(tool, input)) as { text: string }).text;
    await client.open(folder.uriOf('a.huashu'), SCRIPT);
    assert.match(await told('lint', { path: 'a.huashu', severity: 'warning' }), /^a\.huashu: \d found\.\n2:7 warning bare-but/u);
    assert.match(await told('reframe', { text: '我们不能退。' }), /^1\. /mu);
    assert.match(await told('explain', {}), /flat-refusal \(error\)/u);
    await client.open(folder.uriOf('kb.huashu'), '# 退款\n- 让您久等了，退款的进度我现在就为您查。\n');
    assert.match(await told('search', { words: '退款' }), /让您久等了.*\n {3}kb\.huashu # 退款/u);
    for (const path of ['../a.huashu', '/etc/hosts'])
      assert.match(((await ask('lint', { path })) as { refused: string }).refused, /not inside/u);
    assert.ok('refused' in (await ask('nothing', {})));
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  it('are asked to reword a finding, and judged by their answer', async () => {
    const client = await LspClient.start(SERVER, { initializationOptions: { locale: 'en' } });
    const uri = 'untitled:a';
    await client.open(uri, SCRIPT);
    const { range } = (await client.diagnostics(uri)).find(({ code }) => code === 'flat-refusal') as Diagnostic;
    const params = { textDocument: { uri }, version: 1, position: range.start, rule: 'flat-refusal' };
    const asked = await client.connection.sendRequest<RewriteResult>('huashu/rewrite', params);
    assert.ok('prompt' in asked);
    assert.equal(asked.words, '是的，但是我们不能退。');
    assert.deepEqual(asked.range, { start: { line: 1, character: 3 }, end: { line: 1, character: 14 } });
    const check = (answer: string, version = 1): Promise<CheckRewriteResult> =>
      client.connection.sendRequest('huashu/checkRewrite', { ...params, version, answer });
    assert.deepEqual(await check('我可以为您{替代方案}，您看这样可以吗？'), {
      edit: { range: asked.range, newText: '我可以为您{替代方案}，您看这样可以吗？' },
      words: '我可以为您{替代方案}，您看这样可以吗？',
    });
    assert.ok('refused' in (await check('我们还是不能退。')));
    assert.ok('refused' in (await check('我可以为您{替代方案}，您看这样可以吗？', 7)));
    assert.equal(await client.stop(), 0);
  });
});
