import type { Diagnostic } from 'vscode-languageserver';

/** What was found in a file nobody has open, under a name that changes when it does. */
export interface ClosedReport {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** What came of linting a file. */
export interface ClosedLint {
  readonly items: Diagnostic[];
  /** The same with what other files say now; absent where they have no say. */
  readonly again?: () => Diagnostic[];
  /** Units of text that `again` keeps. */
  readonly size: number;
}

/** Units of text kept of files that others have a say in; what is beyond is linted again when it must be. */
const MOST_KEPT = 16_000_000;

/** Remembers what files on disk were found to hold, so that one change costs one file. */
export class ClosedFiles {
  private readonly session: string;
  private readonly find: () => Promise<readonly string[]>;
  private readonly lint: (path: string) => ClosedLint;
  private readonly gone: (path: string) => void;
  private listed: Promise<readonly string[]> | undefined;
  private readonly known = new Map<string, ClosedReport>();
  private readonly kept = new Map<string, ClosedLint>();
  private size = 0;
  private stale = new Set<string>();
  /** Files of which others say other things now. */
  private touched = new Set<string>();
  private results = 0;

  /** `find` lists the files to report on, `lint` gives what is found in one, `gone` is told of those that are no longer there. */
  constructor(session: string, find: () => Promise<readonly string[]>, lint: (path: string) => ClosedLint, gone: (path: string) => void) {
    this.session = session;
    this.find = find;
    this.lint = lint;
    this.gone = gone;
  }

  list(): Promise<readonly string[]> {
    this.listed ??= this.find().then((paths) => {
      const there = new Set(paths);
      for (const path of new Set([...this.known.keys(), ...this.stale])) if (!there.has(path)) this.drop(path);
      return paths;
    });
    return this.listed;
  }

  /** The report of a file, linted if it must be; one that comes out the same keeps its name. */
  report(path: string): ClosedReport {
    const known = this.known.get(path);
    if (known && !this.stale.has(path) && !this.touched.has(path)) return known;
    const kept = known && !this.stale.has(path) ? this.kept.get(path)?.again : undefined;
    this.touched.delete(path);
    const items = kept ? kept() : this.linted(path);
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

  /** Other files say other things: what is found in the file may be something else. */
  touch(path: string): void {
    if (this.known.has(path)) this.touched.add(path);
  }

  /** Config has changed: every file must be looked at again. */
  forget(): void {
    this.stale = new Set(this.known.keys());
    this.listed = undefined;
  }

  private linted(path: string): Diagnostic[] {
    this.release(path);
    const result = this.lint(path);
    if (result.again && this.size + result.size <= MOST_KEPT) {
      this.kept.set(path, result);
      this.size += result.size;
    }
    return result.items;
  }

  private drop(path: string): void {
    this.release(path);
    this.known.delete(path);
    this.stale.delete(path);
    this.touched.delete(path);
    this.gone(path);
  }

  private release(path: string): void {
    this.size -= this.kept.get(path)?.size ?? 0;
    this.kept.delete(path);
  }
}
