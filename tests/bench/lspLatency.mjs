// A keystroke in a 1 MB script over stdio: from didChange to the answer of the pull that follows it, no debounce.
// usage: node tests/bench/lspLatency.mjs [FILE] [EDITS]; SERVER=path runs another server.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { corpus } from './corpus.mjs';

const SERVER = process.env.SERVER ?? fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const [file, edits = '200'] = process.argv.slice(2);
const texts = file ? { [file]: readFileSync(file, 'utf8') } : { zh: corpus('zh', 1e6).join(''), en: corpus('en', 1e6).join('') };
for (const [name, text] of Object.entries(texts)) await measure(name, text, Number(edits));

async function measure(name, text, count) {
  const server = spawn(process.execPath, [...(process.env.NODE_ARGS ?? '').split(' ').filter(Boolean), SERVER, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const client = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  client.listen();
  let at = performance.now();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
  await client.sendNotification('initialized', {});
  const initialize = performance.now() - at;
  const languageId = name.endsWith('.md') ? 'markdown' : 'huashu';
  const uri = 'untitled:bench';
  const pull = () => client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  at = performance.now();
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  const { items } = await pull();
  const open = performance.now() - at;
  const lines = text.split('\n').length;
  const times = [];
  for (let i = 0; i < count; i++) {
    const line = Math.floor((lines * ((i * 37) % 100)) / 100);
    const change = { range: { start: { line, character: 4 }, end: { line, character: 4 } }, text: '\u4eca' };
    at = performance.now();
    await client.sendNotification('textDocument/didChange', { textDocument: { uri, version: i + 2 }, contentChanges: [change] });
    await pull();
    times.push(performance.now() - at);
  }
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  const sorted = times.slice(Math.min(20, count / 4)).sort((a, b) => a - b);
  const p = (q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))].toFixed(1);
  const size = (Buffer.byteLength(text) / 1e6).toFixed(2);
  console.log(
    `${name}: ${size} MB, ${items.length} findings; initialize ${initialize.toFixed(0)} ms, open ${open.toFixed(0)} ms, keystroke p50 ${p(0.5)} p95 ${p(0.95)} max ${p(1)} ms`,
  );
}
