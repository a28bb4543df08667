import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { ClosedFiles, ClosedReport } from './closedFiles.ts';
import type { OpenDocuments } from './documents.ts';
import type { ServerHost } from './host.ts';

/** Where parts of an answer go before it is complete. */
export type Progress = (part: WorkspaceDiagnosticReport) => void;

/** How many files are linted before waiting messages are read. */
const AT_ONCE = 8;

/**
 * Answers workspace pulls. Files that are open are left out: the editor pulls those by themselves. The first request is answered
 * when every file has been looked at; a later one that has nothing new to say waits until there is (the editor would ask again
 * two seconds after an empty answer).
 */
export class WorkspacePull {
  private readonly host: ServerHost;
  private readonly documents: OpenDocuments;
  private readonly files: ClosedFiles;
  private readonly waiting = new Set<() => void>();
  private changes = 0;
  private ended = false;
  private answered = false;

  constructor(host: ServerHost, documents: OpenDocuments, files: ClosedFiles) {
    this.host = host;
    this.documents = documents;
    this.files = files;
  }

  /** Something may have changed: requests that wait look again. */
  wake(): void {
    this.changes++;
    for (const resume of [...this.waiting]) resume();
  }

  /** Answers every request that waits; none waits any more. */
  end(): void {
    this.ended = true;
    this.wake();
  }

  async answer(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
    progress: Progress | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const before = new Map(previous.map(({ uri, value }) => [this.nameOf(uri), { uri, value }]));
    while (!token.isCancellationRequested && !this.ended) {
      const seen = this.changes;
      const { items, told } = await this.collect(before, token, progress);
      if (token.isCancellationRequested) break;
      const isFirst = !this.answered && previous.length === 0;
      this.answered = true;
      if (items.length > 0 || told || isFirst) return { items };
      if (seen === this.changes) await this.change(token);
    }
    return { items: [] };
  }

  private async collect(
    before: ReadonlyMap<string, { uri: string; value: string }>,
    token: CancellationToken,
    progress: Progress | undefined,
  ): Promise<{ items: WorkspaceDocumentDiagnosticReport[]; told: boolean }> {
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    let told = false;
    const paths = await this.files.list();
    const listed = new Set(paths);
    const add = (uri: string, report: ClosedReport): void => {
      items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: report.resultId, items: [...report.items] });
    };
    for (const [i, path] of paths.entries()) {
      if (i % AT_ONCE === AT_ONCE - 1) {
        await this.host.breathe();
        if (token.isCancellationRequested || this.ended) break;
        if (progress && items.length > 0) {
          progress({ items });
          told = true;
          items = [];
        }
      }
      if (this.documents.at(path)) continue;
      const report = this.files.report(path);
      const old = before.get(path);
      if (old ? old.value !== report.resultId : report.items.length > 0) add(old?.uri ?? this.host.uriOf(path), report);
    }
    const gone: ClosedReport = { resultId: `${this.host.session}.gone`, items: [] };
    for (const [name, { uri, value }] of before) {
      if (!listed.has(name) && !this.documents.get(uri) && value !== gone.resultId) add(uri, gone);
    }
    return { items, told };
  }

  private nameOf(uri: string): string {
    return this.host.pathOf(uri) ?? uri;
  }

  /** Until something changes or the client gives up. */
  private change(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const resume = (): void => {
        this.waiting.delete(resume);
        listening.dispose();
        resolve();
      };
      const listening = token.onCancellationRequested(resume);
      this.waiting.add(resume);
    });
  }
}
