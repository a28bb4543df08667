import type { Severity } from '../../engine/finding.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Span } from '../../text/span.ts';
import { lastSaid } from '../data/lastSaid.ts';

/** What of a phrase said again is no fault: the customer wanted it again, or has not answered, or it belongs to another matter. */
export type Again = Severity | 'wanted' | undefined;

/** A turn says more than the phrase said again when it is longer by this much. */
const MORE = 1.25;
/** A yes, a no or a thank-you is no longer than this. */
const BARE = { en: 14, zh: 5 } as const;
/** An answer, no longer than this. */
const ANSWER = { en: 40, zh: 14 } as const;

/** How a phrase said again is to be taken, which nobody can tell of questions and outcomes where the customer's words are missing; `first` is the position of the turn that said it, where that is of the same scene. */
export function takenAs(again: Speech, phrase: Span, first: number | undefined): Again {
  const customer = lastSaid(again);
  if (customer.length === 0) return asks(again, phrase) || again.has('repeated-phrase/outcome') ? 'info' : undefined;
  const has = (list: string): boolean => customer.some((said) => said.has(`repeated-phrase/${list}`));
  if (has('wants-again')) return 'wanted';
  const saysMore = again.text.trim().length > MORE * (phrase.end - phrase.start);
  if (saysMore && has('wants-more')) return 'wanted';
  if (asks(again, phrase)) return saysMore ? 'hint' : takenAsQuestion(again, first, customer);
  if (!saysMore && has('asks-fact')) return 'hint';
  if (!again.has('repeated-phrase/outcome')) return undefined;
  return customer.some(isWish) || isOtherMatter(again, first) ? 'hint' : undefined;
}

/** More than a yes, a no or a thank-you. */
function isWish({ text, lang }: Speech): boolean {
  return /\d/u.test(text) || text.trim().length > BARE[lang === 'en' ? 'en' : 'zh'];
}

/** Asked again at once, it is arguable whether the customer, who spoke of something else, has answered; later, it belongs to another matter. */
function takenAsQuestion(again: Speech, first: number | undefined, customer: readonly Speech[]): Again {
  if (first === lastOfAgent(again)) {
    if (customer.some((said) => said.text.includes('?'))) return 'wanted';
    return customer.some((said) => said.text.length > ANSWER[said.lang === 'en' ? 'en' : 'zh']) ? 'hint' : 'info';
  }
  return isOtherMatter(again, first) ? 'wanted' : 'hint';
}

/** A question, to the end of its sentence, or a request for a detail. */
function asks(speech: Speech, phrase: Span): boolean {
  const sentence = speech.sentence(phrase);
  return speech.has('repeated-phrase/requests', phrase) || QUESTION.test(speech.text.slice(sentence.start, sentence.end + 1));
}

const QUESTION = /\?|_{3}|[\u5417\u4e48\u5462](?=[\u3002~]?$)/u;

/** Where the agent spoke last before this turn. */
function lastOfAgent(speech: Speech): number | undefined {
  for (const earlier of speech.before()) if (earlier.turn !== speech.turn && earlier.turn.role === 'agent') return earlier.position;
  return undefined;
}

/** True when the customer has come with something else since. */
function isOtherMatter(speech: Speech, first: number | undefined): boolean {
  for (const earlier of speech.before()) {
    if (first !== undefined && earlier.position <= first) return false;
    if (earlier.turn.role === 'customer' && earlier.has('repeated-phrase/tries')) return true;
  }
  return false;
}
