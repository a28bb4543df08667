import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { provideMcpServers } from './assistant/mcpServers.ts';
import { registerTools } from './assistant/tools.ts';
import { clientName, clientOptions, createChannel } from './client.ts';
import { registerCommands } from './commands/register.ts';
import { type Rewriter, registerRewrite } from './rewrite/register.ts';
import { onLocaleChange } from './settings.ts';
import { showStatus } from './views/status.ts';

let client: LanguageClient | undefined;

/** An edit makes many objects that soon are garbage: where they find room none of them has to be moved. */
const ROOM_FOR_THE_NEW = ['--max-semi-space-size=32'];

/** What other extensions may ask of this one. */
export interface Api {
  /** Rewords a finding with a language model of the caller's; the answer is judged, shown and confirmed as the editor's own. */
  readonly rewrite: Rewriter;
}

/** The editor calls this once; the server goes on starting after it has returned. */
export function activate(context: ExtensionContext): Api {
  const channel = createChannel();
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.stdio, options: { execArgv: ROOM_FOR_THE_NEW } };
  client = new LanguageClient('huashu', clientName, server, clientOptions(channel));
  context.subscriptions.push(channel, ...registerCommands(client, context.extensionUri), ...showStatus(client), onLocaleChange(restart));
  const { rewriter, disposables } = registerRewrite(client);
  const { version } = context.extension.packageJSON as { readonly version: string };
  context.subscriptions.push(...disposables, ...registerTools(client), ...provideMcpServers(context.extensionUri, version));
  client.start().catch((error: unknown) => channel.error(String(error)));
  return { rewrite: rewriter };
}

/** The editor waits for this before it closes the window. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
}

function restart(): void {
  client?.restart().catch((error: unknown) => client?.error(String(error)));
}
