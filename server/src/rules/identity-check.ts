import { acts } from '../engine/acts.ts';
import type { Moment, Words } from '../engine/moment.ts';
import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, FlowState } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { retold } from '../phrasebook/retelling.ts';
import { overlaps, type Span } from '../text/span.ts';
import { isSoForAll } from './flow/forAll.ts';
import { type Grant, granted } from './flow/granting.ts';
import { asksForNoProof, givesNumber, hasNoProof, isAtCounter } from './flow/proof.ts';
import { behindGreeting } from './flow/saying.ts';
import { latestAnd } from './flow/turns.ts';
import type { CodeRule } from './registry.ts';

/** What the customer is after on the account: nothing yet, to be told what is there, to have it changed, or either. */
type Wish = 'nothing' | 'data' | 'change' | 'data or change';

/** What is known of who asks. */
interface Caller extends FlowState {
  readonly wish: Wish;
  /** What the customer gave that can be looked up, the latest of it. */
  readonly given: readonly Moment[];
  /** True when the agent asked who it is. */
  readonly isAsked: boolean;
  /** True when the agent asked for nothing but a name. */
  readonly isNamed: boolean;
}

const UNKNOWN: Caller = { key: 'unknown', wish: 'nothing', given: [], isAsked: false, isNamed: false };

function wishing(wish: Wish, given: readonly Moment[]): Caller {
  return { key: `${wish}${given.length > 0 ? ', gave' : ''}`, wish, given, isAsked: false, isNamed: false };
}

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
  const change = acts(packs, 'customer', 'change');
  const how = acts(packs, 'customer', 'how');
  const event = acts(packs, 'event', 'verified');
  const idle = acts(packs, 'agent', 'question', 'identify', 'check', 'refusal', 'handover');
  const asksForData = (moment: Moment): boolean =>
    !moment.does(upset) && (moment.does(enquiry) || (moment.does(own) && moment.does(question) && !moment.isWritten(FOR_ALL)));
  const wishOf = (moment: Moment): Wish => {
    const changes = moment.does(change) && !moment.does(how) && !moment.does(upset);
    if (isAtCounter(moment)) return 'nothing';
    if (asksForData(moment)) return changes ? 'data or change' : 'data';
    return changes ? 'change' : 'nothing';
  };
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
        if (moment.does(secret) && moment.does(information)) return undefined;
        if (state.isAsked) return hasNoProof(moment) ? wishing(state.wish, state.given) : undefined;
        if (state.isNamed) return givesNumber(moment) ? undefined : wishing(state.wish, state.given);
        const given = moment.does(information) ? latestAnd(state.given, moment) : state.given;
        const wish = wishOf(moment);
        const isStill = wish === 'nothing' && state.wish === 'change' && !moment.does(question);
        return wishing(isStill ? state.wish : wish, given);
      }
      if (moment.kind !== 'agent') return state;
      if (moment.does(verified) && (state.given.length > 0 || state.isAsked || !onlyFound(moment))) return undefined;
      const facts = isForData(state.wish) ? moment.find(specific).filter(({ speech, span }) => !isSoForAll(speech, span)) : [];
      const told = [...moment.find(account), ...facts, ...answered(state, moment)].find(
        (words) => state.wish === 'change' || !saysBack(words, state.given),
      );
      const early = told ?? (state.wish === 'nothing' ? undefined : granted(moment, GRANTS[state.wish], idle));
      if (early) {
        tell({ speech: early.speech, span: early.span });
        return undefined;
      }
      const asking = moment.find(identify);
      if (asking.length === 0) return state;
      return asksForNoProof(asking)
        ? { ...state, key: `${state.key}, named`, isNamed: true }
        : { ...state, key: `${state.key}, asked`, isAsked: true };
    },
  };
};

