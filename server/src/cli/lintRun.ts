import { type Finding, formatIds, formatOf, type Linter, type Locale, lineIndex, type Severity } from '../core/index.ts';
import type { ConfigProblem, Known } from '../core/project.ts';
import { decode, decodeLarge, type Encoding } from '../host/decode.ts';
import { encode } from '../host/encode.ts';
import { reason, type Target } from './collect.ts';
import type { Configs } from './configs.ts';
import type { FileResult, Reporter, RunError } from './fileResult.ts';
import { fixText } from './fixText.ts';
import type { LintOptions } from './lintOptions.ts';
import { shown } from './paths.ts';
import type { Tally } from './tally.ts';
import { say } from './wording.ts';
import type { World } from './world.ts';

/** A script in hand, with what config says of it. */
interface Script {
  readonly path: string;
  /** As shown. */
  readonly name: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** As read; kept where writing back may not give the same. */
  readonly bytes?: Uint8Array;
  readonly format: string;
  readonly settings: ReturnType<Configs['settingsFor']>['settings'];
}

type ReadText = Pick<Script, 'text' | 'encoding' | 'bytes'>;

/** What came of one file. */
export interface Outcome {
  /** Absent when the file was passed by or could not be read. */
  readonly result?: FileResult;
  /** The text after fixing, where that is another. */
  readonly fixed?: { readonly before: string; readonly after: string };
}

export interface RunContext {
  readonly world: World;
  readonly options: LintOptions;
  readonly configs: Configs;
  readonly linter: Linter;
  readonly reporter: Reporter;
  readonly tally: Tally;
  readonly locale: Locale;
}

/** What there is for a config to name. */
export function vocabulary(linter: Linter): Known {
  return { rules: new Map([...linter.rules.all].map(([id, { meta }]) => [id, meta])), formats: formatIds(), vocabulary: linter.vocabulary };
}

/** Lints one file after another and keeps what went wrong. */
export class LintRun {
  readonly errors: RunError[] = [];
  /** Targets that were of a known kind. */
  readonly taken = new Set<string>();
  readonly ignored = new Set<string>();
  private readonly context: RunContext;
  private readonly seen = new Set<string>();

  constructor(context: RunContext) {
    this.context = context;
  }

  /** Notes an error and says it at once, on one line. */
  fail(path: string, message: string): void {
    this.errors.push({ path, message });
    void this.context.world.stderr.write(`huashu: ${message}\n`);
  }

  warn(message: string): void {
    const { world, locale } = this.context;
    void world.stderr.write(`huashu: ${say(locale, 'warning', { message })}\n`);
  }

  file({ path, named }: Target): Outcome {
    const { world, options, configs, linter, locale, tally } = this.context;
    const name = shown(world.cwd, path);
    const found = configs.settingsFor(path);
    this.sayProblems(found.problems);
    if (found.ignored && options.ignoreFiles === 'honoured') {
      this.ignored.add(path);
      if (named) this.warn(say(locale, 'ignored', { path: name }));
      return {};
    }
    const format = found.format ?? formatOf(path) ?? (found.mapped ? 'text' : undefined);
    if (format === undefined || !formatIds().includes(format)) {
      if (named) this.fail(name, say(locale, 'noFormat', { path: name }));
      else tally.skipped++;
      return {};
    }
    const decoded = this.read(path, name);
    if (!decoded) return {};
    const script: Script = { path, name, ...decoded, format, settings: found.settings };
    if (!named && !found.mapped && !linter.recognises(script, found.settings)) {
      tally.skipped++;
      return {};
    }
    this.taken.add(path);
    return this.guarded(name, () => this.script(script));
  }

  /** Lints a script that came with its text. */
  text(path: string, bytes: Uint8Array): Outcome {
    const { world, configs } = this.context;
    const name = shown(world.cwd, path);
    const found = configs.settingsFor(path);
    this.sayProblems(found.problems);
    const decoded = this.decoded(name, bytes);
    if (!decoded) return {};
    const format = found.format ?? formatOf(path) ?? 'huashu';
    this.taken.add(path);
    return this.guarded(name, () => this.script({ path, name, ...decoded, format, settings: found.settings }));
  }

