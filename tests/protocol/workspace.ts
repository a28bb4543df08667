import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The server as it ships. Tests run from out/tests/protocol. */
export const SERVER = fileURLToPath(new URL('../../../dist/server.js', import.meta.url));

/** A folder on disk for one test, with its files. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'huashu-lsp-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  get uri(): string {
    return pathToFileURL(this.path).href;
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  remove(name = ''): void {
    rmSync(join(this.path, name), { recursive: true, force: true });
  }
}

export const REFUSAL = '旁白:我要退款。\n客服:我们不能给您退款。\n';
export const CLEAN = '旁白:我要退款。\n客服:您好,我来为您办理退款。\n';
