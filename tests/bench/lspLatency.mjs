// A keystroke in a 1 MB script over stdio: from didChange to the answer of the pull that follows it, no debounce, beside a
// bare server that runs one expression over the text. Both take turns, so that a busy machine slows them alike.
// usage: node tests/bench/lspLatency.mjs [FILE] [EDITS]; SERVER=path measures another server, NODE_ARGS are its node's arguments.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { corpus } from './corpus.mjs';

const SERVER = process.env.SERVER ?? fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const BARE = fileURLToPath(new URL('bareServer.mjs', import.meta.url));
const URI = 'untitled:bench';
const [file, edits = '200'] = process.argv.slice(2);
const texts = file ? { [file]: readFileSync(file, 'utf8') } : { zh: corpus('zh', 1e6).join(''), en: corpus('en', 1e6).join('') };
const folder = mkdtempSync(join(tmpdir(), 'huashu-latency-'));
// The corpora repeat sentences as no author does, so the first figure is without the rule that minds.
for (const [name, text] of Object.entries(texts)) {
  for (const [what, rules] of Object.entries({ 'repeated-phrase off': 'rules: {repeated-phrase: off}\n', 'every rule': '' })) {
    writeFileSync(join(folder, 'huashu.yaml'), rules);
    await measure(`${name}, ${what}`, text, Number(edits));
  }
}
rmSync(folder, { recursive: true });

async function measure(name, text, count) {
  const languageId = file?.endsWith('.md') ? 'markdown' : 'huashu';
  const ours = await start([...(process.env.NODE_ARGS ?? '').split(' ').filter(Boolean), SERVER], languageId, text);
  const bare = await start([BARE], languageId, text);
  const lines = text.split('\n').length;
  for (let i = 0; i < count; i++) {
    const at = { line: Math.floor((lines * ((i * 37) % 100)) / 100), character: 4 };
    for (const server of [ours, bare]) await keystroke(server, i + 2, { range: { start: at, end: at }, text: '\u4eca' });
  }
  for (const { client } of [ours, bare]) {
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
  }
  const [p50, p95, floor50, floor95] = [percentile(ours, 0.5), percentile(ours, 0.95), percentile(bare, 0.5), percentile(bare, 0.95)];
  console.log(
    `${name}: ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB, ${ours.findings} findings, initialize ${ours.initialize.toFixed(0)} ms, open ${ours.open.toFixed(0)} ms; ` +
      `keystroke p50 ${p50.toFixed(1)} p95 ${p95.toFixed(1)} ms (bare server ${floor50.toFixed(1)}, ${floor95.toFixed(1)}: × ${(p50 / floor50).toFixed(2)}, ${(p95 / floor95).toFixed(2)})`,
  );
}

async function start(args, languageId, text) {
  const { stdin, stdout } = spawn(process.execPath, [...args, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  client.listen();
  const began = performance.now();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: pathToFileURL(folder).href,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await client.sendNotification('initialized', {});
  const ready = performance.now();
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId, version: 1, text } });
  const { items } = await client.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
  return { client, times: [], findings: items.length, initialize: ready - began, open: performance.now() - ready };
}

async function keystroke({ client, times }, version, change) {
  const began = performance.now();
  await client.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges: [change] });
  await client.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
  times.push(performance.now() - began);
}

/** Of the keystrokes after the first few, which find code not yet compiled. */
function percentile({ times }, share) {
  const sorted = times.slice(Math.min(20, Math.floor(times.length / 4))).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
