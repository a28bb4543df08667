import type { Diagnostic } from 'vscode-languageserver';
import type { Locale } from '../core/index.ts';
import { CONFIG_NAMES, createProject } from '../core/project.ts';
import { configDiagnostics } from '../service/configDiagnostics.ts';
import type { OpenDocuments } from './documents.ts';
import type { ServerHost } from './host.ts';
import type { Projects } from './projects.ts';

/** The config files and packs that count somewhere, and what is wrong with each. */
export class ConfigFiles {
  private readonly host: ServerHost;
  private readonly projects: Projects;
  private readonly documents: OpenDocuments;
  private readonly locale: Locale;
  /** Those in force, whatever they are called. */
  private known: ReadonlySet<string> | undefined;

  constructor(host: ServerHost, projects: Projects, documents: OpenDocuments, locale: Locale) {
    this.host = host;
    this.projects = projects;
    this.documents = documents;
    this.locale = locale;
  }

  forget(): void {
    this.known = undefined;
  }

  has(path: string): boolean {
    this.known ??= new Set(this.all().keys());
    return isConfigName(path) || this.known.has(path);
  }

  /** Every one in force for something that is open, with its problems. */
  all(): Map<string, Diagnostic[]> {
    const places = [...this.documents.all()].flatMap(({ path }) => path ?? []).concat(this.projects.folders.map((root) => `${root}/-`));
    return new Map(
      [...this.projects.problems(places)].map(([path, problems]) => [path, this.placed(problems, this.host.read(path) ?? '')]),
    );
  }

  /** What is wrong with a config file, or a pack, whose text is `text`, whatever the disk says. */
  problems(path: string, text: string): Diagnostic[] {
    const { host } = this;
    const reader = { read: (other: string) => (other === path ? text : host.read(other)), list: (folder: string) => host.list(folder) };
    const project = createProject(reader, this.projects.rootOf(path) ?? '', this.projects.known);
    const { problems, sources } = project.settingsFor(path);
    if (!sources.includes(path) && !isConfigName(path)) return this.all().get(path) ?? [];
    return this.placed(
      problems.filter((problem) => problem.path === path),
      text,
    );
  }

  private placed(problems: Parameters<typeof configDiagnostics>[0], text: string): Diagnostic[] {
    return configDiagnostics(problems, text, this.locale);
  }
}

/** True for files that config is looked for in. */
export function isConfigName(path: string): boolean {
  return CONFIG_FILES.has(nameOf(path));
}

/** True for files that tell which others are passed by. */
export function isIgnoreName(path: string): boolean {
  return IGNORE_FILES.has(nameOf(path));
}

const CONFIG_FILES: ReadonlySet<string> = new Set(CONFIG_NAMES);
const IGNORE_FILES: ReadonlySet<string> = new Set(['.gitignore', '.huashuignore']);

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
