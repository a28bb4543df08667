import { type Edit, formatOf, type LintCache, type Linter, lineIndex, type Settings, type Stretch } from '../core/index.ts';
import type { FileSettings } from '../core/project.ts';
import { isImproved } from '../core/standIn.ts';
import { type Checked, checked } from '../service/checked.ts';
import type { Draft } from '../service/completion/draft.ts';
import { namesIn } from '../service/completion/names.ts';
import { isTooLarge, MOST_BYTES, tooLarge } from '../service/largeFile.ts';
import type { Parsed } from '../service/parsed.ts';
import type { OpenDocument } from './documents.ts';
import type { ServerHost } from './host.ts';
import type { Knowledge } from './knowledge.ts';
import { NameBook } from './nameBook.ts';
import type { Phrases } from './phrases.ts';
import type { Projects } from './projects.ts';
import type { Preferences } from './settings.ts';

/** Lints documents and files by the config in force and the user's preferences. */
export class Checker {
  readonly linter: Linter;
  private readonly host: ServerHost;
  private readonly projects: Projects;
  private readonly knowledge: Knowledge;
  private readonly phrases: Phrases;
  /** The names given in the files of the workspace. */
  readonly names = new NameBook();
  private settings = new WeakMap<Settings, Settings>();
  private today: string | undefined;

  constructor(linter: Linter, host: ServerHost, projects: Projects, knowledge: Knowledge, phrases: Phrases) {
    this.knowledge = knowledge;
    this.phrases = phrases;
    this.linter = linter;
    this.host = host;
    this.projects = projects;
  }

  /** Preferences or the day have changed. */
  forget(): void {
    this.settings = new WeakMap();
  }

  /** What is found in an open document now; undefined when it is none of ours. Linted once an edition. */
  checkOpen(open: OpenDocument, preferences: Preferences): Checked | undefined {
    if (open.last?.stamp === open.stamp) return open.last.checked;
    if (open.looked?.edition !== open.edition) open.looked = { edition: open.edition, look: this.lookAtOpen(open, preferences) };
    const checked = open.looked.look?.found();
    open.last = { stamp: open.stamp, checked };
    return checked;
  }

  /** True where what was last found in an open document is not what would be found now, with what other files say. */
  isOutOfDate({ edition, stamp, looked, last }: OpenDocument): boolean {
    if (looked?.edition !== edition || last?.stamp !== stamp) return false;
    return JSON.stringify(looked.look?.found().findings) !== JSON.stringify(last.checked?.findings);
  }

  /** Looks at a file on disk; undefined when it is none of ours or cannot be read. */
  lookAtFile(path: string, preferences: Preferences): Look | undefined {
    const file = this.takes(path, preferences) ? this.readable(path) : undefined;
    const config = this.projects.settingsFor(path);
    if (!file) this.lose(path);
    else if (file.text !== undefined) this.names.take(path, { uri: file.uri, names: namesIn(file.text, file.format, config.settings) });
    return file && this.look(path, file, config, preferences);
  }

  /** True for files that may be linted without being open. */
  takes(path: string, preferences: Preferences): boolean {
    const config = preferences.enable ? this.projects.settingsFor(path) : undefined;
    return config !== undefined && !config.ignored && (config.format ?? formatOf(path)) !== undefined;
  }

  /** An open document as it is read; undefined when it is none of ours or too large. Read once an edition. */
  parseOpen(open: OpenDocument, preferences: Preferences): Parsed | undefined {
    if (open.parsed?.edition !== open.edition) {
      const file = this.fileOfOpen(open, preferences);
      open.parsed = { edition: open.edition, parsed: file && this.parse(file, this.projects.settingsFor(open.path), preferences) };
    }
    return open.parsed.parsed;
  }

  /** A file on disk as it is read; undefined when it is none of ours, too large or cannot be read. */
  parseFile(path: string, preferences: Preferences): Parsed | undefined {
    const file = this.takes(path, preferences) ? this.readable(path) : undefined;
    return file && this.parse(file, this.projects.settingsFor(path), preferences);
  }

  /** True when an edit leaves an open document no worse, and nothing of a rule where it is made. */
  accepts(open: OpenDocument, edit: Edit, rule: string | undefined, preferences: Preferences): boolean {
    const parsed = this.parseOpen(open, preferences);
    if (!parsed) return false;
    const found = this.linter.lint(parsed, parsed.settings, open.cache).findings;
    return isImproved(this.linter, parsed, parsed.settings, edit, { found, cache: open.cache, ...(rule === undefined ? {} : { rule }) });
  }

  private parse({ text, ...file }: File, config: FileSettings, preferences: Preferences): Parsed | undefined {
    if (text === undefined || isTooLarge(text)) return undefined;
    const source = { ...file, text };
    const settings = this.inForce(config.settings, preferences);
    const document = this.linter.parse(source, settings);
    const scenes = [...document.scenes];
    return { ...source, lines: lineIndex(text), document: { ...document, scenes }, settings };
  }

