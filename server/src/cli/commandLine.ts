import { parseArgs } from 'node:util';
import { type Locale, nearest } from '../core/index.ts';
import { COMMANDS, type CommandName, type CommandSpec, LATER } from './commands.ts';
import { localeOf, localeOfEnvironment } from './locale.ts';
import { OPTIONS, type OptionName, type OptionSpec } from './options.ts';
import { meant, say } from './wording.ts';
import { Refusal, type World } from './world.ts';

/** A command line, understood. */
export interface CommandLine {
  readonly command: CommandName;
  /** Whether the command was named, or is the default. */
  readonly named: boolean;
  readonly paths: readonly string[];
  readonly locale: Locale;
  has(option: OptionName): boolean;
  /** The last value given. */
  value(option: OptionName): string | undefined;
  values(option: OptionName): readonly string[];
}

/** Reads the command line; throws Refusal for what is not one. */
export function readCommandLine(world: World): CommandLine {
  const { tokens } = parseArgs({ args: [...world.argv], options: PARSED, strict: false, allowPositionals: true, tokens: true });
  const locale = localeOfTokens(tokens) ?? localeOfEnvironment(world.env);
  const words = tokens.filter((t) => t.kind === 'positional').map((t) => t.value);
  const command = commandOf(words[0], world, locale);
  const given = new Map<OptionName, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const name = optionOf(command.name, token.name, token.rawName, locale);
    given.set(name, [...(given.get(name) ?? []), checkedValue(name, token, locale)]);
  }
  const asked = given.get('locale')?.at(-1);
  if (asked !== undefined && !localeOf(asked)) choice('--locale', asked, ['en', 'zh-CN', 'zh-TW'], locale);
  const paths = command.named ? words.slice(1) : words;
  const { most } = COMMANDS[command.name];
  if (paths.includes('')) throw new Refusal(say(locale, 'emptyPath', {}));
  if (paths.length > most) throw new Refusal(say(locale, 'tooMany', { command: command.name, most, extra: paths[most]! }));
  return {
    command: command.name,
    named: command.named,
    paths,
    locale,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1),
    values: (option) => given.get(option) ?? [],
  };
}

/** One of a few words, or a Refusal that names them. */
export function choice<const T extends string>(option: string, value: string, known: readonly T[], locale: Locale): T {
  const found = known.find((k) => k === value);
  if (found !== undefined) return found;
  throw new Refusal(say(locale, 'unknownValue', { name: option, value, known: known.join(', ') }) + meant(locale, nearest(value, known)));
}

const PARSED = Object.fromEntries(
  Object.entries<OptionSpec>(OPTIONS).map(([name, { value, short }]) => [
    name,
    { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true, ...(short ? { short } : {}) },
  ]),
);

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

/** Read first of all, so that complaints come in the right language. */
function localeOfTokens(tokens: readonly Token[]): Locale | undefined {
  const said = tokens.findLast((t) => t.kind === 'option' && t.name === 'locale');
  return said?.kind === 'option' && said.value !== undefined ? localeOf(said.value) : undefined;
}

function commandOf(word: string | undefined, world: World, locale: Locale): { name: CommandName; named: boolean } {
  const names = Object.keys(COMMANDS) as CommandName[];
  const found = names.find((name) => name === word);
  if (found) return { name: found, named: true };
  if (word === undefined || /[/\\.*?{]/u.test(word) || exists(world, word)) return { name: 'lint', named: false };
  if ((LATER.commands as readonly string[]).includes(word)) throw new Refusal(say(locale, 'laterCommand', { name: word }));
  throw new Refusal(say(locale, 'unknownCommand', { name: word }) + meant(locale, nearest(word, names)) + say(locale, 'tryHelp'));
}

function exists(world: World, path: string): boolean {
  return world.files.kind(`${world.cwd}/${path}`) !== undefined;
}

function optionOf(command: CommandName, name: string, written: string, locale: Locale): OptionName {
  const spec: CommandSpec = COMMANDS[command];
  const known = spec.options.find((option) => option === name);
  if (known) return known;
  if (command === 'explain' && name === 'lang') return 'page';
  if (LATER.options.some((option) => option === name)) throw new Refusal(say(locale, 'laterOption', { name: written }));
  if (name in OPTIONS && name !== 'page') throw new Refusal(say(locale, 'optionOfAnother', { command, name: written }));
  const near = nearest(name, spec.options);
  throw new Refusal(say(locale, 'unknownOption', { name: written }) + meant(locale, near && `--${near}`));
}

function checkedValue(name: OptionName, token: Token & { kind: 'option' }, locale: Locale): string {
  const { value }: OptionSpec = OPTIONS[name];
  if (value === undefined && token.value !== undefined) throw new Refusal(say(locale, 'valueUnwanted', { name: token.rawName }));
  const missing = token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('--'));
  if (value !== undefined && missing) throw new Refusal(say(locale, 'valueMissing', { name: token.rawName, value }));
  return token.value ?? '';
}
