import picomatch from 'picomatch';
import type { ConfigFault, ConfigProblem } from '../engine/config/problem.ts';
import { type PackWorld, type ReadPack, readPack, type TeamPack } from '../engine/team/teamPack.ts';
import { foldTable } from '../text/fold.ts';
import { type ConfigLayer, type ConfigReader, whyNotThere } from './configChain.ts';
import { globTest } from './glob.ts';
import { listed } from './mergeSettings.ts';
import { folderOf, resolveFrom, within } from './paths.ts';

/** The packs in force somewhere, and what is wrong with them. */
export interface PacksInForce {
  /** The same array wherever the same packs are in force. */
  readonly team: readonly TeamPack[];
  readonly paths: readonly string[];
  readonly problems: readonly ConfigProblem[];
}

const NONE: PacksInForce = { team: [], paths: [], problems: [] };
/** Folders that no glob looks into. */
const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** Finds the packs that configs name, and reads each once. */
export class PackFinder {
  private readonly reader: ConfigReader;
  private readonly known: Omit<PackWorld, 'folds'>;
  private world: PackWorld | undefined;
  private readonly read = new Map<string, ReadPack | undefined>();
  private readonly inForce = new Map<string, PacksInForce>();

  constructor(reader: ConfigReader, known: Omit<PackWorld, 'folds'>) {
    this.reader = reader;
    this.known = known;
  }

  /** The packs of config layers, farthest first, each once. */
  of(layers: readonly ConfigLayer[]): PacksInForce {
    const paths: string[] = [];
    const missing: ConfigProblem[] = [];
    for (const { file, packs } of layers) {
      paths.push(...packs);
      const written = file.data.packs;
      listed(written ?? []).forEach((glob, i) => {
        const from = folderOf(file.path) ?? '/';
        const found = this.matching(glob, from);
        const span = file.values.get(typeof written === 'string' ? 'packs' : `packs[${i}]`) ?? { start: 0, end: 0 };
        if (found.length === 0) missing.push(file.problem({ span, ...this.whyNone(glob, from) }));
        paths.push(...found);
      });
    }
    if (paths.length === 0) return missing.length === 0 ? NONE : { ...NONE, problems: missing };
    const all = this.together([...new Set(paths)]);
    return missing.length === 0 ? all : { ...all, problems: [...missing, ...all.problems] };
  }

  private whyNone(glob: string, from: string): Omit<ConfigFault, 'span'> {
    if (isGlob(glob)) return { code: 'no-pack', data: { words: glob } };
    const fault = whyNotThere(glob, undefined, from, this.reader);
    return fault.code === 'is-folder' ? { ...fault, data: { ...fault.data, near: `${glob.replace(/\/+$/u, '')}/*.yaml` } } : fault;
  }

  private together(paths: readonly string[]): PacksInForce {
    const key = paths.join('\n');
    const known = this.inForce.get(key);
    if (known) return known;
    const problems: ConfigProblem[] = [];
    const taken = new Set<string>();
    const team = paths.flatMap((path) => {
      const read = this.packAt(path);
      if (!read) return [];
      problems.push(...read.problems);
      const rules = read.pack.rules.filter(({ data: { id }, at }) => {
        if (!taken.has(id)) return taken.add(id);
        problems.push(read.problem({ span: at, code: 'rule-taken', data: { words: id } }));
        return false;
      });
      return [{ ...read.pack, rules }];
    });
    const made = { team, paths, problems };
    this.inForce.set(key, made);
    return made;
  }

  private packAt(path: string): ReadPack | undefined {
    if (this.read.has(path)) return this.read.get(path);
    const source = this.reader.read(path);
    this.world ??= { ...this.known, folds: foldTable() };
    const read = source === undefined ? undefined : readPack(path, source, this.world);
    this.read.set(path, read);
    return read;
  }

  /** The files that an entry of `packs` stands for, by name. */
  private matching(glob: string, folder: string): string[] {
    if (!isGlob(glob)) {
      const path = resolveFrom(folder, glob);
      return this.packAt(path) ? [path] : [];
    }
    const { from, rest } = parted(glob, folder);
    const matches = globTest(rest);
    const found = this.under(from, rest.includes('/') || rest.includes('**'));
    return found.filter((path) => matches(within(from, path) ?? '')).sort();
  }

  private under(folder: string, deep: boolean): string[] {
    const entries = this.reader.list?.(folder) ?? [];
    return entries.flatMap(({ name, kind }) => {
      const path = resolveFrom(folder, name);
      if (kind === 'file') return [path];
      return deep && !PASSED_OVER.has(name) ? this.under(path, deep) : [];
    });
  }
}

/** True for a file that a glob under `packs` takes in, whether it is there or not. */
export function isNamedPack(layers: readonly ConfigLayer[], path: string): boolean {
  return layers.some(({ file, packs }) => {
    const folder = folderOf(file.path) ?? '/';
    const named = listed(file.data.packs ?? []).some((glob) => {
      if (!isGlob(glob)) return resolveFrom(folder, glob) === path;
      const { from, rest } = parted(glob, folder);
      return globTest(rest)(within(from, path) ?? '');
    });
    return named || packs.includes(path);
  });
}

/** False for a path, even if it has a mark of globs in its name. */
function isGlob(glob: string): boolean {
  return /[*?[{!]/u.test(glob) && picomatch.scan(glob.replace(/^\.\//u, '')).glob !== '';
}

/** The folder that a glob looks in, and what it asks of the paths there: the folder's own name may hold marks of globs. */
function parted(glob: string, folder: string): { readonly from: string; readonly rest: string } {
  const { base, glob: rest } = picomatch.scan(glob.replace(/^\.\//u, ''));
  return { from: resolveFrom(folder, base), rest };
}
