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
    await assert.rejects(client.connection.sendRequest('textDocument/hover', { textDocument: { uri: 'untitled:a' } }), { code: -32602 });
    await assert.rejects(client.connection.sendRequest('textDocument/codeAction', {}), { code: -32602 });
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

  it('says in plain words which params a request lacks, and logs no trace', async () => {
    const client = await LspClient.start(SERVER);
    const textDocument = { uri: 'untitled:a' };
    const position = { line: 0, character: 0 };
    await client.open('untitled:a', REFUSAL);
    const asked: readonly (readonly [method: string, params: object | null, lacks: RegExp])[] = [
      ['textDocument/hover', {}, /hover needs params\.textDocument: \{ uri \}$/u],
      ['textDocument/hover', { textDocument: null, position }, /params\.textDocument/u],
      ['textDocument/completion', { textDocument, position: { line: 0 } }, /params\.position: \{ line, character \}$/u],
      ['textDocument/codeAction', { textDocument, context: { diagnostics: [] } }, /params\.range/u],
      ['textDocument/codeAction', { textDocument, range: { start: position, end: position } }, /params\.context/u],
      ['textDocument/references', { textDocument, position }, /params\.context/u],
      ['textDocument/rename', { textDocument, position }, /params\.newName/u],
      ['textDocument/selectionRange', { textDocument, positions: [null] }, /params\.positions/u],
      ['workspace/symbol', {}, /params\.query/u],
      ['huashu/preview', {}, /params\.textDocument/u],
      ['huashu/explain', null, /needs params that are an object/u],
    ];
    for (const [method, params, message] of asked) {
      await assert.rejects(client.connection.sendRequest(method, params), { code: -32602, message }, method);
    }
    assert.deepEqual(client.log, []);
    assert.equal(await client.stop(), 0);
  });

  it('gives back what there is nothing to resolve in', async () => {
    const client = await LspClient.start(SERVER);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const whole: readonly (readonly [method: string, given: object])[] = [
      ['codeAction/resolve', { title: 'a', edit: { changes: { 'untitled:a': [{ range, newText: 'b' }] } } }],
      ['codeLens/resolve', { range, command: { title: 'a', command: '' } }],
      ['documentLink/resolve', { range, target: 'https://example.com/' }],
      ['completionItem/resolve', { label: 'a' }],
    ];
    for (const [method, given] of whole) assert.deepEqual(await client.connection.sendRequest(method, given), given, method);
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

  it('says what it lacks where nothing is named to speak over', () => {
    const { status, stderr } = spawnSync(process.execPath, [SERVER], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^huashu: [^\n]*--stdio[^\n]*\n$/u);
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
