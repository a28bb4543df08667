import ignore, { type Ignore } from 'ignore';
import {
  type ConfigData,
  configShape,
  type KnownRules,
  type MappingData,
  type OverrideData,
  ruleFault,
} from '../engine/config/configShape.ts';
import type { ConfigProblem } from '../engine/config/problem.ts';
import type { PackVocabulary } from '../engine/team/teamPack.ts';
import { type ConfigChain, ConfigFinder, type ConfigLayer, type ConfigReader } from './configChain.ts';
import { globTest } from './glob.ts';
import type { Settings } from './index.ts';
import { listed, mergeSettings } from './mergeSettings.ts';
import { isNamedPack, PackFinder, type PacksInForce } from './packFinder.ts';
import { folderOf, within } from './paths.ts';

export type { ConfigProblem } from '../engine/config/problem.ts';
export { CONFIG_NAMES, type ConfigReader } from './configChain.ts';

/** What exists in this version, for a config to name. */
export interface Known {
  readonly rules: KnownRules;
  /** Ids of the formats that can be read. */
  readonly formats: Iterable<string>;
  /** What a team's own rules may name. */
  readonly vocabulary?: PackVocabulary;
}

/** What config decides for one file. The same `settings` object for all files that are treated alike. */
export interface FileSettings {
  readonly settings: Settings;
  /** The format config names for the file; undefined where its name decides (or, for a phrasebook, its extension). */
  readonly format: string | undefined;
  /** True when a glob of `files` takes the file in. */
  readonly mapped: boolean;
  readonly ignored: boolean;
  /** The globs of all config files in force that leave files out, each seen from its own file. */
  readonly ignore: readonly string[];
  /** What is wrong with the config files in force, each at its place. */
  readonly problems: readonly ConfigProblem[];
  /** Paths of the config files in force, nearest first. */
  readonly sources: readonly string[];
  /** Where a setting comes from: the file and the zero-based line of the nearest layer with that key (`rules.bare-but`). */
  origin(key: string): Origin | undefined;
  /** Every place where config files in force have that key, nearest first. */
  origins(key: string): readonly Origin[];
}

/** Where a key stands in a config file: zero-based, marks of quotation included. */
export interface Origin {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** The config of a folder tree, read once: make a new one when a config file changes. Paths are absolute, with `/`. */
export interface Project {
  settingsFor(path: string): FileSettings;
  /** True for a file that the config in force in its folder takes for a pack, whether it is there or not. */
  isPack(path: string): boolean;
}

/**
 * A project with the workspace root `root`. `only` names a config file that stands in for all others, with the folder its
 * globs are seen from.
 */
export function createProject(
  reader: ConfigReader,
  root: string,
  known: Known,
  only?: { readonly path: string; readonly base: string },
): Project {
  const finder = new ConfigFinder(reader, configShape(known.rules));
  const packs = new PackFinder(reader, { rules: new Set(known.rules.keys()), ...(known.vocabulary ?? { lists: new Set(), acts: [] }) });
  const folders = new Map<string, FolderConfig>();
  const chainOf = (folder: string): ConfigChain =>
    only ? (finder.chainFrom(only.path, only.base) ?? { layers: [], problems: [] }) : finder.chainOf(folder, root);
  const configOf = (path: string): FolderConfig => {
    const folder = only ? only.base : (folderOf(path) ?? root);
    const config = folders.get(folder) ?? new FolderConfig(chainOf(folder), packs, known);
    folders.set(folder, config);
    return config;
  };
  return { settingsFor: (path) => configOf(path).settingsFor(path), isPack: (path) => configOf(path).isPack(path) };
}

/** The config in force in one folder. */
class FolderConfig {
  private readonly chain: ConfigChain;
  private readonly problems: readonly ConfigProblem[];
  private readonly packs: PacksInForce;
  /** Ids of the rules there are. */
  private readonly named: ReadonlySet<string>;
  private readonly overrides: readonly Selected<OverrideData>[];
  private readonly mappings: readonly Selected<MappingData>[];
  private readonly ignores: readonly { readonly base: string; readonly rules: Ignore }[];
  private readonly known = new Map<string, FileSettings>();

  constructor(chain: ConfigChain, packs: PackFinder, { rules, formats }: Known) {
    this.chain = chain;
    this.packs = packs.of(chain.layers);
    const team = new Set(this.packs.team.flatMap((pack) => pack.rules.map((rule) => rule.data.id)));
    const built = new Set(formats);
    const later = chain.layers.flatMap((layer) => [...misnamed(layer, rules, team), ...mismapped(layer, built)]);
    this.problems = [...chain.problems, ...this.packs.problems, ...later];
    this.named = new Set([...rules.keys(), ...team]);
    this.overrides = chain.layers.flatMap((layer) =>
      (layer.file.data.overrides ?? []).map((o, i) => select(layer, o.files ?? [], o, `overrides[${i}]`)),
    );
    this.mappings = chain.layers.flatMap((layer) =>
      Object.entries(layer.file.data.files ?? {}).map(([glob, m]) => select(layer, glob, m, `files.${glob}`)),
    );
    this.ignores = chain.layers
      .filter((l) => l.file.data.ignore)
      .map((l) => ({ base: l.base, rules: ignore().add([...l.file.data.ignore!]) }));
  }

