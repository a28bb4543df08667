import type { Locale } from '../core/index.ts';

/** The world the server runs in: files by absolute path with `/`. In Node it is the disk. */
export interface ServerHost {
  /** Tells the results of this run of the server from those of an earlier one. */
  readonly session: string;
  /** The path a URI stands for; undefined for documents that are no files. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** The text of a file, decoded, without a byte order mark; undefined where there is none or it cannot be read. */
  read(path: string): string | undefined;
  /** What is in a folder; empty when there is no such folder. */
  list(folder: string): readonly { readonly name: string; readonly kind: 'file' | 'folder' }[];
  /** The path with links followed; undefined where it leads nowhere. */
  real(path: string): string | undefined;
  /** Size in bytes; undefined where there is no such file. */
  size(path: string): number | undefined;
  /** Files under a folder that are not ignored by git or by ignore files. */
  files(folder: string): Iterable<string> | AsyncIterable<string>;
  /** Tells of files whether our own ignore files leave them out. What it has read of those it remembers. */
  ignoring(): (path: string) => boolean;
  /** Calls with the path of each file that appears, changes or goes, until stopped. */
  watch(folder: string, changed: (path: string) => void): { stop(): void };
  /** The local date: `2026-12-31`. */
  today(): string;
  /** Lets waiting messages be read before work goes on. */
  breathe(): Promise<void>;
  /** The address of a rule's page in one language, when the pages ship with the server. */
  rulePage(rule: string, locale: Locale): string | undefined;
}
