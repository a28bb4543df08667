import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { inRegister } from '../phrasebook/register.ts';
import { commaParts } from '../phrasebook/retelling.ts';
import { fillTemplate } from '../phrasebook/template.ts';
import { overlaps } from '../text/span.ts';
import type { CodeRule } from './registry.ts';

const FORMULA = 'template-empathy/formula';
const GENERIC = 'template-empathy/generic';
/** So much beside the phrases that fit every call still says nothing of this one. */
const MOST_LEFT = { han: 3, words: 2 };

export const templateEmpathy: CodeRule = (meta, packs) => ({
  scope: 'utterance',
  meta,
  wakes: [FORMULA],
  *check(speech) {
    const said = speech.find(FORMULA);
    if (said.length === 0 || [speech, ...sameTurn(speech)].some(namesTheCase)) return;
    let end = 0;
    for (const { span } of said) {
      if (span.start >= end) yield { span };
      end = Math.max(end, span.end);
    }
  },
  reframes: (speech, report) => reframes(speech, report, packs),
});

/** What else is said in the same turn. */
function* sameTurn(speech: Speech): Generator<Speech> {
  if (speech.turn.utterances.length === 1) return;
  for (const other of speech.rest()) if (other.turn === speech.turn) yield other;
  for (const other of speech.before()) if (other.turn === speech.turn) yield other;
}

/** True where something is left when what fits every call is taken out. */
function namesTheCase(speech: Speech): boolean {
  const units = speech.text.split('');
  for (const { whole } of [...speech.find(FORMULA), ...speech.find(GENERIC)]) units.fill(' ', whole.start, whole.end);
  const rest = units.join('');
  return (rest.match(HAN)?.length ?? 0) > MOST_LEFT.han || (rest.match(WORD)?.length ?? 0) > MOST_LEFT.words;
}

/** Characters and words that say something; a placeholder says what the case is. */
const HAN = /[\u3400-\u9fff]/gu;
const WORD = /[a-z]{2,}|\d+|\ufffc+/gu;

/** The parts of the sentence that the phrase is in, said with what happened. */
function* reframes(speech: Speech, { span }: Report, packs: CompiledPacks): Generator<Draft> {
  const said = speech.find(FORMULA).map((match) => match.span);
  const parts = commaParts(speech, speech.sentence(span)).filter(
    (part) => overlaps(part, span) || said.some((other) => overlaps(part, other)),
  );
  const whole = { start: Math.min(span.start, parts[0]?.start ?? span.start), end: Math.max(span.end, parts.at(-1)?.end ?? span.end) };
  const words = speech.words(whole).replace(PARTICLES, '');
  for (const data of packs.reframes['template-empathy/named'] ?? []) {
    const pieces = fillTemplate(inRegister(speech, data[speech.lang] ?? ''), { words });
    if (pieces && pieces.length > 0) yield { span: whole, pieces };
  }
}

const PARTICLES = /(?:[\u5462\u54e6\u5594\u554a\u5440\u54c8]|\u4eb2)+$/u;
