import {
  accessSync,
  closeSync,
  constants,
  type FSWatcher,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  watch,
  writeSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Entry, Files, PendingFile } from './files.ts';

/** The disk. The one module that knows `node:fs`. */
export function nodeFiles(): Files {
  return {
    read: (path) => readFileSync(path),
    chunks,
    kind,
    size: (path) => statSync(path, { throwIfNoEntry: false })?.size,
    real,
    list,
    replace(path, bytes) {
      const pending = new Pending(path);
      try {
        pending.append(bytes);
        pending.commit();
      } finally {
        pending.discard();
      }
    },
    begin: (path) => new Pending(path),
  };
}

function* chunks(path: string): Generator<Uint8Array> {
  const descriptor = openSync(path, 'r');
  const buffer = Buffer.allocUnsafeSlow(READ);
  try {
    for (let length = READ; length > 0; ) {
      length = readSync(descriptor, buffer, 0, READ, null);
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes read at a time. */
const READ = 1 << 20;

function kind(path: string): 'file' | 'folder' | undefined {
  const found = standing(path);
  return found?.isDirectory() ? 'folder' : found ? 'file' : undefined;
}

/** What stands behind a path; undefined too where that cannot be told: a link to itself, a folder closed to us, a name too long. */
function standing(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path).replaceAll(sep, '/');
  } catch {
    return undefined;
  }
}

function list(folder: string): Entry[] {
  const entries: Entry[] = [];
  for (const found of readdirSync(folder, { withFileTypes: true })) {
    const { name } = found;
    if (found.isDirectory()) entries.push({ name, kind: 'folder' });
    else if (found.isFile() || (found.isSymbolicLink() && standing(`${folder}/${name}`)?.isFile())) {
      entries.push({ name, kind: 'file' });
    }
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Calls with the path of each file under a folder that appears, changes or goes (a folder that goes is named itself).
 * Folders named in `passedOver` are not looked into.
 */
export function watchFolder(folder: string, passedOver: ReadonlySet<string>, changed: (path: string) => void): { stop(): void } {
  const watching = new Map<string, FSWatcher>();
  const drop = (gone: string): void => {
    for (const [path, watcher] of watching) {
      if (path !== gone && !path.startsWith(`${gone}/`)) continue;
      watcher.close();
      watching.delete(path);
    }
  };
  const happened = (path: string): void => {
    const now = kind(path);
    if (now === undefined) drop(path);
    if (now === 'folder') add(path, changed);
    else changed(path);
  };
  const add = (at: string, found: (path: string) => void): void => {
    if (watching.has(at)) return;
    try {
      const watcher = watch(at, { persistent: false }, (_, name) => {
        if (name !== null && !passedOver.has(name)) happened(`${at}/${name}`);
      });
      watcher.on('error', () => drop(at));
      watching.set(at, watcher);
      for (const { name, kind } of list(at)) {
        if (passedOver.has(name)) continue;
        if (kind === 'folder') add(`${at}/${name}`, found);
        else found(`${at}/${name}`);
      }
    } catch {
      drop(at);
    }
  };
  add(folder, () => {});
  return { stop: () => drop(folder) };
}

/** Makes a folder and those it is in, one by one: made at once, some file systems (/proc) are tried for ever. */
function makeFolder(path: string): void {
  if (standing(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  mkdirSync(path);
}

/** Units of text held back before they are written. */
const CHUNK = 1 << 16;

/**
 * A file under a passing name beside its place, in a folder that is made where there is none. A signal that ends the process takes it away first. What is no ordinary file
 * (a terminal, /dev/null) is written to as it is.
 */
class Pending implements PendingFile {
  private readonly target: string;
  private readonly passing: string | undefined;
  private readonly descriptor: number;
  private readonly stop: (signal: NodeJS.Signals) => void;
  private held = '';
  private open = true;

  constructor(path: string) {
    const old = statSync(path, { throwIfNoEntry: false });
    const ordinary = old === undefined || old.isFile();
    this.target = old && ordinary ? realpathSync(path) : path;
    // The folder may allow what the file does not.
    if (old) accessSync(this.target, constants.W_OK);
    else makeFolder(dirname(this.target));
    this.passing = ordinary ? passingName(this.target) : undefined;
    this.stop = (signal) => {
      this.discard();
      process.kill(process.pid, signal);
    };
    for (const signal of SIGNALS) process.on(signal, this.stop);
    try {
      this.descriptor = openSync(this.passing ?? path, 'w', 0o666);
    } catch (error) {
      this.ignoreSignals();
      throw error;
    }
    if (old && ordinary) fchmodSync(this.descriptor, old.mode & 0o7777);
  }

  write(text: string): void {
    this.held += text;
    if (this.held.length >= CHUNK) this.flush();
  }

  append(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at);
  }

  commit(): void {
    this.flush();
    const { passing } = this;
    if (passing !== undefined) fsyncSync(this.descriptor);
    this.close(() => passing !== undefined && renameSync(passing, this.target));
  }

  discard(): void {
    if (!this.open) return;
    const { passing } = this;
    this.close(() => passing !== undefined && rmSync(passing, { force: true }));
  }

  private flush(): void {
    if (this.held !== '') this.append(Buffer.from(this.held));
    this.held = '';
  }

  /** Signals go back to their own ways only when the file is where it belongs: one more would end the process at once. */
  private close(settle: () => unknown): void {
    this.open = false;
    closeSync(this.descriptor);
    try {
      settle();
    } finally {
      this.ignoreSignals();
    }
  }

  private ignoreSignals(): void {
    for (const signal of SIGNALS) process.off(signal, this.stop);
  }
}

/** A name beside a file that nothing else has, however long the file's own is. */
function passingName(target: string): string {
  return join(dirname(target), `.huashu-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
