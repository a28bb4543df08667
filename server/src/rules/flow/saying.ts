import type { ReframeData } from '../../engine/pack.ts';
import type { Draft, Report } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import { capital } from '../../phrasebook/capital.ts';
import { inRegister } from '../../phrasebook/register.ts';
import { fillTemplate } from '../../phrasebook/template.ts';
import type { Span } from '../../text/span.ts';

/** Drafts that say more before or behind the sentence of a report: `{words}` stands for it in a template. A greeting stays in front. */
export function* insertions(speech: Speech, report: Report, templates: readonly ReframeData[]): Generator<Draft> {
  const sentence = speech.sentence(report.span);
  for (const data of templates) {
    const template = data[speech.lang];
    if (template === undefined || (data.when !== undefined && !speech.has(data.when, sentence))) continue;
    const span = template.startsWith('{words}') ? sentence : behindGreeting(speech, sentence);
    const words = speech.words(span);
    const pieces = fillTemplate(inRegister(speech, template), {
      words: template.startsWith('{words}') ? closed(words) : capital(words),
    });
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

/** A sentence with its end mark. */
function closed(words: string): string {
  if (/[.!?~\u3002\uff01\uff1f\u2026\uff5e]["'\u201d\u300d)]?$/u.test(words)) return words;
  return /[\u3400-\u9fff]/u.test(words) ? `${words}\u3002` : `${words}.`;
}
