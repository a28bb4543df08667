import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { overlaps, type Span } from '../text/span.ts';
import { mentions, reworded, trimmed } from './rewording.ts';

/** Lists whose words a rewording must not repeat: what they say must be said otherwise. */
const UNSAYABLE = ['policy-pushing/no', 'policy-pushing/pushed', 'policy-pushing/cited', 'bare-but/but', 'bare-but/correction', 'acts/question'] as const;
const PARTICLES = /^(?:呢|啊|呀|吧|嘛|哈|,|\s|是(?=[,]))+/u;
const ENDINGS = /[呢哦喔呀啦哈耶啊嘛啰]+$/u;
const CONCESSION = /^(?:虽然|虽说|尽管|although |even though |though |while )/u;

/**
 * The sentence said again without the but: the words before it stand, what follows is joined to them as an offer, told
 * with what we can do, or, where it is a refusal or a rule, gives way to what we can do.
 */
export function* rewordings(speech: Speech, report: Report, packs: CompiledPacks): Generator<Draft> {
  const sentence = speech.sentence(report.span);
  const told = tailOf(speech, { start: report.span.end, end: sentence.end });
  const sayable = told.end > told.start && !UNSAYABLE.some((list) => speech.has(list, told));
  const refused = speech.find('acts/refused').find((m) => overlaps(m.span, told));
  const words = report.grade === 'hint' ? withEnd(speech, told, sentence) : speech.words(told);
  const captures = {
    tail: report.grade === 'hint' || sayable ? words : '',
    opening: report.grade === 'hint' || sayable ? words.replace(/^[a-z]/u, (letter) => letter.toUpperCase()) : '',
    topic: refused ? speech.words(refused.span) : '',
    mentions: mentions(speech, { start: report.span.start, end: sentence.end }),
  };
  const lists = report.grade === 'hint' ? ['offer'] : report.grade === 'info' ? ['told-offered', 'refused-offered', 'refused'] : ['told', 'refused'];
  for (const list of lists) {
    yield* reworded(speech, { sentence, lead: leadOf(speech, { start: sentence.start, end: report.span.start }), captures }, packs.reframes[`bare-but/${list}`] ?? []);
  }
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

/** The words to the end of the sentence, with its mark. */
function withEnd(speech: Speech, told: Span, sentence: Span): string {
  return speech.words({ start: told.start, end: sentence.end });
}
