import { createLinter, formatOf, type Locale, type Severity } from '../core/index.ts';
import { encode } from '../host/encode.ts';
import { type Collected, collect, type Target, walkerOf } from './collect.ts';
import type { CommandLine } from './commandLine.ts';
import { type Configs, loadConfigs } from './configs.ts';
import { countOf } from './counts.ts';
import type { Reporter, Summary } from './fileResult.ts';
import { type LintOptions, readLintOptions, refuseUnknown } from './lintOptions.ts';
import { LintRun, type Looked, type Outcome, type RunContext, vocabulary } from './lintRun.ts';
import { Notices } from './notices.ts';
import { pace } from './pace.ts';
import { absolute, parentOf } from './paths.ts';
import { type Progress, progress } from './progress.ts';
import { Queue } from './queue.ts';
import { fileSink, outputSink, type Sink } from './sink.ts';
import { type Style, style } from './style.ts';
import { Tally } from './tally.ts';
import { say } from './wording.ts';
import type { Output, World } from './world.ts';

/** Reports a file. */
type Hand = (looked: Looked) => Promise<void>;

/** Longest time between two looks at signals and at what listens, in milliseconds. */
const BREATH = 50;

/** `huashu lint` and `huashu fix`. */
export async function lintCommand(world: World, line: CommandLine): Promise<number> {
  const startedAt = world.now();
  const linter = createLinter();
  const known = vocabulary(linter);
  const options = readLintOptions(line, new Set(known.rules.keys()), () => world.today());
  const { locale } = line;
  const givesText = options.stdin !== undefined && options.fixes !== 'none' && options.fixed === 'written';
  const toStderr = givesText && options.output === undefined;
  const collected = options.stdin === undefined ? await collect(world, options, locale) : NOTHING;
  const folders = options.stdin === undefined ? foldersOf(collected.targets) : [parentOf(absolute(world.cwd, options.stdin))];
  const configs = await loadConfigs(world, options, folders, known, locale);
  if (options.unsure.length > 0) knowThem(world, options.unsure, known.rules.keys(), configs, folders, locale);
  const output = toStderr ? world.stderr : world.stdout;
  const reporter = await reporterFor(options, line, world, output, linter.rules.all);
  const tally = new Tally(startedAt);
  const context: RunContext = { world, options, configs, linter, reporter, tally, locale };
  const sink = options.output === undefined ? outputSink(output) : fileSink(world, options.output, locale);
  try {
    return await report(context, collected, sink, line);
  } finally {
    sink.abandon();
  }
}

/** The folders that targets are in. */
function foldersOf(targets: readonly Target[]): string[] {
  return [...new Set(targets.map(({ path }) => parentOf(path)))];
}

/** Refuses rules that are neither ours nor of a team's packs in force in any of some folders; what is wrong with those packs is said first. */
function knowThem(
  world: World,
  ids: readonly string[],
  ours: Iterable<string>,
  configs: Configs,
  folders: readonly string[],
  locale: Locale,
): void {
  const found = folders.map((folder) => configs.settingsFor(`${folder}/-`));
  const teams = new Set(found.flatMap(({ settings }) => settings.team ?? []));
  const theirs = new Set([...teams].flatMap((pack) => pack.rules.map((rule) => rule.data.id)));
  if (ids.every((id) => theirs.has(id))) return;
  const notices = new Notices(world, locale);
  for (const { problems } of found) notices.config(configs, problems);
  refuseUnknown(ids, ours, theirs, locale);
}

const NOTHING: Collected = { targets: [], errors: [], warnings: [], groups: [] };

