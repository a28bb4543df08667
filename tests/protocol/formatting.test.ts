import assert from 'node:assert/strict';
import type { InitializeResult, TextEdit } from 'vscode-languageserver';
import { LspClient, PULLS, PUSHED } from '../support/lspClient.ts';
import { SERVER } from './workspace.ts';

const URI = 'untitled:a';
const options = { tabSize: 2, insertSpaces: true };

async function capabilitiesFor(capabilities: typeof PULLS): Promise<InitializeResult['capabilities']> {
  const client = new LspClient(SERVER);
  const { capabilities: own } = await client.initialize([], capabilities);
  await client.stop();
  return own;
}

describe('formatting over the protocol', () => {
  it('is there for scripts alone where the client can be told so', async () => {
    const dynamic = { dynamicRegistration: true };
    const capabilities = { ...PULLS, textDocument: { ...PULLS.textDocument, formatting: dynamic, rangeFormatting: dynamic } };
    assert.equal((await capabilitiesFor(capabilities)).documentFormattingProvider, undefined);
    const client = await LspClient.start(SERVER, { capabilities });
    const formatting = await client.until(() => client.registrations.find(({ method }) => method === 'textDocument/rangeFormatting'));
    assert.deepEqual(formatting.registerOptions, { documentSelector: [{ language: 'huashu' }] });
    assert.equal(await client.stop(), 0);
    assert.equal((await capabilitiesFor(PUSHED)).documentRangeFormattingProvider, true);
  });

  it('lays out a script or some of its lines, and leaves other files alone', async () => {
    const client = await LspClient.start(SERVER);
    await client.open(URI, '客服：好  \n#退款\n客户：好  \n');
    const whole = await client.connection.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument: { uri: URI }, options });
    assert.deepEqual(
      whole.map(({ newText }) => newText),
      ['', '\n', ' ', ''],
    );
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const some = await client.connection.sendRequest<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument: { uri: URI },
      range,
      options,
    });
    assert.deepEqual(some, [{ range: { start: { line: 0, character: 4 }, end: { line: 0, character: 6 } }, newText: '' }]);
    await client.open('untitled:b', '客服：好  \n\n\n', 'markdown');
    assert.deepEqual(await client.connection.sendRequest('textDocument/formatting', { textDocument: { uri: 'untitled:b' }, options }), []);
    assert.equal(await client.stop(), 0);
  });
});
