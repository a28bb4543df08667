import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { main } from '../cli/main.ts';
import { nodeWorld } from '../cli/nodeWorld.ts';
import type { ThreadJob, ThreadSetup } from '../cli/threads.ts';
import { startThread } from './startThread.ts';

/** Runs the command line of this process; its exit code is set once it has ended. */
export async function runCommand(): Promise<void> {
  process.exitCode = await main(world());
}

/** Lints what the thread that started this one gives it. */
export async function runThread(): Promise<void> {
  const { lintThread } = await import('../cli/lintThread.ts');
  const setup = workerData as ThreadSetup;
  const answer = await lintThread({ ...world(), argv: setup.argv, cwd: setup.cwd }, setup);
  parentPort?.on('message', (job: ThreadJob) => parentPort?.postMessage(answer(job)));
}

function world(): ReturnType<typeof nodeWorld> {
  return nodeWorld({
    serve,
    offer: async (tools) => (await import('../mcp/serve.ts')).serve(tools),
    threads: { most: availableParallelism(), start: startThread },
  });
}

/** Runs the language server of this process. */
export async function runServer(): Promise<void> {
  (await import('../lsp/main.node.ts')).runServer();
}

/** The language server on standard input and output, which ends the process itself. */
async function serve(): Promise<never> {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  await runServer();
  return new Promise(() => {});
}
