import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { overlaps, type Span } from '../text/span.ts';
import { mentions, reworded, trimmed } from './rewording.ts';

/** Lists whose words a rewording must not repeat: what they say must be said otherwise. */
const UNSAYABLE = [
  'policy-pushing/no',
  'policy-pushing/pushed',
  'policy-pushing/cited',
  'bare-but/but',
  'bare-but/correction',
  'acts/question',
] as const;
const PARTICLES = /^(?:呢|啊|呀|吧|嘛|哈|,|\s|是(?=[,]))+/u;
const ENDINGS = /[呢哦喔呀啦哈耶啊嘛啰]+$/u;
const FRONTED = /^(?:while|whilst|(?:even )?though|although|even if|(?:as )?much as) (?:i|we)\b/u;
const CONCESSION = /^(?:虽然|虽说|尽管|although |even though |though |while |unfortunately$|sadly$)/u;

/**
 * The sentence said again without the but: the words before it stand, what follows is joined to them as an offer, told
 * with what we can do, or, where it is a refusal or a rule, gives way to what we can do.
 */
export function* rewordings(speech: Speech, report: Report, packs: CompiledPacks): Generator<Draft> {
  const sentence = speech.sentence(report.span);
  const { lead, told } = parts(speech, report.span, sentence);
  const isOffer = report.grade === 'hint';
  const words = isOffer ? speech.words({ start: told.start, end: sentence.end }) : isSayable(speech, told) ? speech.words(told) : '';
  const refused = speech.find('acts/refused').find((m) => overlaps(m.span, told));
  const captures = {
    tail: words,
    opening: words.replace(/^[a-z]/u, (letter) => letter.toUpperCase()),
    topic: refused ? speech.words(refused.span) : '',
    mentions: mentions(speech, { start: report.span.start, end: sentence.end }),
  };
  for (const list of listsFor(speech, report, lead)) {
    yield* reworded(speech, { sentence, lead, captures }, packs.reframes[`bare-but/${list}`] ?? []);
  }
}

function listsFor(speech: Speech, report: Report, lead: Span): readonly string[] {
  if (report.grade === 'hint') return ['offer'];
  if (report.grade === 'info') return ['told-offered', 'refused-offered', 'refused'];
  return lead.end > lead.start && !speech.has('acts/apology', lead) ? ['told-yes', 'told', 'refused'] : ['told', 'refused'];
}

function isSayable(speech: Speech, told: Span): boolean {
  return told.end > told.start && !UNSAYABLE.some((list) => speech.has(list, told));
}

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