async function report(context: RunContext, collected: Collected, sink: Sink, line: CommandLine): Promise<number> {
  const { world, options, reporter, tally } = context;
  const notices = new Notices(world, context.locale);
  const run = new LintRun(context, notices);
  for (const warning of collected.warnings) notices.warn(warning);
  for (const { path, message } of collected.errors) notices.fail(path, message);
  const silent = options.fixed === 'shown as a diff' && options.output === undefined;
  const style = styleFor(line, world, world.stdout);
  if (!silent) await sink.write([reporter.start()]);
  const hand: Hand = async (looked) => {
    const outcome = run.finish(looked);
    await writeFixed(context, outcome, sink, style);
    if (!silent) await sink.write(reporter.file(outcome.result));
  };
  if (options.stdin !== undefined) {
    const path = absolute(world.cwd, options.stdin);
    if (line.has('stdin-filename') && walkerOf(world, options).isIgnored(path)) {
      notices.warn(say(context.locale, 'ignored', { path: options.stdin }));
      if (options.fixes !== 'none' && options.fixed === 'written') await world.stdout.write(await world.stdin.read());
    } else if (readsRecords(context, path)) await (await import('./recordStream.ts')).lintRecords(context, path, sink, notices);
    else {
      const looked = run.text(path, await world.stdin.read());
      if (looked) await hand(looked);
    }
  } else await eachTarget(context, collected, run, sink, hand);
  unmatched(context, collected, run, notices);
  const summary = tally.summary(world.now());
  if (!silent) await sink.write([reporter.end(summary, notices.errors)]);
  await sink.end();
  await remarks(context, summary, silent);
  return exitCode(context, notices);
}

async function eachTarget(context: RunContext, { targets }: Collected, run: LintRun, sink: Sink, hand: Hand): Promise<void> {
  const { world, options } = context;
  const { extras } = options;
  const bar: Progress = progress(world, targets.length, !extras.has('no-progress'));
  const surveyed = options.fixes === 'suggestions' ? targets.map((target) => run.survey(target)) : undefined;
  const queue = new Queue(run, hand);
  const left = pace(() => world.now());
  let breathedAt = world.now();
  let done = 0;
  const handOn = async (looked: Looked | undefined): Promise<void> => {
    if (looked) await queue.add(looked);
    done++;
    if (world.now() - breathedAt < BREATH) return;
    if (world.stdout.isTerminal) {
      bar.clear();
      await sink.flush();
    }
    bar.step(done);
    await world.breathe();
    breathedAt = world.now();
  };
  while (done < targets.length) {
    const count = helpersFor(context, targets.length, left(done, targets.length));
    if (count > 0) {
      const rest = targets.slice(done);
      const { lintBeside } = await import('./lintBeside.ts');
      await lintBeside(context, run, { count, folders: foldersOf(rest) }, rest, handOn);
      break;
    }
    const known = surveyed?.[done];
    await handOn(known ? run.again(known) : surveyed ? undefined : run.file(targets[done]!));
  }
  await queue.end();
  bar.clear();
}

/** Time that a run must still take for another thread to be worth its start, in milliseconds. */
const WORTH_A_THREAD = 700;
/** Most threads that are started unasked: each takes memory of its own. */
const MOST_UNASKED = 7;

/** How many further threads should lint beside this one; `left`: how long so many files will still take. */
function helpersFor({ world, options: { fixes, concurrency } }: RunContext, files: number, left: number): number {
  if (!world.threads || fixes !== 'none') return 0;
  if (concurrency !== 'auto') return Math.min(concurrency, files) - 1;
  return Math.min(world.threads.most - 1, MOST_UNASKED, Math.floor(left / WORTH_A_THREAD));
}

/** What fixing made of a script, where it is not written to its file: a diff, or the script itself from standard input. */
async function writeFixed({ options, world }: RunContext, { result, encoding, fixed }: Outcome, sink: Sink, style: Style): Promise<void> {
  if (options.fixed === 'shown as a diff') {
    if (!fixed) return;
    const { unifiedDiff } = await import('./unifiedDiff.ts');
    // A mark at the beginning of the file is a part of its first line to whoever applies this.
    const mark = encoding === 'utf-8-bom' ? '\ufeff' : '';
    const diff = unifiedDiff(result.path, mark + fixed.before, mark + fixed.after, style);
    if (options.output === undefined) await sink.write([diff]);
    else await world.stdout.write(diff);
  } else if (options.stdin !== undefined && options.fixes !== 'none')
    await world.stdout.write(encode(result.text, encoding) ?? result.text);
}

