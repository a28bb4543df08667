import type { Locale } from '../core/index.ts';
import { within } from '../core/paths.ts';
import type { Unreadable } from '../host/decode.ts';
import { Walker } from '../host/walk.ts';
import type { LintOptions } from './lintOptions.ts';
import { absolute, shown } from './paths.ts';
import { say } from './wording.ts';
import type { World } from './world.ts';

/** A file to look at. One that was named must be readable as something; others may be passed by. */
export interface Target {
  readonly path: string;
  readonly named: boolean;
}

interface Group {
  readonly given: string;
  readonly paths: readonly string[];
  /** Whether ignore files leave out the whole of it. */
  readonly ignored: boolean;
}

export interface Collected {
  readonly targets: readonly Target[];
  /** Paths, as given, that held nothing, each with what to say of it. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly warnings: readonly string[];
  /** Which targets each path given stands for, to tell later whether any of them was of a known kind. */
  readonly groups: readonly Group[];
}

/** Finds the files that paths, folders and globs stand for; each file once. */
export async function collect(
  world: World,
  options: Pick<LintOptions, 'paths' | 'ignorePatterns' | 'ignoreFiles' | 'unmatched'>,
  locale: Locale,
): Promise<Collected> {
  const targets = new Map<string, Target>();
  const errors: { path: string; message: string }[] = [];
  const warnings: string[] = [];
  const groups: Group[] = [];
  const walker = walkerOf(world, options);
  const failed = (path: string, error: unknown): void => {
    const name = shown(world.cwd, path);
    errors.push({ path: name, message: say(locale, 'cannotRead', { path: name, why: reason(error) }) });
  };
  for (const given of options.paths) {
    const path = absolute(world.cwd, given);
    const kind = kindOf(world, path);
    if (kind === 'file') {
      if (walker.isIgnored(path)) warnings.push(say(locale, 'ignored', { path: given }));
      else targets.set(path, { path, named: true });
    } else if (kind === 'folder' || /[*?[{]/u.test(given)) {
      const refused = kind === 'folder' ? undefined : (await import('../core/glob.ts')).whyNotUsed(given);
      if (refused) {
        errors.push({ path: given, message: refused[locale] });
        continue;
      }
      const paths = kind === 'folder' ? walker.walk(path, failed) : await globbed(world, walker, given, failed);
      const group = { given, paths: [...paths], ignored: kind === 'folder' && walker.isIgnored(`${path}/_`) };
      groups.push(group);
      for (const found of group.paths) if (!targets.has(found)) targets.set(found, { path: found, named: false });
    } else if (options.unmatched === 'an error') errors.push({ path: given, message: say(locale, 'noSuchFile', { path: given }) });
  }
  return { targets: [...targets.values()], errors, warnings, groups };
}

/** Knows what ignore files and patterns leave out. */
export function walkerOf(world: World, { ignorePatterns, ignoreFiles }: Pick<LintOptions, 'ignorePatterns' | 'ignoreFiles'>): Walker {
  return new Walker(world.files, { ignoreFiles, patterns: { base: world.cwd, patterns: ignorePatterns } });
}

/** Why something failed, in a few words: the system's name for it where there is one. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error.message.split('\n')[0] || code);
}

/** Why bytes are no text, in a few words. */
export function notText({ code }: Unreadable): string {
  return NOT_TEXT[code];
}

const NOT_TEXT: Readonly<Record<Unreadable['code'], string>> = {
  binary: 'not a text file',
  'broken-utf-8': 'its UTF-8 is broken',
  'unknown-encoding': 'neither UTF-8 nor UTF-16, GB18030 or Big5',
};

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'no such file or folder',
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  ERR_FS_FILE_TOO_LARGE: 'too large',
};

function kindOf(world: World, path: string): 'file' | 'folder' | undefined {
  try {
    return world.files.kind(path);
  } catch {
    return undefined;
  }
}

async function globbed(world: World, walker: Walker, glob: string, failed: (path: string, error: unknown) => void): Promise<string[]> {
  const { globParts, globTest } = await import('../core/glob.ts');
  const { base, rest } = globParts(glob);
  const from = absolute(world.cwd, base);
  if (kindOf(world, from) !== 'folder') return [];
  const matches = globTest(rest, { dot: true });
  return [...walker.walk(from, failed)].filter((path) => matches(within(from, path) ?? ''));
}
