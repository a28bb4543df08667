import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LspClient, PUSHED } from '../support/lspClient.ts';
import { CLEAN, Folder, REFUSAL, SERVER } from './workspace.ts';

const insert = (line: number, character: number, text: string) => ({
  range: { start: { line, character }, end: { line, character } },
  text,
});
const rules = (items: readonly { code?: unknown }[]): unknown[] => items.map(({ code }) => code);

describe('pulling the diagnostics of a document', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await LspClient.start(SERVER, { initializationOptions: { locale: 'zh-tw', rulePage: 'page:/{rule}.md' } });
  });
  afterEach(async () => assert.equal(await client.stop(), 0));

  it('gives findings in the language of the client, with the page of the rule', async () => {
    await client.open('untitled:a', REFUSAL);
    const [diagnostic] = await client.diagnostics('untitled:a');
    assert.deepEqual(diagnostic?.range, { start: { line: 1, character: 5 }, end: { line: 1, character: 7 } });
    assert.equal(diagnostic.source, 'huashu');
    assert.deepEqual(diagnostic.codeDescription, { href: 'page:/flat-refusal.md' });
    assert.match(String(diagnostic.message), /請|說|們/);
    assert.deepEqual([...client.published.keys()], []);
  });

  it('gives the page that ships with the server to a client that has none', async () => {
    const plain = await LspClient.start(SERVER, { initializationOptions: { locale: 'zh-tw' } });
    await plain.open('untitled:a', REFUSAL);
    const [diagnostic] = await plain.diagnostics('untitled:a');
    const href = diagnostic?.codeDescription?.href ?? '';
    assert.match(href, /^file:.*\/docs\/rules\/zh-TW\/flat-refusal\.md$/u);
    assert.match(readFileSync(fileURLToPath(href), 'utf8'), /^# 生硬拒絕$/mu);
    assert.equal(await plain.stop(), 0);
  });

  it('says when nothing has changed', async () => {
    await client.open('untitled:a', REFUSAL);
    const first = await client.pull('untitled:a');
    assert.deepEqual(await client.pull('untitled:a', first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.change('untitled:a', insert(0, 0, '# 退款\n'));
    const second = await client.pull('untitled:a', first.resultId);
    assert.equal(second.kind, 'full');
    await client.close('untitled:a');
    await client.open('untitled:a', CLEAN);
    const third = await client.pull('untitled:a', second.resultId);
    assert.deepEqual(third.kind === 'full' && third.items, []);
  });

  it('follows edits, in UTF-16 units behind emoji and over every kind of line end', async () => {
    await client.open('untitled:a', '旁白:😀\r\n客服:😀我们可以。\r客服:好。\n');
    assert.deepEqual(await client.diagnostics('untitled:a'), []);
    await client.change('untitled:a', insert(1, 7, '不能退'), insert(2, 3, '😀我们不能换,'), insert(0, 5, '😀'));
    const items = await client.diagnostics('untitled:a');
    assert.deepEqual(
      items.map(({ range }) => [range.start.line, range.start.character, range.end.character]),
      [
        [1, 7, 9],
        [2, 7, 9],
      ],
    );
    await client.change('untitled:a', { text: CLEAN });
    assert.deepEqual(await client.diagnostics('untitled:a'), []);
  });

  it('applies many edits of one event as one by one', async () => {
    const lines = Array.from({ length: 40 }, () => '客服:我们为您退款。');
    await client.open('untitled:a', `${lines.join('\n')}\n`);
    await client.change('untitled:a', ...lines.map((_, i) => insert(lines.length - 1 - i, 5, '不能')));
    const items = await client.diagnostics('untitled:a');
    assert.deepEqual(
      [...new Set(items.filter(({ code }) => code === 'flat-refusal').map(({ range }) => range.start.line))],
      [...lines.keys()],
    );
  });

  it('reads documents that are not saved by their language', async () => {
    await client.open('untitled:a.md', `| 客服 |\n|---|\n| 我们不能给您退款。 |\n`, 'markdown');
    assert.deepEqual(rules(await client.diagnostics('untitled:a.md')), ['flat-refusal']);
    await client.open('untitled:b', REFUSAL, 'plaintext');
    assert.deepEqual(rules(await client.diagnostics('untitled:b')), ['flat-refusal']);
    await client.open('untitled:c', REFUSAL, 'javascript');
    assert.deepEqual(await client.diagnostics('untitled:c'), []);
  });

  it('leaves a file beyond 5 MB alone and says so', async () => {
    await client.open('untitled:a', REFUSAL.repeat(90_000));
    const items = await client.diagnostics('untitled:a');
    assert.deepEqual(rules(items), ['file-size']);
    assert.equal(items[0]?.severity, 3);
  });

  it('cancels what is no longer wanted', async () => {
    await client.open('untitled:a', REFUSAL);
    const { CancellationTokenSource } = await import('vscode-languageserver');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token);
    source.cancel();
    await assert.rejects(answer, { code: -32800 });
    assert.equal((await client.diagnostics('untitled:a')).length, 1);
  });
});

