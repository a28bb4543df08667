import { type ConfigShape, PRESETS } from '../engine/config/configShape.ts';
import type { ConfigFault, ConfigProblem } from '../engine/config/problem.ts';
import { type ConfigFile, readConfig, readPackageConfig } from '../engine/config/readConfig.ts';
import { isPackSource } from '../engine/team/teamPack.ts';
import { nearest } from '../text/nearest.ts';
import { listed } from './mergeSettings.ts';
import { folderOf, resolveFrom, upwards } from './paths.ts';

/** Reads a file as text; undefined when there is none. What a project asks of the world. */
export interface ConfigReader {
  read(path: string): string | undefined;
  /** What is in a folder; empty when there is no such folder. Where it cannot be told, globs find nothing. */
  list?(folder: string): readonly { readonly name: string; readonly kind: 'file' | 'folder' }[];
}

/** One config file in force and the folder that its globs are seen from. */
export interface ConfigLayer {
  readonly file: ConfigFile;
  readonly base: string;
  /** Paths of the packs it extends. */
  readonly packs: readonly string[];
}

/** The config files that count somewhere, farthest first, each once and after those it extends; and what is wrong with them. */
export interface ConfigChain {
  readonly layers: readonly ConfigLayer[];
  readonly problems: readonly ConfigProblem[];
}

/** Names of config files, in the order in which they are preferred within a folder. */
export const CONFIG_NAMES = ['huashu.yaml', 'huashu.yml', 'huashu.json', 'package.json'] as const;

/** Most files that extend one another in a row. */
const MOST_EXTENDED = 100;

/** What is wrong with naming a file that cannot be read; `near` is what else may have been meant. */
export function whyNotThere(name: string, near: string | undefined, from: string, { list }: ConfigReader): Omit<ConfigFault, 'span'> {
  const path = resolveFrom(from, name);
  const beside = list?.(folderOf(path) ?? '/') ?? [];
  const isFolder = name !== '' && beside.some((entry) => entry.kind === 'folder' && path.endsWith(`/${entry.name}`));
  return { code: isFolder ? 'is-folder' : 'not-found', data: { words: name, ...(near === undefined ? {} : { near }) } };
}

/** Finds config files and follows what they extend. Each file is read once. */
export class ConfigFinder {
  private readonly reader: ConfigReader;
  private readonly shape: ConfigShape;
  private readonly files = new Map<string, ConfigFile | undefined>();

  constructor(reader: ConfigReader, shape: ConfigShape) {
    this.reader = reader;
    this.shape = shape;
  }

  /** The chain of a folder: upwards to `root: true` or to `top`. */
  chainOf(folder: string, top: string): ConfigChain {
    const found: ConfigFile[] = [];
    for (const at of upwards(folder, top)) {
      const file = this.inFolder(at);
      if (!file) continue;
      found.unshift(file);
      if (file.data.root === true) break;
    }
    return this.expand(found.map((file) => ({ file, base: folderOf(file.path) ?? '/', packs: [] })));
  }

  /** The chain that one file alone makes; undefined when it cannot be read. */
  chainFrom(path: string, base: string): ConfigChain | undefined {
    const file = this.fileAt(path);
    return file && this.expand([{ file, base, packs: [] }]);
  }

  private inFolder(folder: string): ConfigFile | undefined {
    for (const name of CONFIG_NAMES) {
      const file = this.fileAt(resolveFrom(folder, name));
      if (file) return file;
    }
    return undefined;
  }

  private fileAt(path: string): ConfigFile | undefined {
    if (this.files.has(path)) return this.files.get(path);
    const source = this.reader.read(path);
    const read = path.endsWith('/package.json') ? readPackageConfig : readConfig;
    const file = source === undefined ? undefined : read(path, source, this.shape);
    this.files.set(path, file);
    return file;
  }

  private expand(chain: readonly ConfigLayer[]): ConfigChain {
    const layers: ConfigLayer[] = [];
    const problems: ConfigProblem[] = [];
    const added = new Set<string>();
    const add = (layer: ConfigLayer, within: readonly string[]): void => {
      const { file, base } = layer;
      added.add(`${base}\n${file.path}`);
      problems.push(...file.problems);
      const packs: string[] = [];
      const from = folderOf(file.path) ?? '/';
      for (const [i, name] of listed(file.data.extends ?? []).entries()) {
        if (PRESETS.some((preset) => preset === name)) continue;
        const target = this.target(name, from);
        const span = file.values.get(`extends[${i}]`) ?? file.keys.get('extends') ?? { start: 0, end: 0 };
        if (!target) problems.push(file.problem({ span, ...whyNotThere(name, nearest(name, PRESETS), from, this.reader) }));
        else if (typeof target === 'string') packs.push(target);
        else if (within.length > MOST_EXTENDED) problems.push(file.problem({ span, code: 'deep-extends', data: { words: name } }));
        else if (within.includes(target.path)) problems.push(file.problem({ span, code: 'cycle', data: { words: name } }));
        else if (!added.has(`${base}\n${target.path}`)) add({ file: target, base, packs: [] }, [...within, target.path]);
      }
      layers.push({ ...layer, packs });
    };
    for (const layer of chain) add(layer, [layer.file.path]);
    return { layers, problems: [...new Set(problems)] };
  }

  /** What `extends` names: a file beside the config, or a package found in `node_modules` from there upwards; data in either case. Of a pack its path. */
  private target(name: string, folder: string): ConfigFile | string | undefined {
    const isFile = /\.(?:ya?ml|json)$/u.test(name);
    if (isFile || /^\.{0,2}\//u.test(name)) {
      const file = this.packOrConfig(resolveFrom(folder, name));
      if (file || /^\.{0,2}\//u.test(name)) return file;
    }
    for (const at of upwards(folder, '')) {
      const home = resolveFrom(at, `node_modules/${name}`);
      const file = isFile ? this.packOrConfig(home) : this.inFolder(home);
      if (file) return file;
    }
    return undefined;
  }

  private packOrConfig(path: string): ConfigFile | string | undefined {
    const source = this.reader.read(path);
    return source !== undefined && isPackSource(source) ? path : this.fileAt(path);
  }
}
