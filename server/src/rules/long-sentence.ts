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

/** What is counted, as an English message calls it. */
const UNITS = { zh: 'characters', en: 'words' } as const;

export const longSentence: CodeRule = (meta) => ({
  scope: 'utterance',
  meta,
  wakes: [],
  stirs: (text, options) => mayBeLong(text, limitsOf(options)),
  *check(speech, options) {
    const limits = limitsOf(options);
    for (const sentence of speech.sentences()) {
      const length = tooLong(speech.text, sentence, limits);
      if (length)
        yield { span: sentence, data: { count: String(length.count), limit: String(limits[length.lang]), units: UNITS[length.lang] } };
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

/** A quick look: whether a stretch without the end of a sentence has so many units or words. Never false where one does. */
function mayBeLong(text: string, { zh, en }: Limits): boolean {
  if (text.length <= Math.min(zh, en)) return false;
  return text.split(ENDS).some((part) => (HAN.test(part) ? part.length > zh : part.split(' ').length > en));
}

/** Where a sentence ends for certain: a full stop behind less than four letters may be that of an abbreviation. */
const ENDS = /[\u3002\uff01\uff1f!?\uff1b;\u2026\n]|(?<=[a-z]{4}\.) /iu;
const HAN = /\p{Script=Han}/u;
