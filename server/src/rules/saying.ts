import type { ReframeData } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { inRegister } from '../phrasebook/register.ts';
import { fillTemplate } from '../phrasebook/template.ts';

/** Drafts that say more before or behind the words of a report: `{words}` stands for them in a template. */
export function* insertions(speech: Speech, { span }: Report, templates: readonly ReframeData[]): Generator<Draft> {
  const words = speech.words(span);
  for (const data of templates) {
    const template = data[speech.lang];
    const pieces = template === undefined ? undefined : fillTemplate(inRegister(speech, template), { words });
    if (pieces) yield { span, pieces };
  }
}
