import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { OpenDocument } from './documents.ts';
import { carrying } from './encoded.ts';
import type { ServerHost } from './host.ts';
import type { Session } from './session.ts';
import { toldOf } from './told.ts';

/** Sends diagnostics to a client that cannot ask for them. What came out the same is not sent again. */
export class Publisher {
  private readonly session: Session;
  private readonly send: (params: PublishDiagnosticsParams) => void;
  private readonly uriOf: (path: string) => string;
  private readonly breathe: () => Promise<void>;
  private readonly due = new Set<OpenDocument>();
  /** Config files with problems on display. */
  private shown = new Set<string>();

  constructor(session: Session, { uriOf, breathe }: ServerHost, send: (params: PublishDiagnosticsParams) => void) {
    this.session = session;
    this.uriOf = uriOf;
    this.breathe = breathe;
    this.send = send;
  }

  /** Publishes once what has come in has been read: many edits in a row are linted once. */
  async later(open: OpenDocument, ready: Promise<void>): Promise<void> {
    if (this.due.has(open)) return;
    this.due.add(open);
    await ready;
    await this.breathe();
    this.due.delete(open);
    if (this.session.documents.get(open.document.uri) === open) this.publish(open);
  }

  publish(open: OpenDocument): void {
    const { uri, version } = open.document;
    this.send(carrying({ uri, version }, 'diagnostics', toldOf(this.session, open)));
  }

  /** Everything anew: config or settings have changed. */
  publishAll(): void {
    for (const open of this.session.documents.all()) this.publish(open);
    this.publishConfig();
  }

  clear(uri: string): void {
    this.send({ uri, diagnostics: [] });
  }

  /** Config files nobody has open. */
  publishConfig(): void {
    const closed = [...this.session.configs.all()].filter(([path]) => !this.session.documents.at(path));
    const problems = new Map<string, Diagnostic[]>(
      closed.filter(([, items]) => items.length > 0).map(([path, items]) => [this.uriOf(path), items]),
    );
    for (const uri of this.shown) if (!problems.has(uri)) this.clear(uri);
    for (const [uri, diagnostics] of problems) this.send({ uri, diagnostics });
    this.shown = new Set(problems.keys());
  }
}
