import { createLinter } from '../core/index.ts';
import { importQualityRules } from '../core/packs.ts';
import { decode } from '../host/decode.ts';
import { notText, reason } from './collect.ts';
import { type CommandLine, choice } from './commandLine.ts';
import { sayOfPacks } from './packWording.ts';
import { absolute, shown } from './paths.ts';
import { say } from './wording.ts';
import { Refusal, type World } from './world.ts';

/** `huashu import --from quality-inspection FILE [-o FILE|FOLDER]`: keyword rules of a quality-inspection system as a pack. */
export async function importCommand(world: World, line: CommandLine): Promise<number> {
  const { locale } = line;
  const from = line.value('from');
  if (from === undefined) throw new Refusal(sayOfPacks(locale, 'importFrom'));
  choice('--from', from, ['quality-inspection'], locale);
  const [given] = line.paths;
  if (given === undefined) throw new Refusal(sayOfPacks(locale, 'importNoFile'));
  const path = absolute(world.cwd, given);
  const name = shown(world.cwd, path);
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '');
  const { text, count, problems } = importQualityRules(textOf(world, path, name, line), base, new Set(createLinter().rules.all.keys()));
  for (const { line: row, column, message } of problems) {
    await world.stderr.write(`huashu: ${name}:${row + 1}:${column + 1}: ${message[locale]}\n`);
  }
  if (count === 0) throw new Refusal(sayOfPacks(locale, 'importNothing', { path: name }));
  const output = line.value('output');
  if (output === undefined) await world.stdout.write(text);
  else {
    const isFolder = world.files.kind(absolute(world.cwd, output)) === 'folder';
    const file = isFolder ? `${output.replace(/\/+$/u, '')}/${base}.yaml` : output;
    try {
      world.files.replace(absolute(world.cwd, file), new TextEncoder().encode(text));
    } catch (error) {
      throw new Refusal(say(locale, 'cannotWrite', { path: file, why: reason(error) }));
    }
    await world.stdout.write(`${sayOfPacks(locale, 'importWrote', { n: count, path: file })}\n`);
  }
  return problems.length > 0 ? 2 : 0;
}

function textOf(world: World, path: string, name: string, { locale }: CommandLine): string {
  let why: string;
  try {
    const decoded = decode(world.files.read(path));
    if ('text' in decoded) return decoded.text;
    why = notText(decoded.why);
  } catch (error) {
    why = reason(error);
  }
  throw new Refusal(say(locale, 'cannotRead', { path: name, why }));
}
