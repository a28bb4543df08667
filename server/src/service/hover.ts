import type { Hover, Position, Range } from 'vscode-languageserver';
import type { Finding, Lang, Locale, Reason } from '../core/index.ts';
import { exampleOf, langOf, type RulePage, severityName, whyOf } from '../manual/rulePage.ts';
import { fence } from '../manual/settings.ts';
import { PAGE_WORDS } from '../manual/words.ts';
import type { Checked } from './checked.ts';
import { findingsAt } from './codeActions.ts';
import { toRange } from './convert.ts';
import { escapeMarkdown, markup } from './markdown.ts';
import { WORDS } from './words.ts';

/** What a hover is written with. */
export interface HoverWords {
  readonly locale: Locale;
  readonly markdown: boolean;
  readonly pageOf: (rule: string) => RulePage | undefined;
  /** What is told of the name at the place, in Markdown. */
  readonly told?: { readonly value: string; readonly range: Range } | undefined;
}

/** On a finding: what the rule is, what could be said instead, and why. The message itself stands above it already. The narrowest finding first. */
export function hover(checked: Checked, position: Position, words: HoverWords): Hover | null {
  const found = findingsAt(checked, { start: position, end: position });
  const { told } = words;
  if (found.length === 0 && !told) return null;
  const narrowest = [...found].sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const parts = [...narrowest.map((finding) => aboutFinding(finding, checked, words)), ...(told ? [told.value] : [])];
  const range = narrowest[0] ? toRange(checked.lines, narrowest[0].span) : told!.range;
  return { contents: markup(parts.join('\n\n---\n\n'), words.markdown), range };
}

function aboutFinding(finding: Finding, checked: Checked, { locale, pageOf }: HoverWords): string {
  const page = pageOf(finding.rule);
  const title = page?.meta.title[locale] ?? finding.rule;
  const parts = [`**${title}** \`${finding.rule}\` · ${severityName(finding.severity, locale)}`];
  const [fix] = finding.fixes();
  if (fix) parts.push(`${WORDS.sayInstead[locale]}\n\n${fence('huashu', fix.edits.map((edit) => edit.text).join('\n'))}`);
  const reasons = finding.why?.() ?? [];
  if (reasons.length > 0) parts.push(`${WORDS.because[locale]}\n\n${reasons.map((reason) => reasonLine(reason, locale)).join('\n')}`);
  const why = page && whyOf(page, locale);
  if (why) parts.push(why);
  const example = page && exampleOf(page, langOfText(finding, checked, locale));
  if (example)
    parts.push(
      `${PAGE_WORDS.before[locale]}\n\n${fence('huashu', example.before)}\n\n${PAGE_WORDS.after[locale]}\n\n${fence('huashu', example.after)}`,
    );
  if (finding.source !== '') parts.push(`${PAGE_WORDS.source[locale]}${escapeMarkdown(finding.source)}`);
  return parts.join('\n\n');
}

/** One step of why the rule matched, as an item of a list. */
function reasonLine({ depth, message }: Reason, locale: Locale): string {
  return `${'  '.repeat(depth)}- ${escapeMarkdown(message[locale])}`;
}

/** Examples in the script of the words flagged; where they do not tell, in that of the interface. */
function langOfText(finding: Finding, { text }: Checked, locale: Locale): Lang {
  const words = text.slice(finding.span.start, finding.span.end);
  if (/\p{Script=Han}/u.test(words)) return locale === 'zh-TW' ? 'zh-Hant' : 'zh-Hans';
  return /[A-Za-z]{2}/u.test(words) ? 'en' : langOf(locale);
}
