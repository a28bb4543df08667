import {
  type Lang,
  type Locale,
  type RuleDocument,
  type RuleExample,
  type RuleMeta,
  readRuleDocument,
  type Severity,
} from '../core/index.ts';
import { fence, settingsMarkdown } from './settings.ts';
import { LANGUAGE_NAMES, PAGE_WORDS as WORDS } from './words.ts';

/** What is known of a rule: its pack's data and its document. */
export interface RulePage {
  readonly meta: RuleMeta;
  readonly document: RuleDocument;
}

/** The pages of every rule, by id; documents are asked for with the first page, and each is read with its own. */
export function rulePages(
  rules: Iterable<RuleMeta>,
  documents: () => Readonly<Record<string, string>>,
): (id: string) => RulePage | undefined {
  const metas = new Map([...rules].map((meta) => [meta.id, meta]));
  const read = new Map<string, RulePage>();
  let texts: Readonly<Record<string, string>> | undefined;
  return (id) => {
    const meta = metas.get(id);
    if (!meta) return undefined;
    texts ??= documents();
    const page = read.get(id) ?? { meta, document: readRuleDocument(texts[id] ?? '') };
    read.set(id, page);
    return page;
  };
}

/** Where a rule's page lies in docs/rules. */
export function pagePath(rule: string, locale: Locale): string {
  return locale === 'en' ? `${rule}.md` : `${locale}/${rule}.md`;
}

/** The whole page in Markdown: the text in one language, the examples of its script whole and some of the others. */
export function pageMarkdown(page: RulePage, locale: Locale): string {
  const { meta, document } = page;
  const lang = langOf(locale);
  const others = LANGS.filter((other) => other !== lang).map((other) => [
    `### ${LANGUAGE_NAMES[other]}`,
    ...examplesIn(page, other, locale, 4),
  ]);
  const settings = settingsMarkdown(meta, locale);
  const parts = [
    `# ${meta.title[locale]}`,
    `\`${meta.id}\` · ${severityLine(page, locale)} · ${WORDS.source[locale]}${meta.source}`,
    document.text[locale] ?? '',
    ...examplesIn(page, lang, locale, 2),
    ...(settings.length === 0 ? [] : [`## ${WORDS.settings[locale]}`, ...settings]),
    ...(others.every((part) => part.length === 1) ? [] : [`## ${WORDS.otherLanguages[locale]}`, ...others.flat()]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The severity of a rule, the milder or graver ones its examples show, and whether `strict` alone has it. */
export function severityLine({ meta, document }: RulePage, locale: Locale): string {
  const shown = new Set(document.examples.flatMap(({ marked }) => marked.flatMap((m) => (m.rule === meta.id ? (m.severity ?? []) : []))));
  const grades = SEVERITIES.filter((severity) => severity !== meta.severity && shown.has(severity));
  const names = grades.map((grade) => severityName(grade, locale)).join(WORDS.and[locale]);
  return `${severityName(meta.severity, locale)}${names && WORDS.graded[locale] + names}${meta.strict ? WORDS.strictOnly[locale] : ''}`;
}

/** The first paragraph of a rule's text: why it is there. */
export function whyOf({ document }: RulePage, locale: Locale): string | undefined {
  return document.text[locale]?.split(/\n\s*\n/u)[0]?.trim() || undefined;
}

/** A sentence before and after, of the script wanted. */
export function exampleOf({ document }: RulePage, lang: Lang): { readonly before: string; readonly after: string } | undefined {
  const fixed = document.examples.find((example) => example.section === 'Fixed' && example.lang === lang);
  return fixed && beforeAndAfter(fixed);
}

export function severityName(severity: Severity, locale: Locale): string {
  return WORDS[severity][locale];
}

/** The script the speakers of an interface language write. */
export function langOf(locale: Locale): Lang {
  return locale === 'en' ? 'en' : locale === 'zh-TW' ? 'zh-Hant' : 'zh-Hans';
}

const LANGS = ['zh-Hans', 'zh-Hant', 'en'] as const satisfies readonly Lang[];
const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[];
const SECTIONS = { Flagged: 'flagged', Fixed: 'fixed', Accepted: 'accepted' } as const;

/** The examples in one language under headings of a depth; where they are another's (depth 4), one of each kind. */
function examplesIn({ meta, document }: RulePage, lang: Lang, locale: Locale, depth: 2 | 4): string[] {
  return (['Flagged', 'Fixed', 'Accepted'] as const).flatMap((section) => {
    const examples = document.examples.filter((example) => example.section === section && example.lang === lang);
    const shown = depth === 2 ? examples : examples.slice(0, 1).map(excerpt);
    if (shown.length === 0) return [];
    return [`${'#'.repeat(depth)} ${WORDS[SECTIONS[section]][locale]}`, ...shown.flatMap((one) => exampleMarkdown(one, meta, locale))];
  });
}

const EXCERPT_LINES = 8;

/** The beginning of an example: its first scenes, or as many lines. One that shows several files stays whole. */
function excerpt(example: RuleExample): RuleExample {
  const { section, text, marked } = example;
  if (section === 'Fixed' || /^(?:==>|---)/mu.test(text)) return example;
  const scenes = text.split('\n\n');
  let kept = scenes[0]!.split('\n').slice(0, EXCERPT_LINES).join('\n');
  for (const scene of kept === scenes[0] ? scenes.slice(1) : []) {
    if (kept.split('\n').length + scene.split('\n').length > EXCERPT_LINES) break;
    kept += `\n\n${scene}`;
  }
  return { ...example, text: kept, marked: marked.filter((one) => one.end <= kept.length) };
}

function exampleMarkdown(example: RuleExample, meta: RuleMeta, locale: Locale): string[] {
  const pair = example.section === 'Fixed' ? beforeAndAfter(example) : undefined;
  if (pair) return [WORDS.before[locale], fence('huashu', pair.before), WORDS.after[locale], fence('huashu', pair.after)];
  const marks = example.marked.filter(({ rule }) => rule === meta.id);
  const words = marks.map(({ start, end, severity }) => {
    const grade = severity && severity !== meta.severity ? ` (${severityName(severity, locale)})` : '';
    return code(shortened(example.text.slice(start, end))) + grade;
  });
  const underlined = words.length > 0 ? [WORDS.words[locale] + words.join(' · ')] : [];
  return [fence('huashu', example.text), ...underlined];
}

const LONGEST_WORDS = 24;

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ');
  const units = [...line];
  return units.length > LONGEST_WORDS ? `${units.slice(0, LONGEST_WORDS).join('')}…` : line;
}

/** Words as code in running Markdown. */
function code(words: string): string {
  return words.includes('`') ? `\`\` ${words} \`\`` : `\`${words}\``;
}

function beforeAndAfter({ text }: RuleExample): { before: string; after: string } | undefined {
  const [before, after] = text.split(/^={3,}\s*$/mu);
  return before !== undefined && after !== undefined ? { before: before.trim(), after: after.trim() } : undefined;
}
