import { isDate, type Locale, MOODS, moodOf, type Situation } from '../core/index.ts';
import { type CommandLine, choice } from './commandLine.ts';
import type { LintOptions } from './lintOptions.ts';
import { absolute } from './paths.ts';
import { say } from './wording.ts';
import { Refusal, type World } from './world.ts';

export const SEARCH_FORMATS = ['stylish', 'compact', 'json', 'ndjson'] as const;

/** What `search` was asked to do. */
export interface SearchOptions extends Pick<LintOptions, 'paths' | 'config' | 'over' | 'ignorePatterns' | 'ignoreFiles' | 'unmatched'> {
  readonly fixes: 'none';
  readonly words: string;
  readonly only: NonNullable<Situation['only']>;
  readonly limit: number;
  readonly format: (typeof SEARCH_FORMATS)[number];
}

/** Phrases shown unless asked for more. */
const USUAL = 10;

export function readSearchOptions(world: World, line: CommandLine): SearchOptions {
  const { locale } = line;
  const { words, paths } = wordsAndPaths(world, line.paths);
  const tags = line.values('tag').flatMap((list) => list.split(/[,\uff0c\u3001]/u).map((tag) => tag.trim()));
  const only = { tags: tags.filter((tag) => tag !== ''), mood: knownMood(line.value('mood'), locale) };
  if (words === '' && only.tags.length === 0 && only.mood === undefined) throw new Refusal(say(locale, 'searchWhat'));
  const config = line.value('config');
  if (config !== undefined && line.has('no-config')) throw new Refusal(say(locale, 'together', { a: '--config', b: '--no-config' }));
  return {
    words,
    only,
    paths: paths.length > 0 ? paths : ['.'],
    limit: limitOf(line.value('limit'), locale),
    format: choice('--format', line.value('format') ?? 'stylish', SEARCH_FORMATS, locale),
    over: { levels: {}, today: dayOf(line.value('today'), locale) ?? world.today() },
    config: line.has('no-config') ? { from: 'nothing' } : config === undefined ? { from: 'files' } : { from: 'one', path: config },
    ignorePatterns: line.values('ignore-pattern'),
    ignoreFiles: line.has('no-ignore') ? 'passed over' : 'honoured',
    unmatched: 'an error',
    fixes: 'none',
  };
}

/** The words, quoted or not, come first; from the first that is a file, a folder or written like one there are paths. */
function wordsAndPaths(world: World, given: readonly string[]): { readonly words: string; readonly paths: readonly string[] } {
  const isPath = (word: string): boolean => /[/\\*]|^\.|\.\w+$/u.test(word) || world.files.kind(absolute(world.cwd, word)) !== undefined;
  const first = given.findIndex((word, i) => i > 0 && isPath(word));
  const end = first < 0 ? given.length : first;
  return { words: given.slice(0, end).join(' ').trim(), paths: given.slice(end) };
}

function limitOf(value: string | undefined, locale: Locale): number {
  if (value === undefined) return USUAL;
  if (!/^[1-9]\d{0,5}$/u.test(value)) throw new Refusal(say(locale, 'notANumber', { name: '--limit', value }));
  return Number(value);
}

/** A mood by one of its names. */
function knownMood(value: string | undefined, locale: Locale): string | undefined {
  return value === undefined ? undefined : (moodOf(value) ?? choice('--mood', value, MOODS, locale));
}

function dayOf(value: string | undefined, locale: Locale): string | undefined {
  if (value === undefined || isDate(value)) return value;
  throw new Refusal(say(locale, 'notADate', { name: '--today', value }));
}