describe('a client that cannot pull', () => {
  it('is sent diagnostics as a document opens, changes and closes', async () => {
    const client = await LspClient.start(SERVER, { capabilities: PUSHED });
    await client.open('untitled:a', REFUSAL);
    const first = await client.until(() => client.published.get('untitled:a'));
    assert.deepEqual([first.version, rules(first.diagnostics)], [1, ['flat-refusal']]);
    await client.change('untitled:a', { text: CLEAN });
    await client.until(() => (client.published.get('untitled:a')?.version === 2 ? true : undefined));
    assert.deepEqual(client.published.get('untitled:a')?.diagnostics, []);
    await client.change('untitled:a', { text: REFUSAL });
    await client.until(() => (client.published.get('untitled:a')?.version === 3 ? true : undefined));
    await client.close('untitled:a');
    await client.until(() => (client.published.get('untitled:a')?.diagnostics.length === 0 ? true : undefined));
    assert.equal(await client.stop(), 0);
  });

  it('is sent them when it saves, if its user wants that', async () => {
    const client = await LspClient.start(SERVER, { capabilities: PUSHED });
    await client.open('untitled:a', CLEAN);
    await client.until(() => client.published.get('untitled:a'));
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { huashu: { run: 'onSave' } } });
    await client.change('untitled:a', { text: REFUSAL });
    await client.change('untitled:a', { text: REFUSAL.repeat(2) });
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: 'untitled:a' } });
    const version = (): number | undefined => client.published.get('untitled:a')?.version;
    const seen = new Set<unknown>();
    await client.until(() => (seen.add(version()) && version() === 3 ? true : undefined));
    assert.deepEqual([...seen], [1, 3]);
    assert.equal(await client.stop(), 0);
  });

  it('has files and config watched by the server', async () => {
    const folder = new Folder({ 'a.huashu': REFUSAL, 'huashu.yaml': 'rules: {flat-refusal: warning}\n' });
    const client = await LspClient.start(SERVER, { capabilities: PUSHED, folders: [folder.uri] });
    const uri = folder.uriOf('a.huashu');
    await client.open(uri, REFUSAL);
    assert.equal((await client.until(() => client.published.get(uri))).diagnostics[0]?.severity, 2);
    folder.write('huashu.yaml', 'rules: {flat-refusal: off, bare-bot: off}\n');
    await client.until(() => (client.published.get(uri)?.diagnostics.length === 0 ? true : undefined));
    const config = await client.until(() => client.published.get(folder.uriOf('huashu.yaml')));
    assert.deepEqual(config.diagnostics[0]?.range, { start: { line: 0, character: 27 }, end: { line: 0, character: 35 } });
    folder.remove('huashu.yaml');
    await client.until(() => (client.published.get(uri)?.diagnostics[0]?.severity === 1 ? true : undefined));
    await client.until(() => (client.published.get(folder.uriOf('huashu.yaml'))?.diagnostics.length === 0 ? true : undefined));
    assert.equal(await client.stop(), 0);
    folder.remove();
  });
});
