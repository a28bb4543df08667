import {
  type Lang,
  type Locale,
  type RuleDocument,
  type RuleExample,
  type RuleMeta,
  readRuleDocument,
  type Severity,
} from '../core/index.ts';
import { WORDS } from './words.ts';

/** What is known of a rule: its pack's data and its document. */
export interface RulePage {
  readonly meta: RuleMeta;
  readonly document: RuleDocument;
}

/** The pages of every rule, by id; a document is read when it is first asked for. */
export function rulePages(rules: Iterable<RuleMeta>, documents: Readonly<Record<string, string>>): (id: string) => RulePage | undefined {
  const metas = new Map([...rules].map((meta) => [meta.id, meta]));
  const read = new Map<string, RulePage>();
  return (id) => {
    const meta = metas.get(id);
    if (!meta) return undefined;
    const page = read.get(id) ?? { meta, document: readRuleDocument(documents[id] ?? '') };
    read.set(id, page);
    return page;
  };
}

/** The whole page in Markdown, in one language, with the examples of the script that goes with it. */
export function pageMarkdown({ meta, document }: RulePage, locale: Locale): string {
  const lang = langOf(locale);
  const sections = (['Flagged', 'Fixed', 'Accepted'] as const).flatMap((section) => {
    const examples = document.examples.filter((example) => example.section === section && example.lang === lang);
    return examples.length === 0 ? [] : [`## ${WORDS[HEADING[section]][locale]}`, ...examples.map(exampleMarkdown(locale))];
  });
  return [
    `# ${meta.title[locale]}`,
    `\`${meta.id}\` · ${severityName(meta.severity, locale)} · ${WORDS.source[locale]}${meta.source}`,
    document.text[locale] ?? '',
    ...sections,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
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

const HEADING = { Flagged: 'flagged', Fixed: 'fixed', Accepted: 'accepted' } as const;

function exampleMarkdown(locale: Locale): (example: RuleExample) => string {
  const fence = (text: string): string => `\`\`\`huashu\n${text}\n\`\`\``;
  return (example) => {
    const pair = example.section === 'Fixed' ? beforeAndAfter(example) : undefined;
    if (!pair) return fence(example.text);
    return `${WORDS.before[locale]}\n\n${fence(pair.before)}\n\n${WORDS.after[locale]}\n\n${fence(pair.after)}`;
  };
}

function beforeAndAfter({ text }: RuleExample): { before: string; after: string } | undefined {
  const [before, after] = text.split(/^={3,}\s*$/mu);
  return before !== undefined && after !== undefined ? { before: before.trim(), after: after.trim() } : undefined;
}
