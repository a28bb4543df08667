import type { Diagnostic } from 'vscode-languageserver';

/** What was found in a file nobody has open, under a name that changes when it does. */
export interface ClosedReport {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** Remembers what files on disk were found to hold, so that one change costs one file. */
export class ClosedFiles {
  private readonly session: string;
  private readonly find: () => Promise<readonly string[]>;
  private readonly lint: (path: string) => Diagnostic[];
  private listed: Promise<readonly string[]> | undefined;
  private readonly known = new Map<string, ClosedReport>();
  private stale = new Set<string>();
  private results = 0;

  /** `find` lists the files to report on, `lint` gives the diagnostics of one. */
  constructor(session: string, find: () => Promise<readonly string[]>, lint: (path: string) => Diagnostic[]) {
    this.session = session;
    this.find = find;
    this.lint = lint;
  }

  list(): Promise<readonly string[]> {
    this.listed ??= this.find();
    return this.listed;
  }

  /** The report of a file, linted if it must be; one that comes out the same keeps its name. */
  report(path: string): ClosedReport {
    const known = this.known.get(path);
    if (known && !this.stale.has(path)) return known;
    const items = this.lint(path);
    const same = known !== undefined && JSON.stringify(known.items) === JSON.stringify(items);
    const report = same ? known : { resultId: `${this.session}.file.${++this.results}`, items };
    this.known.set(path, report);
    this.stale.delete(path);
    return report;
  }

  /** A file appeared, changed or went. */
  changed(path: string): void {
    this.stale.add(path);
    this.listed = undefined;
  }

  /** Config has changed: every file must be looked at again. */
  forget(): void {
    this.stale = new Set(this.known.keys());
    this.listed = undefined;
  }
}
