import type { Severity } from '../engine/finding.ts';
import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { earliest, latest } from '../engine/within.ts';
import { capital } from '../phrasebook/capital.ts';
import { sayableIn } from '../phrasebook/lead.ts';
import { ranked } from '../phrasebook/ranked.ts';
import { matterOf, mentions, reworded } from '../phrasebook/rewording.ts';
import { statedBefore, topicsOf } from '../phrasebook/topic.ts';
import { trimmed } from '../phrasebook/trim.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { CodeRule } from './registry.ts';

/** What a bare but takes back. */
const YES = ['acts/agreement', 'acts/empathy', 'acts/apology', 'acts/goodwill', 'acts/regret', 'bare-but/yes'] as const;
const NO = ['policy-pushing/no', 'policy-pushing/pushed', 'bare-but/bad'] as const;
const OFFER = ['acts/offer', 'bare-but/offered', 'bare-but/good', 'bare-but/asks'] as const;
const LATER = ['acts/offer', 'acts/handover', 'bare-but/offered'] as const;
/** What a but may turn against instead of the yes before it. */
const ELSE = ['bare-but/tip', 'bare-but/concession'] as const;

/** An adversative after agreement, empathy, apology or goodwill; graded by what it brings. */
export const bareBut: CodeRule = (meta, packs) => ({
  scope: 'utterance',
  meta,
  wakes: ['bare-but/but'],
  *check(speech) {
    let last: Span | undefined;
    for (const { span } of speech.find('bare-but/but')) {
      if (last && overlaps(last, span)) continue;
      if (speech.find('bare-but/not-but').some((other) => overlaps(other.whole, span))) continue;
      if (!followsYes(speech, span)) continue;
      last = span;
      const grade = gradeOf(speech, span);
      yield grade ? { span, grade } : { span };
    }
  },
  reframes: (speech, report) => ranked(rewordings(speech, report, packs)),
});

/** True when the words before the but, or the sentence before one that opens with it, agree, feel with the customer, apologise or mean well. */
function followsYes(speech: Speech, but: Span): boolean {
  const sentence = speech.sentence(but);
  const ahead = { start: sentence.start, end: but.start };
  if (saysYes(speech, ahead) || opensConcession(speech, but, sentence)) return true;
  if (!opensSentence(speech, ahead) && !closes(speech, but, sentence)) return false;
  const all = speech.sentences();
  const before = all[all.indexOf(sentence) - 1];
  if (before) return saysYes(speech, before);
  for (const earlier of speech.before()) {
    if (earlier.turn !== speech.turn) return false;
    const end = earlier.sentences().at(-1);
    return end !== undefined && saysYes(earlier, end);
  }
  return false;
}

function saysYes(speech: Speech, within: Span): boolean {
  const forms = speech.find('bare-but/not-yes');
  const yes = latest(speech, YES, within, (m) => m.span.end <= within.end + 1 && !forms.some((form) => overlaps(form.whole, m.span)));
  return yes >= 0 && latest(speech, ELSE, within, (m) => m.span.end <= within.end) < yes;
}

/** "Although I understand, …": the yes stands behind the word. */
function opensConcession(speech: Speech, but: Span, sentence: Span): boolean {
  return CONCESSIVE.test(speech.text.slice(but.start, sentence.end)) && saysYes(speech, { start: but.end, end: sentence.end });
}

const CONCESSIVE = /^(?:while|whilst|(?:even )?though|although|even if|(?:as )?much as) (?:i|we)\b/u;

function opensSentence(speech: Speech, ahead: Span): boolean {
  return /^(?:[^,]{0,5}|unfortunately|sadly|regrettably),?\s*$/u.test(speech.text.slice(ahead.start, ahead.end));
}

function closes(speech: Speech, but: Span, sentence: Span): boolean {
  return /^\s*[.!?]?$/u.test(speech.text.slice(but.end, sentence.end));
}

function gradeOf(speech: Speech, but: Span): Severity | undefined {
  const sentence = speech.sentence(but);
  const clause = speech.clauses(sentence).find((c) => overlaps(c, but)) ?? sentence;
  const inside = MOVABLE.test(speech.text.slice(but.start, but.end)) && but.start > clause.start;
  const behind = { start: inside ? clause.start : but.end, end: sentence.end };
  const no = earliest(speech, NO, behind);
  const offer = earliest(speech, no < Infinity ? OFFER : [...OFFER, 'acts/handover'], behind);
  if (offer < no) return 'hint';
  return offer < Infinity || offersLater(speech, sentence.end) ? 'info' : undefined;
}

