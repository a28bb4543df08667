/** Something in a folder. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** The disk, or what stands in for it. Paths are absolute, with `/`. What cannot be done throws an Error that says why. */
export interface Files {
  read(path: string): Uint8Array;
  /** The same in pieces, each to be used before the next is asked for. */
  chunks(path: string): Iterable<Uint8Array>;
  kind(path: string): 'file' | 'folder' | undefined;
  /** Size in bytes; undefined where there is no such file. */
  size(path: string): number | undefined;
  /** The path with links followed; undefined where it leads nowhere. */
  real(path: string): string | undefined;
  /** Files and folders, links to files among them (links to folders are left out: they may lead back), by name. */
  list(folder: string): readonly Entry[];
  /** Puts new bytes in place of a file at one stroke: a reader sees the old file or the new one. Links are followed, the mode is kept. */
  replace(path: string, bytes: Uint8Array): void;
  /** A file that takes its place under its name only when it is complete. */
  begin(path: string): PendingFile;
}

export interface PendingFile {
  write(text: string): void;
  /** Takes its place. */
  commit(): void;
  /** Leaves no trace. */
  discard(): void;
}
