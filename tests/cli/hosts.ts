import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { main } from '../../server/src/cli/main.ts';
import type { Output, World } from '../../server/src/cli/world.ts';
import { nodeFiles } from '../../server/src/host/node.ts';

/** What a command left behind. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Command {
  readonly argv: readonly string[];
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command in a folder. */
export type Host = (folder: string, command: Command) => Promise<Ran>;

export const CLI = resolve('dist/cli.js');

/** `main` in this process, over the real disk, with the threads it may start. */
export const inProcessWith =
  (threads: World['threads']): Host =>
  async (folder, { argv, stdin = '', env = {} }) => {
    const [stdout, stderr] = [collector(), collector()];
    const given = typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
    const world: World = {
      argv,
      cwd: folder.replaceAll('\\', '/'),
      env: { LANG: 'en_US.UTF-8', ...env },
      files: nodeFiles(),
      stdin: { read: async () => given, chunks: () => pieces(given) },
      stdout,
      stderr,
      now: () => performance.now(),
      today: () => '2026-11-22',
      breathe: () => new Promise(setImmediate),
      serve: () => Promise.reject(new Error('nobody to serve')),
      offer: () => Promise.reject(new Error('nobody to serve')),
      ...(threads ? { threads } : {}),
    };
    return { code: await main(world), stdout: stdout.text(), stderr: stderr.text() };
  };

export const inProcess: Host = inProcessWith(undefined);

/** The bundle, as users run it. */
export const asChild: Host = (folder, { argv, stdin = '', env = {} }) =>
  new Promise((done, failed) => {
    const environment = { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LANG: 'en_US.UTF-8', ...env };
    const child = spawn(process.execPath, [CLI, ...argv], { cwd: folder, env: environment });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
    child.on('error', failed);
    child.on('close', (code) => done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }));
  });

/** Makes a folder with files, hands it over, and takes it away again. */
export async function inFolder<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'huashu-cli-')));
  try {
    for (const [name, contents] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), contents);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compares with a file of the repository; with UPDATE set, writes it. */
export function golden(name: string, actual: string): string {
  const path = join('tests/cli/golden', name);
  if (process.env['UPDATE']) writeFileSync(path, actual);
  return readFileSync(path, 'utf8');
}

/** Pieces that keep no character whole. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

function collector(): Output & { text(): string } {
  const held: Uint8Array[] = [];
  return {
    isTerminal: false,
    columns: undefined,
    write(text) {
      held.push(Buffer.from(text));
    },
    text: () => Buffer.concat(held).toString(),
  };
}
