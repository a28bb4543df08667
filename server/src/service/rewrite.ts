import type { TextEdit } from 'vscode-languageserver';
import { compareLevels, type Edit, type Finding, type Linter, type Locale, SLOT_NAMES, type Turn } from '../core/index.ts';
import { rewordedAs, type Spoken, spokenAt, wordsOf } from '../core/place.ts';
import type { Checked } from './checked.ts';
import { toRange } from './convert.ts';
import type { Parsed } from './parsed.ts';
import { REFUSALS } from './rewriteWords.ts';
import { fill } from './words.ts';

/** A finding that a language model is asked about. */
export interface RewriteSubject {
  readonly linter: Linter;
  readonly parsed: Parsed;
  readonly findings: Checked['findings'];
  /** Where the finding begins, and its rule. */
  readonly at: number;
  readonly rule: string;
  /** The language of what the writer is told. */
  readonly locale: Locale;
}

/** The words to be replaced, and what to ask a model. */
export interface Rewrite {
  readonly prompt: string;
  readonly spoken: Spoken;
  readonly finding: Finding;
}

type Refused = { readonly refused: string };

/** Turns before the words that a model is told. */
const MOST_TURNS = 12;

/** What to ask a language model about a finding. It is told the words, what was said before, the reason and what must stay. */
export function rewriteOf(subject: RewriteSubject): Rewrite | Refused {
  const { linter, parsed, findings, at, rule, locale } = subject;
  const finding = findings.find((one) => one.rule === rule && one.span.start === at);
  const spoken = finding && spokenAt(parsed.document, at);
  if (!finding || spoken?.turn.role !== 'agent') return refused('gone', locale);
  const { text: words } = spoken.utterance.body;
  const lang = linter.lintDocument(words, { ...parsed.document, scenes: [] }, parsed.settings).lang;
  const [syntax = '{\u2026}'] = parsed.settings.placeholders ?? [];
  const slot = (name: 'alternative' | 'time' | 'reason'): string => syntax.replace('\u2026', SLOT_NAMES[name][lang]);
  const kept = [...new Set(linter.tokens(words, parsed.settings))];
  const inRange = findings.filter((one) => one.span.start >= spoken.span.start && one.span.end <= spoken.span.end);
  const reasons = inRange.map((one) => `- \u201c${parsed.text.slice(one.span.start, one.span.end)}\u201d: ${one.message.en}`);
  const before = spoken.before.slice(-MOST_TURNS).map(told);
  const prompt = [
    'You edit what a customer-service agent says. Reword the one sentence or turn between the marks so that it says what we can do instead of what we cannot, warmly and plainly.',
    ...(before.length > 0 ? [`What was said before:\n${before.join('\n')}`] : []),
    `What the agent says:\n<<<\n${words}\n>>>`,
    `What is wrong with it:\n${[...new Set(reasons)].join('\n')}`,
    [
      'Rules:',
      `- Answer in the language and script of the words between the marks (${LANGUAGE[lang]}), in the same form of address, about as long.`,
      ...(kept.length > 0 ? [`- Keep these exactly as they are written: ${kept.join(' ')}`] : []),
      '- Add no fact, number, date, amount, name or promise that is not there.',
      `- Where somebody must decide something first, write a placeholder: ${slot('alternative')}, ${slot('time')}, ${slot('reason')}.`,
      '- Answer with the new words alone, on one line: no quotes, no name of a speaker, no explanation.',
    ].join('\n'),
  ].join('\n\n');
  return { prompt, spoken, finding };
}

const LANGUAGE = { 'zh-Hans': 'simplified Chinese', 'zh-Hant': 'traditional Chinese', en: 'English' } as const;

/** A rewording that may be put in place, or why it may not. */
export type Judged = { readonly edit: TextEdit; readonly words: string } | Refused;

/**
 * Judges a language model's answer as any rewording is judged: every placeholder, number and name survives, none is made up, the rule
 * finds nothing there, and nothing at warning or above is found in the file that was not found before.
 */
