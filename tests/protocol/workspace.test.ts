import assert from 'node:assert/strict';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { LspClient } from '../support/lspClient.ts';
import { CLEAN, Folder, REFUSAL, SERVER } from './workspace.ts';

type Previous = { uri: string; value: string }[];

function pullAll(client: LspClient, previousResultIds: Previous = []): Promise<WorkspaceDiagnosticReport> {
  return client.connection.sendRequest('workspace/diagnostic', { previousResultIds });
}

function idsOf({ items }: WorkspaceDiagnosticReport): Previous {
  return items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
}

function codes(report: WorkspaceDiagnosticReport): Record<string, unknown[]> {
  return Object.fromEntries(
    report.items.map((item) => [item.uri, item.kind === 'full' ? item.items.map(({ code }) => code) : ['unchanged']]),
  );
}

/** GB18030 of 客服:我们不能给您退款。 */
const GBK = Uint8Array.from('bfcdb7fe3aced2c3c7b2bbc4dcb8f8c4facdcbbfeea1a30a'.match(/../g)!.map((pair) => Number.parseInt(pair, 16)));

describe('a workspace', () => {
  let folder: Folder;
  let client: LspClient | undefined;
  beforeEach(() => {
    folder = new Folder({ 'a.huashu': REFUSAL, 'sub/b.huashu': CLEAN, 'node_modules/x/c.huashu': REFUSAL });
  });
  afterEach(async () => {
    assert.equal(await client?.stop(), 0);
    folder.remove();
  });

  const tell = (type: 1 | 2 | 3, ...names: string[]): Promise<void> =>
    client!.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: names.map((name) => ({ uri: folder.uriOf(name), type })),
    });

  it('has its closed files linted from disk, in the encoding they are in', async () => {
    folder.write('gbk.huashu', GBK);
    folder.write('bom.huashu', `\ufeff客服:我们不能给您退款。\n`);
    folder.write('drafts/d.huashu', REFUSAL);
    folder.write('huashu.yaml', 'ignore: ["drafts/**"]\n');
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const report = await pullAll(client);
    assert.deepEqual(
      codes(report),
      Object.fromEntries(['a', 'bom', 'gbk'].map((name) => [folder.uriOf(`${name}.huashu`), ['flat-refusal']])),
    );
    const starts = report.items.map((item) => item.kind === 'full' && item.items[0]?.range.start.character);
    assert.deepEqual(starts, [5, 5, 5]);
  });

  it('leaves alone what our ignore file names, opened or not, and takes it up when that changes', async () => {
    folder.write('.huashuignore', 'drafts/\n');
    folder.write('drafts/d.huashu', REFUSAL);
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const uri = folder.uriOf('drafts/d.huashu');
    await client.open(uri, REFUSAL);
    assert.deepEqual(await client.diagnostics(uri), []);
    folder.write('.huashuignore', '');
    await tell(2, '.huashuignore');
    assert.equal((await client.diagnostics(uri)).length, 1);
  });

  it('says at once the first time that there is nothing to say', async () => {
    folder.remove('a.huashu');
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    assert.deepEqual(await pullAll(client), { items: [] });
    const waiting = pullAll(client);
    folder.write('sub/b.huashu', REFUSAL);
    await tell(2, 'sub/b.huashu');
    assert.deepEqual(codes(await waiting), { [folder.uriOf('sub/b.huashu')]: ['flat-refusal'] });
  });

  it('keeps a request waiting until something changes, and then tells that alone', async () => {
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const first = await pullAll(client);
    const waiting = pullAll(client, idsOf(first));
    folder.write('sub/b.huashu', REFUSAL);
    await tell(2, 'sub/b.huashu');
    const second = await waiting;
    assert.deepEqual(codes(second), { [folder.uriOf('sub/b.huashu')]: ['flat-refusal'] });
    const known = [...idsOf(first), ...idsOf(second)];
    const next = pullAll(client, known);
    folder.remove('a.huashu');
    await tell(3, 'a.huashu');
    assert.deepEqual(codes(await next), { [folder.uriOf('a.huashu')]: [] });
  });

  it('answers a waiting request when the server is told to end', async () => {
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const first = await pullAll(client);
    const waiting = pullAll(client, idsOf(first));
    assert.equal(await client.stop(), 0);
    assert.deepEqual(await waiting, { items: [] });
    client = await LspClient.start(SERVER);
  });

  it('cancels a waiting request', async () => {
    const { CancellationTokenSource } = await import('vscode-languageserver');
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const first = await pullAll(client);
    const source = new CancellationTokenSource();
    const waiting = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: idsOf(first) }, source.token);
    await client.connection.sendRequest('huashu/explain', { rule: null, locale: 'en' });
    source.cancel();
    await assert.rejects(waiting, { code: -32800 });
  });

  it('leaves open documents to themselves and takes them back when they close', async () => {
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const uri = folder.uriOf('a.huashu');
    await client.open(uri, CLEAN);
    const own = await client.pull(uri);
    const waiting = pullAll(client, [{ uri, value: own.resultId ?? '' }]);
    await client.close(uri);
    assert.deepEqual(codes(await waiting), { [uri]: ['flat-refusal'] });
  });

  it('streams to a client that takes partial results', async () => {
    for (let i = 0; i < 30; i++) folder.write(`many/${i}.huashu`, REFUSAL);
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const seen: string[] = [];
    client.connection.onNotification('$/progress', ({ token, value }: { token: unknown; value: WorkspaceDiagnosticReport }) => {
      if (token === 'parts') seen.push(...value.items.map(({ uri }) => uri));
    });
    const last = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'parts',
    });
    assert.ok(seen.length > 0);
    assert.equal(new Set([...seen, ...last.items.map(({ uri }) => uri)]).size, 31);
  });

  it('is linted anew when config changes, and says what is wrong with it', async () => {
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    const uri = folder.uriOf('a.huashu');
    const config = folder.uriOf('huashu.yaml');
    await client.open(uri, REFUSAL);
    const before = await client.pull(uri);
    folder.write('huashu.yaml', 'rules:\n  flat-refusal: warning\n  flat-refusel: off\n');
    await tell(1, 'huashu.yaml');
    await client.until(() => (client!.refreshes > 0 ? true : undefined));
    const after = await client.pull(uri, before.resultId);
    assert.equal(after.kind === 'full' && after.items[0]?.severity, 2);
    await client.open(config, 'rules:\n  flat-refusal: warning\n', 'yaml');
    assert.deepEqual(await client.diagnostics(config), []);
    await client.close(config);
    const report = await pullAll(client);
    const item = report.items.find((one) => one.uri === config);
    assert.deepEqual(item?.kind === 'full' && item.items[0]?.range, { start: { line: 2, character: 2 }, end: { line: 2, character: 14 } });
  });

  it('may be of several folders, each with its config, and folders come and go', async () => {
    const other = new Folder({ 'o.huashu': REFUSAL, 'huashu.yaml': 'rules: {flat-refusal: info}\n' });
    client = await LspClient.start(SERVER, { folders: [folder.uri, other.uri] });
    const severityOf = async (uri: string) => (await client!.diagnostics(uri))[0]?.severity;
    await client.open(folder.uriOf('a.huashu'), REFUSAL);
    await client.open(other.uriOf('o.huashu'), REFUSAL);
    assert.deepEqual([await severityOf(folder.uriOf('a.huashu')), await severityOf(other.uriOf('o.huashu'))], [1, 3]);
    await client.close(other.uriOf('o.huashu'));
    const first = await pullAll(client);
    assert.deepEqual(Object.keys(codes(first)), [other.uriOf('o.huashu')]);
    const waiting = pullAll(client, idsOf(first));
    const event = { added: [], removed: [{ uri: other.uri, name: 'other' }] };
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    assert.deepEqual(codes(await waiting), { [other.uriOf('o.huashu')]: [] });
    other.remove();
  });

  it('follows the settings of the editor', async () => {
    client = await LspClient.start(SERVER, { folders: [folder.uri], settings: { quiet: true } });
    const uri = folder.uriOf('a.huashu');
    await client.open(uri, `客服:我们的服务(wù)很好。\n${REFUSAL}`);
    const codesNow = async () => (await client!.diagnostics(uri)).map(({ code }) => code);
    assert.deepEqual(await codesNow(), ['flat-refusal']);
    for (const [settings, expected] of [
      [{}, ['pinyin-noise', 'flat-refusal']],
      [{ preset: 'minimal' }, ['flat-refusal']],
      [{ enable: false }, []],
    ] as const) {
      const seen = client.refreshes;
      client.settings = settings;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.until(() => (client!.refreshes > seen ? true : undefined));
      assert.deepEqual(await codesNow(), expected);
    }
  });

  it('has the client watch files and settings where it can', async () => {
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
    await client.until(() => (client!.registrations.length >= 2 ? true : undefined));
    assert.deepEqual(client.registrations.map(({ method }) => method).sort(), [
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ]);
  });
});
