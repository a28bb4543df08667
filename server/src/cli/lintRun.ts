import {
  type Asked,
  type Finding,
  formatIds,
  type Linted,
  type Linter,
  type Locale,
  type PlainFound,
  type Severity,
  type Workspace,
} from '../core/index.ts';
import type { Known } from '../core/project.ts';
import type { Encoding } from '../host/decode.ts';
import { reason, type Target } from './collect.ts';
import type { Configs } from './configs.ts';
import type { FileResult, Reporter } from './fileResult.ts';
import { fixText } from './fixText.ts';
import type { LintOptions } from './lintOptions.ts';
import type { Notices } from './notices.ts';
import { shown } from './paths.ts';
import { type KnownScript, type Script, ScriptFiles } from './scriptFiles.ts';
import type { Tally } from './tally.ts';
import { say } from './wording.ts';
import type { World } from './world.ts';

/** A file that has been linted by itself. */
export interface Looked {
  readonly script: Script;
  readonly linted: Linted;
  /** The text before and after fixing, where that made a difference. */
  readonly fixed?: { readonly before: string; readonly after: string };
}

/** What came of one file. */
export interface Outcome {
  readonly result: FileResult;
  /** What its bytes are written in. */
  readonly encoding: Encoding;
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

/** What a report shows beside findings. */
export function askedOf({ reporter, options }: RunContext): Asked {
  return new Set([...(reporter.showsFixes ? ['fixes' as const] : []), ...(options.extras.has('why') ? ['why' as const] : [])]);
}

/** What there is for a config to name. */
export function vocabulary(linter: Linter): Known {
  return { rules: new Map([...linter.rules.all].map(([id, { meta }]) => [id, meta])), formats: formatIds(), vocabulary: linter.vocabulary };
}

/** Formats that hold anything, not scripts alone. */
const DATA: ReadonlySet<string> = new Set(['json', 'jsonl', 'csv', 'tsv']);

/** Lints one file after another and keeps what went wrong. */
export class LintRun {
  readonly files: ScriptFiles;
  private readonly notices: Notices;
  private readonly context: RunContext;
  private readonly workspace: Workspace;

  constructor(context: RunContext, notices: Notices) {
    this.context = context;
    this.notices = notices;
    this.files = new ScriptFiles(context, notices);
    this.workspace = context.linter.workspace();
  }

  /** Reads a file; undefined when it was passed by or could not be read. */
  open(target: Target): Script | undefined {
    return this.files.open(target);
  }

  /** Reads and lints a file; undefined when it was passed by or could not be read. */
  file(target: Target): Looked | undefined {
    const script = this.open(target);
    return script && this.guarded(script.name, () => this.look(script));
  }

  /** Lints a script now, and takes it in when the result is asked for: others before it are still on their way. */
  ahead(script: Script): () => Looked | undefined {
    const linted = this.guarded(script.name, () => this.alone(script));
    return () => linted && { script, linted: this.tookIn(script, linted) };
  }

  /** Takes in a script with what a thread found in it; where that came to nothing, it is linted here. */
  taken(script: Script, found: PlainFound | undefined): Looked | undefined {
    return this.guarded(script.name, () => {
      const linted = found ? this.context.linter.settle(script.text, found, script.settings) : this.alone(script);
      return { script, linted: this.tookIn(script, linted) };
    });
  }

  /** Lints a script that came with its text. */
  text(path: string, bytes: Uint8Array): Looked | undefined {
    const script = this.files.given(path, bytes);
    return script && this.guarded(script.name, () => this.look(script));
  }

  /** Takes in what files say to one another before any of them is changed: for fixes that depend on it. */
  survey(target: Target): KnownScript | undefined {
    const script = this.open(target);
    if (!script) return undefined;
    this.guarded(script.name, () => this.linted(script));
    const { text: _, bytes: __, ...known } = script;
    return known;
  }

