import docs from 'huashu:docs';
import type { Diagnostic } from 'vscode-languageserver';
import { createLinter, formatIds, phraseTopic, type RuleMeta, type TeamPack, teamPage } from '../core/index.ts';
import { type RulePage, rulePages } from '../manual/rulePage.ts';
import type { PhraseSource } from '../service/approvedPhrase.ts';
import type { ActionSupport, Checked, Presentation } from '../service/checked.ts';
import { diagnosticsOf } from '../service/diagnostics.ts';
import type { Parsed } from '../service/parsed.ts';
import type { Library } from '../service/refactor/refactoring.ts';
import { Checker } from './checker.ts';
import { ClosedFiles, type ClosedLint } from './closedFiles.ts';
import { ConfigFiles, isConfigName, isIgnoreName } from './configFiles.ts';
import { type OpenDocument, OpenDocuments } from './documents.ts';
import type { Features } from './features.ts';
import { WorkspaceFacts } from './fileFacts.ts';
import type { ServerHost } from './host.ts';
import { Knowledge } from './knowledge.ts';
import { libraryFor } from './library.ts';
import { Phrases } from './phrases.ts';
import { Projects } from './projects.ts';
import { type Preferences, readPreferences } from './settings.ts';
import { Survey } from './survey.ts';
import { WorkspacePull } from './workspacePull.ts';

/** Everything the server knows on behalf of one client. */
export class Session {
  readonly features: Features;
  readonly documents: OpenDocuments;
  readonly projects: Projects;
  readonly configs: ConfigFiles;
  readonly pulls: WorkspacePull;
  readonly files: ClosedFiles;
  readonly facts: WorkspaceFacts;
  readonly rules: readonly RuleMeta[];
  /** The approved phrases there are, and which fits a situation. */
  readonly phrases: Phrases;
  private readonly ownPage: (rule: string) => RulePage | undefined;
  readonly survey: Survey;
  readonly host: ServerHost;
  private readonly knowledge: Knowledge;
  private readonly retold: (documents: readonly OpenDocument[]) => void;
  readonly checker: Checker;
  private preferences = new Map<string | undefined, Preferences>();

  /** `retold` is told of open documents in which other things are found now, because of what another file says. */
  constructor(features: Features, host: ServerHost, retold: (documents: readonly OpenDocument[]) => void) {
    this.retold = retold;
    this.features = features;
    this.host = host;
    this.documents = new OpenDocuments((uri) => host.pathOf(uri));
    const linter = createLinter({ gathers: [phraseTopic()] });
    this.rules = [...linter.rules.all.values()].map((rule) => rule.meta);
    this.projects = new Projects(host, {
      rules: new Map(this.rules.map((rule) => [rule.id, rule])),
      formats: formatIds(),
      vocabulary: linter.vocabulary,
    });
    this.configs = new ConfigFiles(host, this.projects, this.documents, features.locale);
    this.knowledge = new Knowledge(
      () => linter.workspace(),
      (key) => this.projects.rootOf(key) !== undefined,
      (keys) => this.touched(keys),
    );
    this.phrases = new Phrases(() => linter.phrasebook());
    this.checker = new Checker(linter, host, this.projects, this.knowledge, this.phrases);
    this.files = new ClosedFiles(
      host.session,
      () => this.find(),
      (path) => this.lintClosed(path),
      (path) => void (this.documents.at(path) ?? this.checker.lose(path)),
    );
    this.facts = new WorkspaceFacts(this, () => host.breathe());
    this.survey = new Survey(
      () => this.files.list(),
      (path) => this.seen(path),
      () => this.seenAll(),
      () => host.breathe(),
    );
    this.pulls = new WorkspacePull(host, this.documents, this.files);
    this.ownPage = rulePages(this.rules, docs);
  }

  /** The editor's settings have come, for documents in no folder and for each folder. */
  setPreferences(sections: ReadonlyMap<string | undefined, unknown>): void {
    this.preferences = new Map([...sections].map(([root, section]) => [root, readPreferences(section)]));
    this.checker.forget();
    this.forget();
  }

  /** Config or settings have changed: nothing found so far counts. */
  forget(): void {
    this.projects.forget();
    this.configs.forget();
    this.documents.forget();
    this.files.forget();
    this.facts.forget();
    this.knowledge.forget();
    this.phrases.forget();
    this.checker.names.forget();
    this.pulls.wake();
  }

  /** A document is no longer open: its file, if there is one among ours, counts again. */
  closed({ path, key }: OpenDocument): void {
    if (path === undefined || this.projects.rootOf(path) === undefined) this.checker.lose(key);
    if (path !== undefined) this.changed(path);
    this.pulls.wake();
  }

  /** Files on disk have changed; true when config is among them, so that everything must be linted again. */
  filesChanged(paths: readonly string[]): boolean {
    for (const path of paths) this.changed(path);
    const config = paths.some((path) => this.configs.has(path) || isIgnoreName(path) || this.projects.isPack(path));
    if (config) this.forget();
    else if (paths.length > 0) this.pulls.wake();
    return config;
  }

  check(open: OpenDocument): Checked | undefined {
    return this.checker.checkOpen(open, this.preferencesOf(open.path));
  }

