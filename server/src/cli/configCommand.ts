import { createLinter } from '../core/index.ts';
import type { FileSettings } from '../core/project.ts';
import { stringWidth } from './cells.ts';
import type { CommandLine } from './commandLine.ts';
import { loadConfigs } from './configs.ts';
import { styleFor } from './lintCommand.ts';
import { vocabulary } from './lintRun.ts';
import { absolute, parentOf, shown } from './paths.ts';
import { say } from './wording.ts';
import type { World } from './world.ts';

/** `huashu config [path]` */
export async function configCommand(world: World, line: CommandLine): Promise<number> {
  const { locale } = line;
  const style = styleFor(line, world, world.stdout);
  const asked = absolute(world.cwd, line.paths[0] ?? '.');
  const folder = world.files.kind(asked) === 'folder';
  const path = folder ? `${asked}/script.huashu` : asked;
  const config = line.value('config');
  const from = line.has('no-config')
    ? ({ from: 'nothing' } as const)
    : config === undefined
      ? ({ from: 'files' } as const)
      : ({ from: 'one', path: config } as const);
  const configs = await loadConfigs(world, { config: from, over: { levels: {} } }, [parentOf(path)], vocabulary(createLinter()), locale);
  const found = configs.settingsFor(path);
  const rows = entriesOf(found).map(({ text, key, merged }) => {
    const origins = key === undefined ? [] : found.origins(key).slice(0, merged ? undefined : 1);
    const places = origins.toReversed().map((origin) => `${shown(world.cwd, origin.path)}:${origin.line + 1}`);
    const where = places.length > 0 || key === undefined ? places.join(', ') : say(locale, 'byDefault');
    return { text, where };
  });
  const width = Math.min(48, Math.max(...rows.map(({ text }) => stringWidth(text))));
  const head = [
    `# ${say(locale, 'inForce', { path: shown(world.cwd, asked) })}`,
    ...(found.sources.length === 0 ? [`# ${say(locale, 'noConfig')}`] : []),
    ...(found.ignored ? [`# ${say(locale, 'ignoredHere')}`] : []),
  ];
  const body = rows.map(({ text, where }) =>
    where === '' ? text : `${text}${' '.repeat(Math.max(0, width - stringWidth(text)))}  ${style.dim(`# ${where}`)}`,
  );
  await world.stdout.write(`${[...head.map(style.dim), ...body].join('\n')}\n`);
  let broken = false;
  for (const { path: file, at, message, severity } of found.problems) {
    const sentence = say(locale, 'configProblem', { path: shown(world.cwd, file), line: at.line + 1, message: message[locale] });
    await world.stderr.write(`huashu: ${severity === 'error' ? sentence : say(locale, 'warning', { message: sentence })}\n`);
    broken ||= severity === 'error';
  }
  for (const { path: file, why } of configs.failures) {
    await world.stderr.write(`huashu: ${say(locale, 'cannotRead', { path: shown(world.cwd, file), why })}\n`);
    broken = true;
  }
  return broken ? 2 : 0;
}

/** The key of a value that no file sets. */
const NOWHERE = '';

/** One row of YAML, and the key to ask where it comes from. */
interface Row {
  readonly text: string;
  readonly key?: string;
  /** True where what several files say counts together. */
  readonly merged?: boolean;
}

function entriesOf({ settings, format, ignore }: FileSettings): Row[] {
  const { preset, lang, rules = {}, placeholders, known, phrasebook, ...rest } = settings;
  const rows: Row[] = [
    row('', 'extends', preset ?? 'recommended', preset ? 'extends' : NOWHERE),
    row('', 'lang', lang ?? 'auto', lang ? 'lang' : NOWHERE),
  ];
  const mapping = phrasebook ? { format: format ?? 'phrasebook', ...phrasebook } : format;
  if (mapping !== undefined) rows.push(row('', 'files', mapping, 'files'));
  const levels = Object.entries(rules);
  if (levels.length > 0) rows.push({ text: 'rules:' });
  for (const [id, { level, options }] of levels) rows.push(row('  ', id, options ? [level, options] : level, `rules.${id}`));
  if (placeholders || known) rows.push({ text: 'placeholders:' });
  if (placeholders) rows.push(row('  ', 'syntax', placeholders, 'placeholders.syntax'));
  if (known) rows.push(row('  ', 'known', known, 'placeholders.known', true));
  for (const [key, value] of Object.entries(rest)) {
    if (value === undefined || key === 'only' || key === 'team' || key === 'columns' || key === 'pointers') continue;
    rows.push(row('', key, value, key, true));
  }
  if (ignore.length > 0) rows.push(row('', 'ignore', ignore, 'ignore', true));
  return rows;
}

/** JSON is YAML; plain words are left bare. */
function row(indent: string, name: string, value: unknown, key: string, merged = false): Row {
  const written = typeof value === 'string' && /^[\w-]+$/u.test(value) ? value : JSON.stringify(value);
  return { text: `${indent}${name}: ${written}`, key, merged };
}
