import type { Locale, Settings } from '../core/index.ts';
import type { FileSettings, Known, Project } from '../core/project.ts';
import { decode } from '../host/decode.ts';
import { notText, reason } from './collect.ts';
import type { CommandSettings, LintOptions } from './lintOptions.ts';
import { absolute, parentOf, shown } from './paths.ts';
import { say } from './wording.ts';
import { Refusal, type World } from './world.ts';

/** What config files and the command line together decide for files. */
export interface Configs {
  settingsFor(path: string): FileSettings;
  /** Config files that are there and cannot be read; whoever says so takes them out. */
  readonly failures: { readonly path: string; readonly why: string }[];
}

type Asked = Pick<LintOptions, 'config' | 'over'>;

/** Reads the config in force in `folders`. What config costs to load is only paid where there is some. */
export async function loadConfigs(world: World, asked: Asked, folders: Iterable<string>, known: Known, locale: Locale): Promise<Configs> {
  const { config } = asked;
  const finder = new Roots(world);
  const needed = config.from === 'one' || (config.from === 'files' && [...folders].some((folder) => finder.hasConfig(folder)));
  if (!needed) return withoutFiles(asked.over);
  const { createProject } = await import('../core/project.ts');
  const failures: Configs['failures'] = [];
  const reader = { read: (path: string) => readText(world, path, failures), list: (folder: string) => listed(world, folder) };
  const projects = new Map<string, Project>();
  const only = config.from === 'one' ? { path: absolute(world.cwd, config.path), base: world.cwd } : undefined;
  if (only && world.files.kind(only.path) !== 'file')
    throw new Refusal(
      say(locale, world.files.kind(only.path) === undefined ? 'noSuchFile' : 'noConfigFile', { path: shown(world.cwd, only.path) }),
    );
  const overlaid = overlays(asked.over);
  return {
    failures,
    settingsFor(path) {
      const root = only ? only.base : finder.rootOf(parentOf(path));
      const project = projects.get(root) ?? createProject(reader, root, known, only);
      projects.set(root, project);
      return overlaid(project.settingsFor(path));
    },
  };
}

function withoutFiles(over: CommandSettings): Configs {
  const none: FileSettings = {
    settings: overlay({}, over),
    format: undefined,
    mapped: false,
    ignored: false,
    ignore: [],
    problems: [],
    sources: [],
    origin: () => undefined,
    origins: () => [],
  };
  return { settingsFor: () => none, failures: [] };
}

/** Puts the command line over settings; files that are treated alike keep sharing one object. */
function overlays(over: CommandSettings): (found: FileSettings) => FileSettings {
  const made = new WeakMap<Settings, Settings>();
  return (found) => {
    const settings = made.get(found.settings) ?? overlay(found.settings, over);
    made.set(found.settings, settings);
    return { ...found, settings };
  };
}

function overlay(settings: Settings, { preset, levels, only, lang, today }: CommandSettings): Settings {
  const rules = Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, { ...settings.rules?.[id], level }]));
  return {
    ...settings,
    ...(preset === undefined ? {} : { preset }),
    ...(only === undefined ? {} : { only }),
    ...(lang === undefined ? {} : { lang }),
    ...(today === undefined ? {} : { today }),
    rules: { ...settings.rules, ...rules },
  };
}

function readText(world: World, path: string, failures: Configs['failures']): string | undefined {
  if (world.files.kind(path) !== 'file') return undefined;
  try {
    const decoded = decode(world.files.read(path));
    if ('text' in decoded) return decoded.text;
    failures.push({ path, why: notText(decoded.why) });
  } catch (error) {
    failures.push({ path, why: reason(error) });
  }
  return undefined;
}

function listed(world: World, folder: string): ReturnType<World['files']['list']> {
  try {
    return world.files.kind(folder) === 'folder' ? world.files.list(folder) : [];
  } catch {
    return [];
  }
}

/** Where the search for config ends: at the folder that holds `.git`, else at the top. */
class Roots {
  private readonly world: World;
  private readonly roots = new Map<string, string>();
  private readonly configured = new Map<string, boolean>();

  constructor(world: World) {
    this.world = world;
  }

  rootOf(folder: string): string {
    const known = this.roots.get(folder);
    if (known !== undefined) return known;
    const above = parentOf(folder);
    const root = above === folder || this.world.files.kind(absolute(folder, '.git')) !== undefined ? folder : this.rootOf(above);
    this.roots.set(folder, root);
    return root;
  }

  hasConfig(folder: string): boolean {
    const known = this.configured.get(folder);
    if (known !== undefined) return known;
    const here = ['huashu.yaml', 'huashu.yml', 'huashu.json', 'package.json'].some(
      (name) => this.world.files.kind(absolute(folder, name)) === 'file',
    );
    const found = here || (this.rootOf(folder) !== folder && this.hasConfig(parentOf(folder)));
    this.configured.set(folder, found);
    return found;
  }
}
