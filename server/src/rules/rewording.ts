import type { ReframeData } from '../engine/pack.ts';
import type { Draft, Piece } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { inRegister } from '../phrasebook/register.ts';
import { fillTemplate } from '../phrasebook/template.ts';
import type { Span } from '../text/span.ts';

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
  const head = speech.words(lead);
  for (const data of templates) {
    const template = data[speech.lang];
    if (template === undefined) continue;
    const rest = fillTemplate(inRegister(speech, joined(template, head)), captures);
    if (!rest) continue;
    const pieces = [head, ...rest].filter((piece) => piece !== '');
    yield { span: sentence, pieces: /;\s*$/u.test(speech.text.slice(0, sentence.start)) ? lowered(pieces) : capitalised(pieces) };
  }
}

/** The stretch without white space and the marks `edges` names at its ends. */
export function trimmed(text: string, { start, end }: Span, edges = /[\s,、:。.!?;~…-]/u): Span {
  while (start < end && edges.test(text[start]!)) start++;
  while (end > start && edges.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Everything in a stretch that a rewording must carry, as one enumeration: numbers with their units, names, placeholders, titles. */
export function mentions(speech: Speech, span: Span): string {
  const found = [...speech.text.slice(span.start, span.end).matchAll(MENTION)];
  const words = found.map((m) => speech.words({ start: span.start + m.index, end: span.start + m.index + m[0].length }).trim());
  return speech.lang === 'en' ? words.join(' and ') : words.join('、');
}

/** The template with what joins it to its lead; an address takes a comma. */
function joined(template: string, head: string): string {
  if (!head) return template.replace(JOINT, '');
  return ADDRESS.test(head) ? template.replace(/^\. (?!I\b|I')(\p{Lu}?)/u, (_, first: string) => `, ${first.toLowerCase()}`) : template;
}

const ADDRESS = /^(?:sir|madam|ma'am|miss|mr|mrs|ms|dr|hi|hello|well|okay|ok)\b[\w .']{0,20}$/iu;
const JOINT = /^(?:，(?:而|同时|同時)?|。|, and |\. )/u;
const MENTION =
  /\uFFFC+|《[^》\n]+》|(?:(?:section|clause|article|order|room|flight|line|gate|seat|number|model|plan|version|case) |第|[£$€¥])?[a-z]*\d[\w.,:/%-]*(?<![.,:])(?: ?(?:个?工作日|个?小时|个?月|分钟?|公斤|[天日元块件张号点年次条折万千款项米]|(?:business |working |calendar )?(?:days?|hours?|minutes?|months?|weeks?|years?|pounds?|dollars?|euros?|items?|kg|am|pm)\b))?|第?(?:[零〇二两三四五六七八九十百千万]|一(?=[零〇一二三四五六七八九十百千万]|个(?:工作日|月|小时)|年|周))[零〇一二三四五六七八九十百千万]*(?:个?工作日|个?小时|个月|分钟|[天日元块号年周折条])/gu;

/** Behind a semicolon a sentence goes on in lower case. */
function lowered(pieces: readonly Piece[]): Piece[] {
  const [first, ...rest] = pieces;
  return typeof first === 'string' ? [first.replace(/^[A-Z](?=[a-z]| )/u, (letter) => letter.toLowerCase()), ...rest] : [...pieces];
}

function capitalised(pieces: readonly Piece[]): Piece[] {
  const [first, ...rest] = pieces;
  return typeof first === 'string' ? [first.replace(/^[a-z]/u, (letter) => letter.toUpperCase()), ...rest] : [...pieces];
}