/** Normal text: says what can be done. */
const IDEA =
  /^(?:(?:[您你](?!的)|我们?|这边|也|还|门店|线上)[^,]{0,6}(?:可以|能|帮|为您|给您|建议|试|换|先)|可以|建议|要不|不如)|^(?:(?:you|we|i)(?:'ll| can| could| may| will)\b|how about|why not|let|please|there(?:'s| is| are) (?:another|other|an alternative|a way))/u;

/** Adversatives that may stand inside or behind the clause they turn. */
const MOVABLE = /^(?:however|(?:al)?though)$/u;

function offersLater(speech: Speech, from: number): boolean {
  if (offers(speech, from)) return true;
  return [...speech.rest()].some((other) => offers(other, 0));
}

function offers(said: Speech, from: number): boolean {
  const idle = said.find('acts/formulas').map(({ whole }) => whole);
  return LATER.some((list) => said.find(list).some(({ whole }) => whole.end > from && !idle.some((one) => overlaps(one, whole))));
}

/** Lists whose words a rewording must not repeat: what they say must be said otherwise. */
const UNSAYABLE = [
  'policy-pushing/no',
  'policy-pushing/pushed',
  'policy-pushing/cited',
  'bare-but/but',
  'bare-but/correction',
  'bare-but/curt',
  'blame-shifting/denied',
  'blame-shifting/accused',
  'acts/question',
] as const;
const PARTICLES = /^(?:呢|啊|呀|吧|嘛|哈|,|\s|是(?=[,]))+/u;
const ENDINGS = /[呢哦喔呀啦哈耶啊嘛啰囉]+$/u;
const FRONTED = /^(?:while|whilst|(?:even )?though|although|even if|(?:as )?much as) (?:i|we)\b/u;
const CONCESSION = /^(?:虽然|虽说|尽管|although |even though |though |while |unfortunately$|sadly$)/u;

/**
 * The sentence said again without the but: the words before it stand; of what follows, an offer goes on by itself, news is
 * told with what we can do, and a refusal or a rule gives way to what we can do.
 */
function* rewordings(speech: Speech, report: Report, packs: CompiledPacks): Generator<Draft> {
  const sentence = speech.sentence(report.span);
  const { lead, told } = parts(speech, report.span, sentence);
  const isOffer = report.grade === 'hint' || (report.grade === 'info' && OFFER.some((list) => speech.has(list, told)));
  const words = isOffer ? speech.words({ start: told.start, end: sentence.end }) : sayable(speech, told);
  const opensAnew = !/;\s*$/u.test(speech.text.slice(0, sentence.start));
  const captures = {
    tail: words,
    idea: isOffer && IDEA.test(speech.text.slice(told.start, told.end)) ? words : '',
    opening: opensAnew ? capital(words) : '',
    news: speech.lang === 'en' && isOffer && STATED.test(speech.text.slice(told.start, told.end)) ? words : '',
    topic: refusedIn(speech, told),
    matter: matterOf(speech, mentions(speech, { start: report.span.start, end: sentence.end })),
  };
  const from = !isOffer && EMPTY_YES.test(speech.text.slice(lead.start, lead.end)) ? { start: lead.start, end: lead.start } : lead;
  for (const list of isOffer ? [report.grade === 'hint' ? 'offer' : 'news-offer'] : listsFor(report))
    for (const data of packs.reframes[`bare-but/${list}`] ?? []) {
      const fits = data.when === undefined ? undefined : speech.find(data.when).find((m) => overlaps(m.whole, told));
      if (data.when !== undefined && !fits) continue;
      const groups = Object.entries(fits?.groups ?? {}).map(([name, span]) => [
        name,
        name === 'team' ? capital(speech.words(span)) : speech.words(span),
      ]);
      yield* reworded(speech, { sentence, lead: from, captures: { ...captures, ...Object.fromEntries(groups) } }, [
        list === 'refused' && report.grade === 'info' ? { ...data, otherwise: true } : data,
      ]);
    }
}

function listsFor({ grade }: Report): readonly string[] {
  return grade === 'info' ? ['told-offered', 'refused-offered', 'refused'] : ['told-refused', 'told', 'refused'];
}

