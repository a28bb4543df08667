import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientName, clientOptions, createChannel } from './client.ts';
import { registerCommands } from './commands/register.ts';
import { onLocaleChange } from './settings.ts';
import { showStatus } from './views/status.ts';

let client: LanguageClient | undefined;

/** The editor calls this once; the server goes on starting after it has returned. */
export function activate(context: ExtensionContext): void {
  const channel = createChannel();
  const module = context.asAbsolutePath('dist/server.js');
  client = new LanguageClient('huashu', clientName, { module, transport: TransportKind.ipc }, clientOptions(channel));
  context.subscriptions.push(channel, ...registerCommands(client, context.extensionUri), ...showStatus(client), onLocaleChange(restart));
  client.start().catch((error: unknown) => channel.error(String(error)));
}

/** The editor waits for this before it closes the window. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
}

function restart(): void {
  client?.restart().catch((error: unknown) => client?.error(String(error)));
}
