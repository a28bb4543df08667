import type { LintSettings } from '../engine/lintSettings.ts';
import type { PlaceholderSyntax } from '../engine/mask.ts';
import type { TypingReport } from '../engine/rule.ts';
import { fold, PLACEHOLDER_UNIT } from '../text/fold.ts';
import { mayHoldMarks } from './knowledge/placeholderMarks.ts';
import type { CodeRule } from './registry.ts';

export const unclosedPlaceholder: CodeRule = (meta) => ({
  scope: 'typing',
  meta,
  mayApply: (source, settings) => mayHoldMarks(source, settings),
  *check(text, settings) {
    if (!mayHoldMarks(text, settings)) return;
    const folded = settings.reading.maskPlaceholders(fold(settings.reading.lexicon.folds, text));
    const taken: number[] = [];
    for (const syntax of [...settings.syntaxes].sort((a, b) => b.open.length - a.open.length)) {
      for (let at = folded.indexOf(syntax.open); at >= 0; at = folded.indexOf(syntax.open, at + syntax.open.length)) {
        if (taken.includes(at) || !opens(folded, at, syntax, settings)) continue;
        for (let i = 0; i < syntax.open.length; i++) taken.push(at + i);
        yield opened(text, at, syntax, settings);
      }
      yield* closedOnly(folded, syntax, taken);
    }
  },
});

/** True where an opening mark must be one: not an arrow, a smile, a less-than, a percentage, or one more mark around a whole placeholder. */
function opens(folded: string, at: number, { open, close }: PlaceholderSyntax, { declared }: LintSettings): boolean {
  const behind = at + open.length;
  if (folded.charCodeAt(behind) === PLACEHOLDER_UNIT && open.length === 1) return false;
  if (folded[behind] === open.at(-1) || folded[at - 1] === open[0]) return false;
  if (open === close) return declared.known?.some((name) => folded.startsWith(name.toLowerCase(), behind)) ?? false;
  if (open === '<') return /[\p{L}_]/u.test(folded[behind] ?? '') && !/\d\s?$/u.test(folded.slice(0, at));
  return !SMILE.test(folded.slice(Math.max(0, at - 2), at));
}

/** What a face ends with: :-{ ;{ */
const SMILE = /[:;=8][-']?$/u;
/** What a name is made of. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,30}/u;
const LATIN_NAME = /^[a-z_][\w.-]{0,30}/iu;

/** The mark with the name behind it, where one can tell how far it goes: a known one, or a Latin word. */
function opened(text: string, at: number, { open, close }: PlaceholderSyntax, { declared: { known } }: LintSettings): TypingReport {
  const start = at + open.length;
  const rest = text.slice(start, start + 60);
  const meant = [...(known ?? [])].sort((a, b) => b.length - a.length).find((name) => rest.startsWith(name) && !runsOn(name, rest));
  const name = meant ?? LATIN_NAME.exec(rest)?.[0].replace(/[.-]+$/u, '');
  const span = { start: at, end: start + (name?.length ?? 0) };
  if (name === undefined) return { span, data: { words: text.slice(at, start) } };
  const mended = text.slice(at, span.end) + close;
  if (meant !== undefined) return { span, replacement: mended };
  return known === undefined ? { span, suggestions: [mended] } : { span };
}

/** True where a Latin name goes on in the text. */
function runsOn(name: string, rest: string): boolean {
  return /\w$/u.test(name) && /\w/u.test(rest[name.length] ?? '');
}

/** Closing marks right behind a word, with nothing that they could close. */
function* closedOnly(folded: string, { open, close }: PlaceholderSyntax, opened: readonly number[]): Generator<TypingReport> {
  if (open === close || close === '>') return;
  for (let at = folded.indexOf(close); at >= 0; at = folded.indexOf(close, at + close.length)) {
    const before = folded.slice(0, at);
    if (before.includes(open) || opened.some((other) => other < at)) return;
    if (NAME.test(before.at(-1) ?? '') && folded[at + close.length] !== close[0]) {
      yield { span: { start: at, end: at + close.length } };
    }
  }
}