/** The clauses at the head of what follows that can be said as they are; empty where it begins with one that cannot. */
function sayable(speech: Speech, told: Span): string {
  if (speech.lang === 'en')
    return !EMPTY_NO.test(speech.text.slice(told.start, told.end)) && isSayable(speech, told) ? speech.words(told) : '';
  const kept: string[] = [];
  const no = speech.find('flat-refusal/refusal').find((m) => overlaps(m.span, told));
  const stated = no && statedBefore(speech, no);
  for (const clause of speech.clauses(told)) {
    const span = tailOf(speech, { start: Math.max(clause.start, told.start), end: Math.min(clause.end, told.end) });
    if (span.end <= span.start) continue;
    if (stated && overlaps(stated, span)) kept.push(speech.words(stated));
    if (isSayable(speech, span)) kept.push(speech.words(span).replace(BLUNTLY, ''));
    else {
      const said = softened(speech, span);
      if (said) kept.push(said);
      else if (kept.length > 0) break;
    }
  }
  return kept.join('\uff0c');
}

function isSayable(speech: Speech, span: Span): boolean {
  if (speech.has('flat-refusal/refusal', span)) return false;
  const over = speech.find('bare-but/over').filter(({ whole }) => overlaps(whole, span));
  return !UNSAYABLE.some((list) =>
    speech.find(list).some((m) => overlaps(m.span, span) && !(list.endsWith('/no') && over.some(({ whole }) => overlaps(whole, m.span)))),
  );
}

/** A clause without the rule it holds up, or without what drives it home. */
function softened(speech: Speech, span: Span): string {
  const none = NONE.exec(speech.text.slice(span.start, span.end));
  if (none) return speech.words({ start: span.start, end: span.start + none[1]!.length });
  const set = speech.find('policy-pushing/set').find((m) => overlaps(m.whole, span))?.groups['thing'];
  if (set) return speech.words({ start: Math.max(set.start, span.start), end: set.end }) + UNIFORM[speech.lang === 'zh-Hant' ? 1 : 0];
  if (speech.has('flat-refusal/refusal', span) || !speech.has('flat-refusal/policy', span)) return '';
  return sayableIn(speech, span, 'flat-refusal/policy')
    .filter((rest) => isSayable(speech, rest))
    .map((rest) => `\u76ee\u524d${speech.words(rest)}`)
    .join('');
}

const UNIFORM = ['\u76ee\u524d\u662f\u7edf\u4e00\u7684', '\u76ee\u524d\u662f\u7d71\u4e00\u7684'] as const;
/** 系统里没有记录就是没有. */
const NONE = /^([^,]*没有[^,]{1,4})就是没有$/u;

/** What is refused behind the but, as a noun. */
function refusedIn(speech: Speech, told: Span): string {
  for (const list of ['flat-refusal/refusal', 'flat-refusal/stock']) {
    const match = speech.find(list).find((m) => overlaps(m.span, told));
    const topic = match && topicsOf(speech, match)[0];
    if (topic?.kind === 'topic') return topic.words['topic']!;
  }
  return '';
}

/** A yes that says nothing more: a no does not go on from it. */
const EMPTY_YES = /^(?:是的?|对的?|可以的?|能的?|行的?|有的?|yes|yeah|yep|yup|right)(?:呀|啊|呢|哦)?$/u;
/** Says nothing that could be said again. */
const EMPTY_NO = /^(?:no|nope|not|sorry|not (?:really|now|today|possible))?$/u;
/** Stress that hurts. */
const BLUNTLY = /就是(?=不|没|沒|已)/gu;
/** A statement, where something is neither asked nor proposed. */
const STATED =
  /^(?:(?:i|we) (?:do |also |still )?(?:have|can|could|'ve)|there(?:'s| is| are)|the|our|your|it|you can|\w+day)\b(?![^.!]*\?)/u;

/** The yes and what follows it; where the word opens the sentence ("Although I understand, …"), its first clause is the yes. */
function parts(speech: Speech, but: Span, sentence: Span): { lead: Span; told: Span } {
  const behind = { start: but.end, end: sentence.end };
  const opener = FRONTED.test(speech.text.slice(but.start, sentence.end)) ? speech.clauses(behind) : [];
  if (opener.length < 2) return { lead: leadOf(speech, { start: sentence.start, end: but.start }), told: tailOf(speech, behind) };
  return { lead: trimmed(speech.text, opener[0]!), told: tailOf(speech, { start: opener[1]!.start, end: sentence.end }) };
}

/** What was said before the but, without the word that announced it. */
function leadOf(speech: Speech, before: Span): Span {
  const span = trimmed(speech.text, before);
  const word = CONCESSION.exec(speech.text.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: span.start + word, end: span.end };
}

function tailOf(speech: Speech, behind: Span): Span {
  const start = behind.start + (PARTICLES.exec(speech.text.slice(behind.start, behind.end))?.[0].length ?? 0);
  const span = trimmed(speech.text, { start, end: behind.end });
  const ending = ENDINGS.exec(speech.text.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: span.start, end: span.end - ending };
}
