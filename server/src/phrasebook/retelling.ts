import type { ReframeData } from '../engine/pack.ts';
import type { Draft, Piece } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { capital } from './capital.ts';
import { inRegister } from './register.ts';
import { fitting, isInPlace, standing } from './rewording.ts';
import { fillTemplate } from './template.ts';
import { trimEnd, trimStart } from './trim.ts';

/**
 * The stretches of a sentence between its commas and semicolons, end mark left out. A comma in a number or in brackets parts
 * nothing, nor does a mark of enumeration.
 */
export function commaParts({ text }: Speech, sentence: Span): Span[] {
  const parts: Span[] = [];
  const whole = trimEnd(text, sentence, END);
  let { start } = whole;
  for (const mark of text.slice(whole.start, whole.end).matchAll(PARTING)) {
    parts.push({ start, end: whole.start + mark.index });
    start = whole.start + mark.index + mark[0].length;
  }
  parts.push({ start, end: whole.end });
  return parts.map((part) => trimEnd(text, trimStart(text, part, /^\s+/u), /\s+$/u)).filter(({ start, end }) => end > start);
}

const PARTING = /,(?!\d{3}(?!\d))(?![^(]*\))|;|\s[-\u2013\u2014]+\s|\u2014\u2014|(?<=\p{Script=Han})~(?=\p{Script=Han})/gu;
const END = /[\s\u3002.!?~\u2026]+$/u;

/** Words with the comma that joins them to what follows; empty for none. */
export function joining(speech: Speech, parts: readonly string[]): string {
  return parts.map((words) => words + comma(speech)).join('');
}

/** Words with the comma that joins them to what comes before; empty for none. */
export function joined(speech: Speech, parts: readonly string[]): string {
  return parts.map((words) => comma(speech) + words).join('');
}

function comma(speech: Speech): string {
  return speech.lang === 'en' ? ', ' : inRegister(speech, '\uff0c');
}

/** Drafts that say a sentence by templates, in the manner of the text. */
export function* retold(
  speech: Speech,
  sentence: Span,
  captures: Readonly<Record<string, string>>,
  templates: readonly ReframeData[] = [],
): Generator<Draft> {
  const opens = /(?:^|[.?!\u3002:]\s*)$/u.test(speech.text.slice(0, sentence.start));
  for (const data of templates) {
    const template = data[speech.lang];
    if (template === undefined || !isInPlace(speech, sentence, data) || (data.when !== undefined && !speech.has(data.when, sentence)))
      continue;
    const pieces = fillTemplate(inRegister(speech, fitting(speech, sentence, template)), captures);
    if (!pieces) continue;
    const said = speech.lang === 'en' ? sentenceCase(pieces, opens) : pieces;
    yield { span: sentence, pieces: said, ...standing(data) };
  }
}

/** Each sentence of an English rewording begins with a capital. */
function sentenceCase(pieces: readonly Piece[], isFirst: boolean): Piece[] {
  let opens = isFirst;
  return pieces.map((piece, i) => {
    const words =
      typeof piece !== 'string'
        ? piece
        : (opens ? capital(piece) : i === 0 ? uncapital(piece) : piece).replace(/(?<=[a-z][.?!] )[a-z]/gu, (letter) =>
            letter.toUpperCase(),
          );
    opens = typeof piece === 'string' ? /[.?!] $/u.test(piece) || (opens && piece.trim() === '') : false;
    return words;
  });
}

/** In small letters where it begins with a capital that is neither a name nor I. */
export function uncapital(words: string): string {
  return words
    .replace(/^A(?= [a-z])/u, 'a')
    .replace(/^(?!I\b)[A-Z](?=[a-z]+(?:['\u2019][a-z]+)?\b(?! [A-Z]))/u, (letter) => letter.toLowerCase());
}