/** A path that stood for nothing that could be linted is an error, said after the rest. */
function unmatched({ options, locale }: RunContext, { groups }: Collected, { files }: LintRun, notices: Notices): void {
  if (options.unmatched === 'fine') return;
  for (const { given, paths, ignored: folder } of groups) {
    if (paths.some((path) => files.taken.has(path)) || notices.errors.some(({ path }) => path.startsWith(given))) continue;
    const ignored = folder || (paths.length > 0 && paths.every((path) => files.ignored.has(path)));
    notices.fail(given, say(locale, ignored ? 'allIgnored' : 'noFileMatches', { path: given }));
  }
}

async function remarks({ options, tally, locale, world }: RunContext, summary: Summary, silent: boolean): Promise<void> {
  const { fixed, all } = tally;
  const text = ['stylish', 'compact'].includes(options.format) && options.stdin === undefined && !silent;
  const notes = text ? world.stdout : world.stderr;
  if (fixed.applied > 0) {
    const key = options.fixed === 'written' ? 'fixedSome' : 'wouldFix';
    await notes.write(`${say(locale, key, { n: fixed.applied, files: countOf(fixed.files, 'files', locale) })}\n`);
  }
  if (options.extras.has('statistics')) {
    const rows = [...summary.rules].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    await notes.write(rows.map(([rule, n]) => `${String(n).padStart(7)}  ${rule}\n`).join(''));
  }
  if (options.maxWarnings !== undefined && all.warning > options.maxWarnings) {
    await world.stderr.write(`huashu: ${say(locale, 'tooManyWarnings', { count: all.warning, most: options.maxWarnings })}\n`);
  }
}

function exitCode({ options, tally: { all } }: RunContext, { errors }: Notices): number {
  if (errors.length > 0) return 2;
  const order: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
  const failing = options.failOn === 'never' ? [] : order.slice(0, order.indexOf(options.failOn) + 1);
  if (failing.some((severity) => all[severity] > 0)) return 1;
  return options.maxWarnings !== undefined && all.warning > options.maxWarnings ? 1 : 0;
}

/** True when what comes on standard input is answered record by record. */
function readsRecords({ options, configs }: RunContext, path: string): boolean {
  if (options.format !== 'ndjson' || options.fixes !== 'none') return false;
  return (configs.settingsFor(path).format ?? formatOf(path)) === 'jsonl';
}

/** Colours where they were asked for, or where a terminal shows them and nobody minds. */
export function styleFor(line: CommandLine, { env }: World, output: Output): Style {
  const forced = env['FORCE_COLOR'];
  if (line.has('color')) return style('colours');
  if (line.has('no-color') || env['NO_COLOR']) return style('plain');
  if (forced !== undefined) return style(forced === '0' || forced === 'false' ? 'plain' : 'colours');
  return style(output.isTerminal && env['TERM'] !== 'dumb' ? 'colours' : 'plain');
}

async function reporterFor(
  { format, output, extras }: LintOptions,
  line: CommandLine,
  world: World,
  to: Output,
  rules: ReturnType<typeof createLinter>['rules']['all'],
): Promise<Reporter> {
  const { locale } = line;
  switch (format) {
    case 'json':
      return (await import('./reporters/json.ts')).json(locale, extras);
    case 'ndjson':
      return (await import('./reporters/json.ts')).ndjson(locale, extras);
    case 'sarif':
      return (await import('./reporters/sarif.ts')).sarif(locale, rules);
    case 'compact':
      return (await import('./reporters/compact.ts')).compact(locale);
    case 'stylish': {
      const { stylish } = await import('./reporters/stylish.ts');
      const target = output === undefined ? to : { ...to, isTerminal: false, columns: undefined };
      return stylish(locale, styleFor(line, world, target), target.columns, extras);
    }
  }
}
