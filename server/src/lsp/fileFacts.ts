import type { CancellationToken } from 'vscode-languageserver';
import { type FileFacts, factsOf } from '../service/navigation/facts.ts';
import type { Parsed } from '../service/parsed.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';

/** What the facts are read from. */
export type FactSources = Pick<Session, 'files' | 'documents' | 'projects' | 'parsed' | 'parsedFile'>;

/** So many units are read before waiting messages are. */
const AT_ONCE = 200_000;

/**
 * What the files of the workspace say that others may refer to: scenes, links, placeholders. A file is read when somebody first asks for
 * all of them, and again once it has changed; an open document once an edition.
 */
export class WorkspaceFacts {
  private readonly sources: FactSources;
  private readonly breathe: () => Promise<void>;
  private readonly closed = new Map<string, FileFacts | undefined>();
  private readonly read = new WeakMap<Parsed, FileFacts>();

  constructor(sources: FactSources, breathe: () => Promise<void>) {
    this.sources = sources;
    this.breathe = breathe;
  }

  /** The facts of a document as it was read. */
  of(parsed: Parsed): FileFacts {
    const facts = this.read.get(parsed) ?? factsOf(parsed);
    this.read.set(parsed, facts);
    return facts;
  }

  /** The facts of every file that a document may refer to, in order of path; a document in no open folder is by itself. Empty once cancelled. */
  async around(open: OpenDocument, token: CancellationToken): Promise<readonly FileFacts[]> {
    if (open.path !== undefined && this.belongs(open.path)) return this.all(token);
    const parsed = this.sources.parsed(open);
    return parsed ? [this.of(parsed)] : [];
  }

  /** The facts of every file of the open folders. Empty once cancelled. */
  async all(token: CancellationToken): Promise<readonly FileFacts[]> {
    const found: FileFacts[] = [];
    let units = 0;
    for (const path of await this.paths()) {
      const open = this.sources.documents.at(path);
      const known = open ? undefined : this.closed.get(path);
      if (known) found.push(known);
      if (known || (!open && this.closed.has(path))) continue;
      const parsed = open ? this.sources.parsed(open) : this.sources.parsedFile(path);
      const facts = parsed && this.of(parsed);
      if (!open) this.closed.set(path, facts);
      if (facts) found.push(facts);
      units += parsed?.text.length ?? AT_ONCE / 100;
      if (units < AT_ONCE) continue;
      units = 0;
      await this.breathe();
      if (token.isCancellationRequested) return [];
    }
    return found;
  }

  /** A file appeared, changed or went. */
  changed(path: string): void {
    this.closed.delete(path);
  }

  /** Config has changed: every file may be read otherwise. */
  forget(): void {
    this.closed.clear();
  }

  /** True for what is in an open folder. */
  private belongs(path: string): boolean {
    return this.sources.projects.rootOf(path) !== undefined;
  }

  private async paths(): Promise<readonly string[]> {
    const listed = await this.sources.files.list();
    const more: string[] = [];
    for (const { path } of this.sources.documents.all()) if (path !== undefined && this.belongs(path)) more.push(path);
    const unlisted = more.filter((path) => !listed.includes(path));
    return unlisted.length === 0 ? listed : [...listed, ...unlisted].sort();
  }
}
