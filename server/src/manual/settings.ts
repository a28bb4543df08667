import type { Locale, RuleMeta } from '../core/index.ts';
import { PAGE_WORDS as WORDS } from './words.ts';

/** Rules about the tool's own reading of a file: there is no line of a script to let stand. */
const OF_THE_TOOL: ReadonlySet<string> = new Set(['syntax', 'unused-suppression', 'internal']);

/** How a rule is switched off or set, as paragraphs of Markdown: its level, its options, one line let stand. */
export function settingsMarkdown(meta: RuleMeta, locale: Locale): string[] {
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
  if (!OF_THE_TOOL.has(meta.id))
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
