/**
 * The pure engine: source text in, findings out. Knows no file system, editor or clock, and runs in a browser worker.
 */
import packs from 'huashu:packs';
import { dialogues } from '../dialogue/dialogues.ts';
import type { ScriptDocument } from '../dialogue/model.ts';
import { speakers } from '../dialogue/speakers.ts';
import type { Actor } from '../engine/acts.ts';
import type { Facts } from '../engine/declared.ts';
import type { Reason } from '../engine/finding.ts';
import type { HouseWords } from '../engine/house.ts';
import type { Preset, RuleSetting } from '../engine/levels.ts';
import { findAll, lint } from '../engine/lint.ts';
import type { LintCache } from '../engine/lintCache.ts';
import type { LintSettings } from '../engine/lintSettings.ts';
import { lintParts } from '../engine/parts.ts';
import { type Asked, foundFrom, type PlainFound, plainFound } from '../engine/plainFound.ts';
import type { RuleSet } from '../engine/ruleSet.ts';
import { type LintResult as Linted, settleWhole } from '../engine/settle.ts';
import type { PackVocabulary, TeamPack } from '../engine/team/teamPack.ts';
import { tokens } from '../engine/tokens.ts';
import type { Topic } from '../engine/topic.ts';
import type { Lang } from '../engine/wording.ts';
import { Workspace } from '../engine/workspace.ts';
import type { BlockKind, Format, ParseOptions } from '../formats/format.ts';
import { FORMATS } from '../formats/registry.ts';
import { Phrasebook } from '../phrasebook/phrasebook.ts';
import { nearMiss } from '../rules/data/planMiss.ts';
import { foldTable } from '../text/fold.ts';
import { hearing, type Kit, kits } from './kit.ts';
import { languageOfDocument, scriptOfText } from './language.ts';
import { inLanguage, lintSettings } from './lintSettings.ts';

export type { Directive, Link, Role, Scene, SceneItem, ScriptDocument, Turn } from '../dialogue/model.ts';
export { MOODS, moodOf } from '../dialogue/moods.ts';
export { sentences } from '../dialogue/sentences.ts';
export type { Edit, Finding, Fix, Level, Locale, Localised, Reason, Related, Severity, Slot } from '../engine/finding.ts';
export { compareLevels } from '../engine/finding.ts';
export type { HouseWords } from '../engine/house.ts';
export type { Preset, RuleSetting } from '../engine/levels.ts';
export { LintCache } from '../engine/lintCache.ts';
export type { Asked, PlainFound } from '../engine/plainFound.ts';
export { type RuleMeta, SLOT_NAMES } from '../engine/rule.ts';
export type { LintResult as Linted, Settled } from '../engine/settle.ts';
export { findingsAmong, findingsOf, type Stretch } from '../engine/stretch.ts';
export type { TeamExample, TeamPack, TeamRule } from '../engine/team/teamPack.ts';
export { type Lang, languageOf } from '../engine/wording.ts';
export type { Workspace } from '../engine/workspace.ts';
export { readFrontMatter } from '../formats/frontMatter.ts';
export { escapeMarkdown } from '../formats/markdown/escape.ts';
export { type Choice, Phrasebook, type Recommendation } from '../phrasebook/phrasebook.ts';
export { PHRASES, phraseTopic } from '../phrasebook/phraseTopic.ts';
export type { Situation } from '../phrasebook/question.ts';
export type { Reason as PhraseReason } from '../phrasebook/reasons.ts';
export { CATALOGUE } from '../rules/registry.ts';
export { isDate } from '../text/date.ts';
export { type LineIndex, lineIndex } from '../text/lineIndex.ts';
export { toDecoded, toSource as sourceSpan } from '../text/mappedText.ts';
export { nearest } from '../text/nearest.ts';
export type { Span } from '../text/span.ts';
export { languageOfDocument, scriptOfText } from './language.ts';
export { type RuleDocument, type RuleExample, readRuleDocument } from './ruleDocument.ts';
export { teamPage } from './teamDocument.ts';

