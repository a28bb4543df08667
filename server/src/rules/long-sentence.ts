import type { Report } from '../engine/rule.ts';
import type { RuleOptions } from '../engine/ruleOptions.ts';
import type { Speech } from '../engine/speech.ts';
import { isList, type Measure, measured } from '../phrasebook/measure.ts';
import { shortened } from '../phrasebook/shorten.ts';
import type { Span } from '../text/span.ts';
import type { CodeRule } from './registry.ts';

/** Most characters of a Chinese sentence, and most words of an English one. */
export interface Limits {
  readonly zh: number;
  readonly en: number;
}

export const longSentence: CodeRule = (meta) => ({
  scope: 'utterance',
  meta,
  wakes: [],
  stirs: (text, options) => mayBeLong(text, limitsOf(options)),
  *check(speech, options) {
    const limits = limitsOf(options);
    for (const sentence of speech.sentences()) {
      const length = tooLong(speech.text, sentence, limits);
      if (length) yield { span: sentence, data: { count: String(length.count), limit: String(limits[length.lang]) } };
    }
  },
  reframes: (speech: Speech, { span, data }: Report) => shortened(speech, span, Number(data!['limit'])),
});

/** The limits as the pack declares them, or config sets them. */
function limitsOf(options: RuleOptions): Limits {
  return { zh: options['zh'] as number, en: options['en'] as number };
}

/** How long a sentence is, where that is too long and it is no list. */
function tooLong(text: string, sentence: Span, limits: Limits): Measure | undefined {
  if (sentence.end - sentence.start <= Math.min(limits.zh, limits.en)) return undefined;
  const words = text.slice(sentence.start, sentence.end);
  const length = measured(words);
  return length.count > limits[length.lang] && !isList(words) ? length : undefined;
}

/** A look at the units alone: whether a stretch without the end of a sentence has so many characters or words. Never false where one does. */
function mayBeLong(text: string, { zh, en }: Limits): boolean {
  if (text.length <= Math.min(zh, en)) return false;
  let units = 0;
  let words = 0;
  let word = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = KINDS[unit];
    if (kind === STOP) units = words = word = 0;
    else if (kind === SPACE) {
      if (word > WHOLE_WORD && text.charCodeAt(i - 1) === FULL_STOP) units = words = 0;
      else if (word > 0) words++;
      word = 0;
    } else {
      word++;
      units++;
      if (unit >= HAN ? units > zh : words >= en) return true;
    }
  }
  return false;
}

const STOP = 1;
const SPACE = 2;
/** What a unit is to the look above. */
const KINDS = new Uint8Array(65536);
for (const mark of '\u3002\uff01\uff1f!?\uff1b;\u2026\n') KINDS[mark.charCodeAt(0)] = STOP;
KINDS[0x20] = SPACE;
const HAN = 0x3400;
const FULL_STOP = 0x2e;
/** An abbreviation before a full stop is shorter. */
const WHOLE_WORD = 4;
