import type { Severity } from '../engine/finding.ts';
import type { Match } from '../engine/pattern.ts';
import type { Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { CodeRule } from './registry.ts';

/** What a bare but takes back. */
const YES = ['acts/agreement', 'acts/empathy', 'acts/apology', 'acts/goodwill', 'acts/regret', 'bare-but/yes'] as const;
const NO = ['policy-pushing/no', 'policy-pushing/pushed'] as const;
const OFFER = ['acts/offer', 'bare-but/offered', 'bare-but/good'] as const;
const LATER = ['acts/offer', 'acts/handover'] as const;

/** An adversative after agreement, empathy, apology or goodwill; graded by what it brings. */
export const bareBut: CodeRule = (meta) => ({
  scope: 'utterance',
  meta,
  wakes: ['bare-but/but'],
  *check(speech) {
    let last: Span | undefined;
    for (const but of speech.find('bare-but/but')) {
      if (last && overlaps(last, but.span)) continue;
      if (speech.find('bare-but/not-but').some((other) => overlaps(other.whole, but.span))) continue;
      if (!followsYes(speech, but)) continue;
      last = but.span;
      yield reportOf(but.span, gradeOf(speech, but.span));
    }
  },
});

function reportOf(span: Span, grade: Severity | undefined): Report {
  return grade ? { span, grade } : { span };
}

/** True when the words before the but, or the sentence before one that opens with it, agree, feel with the customer, apologise or mean well. */
function followsYes(speech: Speech, but: Match): boolean {
  const sentence = speech.sentence(but.span);
  if (speaksYes(speech, { start: sentence.start, end: but.span.start })) return true;
  if (isFronted(speech, but)) return true;
  if (!opensSentence(speech, sentence, but.span)) return false;
  const all = speech.sentences();
  const before = all[all.indexOf(sentence) - 1];
  if (before) return speaksYes(speech, before);
  for (const earlier of speech.before()) {
    if (earlier.turn !== speech.turn) return false;
    const end = earlier.sentences().at(-1);
    return end !== undefined && speaksYes(earlier, end);
  }
  return false;
}

function speaksYes(speech: Speech, within: Span): boolean {
  if (within.end <= within.start) return false;
  const form = speech.find('bare-but/not-yes');
  return YES.some((list) =>
    speech
      .find(list)
      .some(
        (m) =>
          m.span.start >= within.start &&
          m.span.start < within.end &&
          m.span.end <= within.end + 1 &&
          !form.some((f) => overlaps(f.whole, m.span)),
      ),
  );
}

/** "Although I understand, …": the pattern itself has seen the yes behind it. */
function isFronted(speech: Speech, but: Match): boolean {
  return (
    /^(?:while|whilst|(?:even )?though|although|even if|(?:as )?much as)$/u.test(speech.text.slice(but.span.start, but.span.end)) &&
    /^ (?:i|we)\b/u.test(speech.text.slice(but.span.end)) &&
    speaksYes(speech, { start: but.span.end, end: speech.sentence(but.span).end })
  );
}

/** True for a but that opens its sentence, and for a "though" that closes it. */
function opensSentence(speech: Speech, sentence: Span, but: Span): boolean {
  const ahead = speech.text.slice(sentence.start, but.start);
  return ahead.length <= 6 && !/[,，]/u.test(ahead.slice(0, -1)) ? true : /^\s*[.!?]?$/u.test(speech.text.slice(but.end, sentence.end));
}

function gradeOf(speech: Speech, but: Span): Severity | undefined {
  const sentence = speech.sentence(but);
  const behind = { start: but.end, end: sentence.end };
  const no = earliest(speech, NO, behind);
  const offer = earliest(speech, no < Infinity ? OFFER : [...OFFER, 'acts/handover'], behind);
  if (offer < no) return 'hint';
  return offer < Infinity || offersLater(speech, sentence.end) ? 'info' : undefined;
}

function offersLater(speech: Speech, from: number): boolean {
  const offers = (other: Speech, within?: Span): boolean => LATER.some((list) => other.has(list, within));
  return (
    (from < speech.text.length && offers(speech, { start: from, end: speech.text.length })) ||
    [...speech.rest()].some((other) => offers(other))
  );
}

/** Where the first match of a list within a span begins. */
function first(speech: Speech, list: string, within: Span): number {
  return speech.find(list).find((m) => m.span.start >= within.start && m.span.start < within.end)?.span.start ?? Infinity;
}

function earliest(speech: Speech, lists: readonly string[], within: Span): number {
  return Math.min(...lists.map((list) => first(speech, list, within)));
}
