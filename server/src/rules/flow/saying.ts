import type { ReframeData } from '../../engine/pack.ts';
import type { Draft, Report } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Lang } from '../../engine/wording.ts';
import { capital } from '../../phrasebook/capital.ts';
import { inRegister } from '../../phrasebook/register.ts';
import { fillTemplate } from '../../phrasebook/template.ts';
import type { Span } from '../../text/span.ts';
import { isNumbered, listing } from './listing.ts';

/** Drafts that say more before or behind the sentence of a report: `{words}` stands for it in a template. A greeting stays in front, a list whole. */
export function* insertions(speech: Speech, report: Report, templates: readonly ReframeData[]): Generator<Draft> {
  const sentence = speech.sentence(report.span);
  for (const data of templates) {
    const template = data[speech.lang];
    if (template === undefined || (data.when !== undefined && !speech.has(data.when, sentence))) continue;
    const isBehind = template.startsWith('{words}');
    const span = isBehind ? lastOf(speech, listing(speech, report.span)) : firstOf(speech, template, behindGreeting(speech, sentence));
    const words = speech.words(span);
    const said = isBehind ? closed(words, speech.lang) : capital(words);
    const pieces = fillTemplate(inRegister(speech, template), { words: said });
    if (pieces) yield { span, pieces, ...(data.otherwise === true && { otherwise: true }) };
  }
}

/** A sentence without the greeting it opens with. */
export function behindGreeting(speech: Speech, { start, end }: Span): Span {
  const text = speech.text.slice(start, end);
  const head = GREETING.exec(text)?.[0].length ?? 0;
  return head < text.length ? { start: start + head, end } : { start, end };
}

const GREETING =
  /^(?:[^,\u3002!?\s]{0,5})?(?:[\u60a8\u4f60]\u597d|\u4eb2|\u65e9\u5b89|\u5348\u5b89|\u665a\u5b89)(?:\u4eb2|\u5440|\u554a)?[,!~]\s*|^(?:hello|hi|hey|good (?:morning|afternoon|evening))(?: [\w.]+){0,2}[,!.] /u;

/** The last few characters of a numbered list, all that changes where more is said behind: what stands before, on lines of its own perhaps, stays as it is. */
function lastOf(speech: Speech, { start, end }: Span): Span {
  if (!isNumbered(speech, { start, end })) return { start, end };
  let from = Math.max(start, end - 3);
  while (from > start && WHOLE.test(speech.text.slice(from - 1, from + 1))) from--;
  return { start: from, end };
}

/** The same of what more is said before. */
function firstOf(speech: Speech, template: string, { start, end }: Span): Span {
  if (!template.endsWith('{words}') || !isNumbered(speech, { start, end })) return { start, end };
  let to = Math.min(end, start + 1);
  while (to < end && WHOLE.test(speech.text.slice(to - 1, to + 1))) to++;
  return { start, end: to };
}

/** Where no words are cut: inside what is masked, a number, a word, a character of two units, at a space. */
const WHOLE = /[\ufffb\ufffc]|[\w\ud800-\udfff]{2}|^.\s/;

/** A sentence with its end mark, which is none that has more to come. */
function closed(written: string, lang: Lang): string {
  const words = written.replace(/[;,\uff1b\uff0c\u3001]+$/u, '');
  if (/[.!?~\u3002\uff01\uff1f\u2026\uff5e]["'\u201d\u300d)]?$/u.test(words)) return words;
  return lang === 'en' ? `${words}.` : `${words}\u3002`;
}
