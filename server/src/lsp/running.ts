import {
  type CancellationToken,
  type ConfigurationItem,
  type Connection,
  DidChangeConfigurationNotification,
  type DidChangeTextDocumentParams,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  RegistrationRequest,
  type ResultProgressReporter,
  type TextDocumentItem,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { askAgain, EVERYTHING, FINDINGS } from './askAgain.ts';
import type { OpenDocument } from './documents.ts';
import { carrying } from './encoded.ts';
import { readFeatures } from './features.ts';
import type { ServerHost } from './host.ts';
import { Publisher } from './push.ts';
import { REQUESTS } from './requests/registry.ts';
import { Session } from './session.ts';
import { toldOf } from './told.ts';
import { FolderWatch, watchThroughClient } from './watching.ts';

/** A server from `initialize` to `shutdown`: what to do about each thing the client says. */
export class Running {
  readonly session: Session;
  /** Settled once the editor's settings are known. */
  readonly ready: Promise<void>;
  private readonly connection: Connection;
  private readonly host: ServerHost;
  private readonly publisher: Publisher | undefined;
  private readonly watch: FolderWatch | undefined;
  private settingsKnown: () => void = () => {};
  /** A request to ask again is about to be sent. */
  private retelling = false;

  constructor(connection: Connection, host: ServerHost, params: InitializeParams) {
    const features = readFeatures(params);
    this.connection = connection;
    this.host = host;
    this.session = new Session(features, host, (documents) => this.retell(documents));
    this.session.projects.open(this.pathsOf(params.workspaceFolders ?? rootFolder(params)));
    this.publisher = features.pull
      ? undefined
      : new Publisher(this.session, host, (sent) => this.detached(connection.sendDiagnostics(sent)));
    this.watch = features.watchFiles ? undefined : new FolderWatch(host, (paths) => this.filesChanged(paths));
    this.ready = new Promise((resolve) => {
      this.settingsKnown = resolve;
    });
  }

  async start(): Promise<void> {
    const { features, projects } = this.session;
    this.watch?.watch(projects.folders);
    if (features.watchConfiguration) {
      this.detached(this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'huashu' }));
    }
    if (features.watchFiles) this.detached(watchThroughClient(this.connection));
    const late = REQUESTS.flatMap((group) => group.registrations?.(features) ?? []);
    if (late.length > 0) this.detached(this.connection.sendRequest(RegistrationRequest.type, { registrations: [...late] }));
    await this.readSettings(undefined);
    this.settingsKnown();
    this.survey();
  }

  stop(): void {
    this.watch?.stop();
    this.session.survey.end();
    this.session.pulls.end();
  }

  opened(item: TextDocumentItem): void {
    this.publish(this.session.documents.add(item));
  }

  changed({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const open = this.session.documents.change(uri, contentChanges, version);
    if (open && this.session.preferencesOf(open.path).run === 'onType') this.publish(open);
  }

  saved(uri: string): void {
    const open = this.session.documents.get(uri);
    if (open?.path !== undefined && this.watch) this.filesChanged([open.path]);
    if (open) this.publish(open);
  }

  closed(uri: string): void {
    const open = this.session.documents.remove(uri);
    if (open) this.session.closed(open);
    this.survey();
    this.publisher?.clear(uri);
    this.publisher?.publishConfig();
  }

  /** `section` is what the client sent along, for clients that cannot be asked. */
  async settingsChanged(section: unknown): Promise<void> {
    await this.readSettings(section);
    this.refresh();
    this.survey();
  }

  foldersChanged(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const { projects } = this.session;
    const gone = new Set(this.pathsOf(removed));
    projects.open([...new Set([...projects.folders.filter((folder) => !gone.has(folder)), ...this.pathsOf(added)])]);
    this.watch?.watch(projects.folders);
    this.detached(this.settingsChanged(undefined));
  }

  filesChanged(paths: readonly string[]): void {
    if (this.session.filesChanged(paths)) this.refresh();
    this.survey();
  }

  async pull(params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    await this.ready;
    return this.report(params);
  }

  async pullWorkspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    await this.ready;
    return this.session.pulls.answer(previousResultIds, token, progress && ((part) => progress.report(part)));
  }

  private report({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport {
    const open = this.session.documents.get(uri);
    if (!open) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${this.host.session}.${open.stamp}`;
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return carrying({ kind: DocumentDiagnosticReportKind.Full, resultId }, 'items', toldOf(this.session, open));
  }

  private publish(open: OpenDocument): void {
    if (this.publisher) this.detached(this.publisher.later(open, this.ready));
  }

  /** Looks in the background at files that have not been looked at. */
  private survey(): void {
    this.detached(this.ready.then(() => this.session.survey.begin()));
  }

  /** Has documents on display brought up to date in which other things are found now. */
  private retell(documents: readonly OpenDocument[]): void {
    if (this.publisher) for (const open of documents) this.publish(open);
    if (this.retelling) return;
    this.retelling = true;
    const refresh = async (): Promise<void> => {
      await this.host.breathe();
      this.retelling = false;
      await askAgain(this.connection, this.session.features, FINDINGS);
    };
    this.detached(refresh());
  }

  /** Has everything on display brought up to date. */
  private refresh(): void {
    this.publisher?.publishAll();
    this.detached(askAgain(this.connection, this.session.features, EVERYTHING));
  }

  private async readSettings(sent: unknown): Promise<void> {
    const { features, projects } = this.session;
    const roots = [undefined, ...projects.folders];
    const items = roots.map((root) => ({ section: 'huashu', ...(root === undefined ? {} : { scopeUri: this.host.uriOf(root) }) }));
    const sections: unknown[] = features.configuration ? await this.ask(items) : roots.map(() => sent);
    this.session.setPreferences(new Map(roots.map((root, i) => [root, sections[i]])));
  }

  /** The client's settings; a client that fails to give them has none. */
  private async ask(items: ConfigurationItem[]): Promise<unknown[]> {
    try {
      return await this.connection.workspace.getConfiguration(items);
    } catch (error) {
      this.connection.console.error(`workspace/configuration: ${error}`);
      return [];
    }
  }

  /** For what nobody waits for: that it failed is logged. */
  detached(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.connection.console.error(String(error)));
  }

  private pathsOf(folders: readonly Pick<WorkspaceFolder, 'uri'>[]): string[] {
    return folders.map(({ uri }) => this.host.pathOf(uri)?.replace(/(?<=.)\/$/u, '')).filter((path) => path !== undefined);
  }
}

/** The one folder of clients that know of no more. */
function rootFolder({ rootUri }: InitializeParams): { uri: string }[] {
  return rootUri ? [{ uri: rootUri }] : [];
}
