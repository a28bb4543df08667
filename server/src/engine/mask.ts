import { PLACEHOLDER_UNIT } from '../text/fold.ts';

/** Opening and closing marks of a placeholder syntax: `{` `}`. */
export interface PlaceholderSyntax {
  readonly open: string;
  readonly close: string;
}

export const DEFAULT_PLACEHOLDERS: readonly PlaceholderSyntax[] = [{ open: '{', close: '}' }];

/** Reads `{…}`, `{{…}}`, `%…%` as config writes them. */
export function placeholderSyntax(pattern: string): PlaceholderSyntax | undefined {
  const [open, close] = pattern.split(/…|\.\.\.|name/u);
  return open && close && TELLS.test(open) && TELLS.test(close) ? { open, close } : undefined;
}

/** A mark that prose is not full of: between commas, spaces or letters everything would be a placeholder. */
const TELLS = /[^\p{L}\p{N}\s,.;!?\u3001\u3002\uff0c\uff1b\uff01\uff1f]/u;

/** A function that masks every placeholder of the given syntaxes, keeping the length. */
export function placeholderMask(syntaxes: readonly PlaceholderSyntax[]): (folded: string) => string {
  const pattern = placeholderPattern(syntaxes);
  const opens = syntaxes.map((s) => s.open);
  const unit = String.fromCharCode(PLACEHOLDER_UNIT);
  return (folded) => (opens.some((open) => folded.includes(open)) ? folded.replace(pattern, (found) => unit.repeat(found.length)) : folded);
}

/** Finds whole placeholders; the longest opening mark first, one line at most. */
export function placeholderPattern(syntaxes: readonly PlaceholderSyntax[]): RegExp {
  const sorted = [...syntaxes].sort((a, b) => b.open.length - a.open.length);
  return new RegExp(sorted.map(patternOf).join('|'), 'gu');
}

function patternOf({ open, close }: PlaceholderSyntax): string {
  const isOfProse = OF_PROSE.test(open);
  return `${isOfProse ? '(?<!\\d)' : ''}${escapeMarks(open)}[^\\n${isOfProse ? STOPS : ''}${escapeInClass(open + close)}]{1,60}${escapeMarks(close)}`;
}

/** Marks that prose has, too: 8%, <100. What stands between two of them in prose has other marks in it, or a figure before it. */
const OF_PROSE = /^[%<>~*#&@|^_]$/u;
const STOPS = ',!?;\u3001\u3002\uff0c\uff01\uff1f\uff1b';

/** Masks the path of every address in the text; whose it is can still be seen. */
export function maskAddresses(text: string, unit: string): string {
  return text.includes('://') ? text.replace(ADDRESS, (path) => unit.repeat(path.length)) : text;
}

/** Up to white space, a quotation mark or anything not Latin; not the mark that ends the sentence. */
const ADDRESS = /(?<=:\/\/[\w.:@-]{1,80}\/)[\x21\x23-\x26\x28-\x7e]+(?<![.,!?;:)\]>])/gu;

/** Masks words in quotation marks, marks left standing; a text wholly in quotes is left alone. */
export function maskQuotes(text: string, unit: string): string {
  if (!QUOTE.test(text)) return text;
  const trimmed = text.trim();
  const masked = trimmed.replace(QUOTED, (found) => (found === trimmed ? found : found[0] + unit.repeat(found.length - 2) + found.at(-1)));
  return text.replace(trimmed, () => masked);
}

/** In folded text the curly double quotes are straight. */
const QUOTE = /["「『]/u;
const QUOTED = /"[^"\n]*"|「[^」\n]*」|『[^』\n]*』/gu;

function escapeMarks(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

function escapeInClass(text: string): string {
  return text.replace(/[\\\]^-]/gu, '\\$&');
}