  settingsFor(path: string): FileSettings {
    const overrides = this.overrides.filter((o) => o.matches(path));
    const mapping = this.mappings.findLast((m) => m.matches(path));
    // A pack is no script, whatever its format.
    const ignored =
      this.packs.paths.includes(path) ||
      this.ignores.some(({ base, rules }) => {
        const inside = within(base, path);
        return inside !== undefined && rules.ignores(inside);
      });
    const key = JSON.stringify([overrides.map((o) => o.id), mapping?.id, ignored]);
    const made = this.known.get(key) ?? this.make(overrides, mapping, ignored);
    this.known.set(key, made);
    return made;
  }

  isPack(path: string): boolean {
    return isNamedPack(this.chain.layers, path);
  }

  private make(overrides: readonly Selected<OverrideData>[], mapping: Selected<MappingData> | undefined, ignored: boolean): FileSettings {
    const parts = this.chain.layers.flatMap((layer): Part[] => [
      { layer, data: layer.file.data, prefix: '' },
      ...overrides.filter((o) => o.layer === layer).map((o) => ({ layer, data: o.data, prefix: `${o.name}.` })),
    ]);
    const merged = mergeSettings(
      parts.map((p) => p.data),
      mapping?.data,
    );
    const rules = merged.rules && Object.fromEntries(Object.entries(merged.rules).filter(([id]) => this.named.has(id)));
    const { team } = this.packs;
    const settings = { ...merged, ...(rules ? { rules } : {}), ...(team.length > 0 ? { team } : {}) };
    const format = typeof mapping?.data === 'string' ? mapping.data : mapping?.data.format;
    return {
      settings,
      format: format === 'phrasebook' ? undefined : format,
      mapped: mapping !== undefined,
      ignored,
      ignore: this.chain.layers.flatMap((layer) => layer.file.data.ignore ?? []),
      problems: this.problems,
      sources: [...new Set([...this.chain.layers.map((l) => l.file.path).reverse(), ...this.packs.paths])],
      origin: (name) => originsOf(name, parts, mapping)[0],
      origins: (name) => originsOf(name, parts, mapping),
    };
  }
}

interface Part {
  readonly layer: ConfigLayer;
  readonly data: ConfigData | OverrideData;
  readonly prefix: string;
}

/** A part of a config that counts for some files. */
interface Selected<T> {
  readonly id: string;
  /** Its full name in its file. */
  readonly name: string;
  readonly layer: ConfigLayer;
  readonly data: T;
  matches(path: string): boolean;
}

/** A glob without a slash is compared with the name alone, any other with the path from the config's folder. */
function select<T>(layer: ConfigLayer, globs: string | readonly string[], data: T, name: string): Selected<T> {
  const tests = listed(globs).map((glob) => {
    const bare = bareGlob(glob);
    return bare === '' ? () => false : globTest(bare, { dot: true, basename: !bare.includes('/') });
  });
  return {
    id: `${layer.file.path}#${name}`,
    name,
    layer,
    data,
    matches(path) {
      const inside = within(layer.base, path);
      return inside !== undefined && tests.some((test) => test(inside));
    },
  };
}

function bareGlob(glob: string): string {
  return glob.replace(/^\.\//u, '');
}

function originsOf(name: string, parts: readonly Part[], mapping: Selected<MappingData> | undefined): Origin[] {
  const candidates = [
    ...(name === 'files' && mapping ? [{ layer: mapping.layer, key: mapping.name }] : []),
    ...parts.toReversed().map(({ layer, prefix }) => ({ layer, key: prefix + name })),
  ];
  return candidates.flatMap(({ layer, key }) => {
    const span = layer.file.keys.get(key);
    if (!span) return [];
    const { line, column } = layer.file.problem({ span, code: 'unknown-key', data: {} }).at;
    return [{ path: layer.file.path, line, column, length: span.end - span.start }];
  });
}

/** Rules that a config names and that are not there. */
function misnamed({ file }: ConfigLayer, rules: KnownRules, team: ReadonlySet<string>): ConfigProblem[] {
  const tables = [
    { at: 'rules', table: file.data.rules },
    ...(file.data.overrides ?? []).map((o, i) => ({ at: `overrides[${i}].rules`, table: o.rules })),
  ];
  return tables.flatMap(({ at, table = {} }) =>
    Object.keys(table).flatMap((name) => {
      const fault = ruleFault(name, rules, team);
      return fault ? [file.problem({ ...fault, span: file.keys.get(`${at}.${name}`) ?? { start: 0, end: 0 } })] : [];
    }),
  );
}

/** What is wrong with the files a config names: globs without a mark, and formats that this version does not read. */
function mismapped({ file }: ConfigLayer, formats: ReadonlySet<string>): ConfigProblem[] {
  const at = (key: string) => file.keys.get(key) ?? { start: 0, end: 0 };
  const problems: ConfigProblem[] = [];
  const needsMark = (key: string, glob: string): void => {
    if (bareGlob(glob) === '') problems.push(file.problem({ span: at(key), code: 'empty-glob', data: { words: glob } }));
  };
  for (const [i, { files }] of (file.data.overrides ?? []).entries())
    for (const glob of listed(files ?? [])) needsMark(`overrides[${i}].files`, glob);
  for (const [glob, mapping] of Object.entries(file.data.files ?? {})) {
    needsMark(`files.${glob}`, glob);
    const format = typeof mapping === 'string' ? mapping : mapping.format;
    if (format === undefined || format === 'phrasebook' || formats.has(format)) continue;
    problems.push(file.problem({ span: at(`files.${glob}`), code: 'format-not-built', data: { words: format } }));
  }
  return problems;
}
