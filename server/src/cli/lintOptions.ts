import { isDate, type Level, type Locale, nearest, type Preset, type Settings, type Severity } from '../core/index.ts';
import { type CommandLine, choice } from './commandLine.ts';
import { LATER } from './commands.ts';
import { meant, say } from './wording.ts';
import { Refusal } from './world.ts';

export const REPORT_FORMATS = ['stylish', 'compact', 'json', 'ndjson', 'sarif'] as const;

/** What `lint` was asked to do. */
export interface LintOptions {
  readonly paths: readonly string[];
  readonly format: (typeof REPORT_FORMATS)[number];
  readonly output: string | undefined;
  /** Which fixes are applied. */
  readonly fixes: 'none' | 'safe' | 'suggestions';
  /** What becomes of the fixed text. */
  readonly fixed: 'written' | 'shown as a diff';
  readonly failOn: Severity | 'never';
  readonly maxWarnings: number | undefined;
  /** The mildest findings shown. */
  readonly least: Severity;
  /** What the command line says over the config. */
  readonly over: CommandSettings;
  readonly config: { readonly from: 'files' } | { readonly from: 'nothing' } | { readonly from: 'one'; readonly path: string };
  readonly ignorePatterns: readonly string[];
  readonly ignoreFiles: 'honoured' | 'passed over';
  /** How many threads lint at a time. */
  readonly concurrency: number | 'auto';
  /** The name of the script on standard input; undefined when files are read. */
  readonly stdin: string | undefined;
  readonly unmatched: 'an error' | 'fine';
  readonly extras: ReadonlySet<'statistics' | 'why' | 'progress' | 'no-progress'>;
  /** Rules named that are none of ours: a team's own, or nobody's. */
  readonly unsure: readonly string[];
}

export interface CommandSettings {
  readonly preset?: Preset;
  readonly levels: Readonly<Record<string, Level>>;
  readonly only?: readonly string[];
  readonly lang?: NonNullable<Settings['lang']>;
  /** The day it is: `2026-12-31`. */
  readonly today?: string;
}

const SEVERITIES = ['hint', 'info', 'warning', 'error'] as const;

/** Checks the options of `lint`; `rules` are the ids of those that exist. */
export function readLintOptions(line: CommandLine, rules: ReadonlySet<string>, today: () => string): LintOptions {
  const { locale } = line;
  const unsure: string[] = [];
  const fixing = line.has('fix') || line.command === 'fix' || line.has('diff');
  const config = line.value('config');
  exclusive(line, 'config', 'no-config');
  exclusive(line, 'color', 'no-color');
  if (line.has('stdin') && line.paths.length > 0) throw new Refusal(say(locale, 'together', { a: '--stdin', b: line.paths[0]! }));
  return {
    paths: line.paths.length > 0 ? line.paths : ['.'],
    format: reportFormat(line.value('format') ?? 'stylish', locale),
    output: line.value('output'),
    fixes: line.has('fix-suggestions') ? 'suggestions' : fixing ? 'safe' : 'none',
    fixed: line.has('diff') ? 'shown as a diff' : 'written',
    failOn: choice('--fail-on', line.value('fail-on') ?? 'error', [...SEVERITIES, 'never'], locale),
    maxWarnings: wholeNumber('--max-warnings', line.value('max-warnings'), locale),
    least: line.has('quiet') ? 'error' : choice('--min-severity', line.value('min-severity') ?? 'info', SEVERITIES, locale),
    over: { ...commandSettings(line, rules, unsure), today: dateOf(line.value('today'), locale) ?? today() },
    config: line.has('no-config') ? { from: 'nothing' } : config === undefined ? { from: 'files' } : { from: 'one', path: config },
    ignorePatterns: line.values('ignore-pattern'),
    ignoreFiles: line.has('no-ignore') ? 'passed over' : 'honoured',
    stdin: line.has('stdin') ? (line.value('stdin-filename') ?? 'stdin.huashu') : undefined,
    concurrency: threadsOf(line.value('concurrency'), locale),
    unmatched: line.has('no-error-on-unmatched-pattern') ? 'fine' : 'an error',
    extras: new Set((['statistics', 'why', 'progress', 'no-progress'] as const).filter((name) => line.has(name))),
    unsure,
  };
}

/** Refuses a rule that is neither one of ours nor of the team. */
export function refuseUnknown(unsure: readonly string[], rules: Iterable<string>, team: ReadonlySet<string>, locale: Locale): void {
  const id = unsure.find((one) => !team.has(one));
  if (id === undefined) return;
  throw new Refusal(say(locale, 'unknownRule', { name: id }) + meant(locale, nearest(id, new Set([...rules, ...team]))));
}

function exclusive(line: CommandLine, a: 'config' | 'color', b: 'no-config' | 'no-color'): void {
  if (line.has(a) && line.has(b)) throw new Refusal(say(line.locale, 'together', { a: `--${a}`, b: `--${b}` }));
}

function reportFormat(value: string, locale: Locale): LintOptions['format'] {
  if (LATER.formats.some((format) => format === value)) {
    throw new Refusal(say(locale, 'laterFormat', { name: value, known: REPORT_FORMATS.join(', ') }));
  }
  return choice('--format', value, REPORT_FORMATS, locale);
}

function wholeNumber(name: string, value: string | undefined, locale: Locale): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/u.test(value)) throw new Refusal(say(locale, 'notANumber', { name, value }));
  return Number(value);
}

function threadsOf(value: string | undefined, locale: Locale): LintOptions['concurrency'] {
  if (value === undefined || value === 'auto') return 'auto';
  if (!/^[1-9]\d{0,3}$/u.test(value)) throw new Refusal(say(locale, 'notAThreadCount', { name: '--concurrency', value }));
  return Number(value);
}

function dateOf(value: string | undefined, locale: Locale): string | undefined {
  if (value === undefined || isDate(value)) return value;
  throw new Refusal(say(locale, 'notADate', { name: '--today', value }));
}

function commandSettings(line: CommandLine, rules: ReadonlySet<string>, unsure: string[]): Omit<CommandSettings, 'today'> {
  const { locale } = line;
  const preset = line.value('preset');
  const lang = line.value('lang');
  const levels: Record<string, Level> = {};
  for (const setting of line.values('rule')) {
    const [, id, level] = /^([^=]+)=(.+)$/u.exec(setting) ?? [];
    if (id === undefined || level === undefined) throw new Refusal(say(locale, 'badRuleLevel', { value: setting }));
    levels[id] = choice(`--rule ${id}`, level, ['off', ...SEVERITIES], locale);
    if (!rules.has(id)) unsure.push(id);
  }
  const only = line
    .values('only')
    .flatMap((list) => list.split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '');
  unsure.push(...only.filter((id) => !rules.has(id)));
  return {
    levels,
    ...(preset === undefined ? {} : { preset: choice('--preset', preset, ['minimal', 'recommended', 'strict'], locale) }),
    ...(line.has('only') ? { only } : {}),
    ...(lang === undefined ? {} : { lang: LANGS[choice('--lang', lang, Object.keys(LANGS) as (keyof typeof LANGS)[], locale)] }),
  };
}

const LANGS = {
  zh: 'zh',
  en: 'en',
  auto: 'auto',
  'zh-Hans': 'zh-Hans',
  'zh-Hant': 'zh-Hant',
  'zh-CN': 'zh-Hans',
  'zh-TW': 'zh-Hant',
} as const;
