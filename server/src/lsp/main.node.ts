import { Console } from 'node:console';
import { type Connection, createConnection, StreamMessageWriter } from 'vscode-languageserver/node';
import { MessageEncoder } from './encoded.ts';
import { nodeHost } from './nodeHost.ts';
import { serve } from './server.ts';

declare const HUASHU_VERSION: string;

/** Runs the language server of this process; its transport is named by the arguments: --stdio, --node-ipc, --socket=PORT, --pipe=NAME. */
export function runServer(): void {
  if (!process.argv.some((argument) => /^--(?:stdio$|node-ipc$|socket\b|pipe\b)/u.test(argument))) {
    process.stderr.write('huashu: name what the editor speaks over: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.\n');
    process.exitCode = 2;
    return;
  }
  const connection = process.argv.includes('--stdio') ? overStdio() : createConnection();
  serve(connection, nodeHost(__filename), HUASHU_VERSION);
  connection.listen();
}

/** As `createConnection` makes it, but that messages are written by our own encoder. */
function overStdio(): Connection {
  globalThis.console = new Console(process.stderr);
  const encoder = new MessageEncoder();
  const encode = (message: object): Promise<Uint8Array> => Promise.resolve(encoder.encode(message));
  const writer = new StreamMessageWriter(process.stdout, { contentTypeEncoder: { name: 'application/json', encode } });
  // It ends the process with its input only where that is the stream itself, and takes a writer beside it, which its types do not say.
  return createConnection(process.stdin, writer as unknown as NodeJS.WritableStream);
}
