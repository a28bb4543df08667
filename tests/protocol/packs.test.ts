import assert from 'node:assert/strict';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { LspClient } from '../support/lspClient.ts';
import { Folder, SERVER } from './workspace.ts';

const pack = (words: string, more = ''): string =>
  `pack: house\nrules:\n  - id: no-c\n    title: 不提丙方\n    source: 手册 2\n    message: 不提丙方\n    when: {any: [${words}]}\n    bad: [丙方好]\n${more}`;
const SCRIPT = '客户:您好\n客服:您好,丙方很好,丁方也好,谢谢。\n';

describe("a team's own rules", () => {
  let folder: Folder;
  let client: LspClient;
  beforeEach(async () => {
    folder = new Folder({ 'huashu.yaml': 'packs: ["rules/*.yaml"]\n', 'rules/house.yaml': pack('丙方'), 'a.huashu': SCRIPT });
    client = await LspClient.start(SERVER, { folders: [folder.uri] });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  const tell = (...names: string[]): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: names.map((name) => ({ uri: folder.uriOf(name), type: 2 })),
    });
  const found = async (name = 'a.huashu'): Promise<unknown[]> =>
    (await client.diagnostics(folder.uriOf(name))).map(({ code, range }) => [code, range.start.line, range.start.character]);

  it('find in open documents, link to their pack, and tell why when hovered over', async () => {
    await client.open(folder.uriOf('a.huashu'), SCRIPT);
    assert.deepEqual(await found(), [['no-c', 1, 6]]);
    const [diagnostic] = await client.diagnostics(folder.uriOf('a.huashu'));
    assert.equal(diagnostic?.codeDescription?.href, folder.uriOf('rules/house.yaml'));
    const position = { line: 1, character: 6 };
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: folder.uriOf('a.huashu') },
      position,
    });
    const { value } = hover.contents as MarkupContent;
    assert.match(value, /不提丙方[\s\S]*- .*“丙方”[\s\S]*手册 2/u);
  });

  it('are read again when a pack changes, comes or goes', async () => {
    await client.open(folder.uriOf('a.huashu'), SCRIPT);
    await found();
    folder.write('rules/house.yaml', pack('丁方'));
    await tell('rules/house.yaml');
    assert.deepEqual(await found(), [['no-c', 1, 11]]);
    folder.write('rules/more.yaml', pack('很好').replaceAll('no-c', 'no-good'));
    await tell('rules/more.yaml');
    assert.deepEqual(await found(), [
      ['no-good', 1, 8],
      ['no-c', 1, 11],
    ]);
    folder.remove('rules/house.yaml');
    await tell('rules/house.yaml');
    assert.deepEqual(await found(), [['no-good', 1, 8]]);
  });

  it('have their mistakes underlined in the pack, as it is typed', async () => {
    const wrong = pack('丙方', '    wen: 1\n');
    await client.open(folder.uriOf('rules/house.yaml'), wrong, 'yaml');
    assert.deepEqual(await found('rules/house.yaml'), [['unknown-key', 8, 4]]);
    await client.change(folder.uriOf('rules/house.yaml'), { text: pack('丙方') });
    assert.deepEqual(await found('rules/house.yaml'), []);
  });

  it('are explained like any other', async () => {
    const { rules, markdown } = await client.connection.sendRequest<{ rules: { id: string }[]; markdown?: string }>('huashu/explain', {
      rule: 'no-c',
      locale: 'zh-CN',
    });
    assert.ok(rules.some(({ id }) => id === 'no-c'));
    assert.match(markdown ?? '', /^# 不提丙方[\s\S]*丙方好/u);
  });
});