  /** What it takes to put a phrase of the team in an open document. */
  phraseSource(open: OpenDocument): PhraseSource {
    return {
      parsed: () => this.parsed(open),
      recommend: (situation, choice) => this.phrases.recommend(situation, choice),
      accepts: (edit, rule) => this.checker.accepts(open, edit, rule, this.preferencesOf(open.path)),
    };
  }

  /** An open document as it is read now; undefined when it is none of ours. */
  parsed(open: OpenDocument): Parsed | undefined {
    return this.checker.parseOpen(open, this.preferencesOf(open.path));
  }

  /** A file as it is read now, open or not; undefined when it is none of ours, too large or not to be read. */
  parsedFile(path: string): Parsed | undefined {
    const open = this.documents.at(path);
    return open ? this.parsed(open) : this.checker.parseFile(path, this.preferencesOf(path));
  }

  /** Tells what an agent does by saying something in a document. */
  actsOf({ document, settings, ...source }: Parsed): (text: string) => readonly string[] {
    const acts = this.checker.linter.actsIn(source, document, settings);
    return (text) => acts('agent', text);
  }

  /** The page of a rule: one of ours, else one of a team's own in force for a file, or in any open folder. */
  pageOf(rule: string, path?: string): RulePage | undefined {
    return this.ownPage(rule) ?? this.teams(path).reduce<RulePage | undefined>((found, team) => found ?? teamPage(team, rule), undefined);
  }

  /** The rules there are: ours and those of the open folders' teams. */
  allRules(): readonly RuleMeta[] {
    const own = this.teams(undefined).flatMap((team) => team.flatMap((pack) => pack.rules.map((rule) => rule.data)));
    return [...this.rules, ...new Map(own.map((meta) => [meta.id, meta])).values()];
  }

  private teams(path: string | undefined): (readonly TeamPack[])[] {
    const places = path === undefined ? this.projects.folders.map((root) => `${root}/-`) : [path];
    return places.map((place) => this.projects.settingsFor(place).settings.team ?? []);
  }

  presentation(path: string | undefined): Presentation {
    const { singleLine } = this.preferencesOf(path);
    const { locale, related, rulePage } = this.features;
    const team = this.projects.settingsFor(path).settings.team ?? [];
    const pageOf = (rule: string): string | undefined => {
      if (this.ownPage(rule)) return rulePage?.replace('{rule}', rule) ?? this.host.rulePage(rule, locale);
      const pack = team.find(({ rules }) => rules.some(({ data }) => data.id === rule));
      return pack && this.host.uriOf(pack.path);
    };
    return { locale, related, uriOf: (other) => this.host.uriOf(other), pageOf, singleLine };
  }

  actionSupport(path: string | undefined): ActionSupport {
    const { showDocumentation, disableComment } = this.preferencesOf(path);
    const { locale, snippets, documentChanges, resolveActions, openRule } = this.features;
    return { locale, snippets, documentChanges, resolve: resolveActions, openRule: openRule && showDocumentation, disableComment };
  }

  preferencesOf(path: string | undefined): Preferences {
    const root = path === undefined ? undefined : this.projects.rootOf(path);
    return this.preferences.get(root) ?? this.preferences.get(undefined) ?? readPreferences(undefined);
  }

  private changed(path: string): void {
    this.files.changed(path);
    this.facts.changed(path);
  }

  /** The team's phrasebooks as they are offered in a document. */
  libraryFor(open: OpenDocument): Library {
    return libraryFor(this, this.host, open);
  }

  private lintClosed(path: string): ClosedLint {
    if (this.configs.has(path)) return { items: this.configs.problems(path, this.host.read(path) ?? ''), size: 0 };
    const look = this.checker.lookAtFile(path, this.preferencesOf(path));
    if (!look) return { items: [], size: 0 };
    const diagnostics = (): Diagnostic[] => diagnosticsOf(look.found(), this.presentation(path));
    const checked = look.found();
    const items = diagnosticsOf(checked, this.presentation(path));
    return look.shared ? { items, again: diagnostics, size: checked.text.length } : { items, size: 0 };
  }

  private seen(path: string): void {
    const open = this.documents.at(path);
    if (open) this.check(open);
    else this.files.report(path);
  }

  private seenAll(): void {
    for (const open of this.documents.all()) this.check(open);
    this.knowledge.seenAll();
  }

  /** Other files say other things now: what is found in these is looked at again when somebody asks. */
  private touched(keys: ReadonlySet<string>): void {
    const open: OpenDocument[] = [];
    for (const key of keys) {
      const document = this.documents.named(key);
      if (!document) this.files.touch(key);
      else if (this.checker.isOutOfDate(document)) {
        this.documents.touch(document);
        open.push(document);
      }
    }
    this.pulls.wake();
    if (open.length > 0) this.retold(open);
  }

  /** The files of the open folders to report on while nobody has them open. */
  private async find(): Promise<readonly string[]> {
    const found = new Set(this.configs.all().keys());
    for (const folder of this.projects.folders) {
      for await (const path of this.host.files(folder)) {
        if (isConfigName(path) || this.checker.takes(path, this.preferencesOf(path))) found.add(path);
      }
    }
    return [...found].sort();
  }
}
