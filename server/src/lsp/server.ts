import { type CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { capabilities } from './capabilities.ts';
import type { ServerHost } from './host.ts';
import { REQUESTS } from './requests/registry.ts';
import { Running } from './running.ts';
import { type Guard, hearSafe, runSafe } from './runSafe.ts';

/** Serves one client over a connection; the caller listens on it afterwards. */
export function serve(connection: Connection, host: ServerHost, version: string): void {
  let running: Running | undefined;
  let over = false;
  const guard: Guard = { serving: () => running !== undefined && !over, log: (message) => connection.console.error(message) };
  const answer = <P, R>(name: string, handle: (server: Running, params: P, token: CancellationToken) => R | Promise<R>) =>
    runSafe<P, R>(guard, name, (params, token) => handle(running!, params, token));
  const hear = <P>(name: string, handle: (server: Running, params: P) => void) =>
    hearSafe<P>(guard, name, (params) => handle(running!, params));

  connection.onInitialize((params) => {
    if (running) return new ResponseError(ErrorCodes.InvalidRequest, 'initialize a second time');
    running = new Running(connection, host, params);
    return capabilities(running.session.features, version);
  });
  connection.onInitialized(
    hear('initialized', (server) => {
      server.detached(server.start());
      if (server.session.features.folders) {
        connection.workspace.onDidChangeWorkspaceFolders(hear('folders', (on, { added, removed }) => on.foldersChanged(added, removed)));
      }
    }),
  );
  connection.onShutdown(() => {
    over = true;
    running?.stop();
  });

  connection.onDidOpenTextDocument(hear('didOpen', (server, { textDocument }) => server.opened(textDocument)));
  connection.onDidChangeTextDocument(hear('didChange', (server, params) => server.changed(params)));
  connection.onDidSaveTextDocument(hear('didSave', (server, { textDocument }) => server.saved(textDocument.uri)));
  connection.onDidCloseTextDocument(hear('didClose', (server, { textDocument }) => server.closed(textDocument.uri)));
  connection.onDidChangeConfiguration(
    hear('settings', (server, { settings }) => server.detached(server.settingsChanged(settings?.huashu))),
  );
  connection.onDidChangeWatchedFiles(
    hear('files', (server, { changes }) => server.filesChanged(changes.flatMap(({ uri }) => host.pathOf(uri) ?? []))),
  );

  for (const group of REQUESTS) group.listen({ connection, answer });
}
