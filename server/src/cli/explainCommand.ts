import docs from 'huashu:docs';
import {
  CATALOGUE,
  createLinter,
  type Linter,
  type Locale,
  nearest,
  type RuleDocument,
  type RuleExample,
  type RuleMeta,
  readRuleDocument,
  type TeamPack,
  teamPage,
} from '../core/index.ts';
import { langOf, severityLine } from '../manual/rulePage.ts';
import { settingsMarkdown } from '../manual/settings.ts';
import { PAGE_WORDS } from '../manual/words.ts';
import { stringWidth } from './cells.ts';
import { type CommandLine, choice } from './commandLine.ts';
import { loadConfigs } from './configs.ts';
import { styleFor } from './lintCommand.ts';
import { vocabulary } from './lintRun.ts';
import { localeOf } from './locale.ts';
import type { Style } from './style.ts';
import { meant, say } from './wording.ts';
import { Refusal, type World } from './world.ts';

/** `huashu explain [RULE]` */
export async function explainCommand(world: World, line: CommandLine): Promise<number> {
  const asked = line.value('page');
  const locale = asked === undefined ? line.locale : (localeOf(asked) ?? choice('--lang', asked, ['zh-CN', 'zh-TW', 'en'], line.locale));
  const style = styleFor(line, world, world.stdout);
  const linter = createLinter();
  const { all } = linter.rules;
  const ours = [...new Set([...CATALOGUE, ...all.keys()])].flatMap((id) => all.get(id)?.meta ?? []);
  const team = line.paths[0] !== undefined && all.has(line.paths[0]) ? [] : await teamHere(world, line, linter);
  const metas = [...ours, ...team.flatMap((pack) => pack.rules.map((rule) => rule.data))];
  const [wanted] = line.paths;
  if (wanted === undefined) {
    await world.stdout.write(list(metas, locale, style));
    return 0;
  }
  const meta = metas.find(({ id }) => id === wanted);
  if (!meta) {
    const near = nearest(
      wanted,
      metas.map((m) => m.id),
    );
    throw new Refusal(say(line.locale, 'unknownRule', { name: wanted }) + meant(line.locale, near));
  }
  const document = teamPage(team, meta.id)?.document ?? readRuleDocument(docs()[meta.id] ?? '');
  await world.stdout.write(page(meta, document, locale, style));
  return 0;
}

/** The team's own rules in force here. */
async function teamHere(world: World, line: CommandLine, linter: Linter): Promise<readonly TeamPack[]> {
  const asked = { config: { from: 'files' } as const, over: { levels: {} } };
  const configs = await loadConfigs(world, asked, [world.cwd], vocabulary(linter), line.locale);
  return configs.settingsFor(`${world.cwd}/-`).settings.team ?? [];
}

const COLOURS = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' } as const;

function list(metas: readonly RuleMeta[], locale: Locale, style: Style): string {
  const width = Math.max(...metas.map(({ id }) => id.length));
  const words = metas.map((meta) => severity(meta, locale));
  const wide = Math.max(...words.map(stringWidth));
  const rows = metas.map((meta, i) => {
    const word = words[i]!;
    return `  ${style.bold(meta.id.padEnd(width))}  ${style[COLOURS[meta.severity]](word)}${' '.repeat(wide - stringWidth(word))}  ${meta.title[locale]}`;
  });
  return `${rows.join('\n')}\n\n${style.dim(say(locale, 'explainOne'))}\n`;
}

function severity(meta: RuleMeta, locale: Locale): string {
  const word = say(locale, meta.severity === 'warning' ? 'warningLevel' : meta.severity);
  return meta.strict ? `${word} (${say(locale, 'strictOnly')})` : word;
}

function page(meta: RuleMeta, document: RuleDocument, locale: Locale, style: Style): string {
  const inLang = document.examples.filter((example) => example.lang === langOf(locale));
  // A team writes its examples in the language it works in.
  const ours = inLang.length > 0 ? inLang : document.examples;
  const sections = (['Flagged', 'Fixed', 'Accepted'] as const).flatMap((section) => {
    const part = ours.filter((example) => example.section === section);
    if (part.length === 0) return [];
    const heading = PAGE_WORDS[section === 'Flagged' ? 'flagged' : section === 'Fixed' ? 'fixed' : 'accepted'][locale];
    return [`\n${style.bold(heading)}\n`, ...part.map((example) => block(example, style))];
  });
  const grades = prose(severityLine({ meta, document }, locale), style);
  const head = `${style.bold(meta.title[locale])}\n${style.dim(`${meta.id} \u00b7 `)}${style[COLOURS[meta.severity]](grades)}`;
  const source = style.dim(` \u00b7 ${PAGE_WORDS.source[locale]}${meta.source}`);
  const why = prose(document.text[locale] ?? meta.title[locale], style);
  return `${head}${source}\n\n${why}\n${sections.join('\n')}${settings(meta, locale, style)}`;
}

function settings(meta: RuleMeta, locale: Locale, style: Style): string {
  const parts = settingsMarkdown(meta, locale).map((part) => {
    const fenced = /^```\w+\n([\s\S]*)\n```$/u.exec(part);
    return fenced ? fenced[1]!.replace(/^/gmu, '    ') : prose(part, style);
  });
  return parts.length === 0 ? '' : `\n${style.bold(PAGE_WORDS.settings[locale])}\n\n${parts.join('\n\n')}\n`;
}

/** Markdown for a terminal: its marks become bold and colour. */
function prose(markdown: string, style: Style): string {
  return markdown
    .replace(/^#{1,6} +(.*)$/gmu, (_, words: string) => style.bold(words))
    .replace(/^[-*] +/gmu, '\u2022 ')
    .replace(/\*\*([^*\n]+)\*\*/gu, (_, words: string) => style.bold(words))
    .replace(/(?<![*\w])\*([^*\n]+)\*(?![*\w])/gu, (_, words: string) => style.italic(words))
    .replace(/`([^`\n]+)`/gu, (_, words: string) => style.cyan(words))
    .replace(/\[([^\]\n]+)\]\([^)\n]*\)/gu, (_, words: string) => style.underline(words));
}

function block({ section, text }: RuleExample, style: Style): string {
  const [before, after] = section === 'Fixed' ? text.split(/^={3,}\s*$/mu) : [text];
  const indented = (part: string): string =>
    part
      .trim()
      .split('\n')
      .map((row) => (row === '' ? '' : `    ${row}`))
      .join('\n');
  if (after === undefined) return `${indented(before ?? '')}\n`;
  return `${style.dim(indented(before ?? ''))}\n  ${style.green('\u2192')}\n${style.green(indented(after))}\n`;
}
