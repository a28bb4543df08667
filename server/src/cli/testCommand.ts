import { createLinter, type Linter } from '../core/index.ts';
import { isPackSource, packReader, type RuleResult, testPack } from '../core/packs.ts';
import { within } from '../core/paths.ts';
import { decode } from '../host/decode.ts';
import { notText, reason } from './collect.ts';
import type { CommandLine } from './commandLine.ts';
import { loadConfigs } from './configs.ts';
import { styleFor } from './lintCommand.ts';
import { vocabulary } from './lintRun.ts';
import { sayOfPacks } from './packWording.ts';
import { absolute, shown } from './paths.ts';
import { ruleReport } from './testReport.ts';
import { say } from './wording.ts';
import { Refusal, type World } from './world.ts';

/** `huashu test PACK …`: 0 when every example is as it should be, 1 when one is not or a rule can never match, 2 for packs that cannot be read. */
export async function testCommand(world: World, line: CommandLine): Promise<number> {
  const { locale } = line;
  const linter = createLinter();
  const style = styleFor(line, world, world.stdout);
  const paths = await packsAsked(world, line, linter);
  const read = packReader(linter);
  let broken = false;
  const fail = async (message: string): Promise<void> => {
    broken = true;
    await world.stderr.write(`huashu: ${message}\n`);
  };
  const count = { rules: 0, examples: 0, failed: 0, never: 0 };
  for (const path of paths) {
    const name = shown(world.cwd, path);
    const source = textOf(world, path);
    if (typeof source !== 'string') await fail(say(locale, 'cannotRead', { path: name, why: source.why }));
    else if (!isPackSource(source)) await fail(sayOfPacks(locale, 'notAPack', { path: name }));
    else {
      const { pack, problems, problem } = read(path, source);
      for (const { at, message } of problems) {
        await fail(say(locale, 'configProblem', { path: name, line: at.line + 1, message: message[locale] }));
      }
      const results = testPack(pack, linter);
      const lineOf = (start: number): number => problem({ span: { start, end: start }, code: 'unknown-key', data: {} }).at.line + 1;
      await world.stdout.write(`\n${style.underline(style.bold(name))}\n`);
      for (const result of results) await world.stdout.write(ruleReport(result, lineOf, locale, style));
      add(count, results);
    }
  }
  const well = count.failed + count.never === 0;
  if (count.rules > 0 || !broken)
    await world.stdout.write(`\n${style[well ? 'green' : 'red'](sayOfPacks(locale, well ? 'allWell' : 'notWell', count))}\n`);
  return broken ? 2 : well ? 0 : 1;
}

function add(count: { rules: number; examples: number; failed: number; never: number }, results: readonly RuleResult[]): void {
  for (const { examples, never } of results) {
    count.rules++;
    count.examples += examples.length;
    count.failed += examples.filter((example) => example.fault !== undefined).length;
    if (never.length > 0) count.never++;
  }
}

/** The packs named, those under folders named; where none is named, those in force here. */
async function packsAsked(world: World, line: CommandLine, linter: Linter): Promise<string[]> {
  const { locale, paths } = line;
  if (paths.length === 0) {
    const asked = { config: { from: 'files' } as const, over: { levels: {} } };
    const configs = await loadConfigs(world, asked, [world.cwd], vocabulary(linter), locale);
    const team = configs.settingsFor(`${world.cwd}/-`).settings.team ?? [];
    if (team.length === 0) throw new Refusal(sayOfPacks(locale, 'noPacks'));
    return team.map((pack) => pack.path);
  }
  const { globParts, globTest, whyNotUsed } = await import('../core/glob.ts');
  return paths.flatMap((given) => {
    const path = absolute(world.cwd, given);
    const kind = world.files.kind(path);
    if (kind === 'file') return [path];
    const refused = kind === 'folder' ? undefined : whyNotUsed(given);
    if (refused) throw new Refusal(refused[locale]);
    const { base, rest } = kind === 'folder' ? { base: given, rest: '**/*.{yaml,yml,json}' } : globParts(given);
    const from = absolute(world.cwd, base);
    const matches = globTest(rest);
    const found = kind === 'folder' || /[*?[{]/u.test(given) ? under(world, from).filter((p) => matches(within(from, p) ?? '')) : [];
    const packs = found.filter((p) => isPackSource(String(textOf(world, p))));
    if (packs.length === 0)
      throw new Refusal(
        found.length > 0 || kind === 'folder'
          ? sayOfPacks(locale, 'noneHere', { path: given })
          : say(locale, 'noSuchFile', { path: given }),
      );
    return packs;
  });
}

function under(world: World, folder: string): string[] {
  if (world.files.kind(folder) !== 'folder') return [];
  const entries = [...world.files.list(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap(({ name, kind }) => {
    if (kind === 'file') return [`${folder}/${name}`];
    return name === 'node_modules' || name === '.git' ? [] : under(world, `${folder}/${name}`);
  });
}

function textOf(world: World, path: string): string | { readonly why: string } {
  try {
    const decoded = decode(world.files.read(path));
    return 'text' in decoded ? decoded.text : { why: notText(decoded.why) };
  } catch (error) {
    return { why: reason(error) };
  }
}
