import type { ReframeData } from '../engine/pack.ts';
import type { Draft, Piece } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { ADDRESS, MENTION } from '../engine/tokens.ts';
import { contains, type Span } from '../text/span.ts';
import { inRegister } from './register.ts';
import { fillTemplate } from './template.ts';

/** A sentence to say again: `lead` is kept word for word, the rest is said by a template. Spans are over normal text. */
export interface Reworded {
  readonly sentence: Span;
  /** The words before the offending part, without the mark after them; empty when there are none. */
  readonly lead: Span;
  /** Stretches of the rest that templates may use, as the author wrote them. */
  readonly captures: Readonly<Record<string, string>>;
}

/**
 * Drafts that keep the lead and say the rest by each template. A template begins with what joins it to a lead ("，",
 * ", and ", ". "), which goes where there is no lead. Forms of address and width of marks follow the author.
 */
export function* reworded(speech: Speech, { sentence, lead, captures }: Reworded, templates: readonly ReframeData[]): Generator<Draft> {
  const head = [address(speech, { start: Math.max(sentence.start, lead.end), end: sentence.end }), speech.words(lead)]
    .filter((words) => words !== '')
    .join(speech.lang === 'en' ? ', ' : '\uff0c');
  for (const data of templates) {
    const template = data[speech.lang];
    if (template === undefined) continue;
    const rest = fillTemplate(inRegister(speech, joined(template, head)), captures);
    if (!rest) continue;
    const pieces = [head, ...rest].filter((piece) => piece !== '');
    yield { span: sentence, pieces: /;\s*$/u.test(speech.text.slice(0, sentence.start)) ? lowered(pieces) : capitalised(pieces) };
  }
}

/**
 * Drafts that put a template in place of a stretch of a sentence and leave the rest: in lower case where the stretch does not
 * begin it, and without the template's end mark where it does not end it.
 */
export function* saidInstead(
  speech: Speech,
  stretch: Span,
  captures: Readonly<Record<string, string>>,
  data: ReframeData,
): Generator<Draft> {
  const template = data[speech.lang];
  if (template === undefined) return;
  const { start, end } = speech.sentence(stretch);
  const ends = END_MARK.test(template) && LAST.test(speech.text.slice(stretch.end, end));
  const pieces = fillTemplate(inRegister(speech, ends ? template : template.replace(END_MARK, '')), captures);
  if (!pieces) return;
  const begins = stretch.start === start && !/;\s*$/u.test(speech.text.slice(0, stretch.start));
  yield { span: ends ? { start: stretch.start, end } : stretch, pieces: begins ? capitalised(pieces) : lowered(pieces) };
}

const END_MARK = /[\u3002\uff1f.?]$/u;
/** Nothing but marks and particles is left of the sentence. */
const LAST = /^[\s\p{P}~]*$/u;

/** Everything in a stretch that a rewording must carry, as one enumeration: numbers with their units, names, placeholders, titles. */
export function mentions(speech: Speech, span: Span): string {
  const called = speech.clauses(span).filter((clause) => isAddress(speech, clause));
  const words = [...speech.text.slice(span.start, span.end).matchAll(MENTION)]
    .map((m) => ({ start: span.start + m.index, end: span.start + m.index + m[0].length }))
    .filter((mention) => !called.some((clause) => contains(clause, mention)))
    .map((mention) => speech.words(mention).trim());
  return speech.lang === 'en' ? words.join(' and ') : words.join('、');
}

/** Whom a clause of the stretch addresses by name ("…，陈小姐。"): that goes in front of what is said instead. */
function address(speech: Speech, span: Span): string {
  const called = speech.clauses(span).find((clause) => isAddress(speech, clause));
  return called ? speech.words(called) : '';
}

function isAddress(speech: Speech, clause: Span): boolean {
  return ADDRESS.test(speech.text.slice(clause.start, clause.end));
}

/** The template with what joins it to its lead; an address takes a comma. */
function joined(template: string, head: string): string {
  if (!head) return template.replace(JOINT, '');
  return COURTESY.test(head) ? template.replace(/^\. (?!I\b|I')(\p{Lu}?)/u, (_, first: string) => `, ${first.toLowerCase()}`) : template;
}

const COURTESY = /^(?:sir|madam|ma'am|miss|mr|mrs|ms|dr|hi|hello|well|okay|ok)\b[\w .']{0,20}$/iu;
const JOINT = /^(?:，(?:而|同时|同時)?|。|, and |\. )/u;

/** Behind a semicolon a sentence goes on in lower case. */
function lowered(pieces: readonly Piece[]): Piece[] {
  const [first, ...rest] = pieces;
  return typeof first === 'string' ? [first.replace(/^(?!I\b)[A-Z](?=[a-z]| )/u, (letter) => letter.toLowerCase()), ...rest] : [...pieces];
}

function capitalised(pieces: readonly Piece[]): Piece[] {
  const [first, ...rest] = pieces;
  return typeof first === 'string' ? [first.replace(/^[a-z]/u, (letter) => letter.toUpperCase()), ...rest] : [...pieces];
}
