import type { Locale, RuleMeta } from '../core/index.ts';
import { PAGE_WORDS as WORDS } from './words.ts';

/** Rules there is no reason to set: what they report was not checked. */
const UNSET: ReadonlySet<string> = new Set(['syntax', 'internal']);

/** How a rule is switched off or set, as paragraphs of Markdown: its level, its options, one line let stand. Empty for a rule that has no settings. */
export function settingsMarkdown(meta: RuleMeta, locale: Locale): string[] {
  if (UNSET.has(meta.id)) return [];
  const options = Object.entries(meta.options ?? {});
  const level = meta.strict ? meta.severity : 'off';
  const set =
    options.length === 0 ? level : `[${meta.severity}, {${options.map(([name, o]) => `${name}: ${written(o.default)}`).join(', ')}}]`;
  const parts = [WORDS[meta.strict ? 'levelStrict' : 'level'][locale], fence('yaml', `rules:\n  ${meta.id}: ${set}`)];
  if (options.length > 0) {
    parts.push(
      options.map(([name, { default: value, description }]) => `- \`${name}\` (\`${written(value)}\`) ${description[locale]}`).join('\n'),
    );
  }
  if (meta.id !== 'unused-suppression')
    parts.push(WORDS.suppress[locale], fence('huashu', `// huashu-disable-next-line ${meta.id} -- ${WORDS.reason[locale]}`));
  return parts;
}

/** A fence of Markdown longer than any run of backticks inside. */
export function fence(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
}

function written(value: unknown): string {
  return JSON.stringify(value);
}
