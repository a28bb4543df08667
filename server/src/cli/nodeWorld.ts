import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { localDate } from '../host/localDate.ts';
import { nodeFiles } from '../host/node.ts';
import type { Offer } from '../mcp/offer.ts';
import { slashed } from './paths.ts';
import type { Output, World } from './world.ts';

/** This process as a world. */
export function nodeWorld(): World {
  return {
    argv: process.argv.slice(2),
    cwd: slashed(process.cwd()),
    env: process.env,
    files: nodeFiles(),
    stdin: { read: readAll, chunks: () => process.stdin },
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    now: () => performance.now(),
    today: localDate,
    breathe: () => setImmediate(),
    tidy,
    serve,
    offer,
  };
}

function output(stream: NodeJS.WriteStream): Output {
  // Whoever reads has gone (`| head`): there is nobody left to tell anything.
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
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

/** Collects garbage now: the engine's own flag makes its collector callable in a new context. */
function tidy(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

/** The language server lies beside this bundle and is loaded when it is asked for. */
async function serve(): Promise<boolean> {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  return beside('./server.js') ? new Promise(() => {}) : false;
}

/** So does what speaks the protocol of assistants. */
async function offer(tools: Offer): Promise<boolean> {
  const protocol = beside('./mcp.js') as typeof import('../mcp/serve.ts') | undefined;
  await protocol?.serve(tools);
  return protocol !== undefined;
}

/** Another bundle of this installation; undefined where it is missing. */
function beside(bundle: string): unknown {
  const here = createRequire(__filename);
  try {
    return here(bundle);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'MODULE_NOT_FOUND' && message.includes(bundle)) return undefined;
    throw error;
  }
}
