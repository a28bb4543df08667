import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { localDate } from '../host/localDate.ts';
import { nodeFiles } from '../host/node.ts';
import { reason } from './collect.ts';
import { localeOfEnvironment } from './locale.ts';
import { slashed } from './paths.ts';
import { say } from './wording.ts';
import type { Output, World } from './world.ts';

/** This process as a world; what it can serve, and the threads it can start, are handed in. */
export function nodeWorld(served: Pick<World, 'serve' | 'offer' | 'threads'>): World {
  return {
    argv: process.argv.slice(2),
    cwd: slashed(process.cwd()),
    env: process.env,
    files: nodeFiles(),
    stdin: { read: readAll, chunks: () => process.stdin },
    stdout: output(process.stdout, 'standard output'),
    stderr: output(process.stderr, 'standard error'),
    now: () => performance.now(),
    today: localDate,
    breathe: () => setImmediate(),
    tidy,
    ...served,
  };
}

function output(stream: NodeJS.WriteStream, name: string): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads has gone (`| head`): there is nobody left to tell anything.
    if (error.code === 'EPIPE') process.exit(0);
    const locale = localeOfEnvironment(process.env);
    if (stream !== process.stderr) process.stderr.write(`huashu: ${say(locale, 'cannotWrite', { path: name, why: reason(error) })}\n`);
    process.exit(2);
  });
  return {
    get isTerminal() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.columns;
    },
    write(text) {
      if (stream.write(text)) return undefined;
      return new Promise((resolve) => void stream.once('drain', resolve));
    },
  };
}

async function readAll(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/**
 * Collects garbage now, and from now on whenever the heap has grown by a third, not to twice of what it holds, which costs one part in fifty of a long
 * run. The engine's own flag makes its collector callable in a new context.
 */
function tidy(): void {
  setFlagsFromString('--expose-gc');
  setFlagsFromString('--heap-growing-percent=30');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
