// `npm run bench [-- quick]`: whole-process times beside a bare Node script in the same run. Ratios are what counts: absolute figures move with the machine.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpus, linked, phrasebook } from './corpus.mjs';

const quick = process.argv.includes('quick');
const work = mkdtempSync(join(tmpdir(), 'huashu-bench-'));
const CLI = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../dist/cli.js');
const BARE = new URL('bare.mjs', import.meta.url).pathname;
const RUNS = quick ? 3 : 7;

try {
  console.log('whole process, median of', RUNS, 'runs; × = times the bare Node script\n');
  for (const lang of ['zh', 'en']) throughput(lang);
  startUp();
  single('100,000 entries', phrasebook('zh', 100_000));
  single('5,000 linked scenes', linked(5000));
  large();
  if (existsSync(new URL('lspLatency.mjs', import.meta.url)))
    spawnSync(process.execPath, [new URL('lspLatency.mjs', import.meta.url).pathname], { stdio: 'inherit' });
} finally {
  rmSync(work, { recursive: true, force: true });
}

function throughput(lang) {
  const scenes = corpus(lang, 10e6);
  const big = join(work, `${lang}.huashu`);
  writeFileSync(big, scenes.join(''));
  const many = join(work, `${lang}-files`);
  mkdirSync(many);
  const per = Math.ceil(scenes.length / 2000);
  for (let i = 0; i * per < scenes.length; i++) writeFileSync(join(many, `f${i}.huashu`), scenes.slice(i * per, (i + 1) * per).join(''));
  const markdown = join(work, `${lang}.md`);
  writeFileSync(markdown, scenes.join(''));
  for (const [name, path] of [
    ['1 × 10 MB .huashu', big],
    ['1 × 10 MB .md', markdown],
    ['2,000 files', many],
  ]) {
    const bytes = 10e6;
    const bare = time([BARE, path]);
    report(`${lang} ${name}`, time(lint(path, '--rule', 'repeated-phrase=off')), bare, bytes);
    report(`${lang} ${name}, every rule`, time(lint(path)), bare, bytes);
  }
}

function startUp() {
  const tiny = join(work, 'tiny.huashu');
  writeFileSync(tiny, corpus('zh', 900).join(''));
  report('start-up, 1 KB', time(lint(tiny)), time([BARE, tiny]));
}

/** One file with everything on. */
function single(name, text) {
  const path = join(work, 'single.huashu');
  writeFileSync(path, text);
  report(`${name}, every rule`, time(lint(path), 3), time([BARE, path], 3), Buffer.byteLength(text));
}

function large() {
  if (quick) return;
  const path = join(work, 'large.huashu');
  writeFileSync(path, corpus('zh', 100e6).join(''));
  const small = time(lint(join(work, 'zh.huashu'), '--rule', 'repeated-phrase=off'));
  const big = time(lint(path, '--rule', 'repeated-phrase=off'), 3);
  console.log(
    `100 MB: ${(big.ms / small.ms).toFixed(1)}× the time of 10 MB, ${Math.round(big.kb / 1024)} MB of memory (${(statSync(path).size / 1e6).toFixed(0)} MB read)`,
  );
}

function lint(path, ...more) {
  return [CLI, 'lint', path, '--format', 'ndjson', '-o', join(work, 'out.ndjson'), '--fail-on', 'never', '--no-config', ...more];
}

/** Median milliseconds of whole runs, and the memory of the largest. */
function time(args, runs = RUNS) {
  const times = [];
  let kb = 0;
  for (let i = 0; i < runs; i++) {
    const began = process.hrtime.bigint();
    const done = spawnSync(process.execPath, ['--require', new URL('peak.cjs', import.meta.url).pathname, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    times.push(Number(process.hrtime.bigint() - began) / 1e6);
    if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stderr}`);
    kb = Math.max(kb, Number(/peak (\d+)/.exec(done.stderr)?.[1] ?? 0));
  }
  return { ms: times.sort((a, b) => a - b)[runs >> 1], kb };
}

function report(name, ours, bare, bytes) {
  const speed = bytes ? `${(bytes / 1000 / ours.ms).toFixed(0).padStart(5)} MB/s (bare ${(bytes / 1000 / bare.ms).toFixed(0)})` : '';
  console.log(
    `${name.padEnd(36)} ${ours.ms.toFixed(0).padStart(6)} ms ${(ours.ms / bare.ms).toFixed(1).padStart(5)}× ${speed.padEnd(24)} ${Math.round(ours.kb / 1024)} MB`,
  );
}