  private lookAtOpen(open: OpenDocument, preferences: Preferences): Look | undefined {
    const file = this.fileOfOpen(open, preferences);
    if (file) return this.look(open.key, file, this.projects.settingsFor(open.path), preferences, open.cache);
    this.lose(open.key);
    return undefined;
  }

  /** Nothing is known of a file any more. */
  lose(key: string): void {
    this.knowledge.take(key, undefined);
    this.phrases.take(key, undefined, 'as it is on disk');
    this.names.take(key, undefined);
  }

  /** An open document as it is being written; undefined when it is none of ours or too large. */
  draftOfOpen(open: OpenDocument, preferences: Preferences): Draft | undefined {
    const file = this.fileOfOpen(open, preferences);
    return file && this.draft(file, this.projects.settingsFor(open.path), preferences);
  }

  /** A file on disk, as if somebody were writing it. */
  draftOfFile(path: string, preferences: Preferences): Draft | undefined {
    const file = this.takes(path, preferences) ? this.readable(path) : undefined;
    return file && this.draft(file, this.projects.settingsFor(path), preferences);
  }

  private draft({ text, uri, format }: File, config: FileSettings, preferences: Preferences): Draft | undefined {
    if (text === undefined || isTooLarge(text)) return undefined;
    const settings = this.inForce(config.settings, preferences);
    return {
      uri,
      format,
      text,
      settings,
      read: (stretch) => this.linter.parse({ text: stretch, format }, settings),
      lint: (stretch) => this.linter.lint({ text: stretch, format }, settings).findings,
    };
  }

  private fileOfOpen({ document, path }: OpenDocument, preferences: Preferences): File | undefined {
    const format = preferences.enable ? formatOfDocument(document.languageId, path, this.projects.settingsFor(path)) : undefined;
    return format === undefined ? undefined : { uri: document.uri, version: document.version, format, text: document.getText() };
  }

  private readable(path: string): File | undefined {
    const format = this.projects.settingsFor(path).format ?? formatOf(path)!;
    const file = { uri: this.host.uriOf(path), version: null, format };
    if ((this.host.size(path) ?? 0) > MOST_BYTES) return { ...file, text: undefined };
    const text = this.host.read(path);
    return text === undefined ? undefined : { ...file, text };
  }

  /** Lints a text and takes in what it says to others. What is given back tells what is found in it, with what others say at that time. */
  private look(key: string, file: File, config: FileSettings, preferences: Preferences, cache?: LintCache): Look {
    const { text } = file;
    if (text === undefined || isTooLarge(text)) {
      this.lose(key);
      return { shared: false, found: () => tooLarge(file) };
    }
    const source = { ...file, text };
    const settings = this.inForce(config.settings, preferences);
    const linted = this.linter.lint(source, settings, cache);
    const { gathered, lines } = linted;
    this.knowledge.take(key, { gathered });
    this.phrases.take(key, () => linted, cache ? 'edited' : 'as it is on disk');
    const found = (): Checked => {
      const { stretches: all } = this.knowledge.found(key, linted);
      const shown = preferences.quiet ? all.map(onlyErrors) : all;
      const passedBy = shown.some(({ findings }) => findings.length > 0) && !config.mapped && !this.linter.recognises(source, settings);
      return checked(source, lines, passedBy ? [] : shown);
    };
    return { shared: this.knowledge.compares(gathered), found };
  }

  /** What the project and its user decide for a file, or for words in none. */
  settingsFor(path: string | undefined, preferences: Preferences): Settings {
    return this.inForce(this.projects.settingsFor(path).settings, preferences);
  }

  /** The settings of a file with what the user prefers, on this day: the same object each time. */
  private inForce(settings: Settings, { preset }: Preferences): Settings {
    const today = this.host.today();
    if (today !== this.today) this.forget();
    this.today = today;
    const known = this.settings.get(settings) ?? { ...settings, ...(preset === undefined ? {} : { preset }), today };
    this.settings.set(settings, known);
    return known;
  }
}

/** A text that has been linted. */
export interface Look {
  /** True where other files have a say in what is found. */
  readonly shared: boolean;
  /** What is found, with what other files say at the time of asking. */
  found(): Checked;
}

type File = Pick<Checked, 'uri' | 'version' | 'format'> & { readonly text: string | undefined };

function onlyErrors(stretch: Stretch): Stretch {
  return { ...stretch, findings: stretch.findings.filter(({ severity }) => severity === 'error') };
}

/** The format of an open document: what config says, its language, its name. Ignored files have none. */
function formatOfDocument(languageId: string, path: string | undefined, config: FileSettings): string | undefined {
  if (config.ignored) return undefined;
  if (path === undefined) return LANGUAGES[languageId];
  return config.format ?? (languageId === 'huashu' ? 'huashu' : (formatOf(path) ?? LANGUAGES[languageId]));
}

const LANGUAGES: Readonly<Record<string, string>> = { huashu: 'huashu', markdown: 'markdown', plaintext: 'text' };