/** What a project decides; every key may be left out. */
export interface Settings {
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly only?: readonly string[] | undefined;
  /** `zh`: Chinese, in whichever script it turns out to be written. */
  readonly lang?: Lang | 'zh' | 'auto' | undefined;
  readonly roles?: { readonly agent?: readonly string[]; readonly customer?: readonly string[] };
  /** As config writes them: `{…}`, `{{…}}`. The first is what fixes insert. */
  readonly placeholders?: readonly string[];
  readonly allow?: readonly string[];
  readonly phrasebook?: { readonly blocks: readonly BlockKind[] } | undefined;
  /** Placeholders that exist, by the name inside the marks. */
  readonly known?: Readonly<Record<string, { readonly example?: string; readonly description?: string }>>;
  readonly tags?: readonly string[];
  /** Preferred words, each with those it stands in for. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
  /** Facts by name: a linear-time pattern whose first group is the value, and the value that is true. */
  readonly facts?: Facts;
  readonly settings?: HouseWords;
  /** The day it is, for entries that expire: `2026-12-31`. Without it none does. */
  readonly today?: string | undefined;
  /** Globs of the team's own rules, as config writes them. */
  readonly packs?: readonly string[];
  /** The team's own rules, read: the same array for all settings that share them. */
  readonly team?: readonly TeamPack[];
  /** Headings of the columns of a spreadsheet that hold what the mapping of the file says. */
  readonly columns?: ParseOptions['columns'];
  /** Where in JSON or YAML the words stand, and who speaks them. */
  readonly pointers?: ParseOptions['pointers'];
}

/** A source with its format: an id of `formats`. */
export interface Source {
  readonly text: string;
  readonly format: string;
}

/** The linter: the rules made ready once, any number of sources after that. */
export interface Linter {
  /** The rules that come with huashu. */
  readonly rules: RuleSet;
  /** What packs of a team may name. */
  readonly vocabulary: PackVocabulary;
  parse(source: Source, settings: Settings): ScriptDocument;
  /** False for a file of a general format (Markdown, plain text) that holds nothing an agent says: a folder run passes it by. */
  recognises(source: Source, settings: Settings): boolean;
  lint(source: Source, settings: Settings, cache?: LintCache): Linted;
  /** The first half of `lint`, for another thread: what is found, as plain data. */
  find(source: Source, settings: Settings, asked: Asked): PlainFound;
  /** The second half: what is left of it once comments in the source have suppressed what they name. */
  settle(text: string, found: PlainFound, settings: Settings): Linted;
  /** Tells the acts of what an actor says in a source, by the words alone; what it has heard once it remembers. */
  actsIn(source: Source, document: ScriptDocument, settings: Settings): (actor: Actor, text: string) => readonly string[];
  /** Lints a document that was made, not read from `text`. */
  lintDocument(text: string, document: ScriptDocument, settings: Settings): Linted;
  /** What a rewording of a text must carry over: placeholders, numbers, names, titles. */
  tokens(text: string, settings: Settings): readonly string[];
  /** A workspace with no files yet, for rules that compare what files say. */
  workspace(): Workspace;
  /** A phrasebook with no files yet; it takes what a linter that `gathers` phrases has found. */
  phrasebook(): Phrasebook;
  /** Of a team's rule that found nothing in a source: what of its condition held there and what did not. */
  miss(source: Source, settings: Settings, rule: string): readonly Reason[];
}

/** The format a file name stands for, by its extension; undefined for files that are none of ours. */
export function formatOf(path: string): string | undefined {
  const name = path.toLowerCase();
  return FORMATS.find((format) => format.extensions.some((extension) => name.endsWith(extension)))?.id;
}

/** Ids of the formats that can be read. */
export function formatIds(): string[] {
  return FORMATS.map((format) => format.id);
}

