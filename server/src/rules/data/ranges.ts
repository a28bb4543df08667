import type { Speech } from '../../engine/speech.ts';
import { trimmed } from '../../phrasebook/trim.ts';
import { cover, type Span } from '../../text/span.ts';

/** The span on to the end of the clause that its words are in, end mark left out. */
export function toClauseEnd(speech: Speech, span: Span): Span {
  const end = speech.clauses(speech.sentence(span)).find((clause) => clause.end >= span.end)?.end ?? span.end;
  return trimmed(speech.text, { start: span.start, end: Math.max(span.end, end) });
}

/** Of several spans, the first in each sentence. */
export function firstOfEachSentence(speech: Speech, spans: readonly Span[]): Span[] {
  const first = new Map<number, Span>();
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const { start } = speech.sentence(span);
    if (!first.has(start)) first.set(start, span);
  }
  return [...first.values()];
}

/** Neighbours with a comma and few words between them as one. */
export function runs({ text }: Speech, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && (span.start <= last.end || JOINT.test(text.slice(last.end, span.start)))) joined[joined.length - 1] = cover(last, span);
    else joined.push(span);
  }
  return joined;
}

/** A gap within a sentence, with one comma at the most and few words. */
const JOINT = /^[^,\u3002.!?;\n]{0,24}(?:,[^,\u3002.!?;\n]{0,24})?$/u;
