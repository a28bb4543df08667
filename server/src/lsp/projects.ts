import { folderOf, within } from '../core/paths.ts';
import { type ConfigProblem, createProject, type FileSettings, type Known, type Project } from '../core/project.ts';
import type { ServerHost } from './host.ts';

/** The folders the editor has open and the config in force in each. */
export class Projects {
  private readonly host: ServerHost;
  readonly known: Known;
  private roots: readonly string[] = [];
  private made = new Map<string, Project>();
  private isIgnored: (path: string) => boolean;

  constructor(host: ServerHost, known: Known) {
    this.host = host;
    this.known = known;
    this.isIgnored = host.ignoring();
  }

  get folders(): readonly string[] {
    return this.roots;
  }

  /** The folders open now; what was known of config is forgotten. */
  open(folders: readonly string[]): void {
    this.roots = folders;
    this.forget();
  }

  /** Reads config and ignore files anew from now on. */
  forget(): void {
    this.made = new Map();
    this.isIgnored = this.host.ignoring();
  }

  /** What config decides for a file; for a document that is no file, as for one in the first folder. */
  settingsFor(path: string | undefined): FileSettings {
    const root = path === undefined ? this.roots[0] : this.rootOf(path);
    const folder = root ?? (path === undefined ? undefined : folderOf(path)) ?? '/';
    const found = this.projectOf(root ?? '').settingsFor(path ?? `${folder}/untitled`);
    return path !== undefined && this.isIgnored(path) ? { ...found, ignored: true } : found;
  }

  /** True for a file that config takes for a pack of rules. */
  isPack(path: string): boolean {
    return this.projectOf(this.rootOf(path) ?? '').isPack(path);
  }

  /** The innermost open folder that holds a file. */
  rootOf(path: string): string | undefined {
    const holding = this.roots.filter((root) => within(root, path) !== undefined);
    return holding.sort((a, b) => b.length - a.length)[0];
  }

  /** What is wrong with config files, by their path. A config file in force with nothing wrong has an empty list. */
  problems(paths: Iterable<string>): Map<string, ConfigProblem[]> {
    const found = new Map<string, Set<ConfigProblem>>();
    for (const path of paths) {
      const { problems, sources } = this.settingsFor(path);
      for (const source of sources) found.set(source, found.get(source) ?? new Set());
      for (const problem of problems) found.set(problem.path, (found.get(problem.path) ?? new Set()).add(problem));
    }
    return new Map([...found].map(([path, problems]) => [path, [...problems]]));
  }

  private projectOf(root: string): Project {
    const project = this.made.get(root) ?? createProject(this.host, root, this.known);
    this.made.set(root, project);
    return project;
  }
}
