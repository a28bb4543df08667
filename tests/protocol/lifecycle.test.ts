import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { InitializeResult } from 'vscode-languageserver';
import { LspClient, PULLS, PUSHED } from '../support/lspClient.ts';
import { REFUSAL, SERVER } from './workspace.ts';

const frame = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe('the life of the server', () => {
  it('says what it can do for a client that pulls and for one that cannot', async () => {
    for (const [capabilities, pulls] of [
      [PULLS, true],
      [PUSHED, false],
    ] as const) {
      const client = new LspClient(SERVER);
      const { capabilities: can, serverInfo } = await client.initialize([], capabilities);
      assert.equal(can.diagnosticProvider !== undefined, pulls);
      assert.equal(serverInfo?.name, 'huashu');
      assert.equal(can.positionEncoding, 'utf-16');
      assert.ok(can.hoverProvider);
      assert.equal(await client.stop(), 0);
    }
  });

  it('ends with 0 after shutdown, with 1 without, and with 1 when its input ends', async () => {
    const orderly = await LspClient.start(SERVER);
    assert.equal(await orderly.stop(), 0);
    const sudden = await LspClient.start(SERVER);
    assert.equal(await sudden.exit(), 1);
    const left = await LspClient.start(SERVER);
    left.process.stdin?.end();
    assert.equal(await left.exitCode(), 1);
  });

  it('refuses requests before initialize, a second initialize, and requests after shutdown', async () => {
    const client = new LspClient(SERVER);
    await assert.rejects(client.pull('untitled:a'), { code: -32002 });
    await client.open('untitled:a', REFUSAL);
    await client.initialize([], PULLS);
    await assert.rejects(
      client.connection.sendRequest<InitializeResult>('initialize', { processId: null, rootUri: null, capabilities: {} }),
      {
        code: -32600,
      },
    );
    await client.connection.sendRequest('shutdown');
    await assert.rejects(client.pull('untitled:a'), { code: -32002 });
    assert.equal(await client.exit(), 0);
  });

  it('answers what it does not know with an error and lives', async () => {
    const client = await LspClient.start(SERVER);
    await assert.rejects(client.connection.sendRequest('huashu/nothing', {}), { code: -32601 });
    await client.connection.sendNotification('huashu/nothing', {});
    await client.open('untitled:a', REFUSAL);
    await assert.rejects(client.connection.sendRequest('textDocument/hover', { textDocument: { uri: 'untitled:a' } }), { code: -32603 });
    await assert.rejects(client.connection.sendRequest('textDocument/codeAction', {}), { code: -32603 });
    await assert.rejects(client.connection.sendRequest('textDocument/diagnostic', null));
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'untitled:none', version: 2 },
      contentChanges: [{ text: '' }],
    });
    await client.connection.sendNotification('textDocument/didChange', { nonsense: true });
    assert.equal((await client.diagnostics('untitled:a')).length, 1);
    assert.deepEqual(await client.diagnostics('untitled:none'), []);
    assert.equal(await client.stop(), 0);
  });

  it('lives through messages that are no JSON, or no messages', async () => {
    const client = await LspClient.start(SERVER);
    await client.open('untitled:a', REFUSAL);
    for (const body of ['{nonsense', '[]', '7', 'null', '{"jsonrpc":"2.0"}', '\u0000\ufffd']) client.process.stdin?.write(frame(body));
    assert.equal((await client.diagnostics('untitled:a')).length, 1);
    assert.equal(await client.stop(), 0);
  });

  it('does without settings where the client fails to give them', async () => {
    const client = new LspClient(SERVER);
    client.connection.onRequest('workspace/configuration', () => {
      throw new Error('no settings');
    });
    client.connection.onRequest('client/registerCapability', () => {
      throw new Error('no registration');
    });
    await client.initialize([], PULLS);
    await client.open('untitled:a', REFUSAL);
    assert.equal((await client.diagnostics('untitled:a')).length, 1);
    assert.equal(await client.stop(), 0);
  });

  it('is what `huashu lsp --stdio` runs', async () => {
    const client = await LspClient.start(join(dirname(SERVER), 'cli.js'), { arguments: ['lsp', '--stdio'] });
    await client.open('untitled:a', REFUSAL);
    assert.equal((await client.diagnostics('untitled:a')).length, 1);
    assert.equal(await client.stop(), 0);
  });

  it('writes nothing to its output but messages', () => {
    const { stdout } = spawnSync(process.execPath, [SERVER, '--stdio'], { input: '', encoding: 'utf8' });
    assert.equal(stdout, '');
  });
});