  /** Reads and lints a file again, from what is known of it. */
  again(known: KnownScript): Looked | undefined {
    const script = this.files.again(known);
    return script && this.guarded(script.name, () => this.look(script));
  }

  /** True where files still to come may have a say in what is found in this one. */
  isOpen({ linted }: Looked): boolean {
    return this.workspace.isOpen(linted);
  }

  /** The result of a file, once every file that may have a say in it has been seen. */
  finish({ script, linted, fixed }: Looked): Outcome {
    const { tally, reporter, locale } = this.context;
    const { path, name, format, text } = script;
    const { findings, suppressed } = this.workspace.complete(path, linted);
    const result = {
      path: name,
      format,
      lang: linted.lang,
      text,
      lines: linted.lines(),
      findings: this.shown(findings).map((f) => this.relative(f)),
      suppressed,
      team: script.settings.team,
    };
    tally.add(result, findings, linted.turns, reporter);
    const isSilent = linted.turns === 0 && findings.length === 0 && DATA.has(format) && /[^\s[\]{}]/u.test(text);
    if (isSilent) this.notices.warn(say(locale, 'nobodySpeaks', { path: name }));
    if (findings.some((f) => f.rule === 'internal')) this.notices.fail(name, say(locale, 'internal', { path: name }));
    return { result, encoding: script.encoding, ...(fixed ? { fixed } : {}) };
  }

  private look(script: Script): Looked {
    const { options } = this.context;
    if (options.fixes === 'none') return { script, linted: this.linted(script) };
    const look = (text: string): Finding[] => {
      const linted = this.linted({ ...script, text });
      return this.shown(options.fixes === 'suggestions' ? this.workspace.complete(script.path, linted).findings : linted.findings);
    };
    const { text: after, applied } = fixText(script.text, look, options.fixes);
    const unfixed = (): Looked => ({ script, linted: this.linted(script) });
    if (applied === 0) return unfixed();
    if (options.fixed === 'written' && options.stdin === undefined && !this.files.write(script, after)) return unfixed();
    const { fixed } = this.context.tally;
    this.context.tally.fixed = { files: fixed.files + 1, applied: fixed.applied + applied };
    const changed = { ...script, text: after };
    return { script: changed, linted: this.linted(changed), fixed: { before: script.text, after } };
  }

  /** Lints a script and takes in what it says to others. */
  private linted(script: Script): Linted {
    return this.tookIn(script, this.alone(script));
  }

  /** Lints a script by itself. Where nothing is to be fixed, all that is asked for is worked out at once: results that wait for other files hold no parsed script. */
  private alone({ text, format, settings }: Script): Linted {
    const { linter, options } = this.context;
    if (options.fixes !== 'none') return linter.lint({ text, format }, settings);
    return linter.settle(text, linter.find({ text, format }, settings, askedOf(this.context)), settings);
  }

  private tookIn({ path }: Script, linted: Linted): Linted {
    this.workspace.update(path, linted);
    return linted;
  }

  private shown(findings: readonly Finding[]): Finding[] {
    return atLeast(findings, this.context.options.least);
  }

  /** Other files are called what they are called from here. */
  private relative(finding: Finding): Finding {
    if (finding.related.every(({ path }) => path === undefined)) return finding;
    const { cwd } = this.context.world;
    return { ...finding, related: finding.related.map((r) => (r.path === undefined ? r : { ...r, path: shown(cwd, r.path) })) };
  }

  /** A script that breaks the linter costs that script alone. */
  private guarded<T>(name: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.notices.fail(name, say(this.context.locale, 'failed', { path: name, why: reason(error) }));
      return undefined;
    }
  }
}

/** The findings that are of a severity or graver. */
export function atLeast(findings: readonly Finding[], least: Severity): Finding[] {
  return findings.filter(({ severity }) => RANK[severity] >= RANK[least]);
}

const RANK: Readonly<Record<Severity, number>> = { hint: 0, info: 1, warning: 2, error: 3 };
