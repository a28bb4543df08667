import { acts } from '../../engine/acts.ts';
import type { Moment, Words } from '../../engine/moment.ts';
import type { CompiledPacks } from '../../engine/pack.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Span } from '../../text/span.ts';
import { isUpsetScene } from './soothing.ts';

/** Tells what may be a trouble in words nobody foresaw: a customer who states something at some length, and asks for nothing. */
export function reports(packs: CompiledPacks): (moment: Moment) => boolean {
  const busy = acts(packs, 'customer', 'question', 'how', 'request', 'need', 'thanks', 'complaint', 'anger', 'nothing-more', 'change');
  const gives = acts(packs, 'customer', 'gives-thing');
  const tellsWho = (moment: Moment): boolean =>
    moment.does(gives) && moment.speeches().some((speech) => WHO.some((thing) => speech.has(`repeated-question/gives-${thing}`)));
  return (moment) => !moment.does(busy) && !isUpsetScene(moment) && moment.isWritten(STATED) && !tellsWho(moment);
}

/** How to mend something, in words that mean nothing else where a trouble was told. */
export function mending(moment: Moment): Words | undefined {
  for (const speech of moment.speeches()) {
    const match = speech.find('agent-acts/fix')[0] ?? speech.find('agent-acts/remedy')[0];
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

/** What is given to be looked up by, not to tell of a trouble. */
const WHO = ['order', 'phone', 'name', 'address', 'email', 'card', 'tail', 'card-tail', 'postcode', 'plate', 'party', 'budget'];
const STATED = /[\u3400-\u9fff][^\n?\uff1f]{5,}|(?:[a-z'\u2019]+ ){3}[a-z]+/iu;
