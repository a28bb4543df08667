// Completion in a 1 MB script over stdio: from the didChange of a keystroke to the answer of the completion that follows it, by what is
// being written, beside a phrasebook of PHRASES phrases in the folder.
// usage: node tests/bench/completionLatency.mjs [FILE] [ROUNDS]; SERVER=path measures another server.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { corpus } from './corpus.mjs';

const SERVER = process.env.SERVER ?? fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const PHRASES = Number(process.env.PHRASES ?? 2000);
/** What is typed on a line of its own, and whether something is offered there. */
const KINDS = {
  zh: {
    placeholder: '客服：您好，{',
    scene: '-> ',
    directive: '@',
    tags: '@tags ',
    rule: '// huashu-disable-next-line ',
    speaker: '客',
    sentence: '客服：',
    prose: '客服：您好，请问您',
    note: '给同事看的',
  },
  en: {
    placeholder: 'Agent: Hello {',
    scene: '-> ',
    directive: '@',
    tags: '@tags ',
    rule: '// huashu-disable-next-line ',
    speaker: 'A',
    sentence: 'Agent:',
    prose: 'Agent: Hello, may I',
    note: 'A note for colle',
  },
};
const [file, rounds = '60'] = process.argv.slice(2);
const texts = file ? { [file]: readFileSync(file, 'utf8') } : { zh: corpus('zh', 1e6).join(''), en: corpus('en', 1e6).join('') };
const folder = mkdtempSync(join(tmpdir(), 'huashu-completion-'));
writeFileSync(
  join(folder, 'huashu.yaml'),
  'placeholders: {known: {姓氏: {description: 客户的姓, example: 王}, name: {description: a name}}}\n',
);
for (const lang of ['zh', 'en']) {
  const says = corpus(lang, PHRASES * 200, 11)
    .join('')
    .split('\n')
    .filter((line) => /^(?:客服|Agent):/u.test(line))
    .slice(0, PHRASES / 2)
    .map((line, i) => line.replace(/^[^:]*: ?/u, `- ${i} `));
  for (let at = 0; at < says.length; at += 1000) {
    writeFileSync(join(folder, `${lang}${at}.huashu`), `# ${lang} ${at}\n${says.slice(at, at + 1000).join('\n')}\n`);
  }
}
for (const [name, text] of Object.entries(texts)) await measure(name, text, KINDS[name] ?? KINDS.zh, Number(rounds));
rmSync(folder, { recursive: true });

async function measure(name, text, kinds, count) {
  const languageId = file?.endsWith('.md') ? 'markdown' : 'huashu';
  const uri = pathToFileURL(join(folder, `open.${languageId === 'markdown' ? 'md' : 'huashu'}`)).href;
  const client = await start(uri, languageId, text);
  const lines = text.split('\n');
  const times = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  const offered = {};
  let version = 1;
  const change = (range, words) =>
    client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range, text: words }],
    });
  for (let i = 0; i < count; i++) {
    for (const [kind, words] of Object.entries(kinds)) {
      const line = placeFor(lines, Math.floor((lines.length * ((i * 37) % 100)) / 100));
      const at = { line, character: 0 };
      await change({ start: at, end: at }, `${words.slice(0, -1)}\n`);
      const typed = { line, character: words.length - 1 };
      const began = performance.now();
      await change({ start: typed, end: typed }, words.at(-1));
      const list = await client.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position: { line, character: words.length },
        context: { triggerKind: 1 },
      });
      times[kind].push(performance.now() - began);
      offered[kind] = list?.items.length ?? 0;
      await change({ start: at, end: { line: line + 1, character: 0 } }, '');
    }
  }
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  const all = Object.values(times).flatMap((one) => one.slice(5));
  console.log(`${name}: ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB, all p50 ${at(all, 0.5)} p95 ${at(all, 0.95)} ms`);
  for (const kind of Object.keys(kinds)) {
    const own = times[kind].slice(5);
    console.log(`  ${kind.padEnd(12)} p50 ${at(own, 0.5)} p95 ${at(own, 0.95)} ms, ${offered[kind]} offered`);
  }
}

/** The line behind one where the customer speaks. */
function placeFor(lines, from) {
  for (let line = from; line < lines.length; line++) if (/^(?:客户|Customer):/u.test(lines[line])) return line + 1;
  return from;
}

async function start(uri, languageId, text) {
  const { stdin, stdout } = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  client.listen();
  const capabilities = {
    textDocument: {
      diagnostic: {},
      completion: {
        completionItem: {
          snippetSupport: true,
          insertReplaceSupport: true,
          labelDetailsSupport: true,
          resolveSupport: { properties: ['documentation'] },
        },
        completionList: { itemDefaults: ['editRange'] },
      },
    },
    workspace: { workspaceFolders: true },
  };
  const root = pathToFileURL(folder).href;
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'bench' }],
    capabilities,
  });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  // Until the other files have been looked at.
  for (let quiet = 0; quiet < 3; ) {
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await client.sendRequest('completionItem/resolve', { label: '' });
    quiet = performance.now() - began < 60 ? quiet + 1 : 0;
  }
  return client;
}

function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
}
