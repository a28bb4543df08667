import { formatIds, formatOf } from '../core/index.ts';
import { decode, decodeLarge, type Encoding } from '../host/decode.ts';
import { encode } from '../host/encode.ts';
import { reason, type Target } from './collect.ts';
import type { Configs } from './configs.ts';
import type { LintOptions } from './lintOptions.ts';
import type { RunContext } from './lintRun.ts';
import type { Notices } from './notices.ts';
import { shown } from './paths.ts';
import { say } from './wording.ts';

/** A script in hand, with what config says of it. */
export interface Script {
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

/** What must be known of a script to read it again. */
export type KnownScript = Omit<Script, 'text' | 'bytes'>;

/** What it takes to read scripts. */
type ReadingContext = Pick<RunContext, 'world' | 'configs' | 'linter' | 'locale'> & {
  readonly options: Pick<LintOptions, 'ignoreFiles' | 'fixes'>;
  readonly tally: { skipped: number };
};

/** Reads scripts as config has it, and writes them back. */
export class ScriptFiles {
  /** Targets that were of a known kind. */
  readonly taken = new Set<string>();
  readonly ignored = new Set<string>();
  private readonly context: ReadingContext;
  private readonly notices: Notices;

  constructor(context: ReadingContext, notices: Notices) {
    this.context = context;
    this.notices = notices;
  }

  /** Reads a file; undefined when it is passed by or cannot be read. */
  open({ path, named }: Target): Script | undefined {
    const { world, options, configs, linter, locale, tally } = this.context;
    const name = shown(world.cwd, path);
    const found = configs.settingsFor(path);
    this.notices.config(configs, found.problems);
    if (found.ignored && options.ignoreFiles === 'honoured') {
      this.ignored.add(path);
      if (named) this.notices.warn(say(locale, 'ignored', { path: name }));
      return undefined;
    }
    const format = found.format ?? formatOf(path) ?? (found.mapped ? 'text' : undefined);
    if (format === undefined || !formatIds().includes(format)) {
      if (named) this.notices.fail(name, say(locale, 'noFormat', { path: name }));
      else tally.skipped++;
      return undefined;
    }
    const decoded = this.read(path, name);
    if (!decoded) return undefined;
    const script: Script = { path, name, ...decoded, format, settings: found.settings };
    if (!named && !found.mapped && !linter.recognises(script, found.settings)) {
      tally.skipped++;
      return undefined;
    }
    this.taken.add(path);
    return script;
  }

  /** A script that came with its text. */
  given(path: string, bytes: Uint8Array): Script | undefined {
    const { world, configs } = this.context;
    const name = shown(world.cwd, path);
    const found = configs.settingsFor(path);
    this.notices.config(configs, found.problems);
    const format = found.format ?? formatOf(path) ?? (/\.\w+$/u.test(path) ? undefined : 'huashu');
    if (format === undefined || !formatIds().includes(format)) {
      this.notices.fail(name, say(this.context.locale, 'noFormat', { path: name }));
      return undefined;
    }
    const decoded = this.decoded(name, bytes);
    if (!decoded) return undefined;
    this.taken.add(path);
    return { path, name, ...decoded, format, settings: found.settings };
  }

  /** Reads a script that has been read before. */
  again(known: KnownScript): Script | undefined {
    const decoded = this.read(known.path, known.name);
    return decoded && { ...known, ...decoded };
  }

  /** Writes a fixed script back as it was written: same encoding, same mark, same mode. */
  write({ path, name, text, encoding, bytes }: Script, after: string): boolean {
    const { world, locale } = this.context;
    const fresh = isFaithful(text, encoding, bytes) ? encode(after, encoding) : undefined;
    if (!fresh) {
      this.notices.fail(name, say(locale, 'encodingLacks', { path: name, encoding: encoding.toUpperCase() }));
      return false;
    }
    try {
      world.files.replace(path, fresh);
      return true;
    } catch (error) {
      this.notices.fail(name, say(locale, 'cannotWrite', { path: name, why: reason(error) }));
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
      this.notices.fail(name, say(locale, 'cannotRead', { path: name, why: reason(error) }));
      return undefined;
    }
  }

  private decoded(name: string, bytes: Uint8Array): ReadText | undefined {
    const decoded = decode(bytes);
    if ('why' in decoded) {
      const { code } = decoded.why;
      this.notices.fail(name, say(this.context.locale, code, { path: name, line: 'line' in decoded.why ? decoded.why.line : 0 }));
      return undefined;
    }
    const keeps = this.context.options.fixes !== 'none' && decoded.encoding !== 'utf-8';
    return keeps ? { ...decoded, bytes } : decoded;
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