export function checkRewrite(subject: RewriteSubject, answer: string): Judged {
  const { linter, parsed, rule, locale } = subject;
  const asked = rewriteOf(subject);
  if ('refused' in asked) return asked;
  const { spoken } = asked;
  const { text: before } = spoken.utterance.body;
  const words = plainAnswer(answer, spoken.turn);
  if (words === '') return refused('empty', locale);
  if (words === before.trim()) return refused('same', locale);
  if (words.length > 3 * before.length + 80) return refused('long', locale);
  const [held, holds] = [before, words].map((text) => linter.tokens(text, parsed.settings)) as [readonly string[], readonly string[]];
  const lost = surplus(held, holds);
  if (lost.length > 0) return refused('lost', locale, listed(lost, locale));
  const known = new Set(linter.tokens([...spoken.before.map(wordsOf), before].join('\n'), parsed.settings));
  const added = holds.filter((token) => !known.has(token) && /^[\p{L}\p{N}\u300a]/u.test(token));
  if (added.length > 0) return refused('added', locale, listed(added, locale));
  const edit = rewordedAs(spoken.utterance, words);
  if (!edit) return refused('markup', locale);
  const fault = faultOf(linter, parsed, edit, rule);
  if (fault) return refused('found', locale, fault.message[locale]);
  return { edit: { range: toRange(parsed.lines, edit.span), newText: edit.text }, words };
}

/** What is found with the edit made that must not be. */
function faultOf(linter: Linter, { text, format, settings }: Parsed, { span, text: put }: Edit, rule: string): Finding | undefined {
  const changed = text.slice(0, span.start) + put + text.slice(span.end);
  const end = span.start + put.length;
  const { findings } = linter.lint({ text: changed, format }, settings);
  const again = findings.find((one) => one.rule === rule && one.span.start < end && one.span.end > span.start);
  if (again) return again;
  const left = linter
    .lint({ text, format }, settings)
    .findings.filter(isGrave)
    .map((one) => one.rule);
  // Those outside the new words are taken for the old ones first: what is left over is named where it was written.
  const outsideFirst = [...findings.filter(isGrave)].sort(
    (a, b) => Number(inside(a, span.start, end)) - Number(inside(b, span.start, end)),
  );
  return outsideFirst.find((one) => {
    const at = left.indexOf(one.rule);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function inside({ span }: Finding, start: number, end: number): boolean {
  return span.start < end && span.end > start;
}

function isGrave({ severity }: Finding): boolean {
  return compareLevels(severity, 'warning') >= 0;
}

/** The sentence in a model's answer: what models like to put around it goes. */
function plainAnswer(answer: string, { speaker }: Turn): string {
  const fenced = /^```\w*\n([\s\S]*?)\n```$/u.exec(answer.trim());
  let words = (fenced?.[1] ?? answer).trim().replace(/^<<<\s*|\s*>>>$/gu, '');
  const name = speaker.replace(/[*\s:\uff1a]+/gu, '');
  const label = name === '' ? undefined : /^\**\s*([^\s:\uff1a*]{1,12})\s*\**\s*[:\uff1a]\s*\**\s*/u.exec(words);
  if (label && (label[1] === name || LABELS.has(label[1]!.toLowerCase()))) words = words.slice(label[0].length);
  const quoted = /^["\u201c\u300c]([^"\u201c\u201d\u300c\u300d]*)["\u201d\u300d]$/u.exec(words);
  return (quoted?.[1] ?? words).trim().replace(/\s+/gu, (gap, at: number, all: string) => {
    if (!/[\r\n]/u.test(gap)) return gap;
    return LATIN.test(all.charAt(at - 1)) && LATIN.test(all.charAt(at + gap.length)) ? ' ' : '';
  });
}

const LABELS: ReadonlySet<string> = new Set(['agent', '客服', '坐席']);

/** What stands in `all` more often than in `others`. */
function surplus(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function told(turn: Turn): string {
  const who = turn.role === 'agent' ? 'Agent' : turn.role === 'customer' ? 'Customer' : 'Narrator';
  return `${who}: ${wordsOf(turn).replace(/\s*\n\s*/gu, ' ')}`;
}

function listed(words: readonly string[], locale: Locale): string {
  const quote = (word: string): string => (locale === 'zh-TW' ? `\u300c${word}\u300d` : `\u201c${word}\u201d`);
  return [...new Set(words)].map(quote).join(locale === 'en' ? ', ' : '\u3001');
}

function refused(why: keyof typeof REFUSALS, locale: Locale, words = ''): Refused {
  return { refused: fill(REFUSALS[why][locale], { words }) };
}

const LATIN = /[\x21-\x7e]/u;
