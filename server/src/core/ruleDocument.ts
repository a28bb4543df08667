import type { Locale, Severity } from '../engine/finding.ts';
import type { Lang } from '../engine/wording.ts';

/** A rule's document (`<rule-id>.md`) taken apart. */
export interface RuleDocument {
  /** Why the rule is there, how it grades, when to switch it off: Markdown, by locale. */
  readonly text: Readonly<Partial<Record<Locale, string>>>;
  readonly examples: readonly RuleExample[];
}

/** One executed example: a small script. */
export interface RuleExample {
  readonly section: 'Flagged' | 'Fixed' | 'Accepted';
  readonly lang: Lang;
  /** With the marks `<rule|words|>` taken out. */
  readonly text: string;
  /** What was marked, in order. */
  readonly marked: readonly MarkedWords[];
}

/** Words that a rule reports, and how gravely when that is written. */
export interface MarkedWords {
  readonly rule: string;
  readonly severity?: Severity;
  /** Place in the text of the example. */
  readonly start: number;
  readonly end: number;
}

/** Reads a rule's document; what is not in it is left out. */
export function readRuleDocument(markdown: string): RuleDocument {
  const text: Partial<Record<Locale, string>> = {};
  const examples: RuleExample[] = [];
  for (const section of markdown.replace(/\r\n?/gu, '\n').split(/^(?=## )/mu)) {
    const heading = /^## (.+)\n/u.exec(section);
    if (!heading) continue;
    const title = heading[1]!.trim();
    const body = section.slice(heading[0].length).trim();
    const locale = LOCALE_OF[title];
    if (locale) text[locale] = body.replace(BROKEN_LINE, '');
    else if (title === 'Flagged' || title === 'Fixed' || title === 'Accepted') examples.push(...examplesOf(title, body));
  }
  return { text, examples };
}

const LOCALE_OF: Readonly<Record<string, Locale>> = { English: 'en', 简体中文: 'zh-CN', 繁體中文: 'zh-TW' };
/** A line of Chinese goes on in the next without a space. */
const BROKEN_LINE =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2026])\n(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2026`])/gu;
const MARK = /<([a-z][a-z0-9-]*)(?::(hint|info|warning|error))?\||\|>/gu;

function* examplesOf(section: RuleExample['section'], body: string): Generator<RuleExample> {
  for (const [, lang, text] of body.matchAll(/^```huashu (zh-Hans|zh-Hant|en)(?: strict| minimal)?\s*\n([\s\S]*?)^```\s*$/gmu)) {
    yield { section, lang: lang as Lang, ...unmarked(text!.trimEnd()) };
  }
}

/** Takes the marks out of an example; they may nest. */
export function unmarked(marked: string): Pick<RuleExample, 'text' | 'marked'> {
  const found: MarkedWords[] = [];
  const open: Omit<MarkedWords, 'end'>[] = [];
  let text = '';
  let from = 0;
  for (const mark of marked.matchAll(MARK)) {
    text += marked.slice(from, mark.index);
    from = mark.index + mark[0].length;
    const begun = mark[1] === undefined ? open.pop() : undefined;
    if (begun) found.push({ ...begun, end: text.length });
    if (mark[1] !== undefined) open.push({ rule: mark[1], ...(mark[2] ? { severity: mark[2] as Severity } : {}), start: text.length });
  }
  return { text: text + marked.slice(from), marked: found.sort((a, b) => a.start - b.start) };
}