/** A linter with the rules of the packs; making it is costlier than linting a small file. `gathers`: what it takes out of files beside what rules ask for. */
export function createLinter({ gathers = [] }: { readonly gathers?: readonly Topic[] } = {}): Linter {
  const folds = foldTable();
  const { ours, kitOf } = kits(folds);
  const readers = new WeakMap<Settings, Reader>();
  const readerOf = (settings: Settings): Reader => {
    const known = readers.get(settings);
    if (known) return known;
    const kit = kitOf(settings.team);
    const made = {
      roleOf: speakers(folds, settings.roles),
      phrasebook: settings.phrasebook,
      columns: settings.columns,
      pointers: settings.pointers,
      rules: kit.rules,
      inForce: byLanguage({ ...lintSettings(settings, kit), gathers }, kit),
    };
    readers.set(settings, made);
    return made;
  };
  const parse = ({ text, format }: Source, settings: Settings): ScriptDocument => formatNamed(format).parse(text, readerOf(settings));
  const inForceFor = (document: ScriptDocument, text: string, settings: Settings): LintSettings =>
    readerOf(settings).inForce(languageOfDocument(document, settings.lang, text), text);
  const lintDocument = (text: string, document: ScriptDocument, settings: Settings, cache?: LintCache): Linted =>
    lint(text, document, readerOf(settings).rules, inForceFor(document, text, settings), cache);
  return {
    rules: ours.rules,
    lintDocument: (text, document, settings) => lintDocument(text, document, settings),
    tokens: (text, settings) => tokens(text, readerOf(settings).inForce('en', '').placeholders),
    vocabulary: { lists: new Set(Object.keys(packs.lists)), acts: packs.acts },
    parse,
    miss(source, settings, rule) {
      const document = parse(source, settings);
      const { reading } = inForceFor(document, source.text, settings);
      const data = settings.team?.flatMap((pack) => pack.rules).find((one) => one.data.id === rule)?.data;
      const [dialogue] = dialogues(document);
      return data && dialogue ? nearMiss(data, dialogue, hearing(dialogue, reading)) : [];
    },
    recognises: ({ text, format }, settings) => formatNamed(format).recognises?.(text, readerOf(settings)) ?? true,
    actsIn({ text: whole }, document, settings) {
      const { acts } = readerOf(settings).rules;
      const { hearing: ear } = inForceFor(document, whole, settings);
      return (actor, text) => acts.names(actor, ear.acts(text, actor));
    },
    find(source, settings, asked) {
      const document = parse(source, settings);
      const made = inForceFor(document, source.text, settings);
      return plainFound(findAll(source.text, document, readerOf(settings).rules, made), made.reading.lang, asked);
    },
    settle(text, found, settings) {
      const { rules, inForce } = readerOf(settings);
      return settleWhole(text, foundFrom(found), rules, inForce(found.lang, text));
    },
    workspace: () => new Workspace(ours.rules),
    phrasebook: () => new Phrasebook(ours.rules.acts, lintSettings({}, ours).reading),
    lint(source, settings, cache) {
      const { rules, inForce } = readerOf(settings);
      const read = (part: string): ScriptDocument => parse({ ...source, text: part }, settings);
      const made = (head: ScriptDocument): LintSettings => inForce(languageOfDocument(head, settings.lang, source.text), source.text);
      const inParts = cache && lintInParts(source, rules, read, made, cache);
      return inParts ?? lintDocument(source.text, read(source.text), settings, cache);
    },
  };
}

function formatNamed(id: string): Format {
  const found = FORMATS.find((format) => format.id === id);
  if (!found) throw new Error(`no format named ${id}`);
  return found;
}

/** Lints a source part by part, where it has parts that stand alone. */
function lintInParts(
  { text, format }: Source,
  rules: RuleSet,
  read: (part: string) => ScriptDocument,
  inForce: (head: ScriptDocument) => LintSettings,
  cache: LintCache,
): Linted | undefined {
  const parting = formatNamed(format).parts;
  const division = parting && cache.parts.divide(text, parting);
  if (!division || division.starts.length < 2) return undefined;
  return lintParts(division, read, rules, inForce(read(text.slice(0, division.starts[1]))), cache);
}

/** What is made ready once for each settings object. */
interface Reader extends ParseOptions {
  readonly rules: RuleSet;
  /** What a file of that language is linted with: the same object each time, by which a cache knows it. */
  inForce(lang: Lang, text: string): LintSettings;
}

function byLanguage(settings: LintSettings, kit: Kit): Reader['inForce'] {
  const made = new Map<string, LintSettings>();
  return (lang, text) => {
    const script = lang === 'en' ? scriptOfText(text) : lang;
    const key = `${lang} ${script}`;
    const known = made.get(key) ?? inLanguage(settings, lang, script, kit);
    made.set(key, known);
    return known;
  };
}
