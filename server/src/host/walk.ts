import ignore, { type Ignore } from 'ignore';
import { decode } from './decode.ts';
import type { Files } from './files.ts';

/** Folders never looked into. */
const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git']);
/** Which ignore files count; later ones win within a folder. */
const IGNORE_FILES = { honoured: ['.gitignore', '.huashuignore'], 'our own': ['.huashuignore'], 'passed over': [] } as const;

/** The ignore files in force in a folder, nearest first. */
interface IgnoreScope {
  readonly base: string;
  readonly rules: Ignore;
  readonly above: IgnoreScope | undefined;
}

export interface WalkOptions {
  /** Whether ignore files count. */
  readonly ignoreFiles: keyof typeof IGNORE_FILES;
  /** More patterns as in .gitignore, seen from `base`. */
  readonly patterns?: { readonly base: string; readonly patterns: readonly string[] } | undefined;
}

/** Where git takes Refund.md and refund.md for one file. */
const IGNORES_CASE = process.platform === 'win32' || process.platform === 'darwin';

/** Finds files in folders, leaving out what ignore files name, .git and node_modules. */
export class Walker {
  private readonly files: Pick<Files, 'list' | 'kind' | 'read'>;
  private readonly options: WalkOptions;
  private readonly asked: IgnoreScope | undefined;
  private readonly scopes = new Map<string, IgnoreScope | undefined>();
  /** Folders that have been asked about: true where they are left out. */
  private readonly closed = new Map<string, boolean>();

  constructor(files: Pick<Files, 'list' | 'kind' | 'read'>, options: WalkOptions) {
    this.files = files;
    this.options = options;
    const { patterns } = options;
    if (patterns && patterns.patterns.length > 0) {
      this.asked = {
        base: patterns.base,
        rules: ignore({ ignorecase: IGNORES_CASE }).add(patterns.patterns.filter(isMatchable)),
        above: undefined,
      };
    }
  }

  /** Every file under a folder, by name, folder after folder. A folder that cannot be read is passed to `failed`. */
  *walk(folder: string, failed: (path: string, error: unknown) => void): Generator<string> {
    let entries: ReturnType<Files['list']>;
    try {
      entries = this.files.list(folder);
    } catch (error) {
      failed(folder, error);
      return;
    }
    const names = new Set(entries.map((entry) => entry.name));
    const scope = this.scopeOf(folder, names);
    for (const { name, kind } of entries) {
      const path = folder.endsWith('/') ? folder + name : `${folder}/${name}`;
      if (kind === 'folder') {
        if (!NEVER.has(name) && !this.isIgnoredIn(scope, `${path}/`)) yield* this.walk(path, failed);
      } else if (!this.isIgnoredIn(scope, path)) yield path;
    }
  }

  /** True when ignore files or patterns leave a file out, or a folder it is in: what is in such a folder cannot be taken in again. */
  isIgnored(path: string): boolean {
    const folder = parentOf(path);
    return this.isClosed(folder) || this.isIgnoredIn(this.scopeOf(folder), path);
  }

  private isClosed(folder: string): boolean {
    let closed = this.closed.get(folder);
    if (closed === undefined) {
      const above = parentOf(folder);
      closed = !this.isTop(folder) && (this.isClosed(above) || this.isIgnoredIn(this.scopeOf(above), `${folder}/`));
      this.closed.set(folder, closed);
    }
    return closed;
  }

  /** True where no ignore file above has a say. */
  private isTop(folder: string, has = (name: string): boolean => this.files.kind(joined(folder, name)) !== undefined): boolean {
    return folder === '/' || folder === '' || /^[a-z]:\/?$/iu.test(folder) || has('.git');
  }

  private isIgnoredIn(scope: IgnoreScope | undefined, path: string): boolean {
    const asked = this.asked && judge(this.asked, path);
    if (asked !== undefined) return asked;
    for (let at = scope; at; at = at.above) {
      const verdict = judge(at, path);
      if (verdict !== undefined) return verdict;
    }
    return false;
  }

  private scopeOf(folder: string, names?: ReadonlySet<string>): IgnoreScope | undefined {
    if (this.options.ignoreFiles === 'passed over') return undefined;
    if (this.scopes.has(folder)) return this.scopes.get(folder);
    const has = (name: string): boolean => (names ? names.has(name) : this.files.kind(joined(folder, name)) !== undefined);
    const above = this.isTop(folder, has) ? undefined : this.scopeOf(parentOf(folder));
    const sources = IGNORE_FILES[this.options.ignoreFiles].filter(has).map((name) => this.textOf(joined(folder, name)));
    const scope =
      sources.length === 0 ? above : { base: folder, rules: ignore({ ignorecase: IGNORES_CASE }).add(sources.flatMap(linesOf)), above };
    this.scopes.set(folder, scope);
    return scope;
  }

  private textOf(path: string): string {
    try {
      const bytes = this.files.read(path);
      const decoded = decode(bytes);
      return 'text' in decoded ? decoded.text : new TextDecoder().decode(bytes);
    } catch {
      return '';
    }
  }
}

/** The lines of an ignore file, whatever ends them. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/u).filter(isMatchable);
}

/** False for lines that no path is as long as and that no expression can be made of. */
function isMatchable(line: string): boolean {
  return line.length <= LONGEST_LINE;
}

const LONGEST_LINE = 10_000;

function judge(scope: IgnoreScope, path: string): boolean | undefined {
  const inside = path.startsWith(joined(scope.base, '')) ? path.slice(joined(scope.base, '').length) : '';
  if (inside === '' || inside === '/') return undefined;
  const { ignored, unignored } = scope.rules.test(inside);
  return ignored ? true : unignored ? false : undefined;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '/';
}

function joined(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}
