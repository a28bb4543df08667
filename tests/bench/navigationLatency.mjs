// What an editor asks after a keystroke in a 1 MB script with many scenes, beside the pull: outline, folding, tokens, lenses, names.
// usage: node tests/bench/navigationLatency.mjs [EDITS]; SERVER=path measures another server.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { corpus } from './corpus.mjs';

const SERVER = process.env.SERVER ?? fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const [edits = '20'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'huashu-navigation-'));
const text = withScenes(corpus('zh', 1e6).join(''));
// A workspace of 100,000 scenes in 1,000 files, in which nobody speaks: what is linted meanwhile is another matter.
mkdirSync(join(folder, 'many'));
for (let i = 0; i < 1000; i++) {
  const scenes = Array.from({ length: 100 }, (_, j) => `# 场景${i}之${j} {#s-${i}-${j}}\n@type sales\n(第${j}条)\n`);
  writeFileSync(join(folder, 'many', `${i}.huashu`), scenes.join(''));
}
await measure();
rmSync(folder, { recursive: true });

function withScenes(script) {
  return script
    .split('\n')
    .map((line, i) => (i % 40 === 0 ? `# 第${i}幕 {#scene-${i}}\n${line}\n-> #scene-${Math.max(0, i - 40)}\n` : line))
    .join('\n');
}

async function measure() {
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  client.listen();
  const capabilities = {
    textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, definition: { linkSupport: true } },
  };
  await client.sendRequest('initialize', { processId: null, rootUri: pathToFileURL(folder).href, capabilities });
  await client.sendNotification('initialized', {});
  const uri = pathToFileURL(join(folder, 'big.huashu')).href;
  const textDocument = { uri };
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'huashu', version: 1, text } });
  const at = { textDocument, position: { line: 0, character: 3 } };
  const range = { start: { line: 2000, character: 0 }, end: { line: 2060, character: 0 } };
  const began = performance.now();
  const all = await client.sendRequest('workspace/symbol', { query: '之99' });
  const first = performance.now() - began;
  const requests = {
    documentSymbol: ['textDocument/documentSymbol', { textDocument }],
    foldingRange: ['textDocument/foldingRange', { textDocument }],
    'semanticTokens/full': ['textDocument/semanticTokens/full', { textDocument }],
    'semanticTokens/range': ['textDocument/semanticTokens/range', { textDocument, range }],
    codeLens: ['textDocument/codeLens', { textDocument }],
    documentLink: ['textDocument/documentLink', { textDocument }],
    documentHighlight: ['textDocument/documentHighlight', at],
    selectionRange: ['textDocument/selectionRange', { textDocument, positions: [range.start] }],
    definition: ['textDocument/definition', { textDocument, position: { line: 2, character: 6 } }],
    references: ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
    'workspace/symbol': ['workspace/symbol', { query: '场7之9' }],
  };
  console.log(
    `1 MB: ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB; workspace/symbol over 100,000 scenes the first time ${first.toFixed(0)} ms (${all.length})`,
  );
  const times = Object.fromEntries(Object.keys(requests).map((name) => [name, []]));
  for (let i = 0; i < Number(edits); i++) {
    for (const [name, [method, params]] of Object.entries(requests)) {
      const change = { range: { start: { line: 5, character: 3 }, end: { line: 5, character: 3 } }, text: '今' };
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 + i * 100 + Object.keys(requests).indexOf(name) },
        contentChanges: [change],
      });
      const start = performance.now();
      await client.sendRequest(method, params);
      times[name].push(performance.now() - start);
    }
  }
  for (const [name, taken] of Object.entries(times)) {
    const sorted = taken.slice(2).sort((a, b) => a - b);
    const pick = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0);
    console.log(`${name.padEnd(24)} p50 ${pick(0.5).padStart(5)} ms  p95 ${pick(0.95).padStart(5)} ms`);
  }
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
}
