import { formatOf, type LintCache, type Linter, lineIndex, type Settings } from '../core/index.ts';
import type { FileSettings } from '../core/project.ts';
import type { Checked } from '../service/checked.ts';
import { isTooLarge, MOST_BYTES, tooLarge } from '../service/largeFile.ts';
import type { OpenDocument } from './documents.ts';
import type { ServerHost } from './host.ts';
import type { Projects } from './projects.ts';
import type { Preferences } from './settings.ts';

/** Lints documents and files by the config in force and the user's preferences. */
export class Checker {
  readonly linter: Linter;
  private readonly host: ServerHost;
  private readonly projects: Projects;
  private presets = new WeakMap<Settings, Settings>();

  constructor(linter: Linter, host: ServerHost, projects: Projects) {
    this.linter = linter;
    this.host = host;
    this.projects = projects;
  }

  /** Preferences have changed. */
  forget(): void {
    this.presets = new WeakMap();
  }

  /** What is found in an open document now; undefined when it is none of ours. Linted once a version. */
  checkOpen(open: OpenDocument, preferences: Preferences): Checked | undefined {
    if (open.last?.stamp === open.stamp) return open.last.checked;
    const { document, path } = open;
    const config = this.projects.settingsFor(path);
    const format = formatOfDocument(document.languageId, path, config);
    const text = document.getText();
    const checked =
      format === undefined || !preferences.enable
        ? undefined
        : this.check({ uri: document.uri, version: document.version, format, text }, config, preferences, open.cache);
    open.last = { stamp: open.stamp, checked };
    return checked;
  }

  /** What is found in a file on disk; undefined when it is none of ours or cannot be read. */
  checkFile(path: string, preferences: Preferences): Checked | undefined {
    if (!this.takes(path, preferences)) return undefined;
    const config = this.projects.settingsFor(path);
    const format = config.format ?? formatOf(path)!;
    const file = { uri: this.host.uriOf(path), version: null, format };
    if ((this.host.size(path) ?? 0) > MOST_BYTES) return tooLarge(file);
    const text = this.host.read(path);
    return text === undefined ? undefined : this.check({ ...file, text }, config, preferences);
  }

  /** True for files that may be linted without being open. */
  takes(path: string, preferences: Preferences): boolean {
    const config = preferences.enable ? this.projects.settingsFor(path) : undefined;
    return config !== undefined && !config.ignored && (config.format ?? formatOf(path)) !== undefined;
  }

  private check(file: File, config: FileSettings, preferences: Preferences, cache?: LintCache): Checked {
    if (isTooLarge(file.text)) return tooLarge(file);
    const settings = this.withPreset(config.settings, preferences);
    const { findings } = this.linter.lint(file, settings, cache);
    const shown = preferences.quiet ? findings.filter((finding) => finding.severity === 'error') : findings;
    const passedBy = shown.length > 0 && !config.mapped && !this.linter.recognises(file, settings);
    return { ...file, lines: lineIndex(file.text), findings: passedBy ? [] : shown };
  }

  private withPreset(settings: Settings, { preset }: Preferences): Settings {
    if (preset === undefined) return settings;
    const known = this.presets.get(settings) ?? { ...settings, preset };
    this.presets.set(settings, known);
    return known;
  }
}

type File = Pick<Checked, 'uri' | 'version' | 'format' | 'text'>;

/** The format of an open document: what config says, its language, its name. Ignored files have none. */
function formatOfDocument(languageId: string, path: string | undefined, config: FileSettings): string | undefined {
  if (config.ignored) return undefined;
  if (path === undefined) return LANGUAGES[languageId];
  return config.format ?? (languageId === 'huashu' ? 'huashu' : (formatOf(path) ?? LANGUAGES[languageId]));
}

const LANGUAGES: Readonly<Record<string, string>> = { huashu: 'huashu', markdown: 'markdown', plaintext: 'text' };
