import { acts } from '../../engine/acts.ts';
import type { Moment, Words } from '../../engine/moment.ts';
import type { CompiledPacks } from '../../engine/pack.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Span } from '../../text/span.ts';
import { isUpsetScene } from './soothing.ts';

/** Tells what may be a trouble in words nobody foresaw: a customer who states something at some length, and asks for nothing. */
export function reports(packs: CompiledPacks): (moment: Moment) => boolean {
  const busy = acts(
    packs,
    'customer',
    'question',
    'how',
    'request',
    'need',
    'thanks',
    'complaint',
    'anger',
    'nothing-more',
    'gives-thing',
    'change',
  );
  return (moment) => !moment.does(busy) && !isUpsetScene(moment) && moment.isWritten(STATED);
}

/** How to mend something, in words that mean nothing else where a trouble was told. */
export function mending(moment: Moment): Words | undefined {
  for (const speech of moment.speeches()) {
    const match = speech.find('agent-acts/fix')[0];
    if (match) return { speech, span: clauseAt(speech, match.span) };
  }
  return undefined;
}

/** The clause some words stand in. */
function clauseAt(speech: Speech, { start, end }: Span): Span {
  const last = Math.max(start, end - 1);
  return (
    speech.clauses(speech.sentence({ start: last, end })).find((clause) => clause.end >= last && clause.start <= last) ?? { start, end }
  );
}

const STATED = /[\u3400-\u9fff][^\n?\uff1f]{5,}|(?:[a-z'\u2019]+ ){3}[a-z]+/iu;
