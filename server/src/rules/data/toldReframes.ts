import type { ReframeData, RuleData } from '../../engine/pack.ts';
import type { Draft, Report } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import { lesser, ranked } from '../../phrasebook/ranked.ts';
import { beside } from '../../phrasebook/rewording.ts';
import { toldBeside } from '../../phrasebook/told.ts';
import { cover, type Span } from '../../text/span.ts';
import { draftsOf, leadOf } from './templateDrafts.ts';

/**
 * What a rule offers that tells again what else a sentence states: `{told}`, `{opening}` as the beginning of a sentence, and `{ask}`. A
 * neighbour that is as bad goes with the sentence. A template that tells none of what there is to tell is second best.
 */
export function* toldReframes(
  speech: Speech,
  report: Report,
  templates: readonly ReframeData[],
  captures: Readonly<Record<string, string>>,
  data: RuleData,
): Generator<Draft> {
  const lists = [...(data.any ?? []), ...(data.outright ?? []), ...(data.tells ?? [])];
  const sentence = speech.sentence(report.span);
  const other = beside(speech, sentence)
    .reverse()
    .find((one) => lists.some((list) => speech.has(list, one)));
  const whole = templates.filter(({ replaces }) => replaces === undefined);
  if (other) yield* ranked(told(speech, report, whole, captures, data, lists, cover(sentence, other)));
  const own = told(speech, report, templates, captures, data, lists);
  yield* other ? lesser(own) : ranked(own);
}

function* told(
  speech: Speech,
  report: Report,
  templates: readonly ReframeData[],
  captures: Readonly<Record<string, string>>,
  { keeps = [], aside = [] }: RuleData,
  lists: readonly string[],
  within?: Span,
): Generator<Draft> {
  const whole = within ?? speech.sentence(report.span);
  const all = toldBeside(speech, whole, report.span, leadOf(speech, whole, report.span, keeps), [...lists, ...aside]);
  const something = all.filter((one) => one.told !== '' || one.ask !== '');
  const isLess = something.length > 0 && something.at(-1) === all.at(-1);
  for (const template of templates) {
    const words = template[speech.lang] ?? '';
    if (!TELLS.test(words)) {
      const drafts = draftsOf(speech, report, template, captures, { keeps, within });
      yield* isLess && !HOLDS.test(words) ? lesser(drafts) : drafts;
      continue;
    }
    for (const [i, { stretch, told: facts, opening, ask }] of something.entries()) {
      const drafts = draftsOf(speech, report, template, { ...captures, told: facts, opening, ask }, { keeps, within: stretch });
      yield* i > 0 ? lesser(drafts) : drafts;
    }
  }
}

const TELLS = /\{(?:told|opening|ask)\}/u;
/** Takes over what the sentence states in a capture of its own. */
const HOLDS = /\{(?:fact|rest)\}/u;
