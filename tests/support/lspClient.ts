import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import {
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type ProtocolConnection,
  type Registration,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** What a test's client says of itself beyond the least. */
export interface ClientOptions {
  readonly folders?: readonly string[];
  readonly capabilities?: InitializeParams['capabilities'];
  readonly initializationOptions?: unknown;
  /** The `huashu` section of the editor's settings; a test may put another in its place and say so. */
  readonly settings?: Record<string, unknown>;
  /** Arguments of the process (default `--stdio`). */
  readonly arguments?: readonly string[];
}

/** A client that pulls, takes snippets and watches files, as VS Code does. */
export const PULLS: InitializeParams['capabilities'] = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source', 'source.fixAll'] } },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

/** A client that can do next to nothing: diagnostics must be sent to it, and the server must watch by itself. */
export const PUSHED: InitializeParams['capabilities'] = {
  textDocument: { publishDiagnostics: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
};

/** The real server in a process of its own, and a client that talks to it. Everything is waited for as an event. */
export class LspClient {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly registrations: Registration[] = [];
  settings: Record<string, unknown>;
  refreshes = 0;
  readonly log: string[] = [];
  private readonly exited: Promise<unknown[]>;
  private readonly listeners = new Set<() => void>();
  private readonly versions = new Map<string, number>();

  constructor(server: string, settings: Record<string, unknown> = {}, args: readonly string[] = ['--stdio']) {
    this.settings = settings;
    this.process = spawn(process.execPath, [server, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.exited = once(this.process, 'exit');
    // A test that fails leaves its server behind, which must not keep the run from ending: the server goes with it.
    this.process.unref();
    for (const stream of [this.process.stdin, this.process.stdout]) (stream as Socket).unref();
    this.connection = createProtocolConnection(new StreamMessageReader(this.process.stdout!), new StreamMessageWriter(this.process.stdin!));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      this.happened();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.log.push(message));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => this.settings));
    this.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Registration[] }) => {
      this.registrations.push(...registrations);
      this.happened();
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.happened();
      return null;
    });
    this.connection.onError(() => {});
    this.connection.listen();
  }

  /** Starts a server and goes through the greeting. */
  static async start(
    server: string,
    { folders = [], capabilities = PULLS, initializationOptions, settings, arguments: args }: ClientOptions = {},
  ): Promise<LspClient> {
    const client = new LspClient(server, settings, args);
    await client.initialize(folders, capabilities, initializationOptions);
    return client;
  }

  async initialize(
    folders: readonly string[],
    capabilities: InitializeParams['capabilities'],
    initializationOptions?: unknown,
  ): Promise<InitializeResult> {
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: folders[0] ?? null,
      capabilities,
      workspaceFolders,
      ...(initializationOptions === undefined ? {} : { initializationOptions: initializationOptions as object }),
    };
    const result = await this.connection.sendRequest<InitializeResult>('initialize', params);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string, languageId = 'huashu'): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  async change(uri: string, ...contentChanges: unknown[]): Promise<void> {
    const version = this.versions.get(uri)! + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const previous = previousResultId === undefined ? {} : { previousResultId };
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...previous });
  }

  /** The diagnostics of an open document, pulled. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** Waits until what the server has sent makes `found` give something. */
  async until<T>(found: () => T | undefined): Promise<T> {
    for (let value = found(); ; value = found()) {
      if (value !== undefined) return value;
      await new Promise<void>((resolve) => {
        const heard = (): void => {
          this.listeners.delete(heard);
          resolve();
        };
        this.listeners.add(heard);
      });
    }
  }

  /** `shutdown`, `exit`, and the exit code. */
  async stop(): Promise<number> {
    await this.connection.sendRequest('shutdown');
    return this.exit();
  }

  async exit(): Promise<number> {
    await this.connection.sendNotification('exit');
    return this.exitCode();
  }

  async exitCode(): Promise<number> {
    const [code] = await this.exited;
    this.connection.dispose();
    return code as number;
  }

  private happened(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

export type { MessageConnection };