/** Asks for a price, a way or leave: what is so for everybody. */
const FOR_ALL =
  /(?<!(?:[费費額额剩存]|还有|還有)[^。?？]{0,6}|[月期欠][^。?？]{0,12})多少[钱錢]|[怎如][么麼样樣何](?:才能|要|去|可以|能)?[补補办辦改弄开開申退换換用去给給报報]|(?:能不能|可不可以|能否|可以|能)(?!(?:帮|幫|给|給|跟)?我?(?:查|看|告|说|說|知))(?![^。?？，,]{0,8}[几幾多哪])[^。?？，,]{0,14}(?<!了[吗嗎]?)[吗嗎?？]|\b(?:can|could|may) (?:i|we|my|our|he|she)\b(?! (?:know|check|see|find|ask|get my|have my))|\bhow (?:do|can|would|should) (?:i|we|my)\b|\bhow much (?:is|are|does|do|would|will|to)\b(?![^.!?]{0,30}\b(?:bill|balance|owe|owes|left|payment|premium|rent|fees?|debt|loan|mortgage|outstanding|refund|(?:my|our) (?:gas|water|power|electric\w*|council tax|heating|phone|internet|broadband))\b)|\bcosts?\b|送什[么麼]|有什[么麼](?:优惠|優惠|活动|活動)|\bdoes (?:it|that|this)(?: also)? cover\b|\b(?:allowed|permitted|eligible|welcome|compatible|suitable)\b|\bif (?:my|our|i|we)\b[^?]*,|\bwhat time should\b|\bhave to be\b/iu;

/** What a wish is granted with, before anybody has asked who it is. */
function answered({ wish }: Caller, moment: Moment): Words[] {
  const lists = LISTS[wish];
  if (lists.length === 0) return [];
  return moment.speeches().flatMap((speech) =>
    lists
      .flatMap((list) => speech.find(list).filter(({ span }) => list !== TOLD || !isSoForAll(speech, span)))
      .filter(({ span }) => tells(speech, speech.sentence(span)))
      .map(({ span }) => ({ speech, span: withWholeNumber(speech, span) })),
  );
}

const TOLD = 'identity-check/told';
const DONE = 'identity-check/done';
const LISTS: Readonly<Record<Wish, readonly string[]>> = {
  nothing: [],
  data: [TOLD],
  change: [DONE],
  'data or change': [DONE, TOLD],
};

const GRANTS: Readonly<Record<Wish, Grant>> = {
  nothing: { data: false, change: false },
  data: { data: true, change: false },
  change: { data: false, change: true },
  'data or change': { data: true, change: true },
};

function isForData(wish: Wish): boolean {
  return wish === 'data' || wish === 'data or change';
}

/** Some words, to the end of the number they end in. */
function withWholeNumber(speech: Speech, { start, end }: Span): Span {
  const [, figures, words] = NUMBER_REST.exec(speech.text.slice(end - 1, end + LONGEST)) ?? [];
  const tail = figures ?? words ?? '';
  return { start, end: end + tail.length };
}

const NUMBER_REST = /^(?:\d([\d.,:]*\d)|[一二两三四五六七八九十百千万]([一二两三四五六七八九十百千万]+))/u;
const LONGEST = 16;

/** True for a sentence that asks nothing and says what is so for one, not for all. */
function tells(speech: Speech, sentence: Span): boolean {
  return speech.text[sentence.end - 1] !== '?' && !speech.has('agent-acts/general', sentence);
}

/** True for words whose numbers are all the customer's own: they tell nobody anything. */
function saysBack({ speech, span }: Words, given: readonly Moment[]): boolean {
  const { start, end } = speech.sentence(span);
  const numbers = speech.text.slice(start, end).match(/\d{3,}/gu) ?? [];
  const said = given.flatMap((moment) => moment.speeches().map(({ text }) => text)).join('\n');
  return numbers.length > 0 && numbers.every((number) => said.includes(number));
}

/** The check, in place of what is told too early and of all that follows it. */
function reframes(speech: Speech, span: Span, packs: CompiledPacks): Iterable<Draft> {
  const { start } = behindGreeting(speech, speech.sentence(span));
  return retold(speech, { start, end: speech.text.trimEnd().length }, {}, packs.reframes['identity-check/first']);
}
