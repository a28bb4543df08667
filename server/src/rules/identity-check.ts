import { acts } from '../engine/acts.ts';
import type { Moment } from '../engine/moment.ts';
import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, FlowState } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { retold } from '../phrasebook/retelling.ts';
import { overlaps, type Span } from '../text/span.ts';
import { behindGreeting } from './flow/saying.ts';
import type { CodeRule } from './registry.ts';

/** What is known of who asks: nothing, that the agent asked, or that the customer wants to know what is on the account. */
interface Caller extends FlowState {
  readonly key: 'unknown' | 'wanted' | 'asked' | 'unknown, gave' | 'wanted, gave';
  /** Whether the customer gave something that can be looked up. */
  readonly gave: 'nothing' | 'something';
}

const UNKNOWN: Caller = { key: 'unknown', gave: 'nothing' };
const WANTED: Caller = { key: 'wanted', gave: 'nothing' };
const UNKNOWN_GAVE: Caller = { key: 'unknown, gave', gave: 'something' };
const WANTED_GAVE: Caller = { key: 'wanted, gave', gave: 'something' };
const ASKED: Caller = { key: 'asked', gave: 'nothing' };

/** What belongs to one customer is told or changed before it is known who asks. */
export const identityCheck: CodeRule = (meta, packs) => {
  const account = acts(packs, 'agent', 'account');
  const identify = acts(packs, 'agent', 'identify');
  const verified = acts(packs, 'agent', 'verified');
  const own = acts(packs, 'customer', 'own');
  const question = acts(packs, 'customer', 'question');
  const enquiry = acts(packs, 'customer', 'enquiry');
  const upset = acts(packs, 'customer', 'complaint', 'sensitive', 'anger');
  const specific = acts(packs, 'agent', 'specific');
  const information = acts(packs, 'customer', 'information', 'gives-thing');
  const secret = acts(packs, 'customer', 'secret');
  const event = acts(packs, 'event', 'verified');
  const asksForData = (moment: Moment): boolean =>
    !moment.does(upset) && (moment.does(enquiry) || (moment.does(own) && moment.does(question)));
  /** True when all that sounds like a check says that something was found. */
  const onlyFound = (moment: Moment): boolean => {
    return moment.find(verified).every(({ speech, span }) => speech.find('agent-acts/found').some((other) => overlaps(span, other.span)));
  };
  return {
    scope: 'flow',
    meta,
    withholds: true,
    reframes: (speech, { span }) => reframes(speech, span, packs),
    start: () => UNKNOWN,
    step(state: Caller, moment, tell) {
      if (moment.kind === 'event') return moment.does(event) ? undefined : state;
      if (moment.kind === 'customer') {
        if (state === ASKED || (moment.does(secret) && moment.does(information))) return undefined;
        const gave = state.gave === 'something' || moment.does(information);
        if (asksForData(moment)) return gave ? WANTED_GAVE : WANTED;
        return gave ? UNKNOWN_GAVE : UNKNOWN;
      }
      if (moment.kind !== 'agent') return state;
      if (moment.does(verified) && (state.gave === 'something' || state === ASKED || !onlyFound(moment))) return undefined;
      const told = moment.find(state === WANTED || state === WANTED_GAVE ? account | specific : account)[0];
      if (told) {
        tell({ speech: told.speech, span: told.span });
        return undefined;
      }
      return moment.does(identify) ? ASKED : state;
    },
  };
};

/** The check, in place of what is told too early and of all that follows it. */
function reframes(speech: Speech, span: Span, packs: CompiledPacks): Iterable<Draft> {
  const { start } = behindGreeting(speech, speech.sentence(span));
  return retold(speech, { start, end: speech.text.trimEnd().length }, {}, packs.reframes['identity-check/first']);
}
