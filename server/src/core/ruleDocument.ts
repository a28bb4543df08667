import type { Locale } from '../engine/finding.ts';
import type { Lang } from '../engine/speech.ts';

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
    if (locale) text[locale] = body;
    else if (title === 'Flagged' || title === 'Fixed' || title === 'Accepted') examples.push(...examplesOf(title, body));
  }
  return { text, examples };
}

const LOCALE_OF: Readonly<Record<string, Locale>> = { English: 'en', 简体中文: 'zh-CN', 繁體中文: 'zh-TW' };

function* examplesOf(section: RuleExample['section'], body: string): Generator<RuleExample> {
  for (const [, lang, text] of body.matchAll(/^```huashu (zh-Hans|zh-Hant|en)(?: strict| minimal)?\s*\n([\s\S]*?)^```\s*$/gmu)) {
    yield { section, lang: lang as Lang, text: text!.replace(/<[a-z][a-z-]*(?::[a-z]+)?\||\|>/gu, '').trimEnd() };
  }
}
