import assert from 'node:assert/strict';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver';
import type { FlowResult, FlowTextResult, IsScriptResult, PreviewResult } from '../../server/src/viewProtocol.ts';
import { LspClient, PUSHED } from '../support/lspClient.ts';
import { Folder, SERVER } from './workspace.ts';

const SCRIPT = '# 退款\n客户：退。\n客服：是的，但是我们不能退{金额}。\n? 好 -> 结束\n? 不好 -> 没有的\n# 结束\n客服：再见。\n';

describe('the pictures of a script', () => {
  const started: { stop(): Promise<unknown>; remove(): void }[] = [];
  const start = async (files: Record<string, string> = {}, capabilities = undefined as typeof PUSHED | undefined) => {
    const folder = new Folder({ 'a.huashu': SCRIPT, ...files });
    const client = await LspClient.start(SERVER, {
      folders: [folder.uri],
      initializationOptions: { locale: 'zh-cn' },
      ...(capabilities ? { capabilities } : {}),
    });
    started.push({ stop: () => client.stop(), remove: () => folder.remove() });
    const changed: string[] = [];
    let heard: (() => void) | undefined;
    client.connection.onNotification('huashu/viewChanged', ({ uri }: { uri: string }) => {
      changed.push(uri);
      heard?.();
    });
    const untilChanged = (count: number): Promise<void> =>
      new Promise((resolve) => {
        heard = () => changed.length >= count && resolve();
        heard();
      });
    const ask = <R>(method: string, uri: string, more = {}): Promise<R> =>
      client.connection.sendRequest<R>(method, { textDocument: { uri }, ...more });
    return { client, folder, changed, untilChanged, ask, uri: folder.uriOf('a.huashu') };
  };
  afterEach(async () => {
    for (const { stop, remove } of started.splice(0)) {
      await stop();
      remove();
    }
  });

  it('are the chat, with the findings and with the samples of the project', async () => {
    const { client, ask, uri } = await start({ 'huashu.yaml': 'placeholders: {known: {金额: {example: 八元}}}\n' });
    await client.open(uri, SCRIPT);
    const result = await ask<PreviewResult>('huashu/preview', uri);
    assert.ok('view' in result);
    const turn = result.view.items.find((item) => item.kind === 'turn' && item.side === 'agent');
    assert.ok(turn?.kind === 'turn');
    assert.ok(turn.findings.some(({ rule, title }) => rule === 'bare-but' && /\p{Script=Han}/u.test(title)));
    assert.deepEqual(
      turn.paragraphs.flat().filter(({ sample }) => sample !== undefined),
      [{ text: '八元', sample: '{金额}' }],
    );
  });

  it('are the flow, also as SVG and as Mermaid', async () => {
    const { client, ask, uri } = await start();
    await client.open(uri, SCRIPT);
    const result = await ask<FlowResult>('huashu/flow', uri);
    assert.ok('view' in result);
    assert.deepEqual(
      result.view.arrows.map(({ to, target }) => to ?? target),
      [1, '没有的'],
    );
    const mermaid = await ask<FlowTextResult>('huashu/flowText', uri, { form: 'mermaid' });
    assert.ok('text' in mermaid && mermaid.text.startsWith('flowchart TD\n'));
    const svg = await ask<FlowTextResult>('huashu/flowText', uri, { form: 'svg' });
    assert.ok('text' in svg && svg.text.startsWith('<svg ') && svg.text.includes('退款'));
  });

  it('are text of a form there is, or an error', async () => {
    const { client, ask, uri } = await start();
    await client.open(uri, SCRIPT);
    for (const more of [{}, { form: 'png' }, { form: 3 }, { form: null }])
      await assert.rejects(ask('huashu/flowText', uri, more), { code: ErrorCodes.InvalidParams });
  });

  it('are not drawn for who no longer waits', async () => {
    const { client, uri } = await start();
    await client.open(uri, SCRIPT);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri }, form: 'svg' };
    const asked = client.connection.sendRequest('huashu/flowText', params, source.token);
    source.cancel();
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
  });

  it('are said to be out of date once, until they are asked for again', async () => {
    const { client, ask, uri, changed, untilChanged } = await start();
    await client.open(uri, SCRIPT);
    await ask('huashu/preview', uri);
    await client.change(uri, { text: '客服：您好。\n' });
    await client.change(uri, { text: '客服：您好呀。\n' });
    await untilChanged(1);
    const again = await ask<PreviewResult>('huashu/preview', uri);
    assert.ok('view' in again);
    assert.deepEqual(
      again.view.items.map((item) => (item.kind === 'turn' ? item.paragraphs[0]?.[0]?.text : item.kind)),
      ['您好呀。'],
    );
    assert.deepEqual([...new Set(changed)], [uri]);
    assert.equal(changed.length, 1);
    await client.change(uri, { text: '客服：好。\n' });
    await untilChanged(2);
  });

  it('are out of date when settings change, too', async () => {
    const { client, ask, uri, untilChanged } = await start({}, PUSHED);
    await client.open(uri, SCRIPT);
    await ask('huashu/flow', uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { huashu: { preset: 'minimal' } } });
    await untilChanged(1);
  });

  it('are not there for what is no script, and that is said', async () => {
    const { client, ask, uri, folder } = await start();
    assert.deepEqual(await ask('huashu/preview', uri), { none: 'not-open' });
    const other = folder.uriOf('a.css');
    await client.open(other, 'a {}', 'css');
    assert.deepEqual(await ask('huashu/preview', other), { none: 'not-a-script' });
    assert.deepEqual(await ask('huashu/flowText', other, { form: 'svg' }), { none: 'not-a-script' });
    await client.open(uri, `${'客服：您好。\n'.repeat(300_000)}`);
    assert.deepEqual(await ask('huashu/flow', uri), { none: 'too-large' });
  });

  it('are offered for Markdown that holds a script', async () => {
    const { client, ask, folder } = await start();
    const [script, prose] = [folder.uriOf('a.md'), folder.uriOf('b.md')];
    await client.open(script, '**客服:** 您好。\n', 'markdown');
    await client.open(prose, '# 计划\n\n下周发布。\n', 'markdown');
    assert.deepEqual(await ask<IsScriptResult>('huashu/isScript', script), { script: true });
    assert.deepEqual(await ask<IsScriptResult>('huashu/isScript', prose), { script: false });
  });
});
