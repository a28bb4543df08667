import type { ConfigProblemCode } from './problem.ts';

interface GlobFault {
  readonly code: ConfigProblemCode;
  readonly words: string;
}

/** Most units of a glob. */
const LONGEST = 1000;
/** Most runs of stars in one name: each may have to be tried at every place of it. */
const MOST_STARS = 4;
/** Most `**`: each may have to be tried at every folder of a path. */
const MOST_DEEP = 3;
/** Most groups of choices. */
const MOST_CHOICES = 8;
/** Patterns within patterns, as shells have them: they may take forever. */
const PATTERN_LIST = /[@!+]\(|[*?]\([^()]*\|/u;

/** Why a glob is not used, if anything is wrong with it. */
export function globFault(glob: string): GlobFault | undefined {
  if (PATTERN_LIST.test(glob)) return { code: 'shell-glob', words: shortened(glob) };
  const names = glob.split('/');
  const isSlow =
    names.some((name) => count(name, /\*+/gu) > MOST_STARS) || count(glob, /\*\*/gu) > MOST_DEEP || count(glob, /\{/gu) > MOST_CHOICES;
  return isSlow ? { code: 'slow-glob', words: shortened(glob) } : lengthFault(glob);
}

/** The same of a line as in .gitignore, which is matched quickly unless it is very long. */
export function lengthFault(pattern: string): GlobFault | undefined {
  return pattern.length > LONGEST ? { code: 'slow-glob', words: shortened(pattern) } : undefined;
}

function shortened(glob: string): string {
  return glob.length > 60 ? `${glob.slice(0, 60)}\u2026` : glob;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
