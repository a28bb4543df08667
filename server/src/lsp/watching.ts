import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { CONFIG_NAMES } from '../core/project.ts';
import type { ServerHost } from './host.ts';

/** Files whose changes matter: scripts and whatever config may map, config files, ignore files. */
const WATCHED = [
  '**/*.{huashu,md,markdown,txt,csv,tsv,json,jsonl,ndjson,yaml,yml,html,htm}',
  `**/{${CONFIG_NAMES.join(',')}}`,
  '**/{.gitignore,.huashuignore}',
];

/** Has the client tell of changes on disk. */
export async function watchThroughClient(connection: Connection): Promise<void> {
  const watchers = WATCHED.map((globPattern) => ({ globPattern }));
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Watches folders itself, for clients that cannot; the folders may change. */
export class FolderWatch {
  private readonly host: ServerHost;
  private readonly changed: (paths: readonly string[]) => void;
  private watching: { stop(): void }[] = [];
  private pending = new Set<string>();

  constructor(host: ServerHost, changed: (paths: readonly string[]) => void) {
    this.host = host;
    this.changed = changed;
  }

  watch(folders: readonly string[]): void {
    this.stop();
    this.watching = folders.map((folder) => this.host.watch(folder, (path) => this.happened(path)));
  }

  stop(): void {
    for (const one of this.watching) one.stop();
    this.watching = [];
  }

  /** One save makes several events: what comes together is told together. */
  private happened(path: string): void {
    this.pending.add(path);
    if (this.pending.size > 1) return;
    void this.host.breathe().then(() => {
      const paths = [...this.pending];
      this.pending = new Set();
      this.changed(paths);
    });
  }
}
