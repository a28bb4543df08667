import type { Locale } from '../core/index.ts';
import { stringWidth } from './cells.ts';
import { COMMANDS, type CommandName, type CommandSpec } from './commands.ts';
import { OPTIONS, type OptionSpec } from './options.ts';
import { say } from './wording.ts';

/** The page of one command, or of them all. */
export function help(command: CommandName | undefined, locale: Locale): string {
  const spec: CommandSpec = COMMANDS[command ?? 'lint'];
  const lines = [`${say(locale, 'usage')}: ${command === undefined ? 'huashu [command] [options] [path \u2026]' : spec.usage}`, ''];
  if (command === undefined) {
    lines.push(`${say(locale, 'commands')}:`);
    lines.push(...columns(Object.values<CommandSpec>(COMMANDS).map(({ usage, about }) => [usage, about[locale]])), '');
  } else lines.push(spec.about[locale], '');
  lines.push(`${say(locale, 'options')}${command === undefined ? ' (huashu lint)' : ''}:`);
  lines.push(...columns(spec.options.map((name) => [written(command, name), (OPTIONS[name] as OptionSpec).about[locale]])), '');
  if (command === undefined || command === 'lint' || command === 'fix') lines.push(say(locale, 'exitCodes'), '');
  if (command === 'search') lines.push(say(locale, 'searchExitCodes'), '');
  return lines.join('\n');
}

function written(command: CommandName | undefined, name: keyof typeof OPTIONS): string {
  const { short, value: usual }: OptionSpec = OPTIONS[name];
  const value = (COMMANDS[command ?? 'lint'] as CommandSpec).values?.[name] ?? usual;
  const long = command === 'explain' && name === 'page' ? 'lang' : name;
  return `${short ? `-${short}, ` : ''}--${long}${value ? ` ${value}` : ''}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(36, Math.max(...rows.map(([left]) => stringWidth(left))));
  return rows.map(([left, right]) => {
    const gap = width - stringWidth(left);
    return gap >= 0 ? `  ${left}${' '.repeat(gap)}  ${right}` : `  ${left}\n  ${' '.repeat(width)}  ${right}`;
  });
}
