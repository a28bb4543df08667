import { main } from '../cli/main.ts';
import { nodeWorld } from '../cli/nodeWorld.ts';

/** Runs the command line of this process; its exit code is set once it has ended. */
export async function runCommand(): Promise<void> {
  process.exitCode = await main(nodeWorld({ serve, offer: async (tools) => (await import('../mcp/serve.ts')).serve(tools) }));
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