  private script(script: Script): Outcome {
    const { options } = this.context;
    if (options.fixes === 'none') return { result: this.lint(script) };
    const look = (text: string): Finding[] =>
      this.shown(this.context.linter.lint({ text, format: script.format }, script.settings).findings);
    const { text: after, applied } = fixText(script.text, look, options.fixes);
    if (applied === 0) return { result: this.lint(script) };
    if (options.fixed === 'written' && options.stdin === undefined && !this.write(script, after)) return { result: this.lint(script) };
    const { fixed } = this.context.tally;
    this.context.tally.fixed = { files: fixed.files + 1, applied: fixed.applied + applied };
    return { result: this.lint({ ...script, text: after }), fixed: { before: script.text, after } };
  }

  private lint({ text, format, settings, name }: Script): FileResult {
    const { linter, tally, reporter, locale } = this.context;
    const { findings, lang, suppressed, turns } = linter.lint({ text, format }, settings);
    const result = { path: name, format, lang, text, lines: lineIndex(text), findings: this.shown(findings), suppressed };
    tally.add(result, findings, turns, reporter);
    if (findings.some((f) => f.rule === 'internal')) this.fail(name, say(locale, 'internal', { path: name }));
    return result;
  }

  private shown(findings: readonly Finding[]): Finding[] {
    const least = RANK[this.context.options.least];
    return findings.filter(({ severity }) => RANK[severity] >= least);
  }

  /** Writes a fixed script back as it was written: same encoding, same mark, same mode. */
  private write({ path, name, text, encoding, bytes }: Script, after: string): boolean {
    const { world, locale } = this.context;
    const fresh = isFaithful(text, encoding, bytes) ? encode(after, encoding) : undefined;
    if (!fresh) {
      this.fail(name, say(locale, 'encodingLacks', { path: name, encoding: encoding.toUpperCase() }));
      return false;
    }
    try {
      world.files.replace(path, fresh);
      return true;
    } catch (error) {
      this.fail(name, say(locale, 'cannotWrite', { path: name, why: reason(error) }));
      return false;
    }
  }

  private read(path: string, name: string): ReadText | undefined {
    const { world, locale } = this.context;
    try {
      const large = (world.files.size(path) ?? 0) > LARGE ? decodeLarge(world.files.chunks(path)) : undefined;
      if (!large || !('text' in large)) return this.decoded(name, world.files.read(path));
      world.tidy?.();
      return large;
    } catch (error) {
      this.fail(name, say(locale, 'cannotRead', { path: name, why: reason(error) }));
      return undefined;
    }
  }

  private decoded(name: string, bytes: Uint8Array): ReadText | undefined {
    const decoded = decode(bytes);
    if ('why' in decoded) {
      const { code } = decoded.why;
      this.fail(name, say(this.context.locale, code, { path: name, line: 'line' in decoded.why ? decoded.why.line : 0 }));
      return undefined;
    }
    const keeps = this.context.options.fixes !== 'none' && decoded.encoding !== 'utf-8';
    return keeps ? { ...decoded, bytes } : decoded;
  }

  /** A script that breaks the linter costs that script alone. */
  private guarded(name: string, work: () => Outcome): Outcome {
    try {
      return work();
    } catch (error) {
      this.fail(name, say(this.context.locale, 'failed', { path: name, why: reason(error) }));
      return {};
    }
  }

  private sayProblems(problems: readonly ConfigProblem[]): void {
    const { configs, locale, world } = this.context;
    for (const { path, why } of configs.failures.splice(0)) {
      this.fail(shown(world.cwd, path), say(locale, 'cannotRead', { path: shown(world.cwd, path), why }));
    }
    for (const { path, at, message, severity } of problems) {
      const key = `${path}:${at.line}:${at.column}:${message.en}`;
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      const name = shown(world.cwd, path);
      const sentence = say(locale, 'configProblem', { path: name, line: at.line + 1, message: message[locale] });
      if (severity === 'error') this.fail(name, sentence);
      else this.warn(sentence);
    }
  }
}

/** True when reading and writing again gives the same bytes, so that what is not fixed stays as it was. */
function isFaithful(text: string, encoding: Encoding, bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined) return true;
  const again = encode(text, encoding);
  return again !== undefined && again.length === bytes.length && again.every((byte, i) => byte === bytes[i]);
}

/** Files of more bytes are read piece by piece. */
const LARGE = 8_000_000;

const RANK: Readonly<Record<Severity, number>> = { hint: 0, info: 1, warning: 2, error: 3 };
