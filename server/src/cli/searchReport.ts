import type { Locale, PhraseReason, Recommendation } from '../core/index.ts';
import { harmless, stringWidth } from './cells.ts';
import { countOf } from './counts.ts';
import type { PlaceAt } from './phraseFiles.ts';
import type { SearchOptions } from './searchOptions.ts';
import type { Style } from './style.ts';
import { say } from './wording.ts';
import { wrapped } from './wrapped.ts';

declare const HUASHU_VERSION: string;

/** What a search came to. */
export interface Found {
  readonly options: SearchOptions;
  readonly phrases: readonly (Recommendation & { readonly placeAt: PlaceAt })[];
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly summary: { readonly found: number; readonly phrases: number; readonly files: number; readonly milliseconds: number };
}

type Phrase = Found['phrases'][number];

interface Look {
  readonly locale: Locale;
  readonly style: Style;
  readonly columns: number | undefined;
}

/** The report of a search in one format. */
export function searchReport(format: SearchOptions['format'], look: Look): (found: Found) => string {
  switch (format) {
    case 'json':
      return (found) => `${JSON.stringify(document(found, look.locale), undefined, 2)}\n`;
    case 'ndjson':
      return ({ phrases }) => phrases.map((phrase) => `${JSON.stringify(jsonPhrase(phrase, look.locale))}\n`).join('');
    case 'compact':
      return ({ phrases }) => phrases.map((phrase) => `${place(phrase)}: ${harmless(phrase.text)} (${phrase.why[look.locale]})\n`).join('');
    case 'stylish':
      return (found) => stylish(found, look);
  }
}

function document({ options, phrases, errors, summary }: Found, locale: Locale): object {
  const { words, only, limit } = options;
  return {
    version: 1,
    tool: { name: 'huashu', version: HUASHU_VERSION },
    query: { words, tags: only.tags ?? [], ...(only.mood === undefined ? {} : { mood: only.mood }), limit },
    phrases: phrases.map((phrase) => jsonPhrase(phrase, locale)),
    errors,
    summary,
  };
}

function jsonPhrase({ span, placeAt, why, ...phrase }: Phrase, locale: Locale): object {
  const at = (offset: number): object => {
    const { line, column } = placeAt(offset);
    return { line: line + 1, column: column + 1, offset };
  };
  const { text, lang, score, path, scene, id, type, mood, tags, said, acts, reasons } = phrase;
  const range = { start: at(span.start), end: at(span.end) };
  return { text, lang, score, path, range, scene, id, type, mood, tags, said, acts, reasons, why: why[locale] };
}

const DEFAULT_COLUMNS = 100;
const MOST_COLUMNS = 120;

function stylish({ options, phrases, summary }: Found, { locale, style, columns }: Look): string {
  const asked = [options.words, ...(options.only.tags ?? []).map((tag) => `#${tag}`), options.only.mood ?? ''].filter(
    (part) => part !== '',
  );
  const among = { words: asked.join(' '), all: countOfPhrases(summary.phrases, locale), files: countOf(summary.files, 'files', locale) };
  if (phrases.length === 0) {
    const hint = summary.phrases === 0 ? `${say(locale, 'noPhrases')}\n` : '';
    return `${say(locale, 'noPhraseFits', among)}\n${style.dim(hint)}`;
  }
  const room = Math.min(columns ?? DEFAULT_COLUMNS, MOST_COLUMNS);
  const width = String(phrases.length).length;
  const rows = phrases.map((phrase, i) => one(phrase, String(i + 1).padStart(width), room, locale, style));
  const n = countOfPhrases(phrases.length, locale);
  return `\n${rows.join('\n')}\n${style.bold(say(locale, 'phrasesFit', { ...among, n }))}\n`;
}

function one(phrase: Phrase, number: string, room: number, locale: Locale, style: Style): string {
  const indent = ' '.repeat(number.length + 2);
  const where = phrase.scene === '' ? '' : `  ${harmless(phrase.scene)}`;
  const [first, ...rest] = wrapped(harmless(phrase.text.replace(/\s*\n\s*/gu, ' ')), room - stringWidth(indent));
  const marked = (row: string): string => marking(row, phrase.reasons, style);
  return [
    `${style.dim(`${number}.`)} ${marked(first!)}`,
    ...rest.map((row) => indent + marked(row)),
    `${indent}${style.cyan(harmless(phrase.why[locale]))}`,
    `${indent}${style.dim(`${harmless(place(phrase))}${where}`)}`,
    '',
  ].join('\n');
}

/** The row with the words in green that speak for the phrase, where they are written as they were asked for. */
function marking(row: string, reasons: readonly PhraseReason[], style: Style): string {
  const words = reasons.flatMap((reason) => (reason.by === 'words' ? reason.names : []));
  return words.reduce((text, word) => text.replaceAll(word, (said) => style.green(said)), row);
}

function place({ path, span, placeAt }: Phrase): string {
  const { line, column } = placeAt(span.start);
  return `${path}:${line + 1}:${column + 1}`;
}

function countOfPhrases(n: number, locale: Locale): string {
  if (n === 1) return say(locale, 'aPhrase');
  return say(locale, 'phrases', { n: String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',') });
}
