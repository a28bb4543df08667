import { acts } from '../engine/acts.ts';
import type { Moment, Words } from '../engine/moment.ts';
import type { FlowState } from '../engine/rule.ts';
import { insertions } from './flow/saying.ts';
import { isUpsetScene, soothing } from './flow/soothing.ts';
import type { CodeRule } from './registry.ts';

/** Nothing wrong so far, or something and nobody has looked into it. */
interface Trouble extends FlowState {
  readonly because: readonly Moment[];
}

const NONE: Trouble = { key: 'none', because: [] };

/** A fault is answered with advice before anybody has asked, looked or judged. */
export const suggestionWithoutDiagnosis: CodeRule = (meta, packs) => {
  const fault = acts(packs, 'customer', 'fault');
  const need = acts(packs, 'customer', 'need');
  const { substance } = soothing(packs);
  const isTrouble = (moment: Moment): boolean =>
    !isUpsetScene(moment) && (moment.does(fault) || (moment.does(need) && !moment.isWritten(LISTED)));
  const advice = acts(packs, 'agent', 'instruction');
  const asking = acts(packs, 'agent', 'question');
  const looking = acts(packs, 'agent', 'check', 'diagnosis', 'paraphrase');
  const greeting = acts(packs, 'agent', 'greeting');
  return {
    scope: 'flow',
    meta,
    start: () => NONE,
    step(state: Trouble, moment, tell) {
      if (moment.kind === 'customer') {
        if (state === NONE) return isTrouble(moment) ? { key: 'trouble', because: [moment] } : state;
        return !moment.does(fault) && moment.isWritten(LISTED) ? NONE : state;
      }
      if (moment.kind === 'narrator') return state === NONE ? state : undefined;
      if (moment.kind !== 'agent') return state;
      if (moment.does(looking)) return undefined;
      if (state === NONE) return state;
      const polite = moment.find(greeting);
      const asked = moment.find(asking).find((q) => !polite.some((g) => g.speech === q.speech && near(g.span, q.span)));
      const early = moment.find(advice)[0] ?? imperative(moment);
      if (asked && !(early && early.speech === asked.speech && early.span.start < asked.span.start)) return undefined;
      if (!early) return asked || substance(moment) ? undefined : state;
      tell({ speech: early.speech, span: early.span, because: state.because });
      return undefined;
    },
    reframes: (speech, report) => insertions(speech, report, packs.reframes['suggestion-without-diagnosis/before'] ?? []),
  };
};

/** The first English sentence that tells the customer to do something: a bare verb with what it is done to. */
function imperative(moment: Moment): Words | undefined {
  for (const speech of moment.speeches()) {
    if (speech.lang !== 'en') continue;
    const span = speech.sentences().find(({ start, end }) => IMPERATIVE.test(speech.text.slice(start, end)));
    if (span) return { speech, span };
  }
  return undefined;
}

/** What is found on a list, and needs no diagnosis. */
const LISTED = /餐[馆館厅廳]|酒店|[饭飯]店|旅[馆館]|景[点點]|玩的地方|地[铁鐵]|restaurant|hotel|ticket|attraction|flight/iu;

const IMPERATIVE =
  /^(?!(?:i|we|you|it|that|this|there|the|an?|your|our|my|yes|no|sure|ok|okay|sorry|thanks?|thank|hello|hi|hey|good|great|of|in|on|at|by|for|from|to|and|or|but|so|if|as|what|how|when|where|who|why|which|they|he|she|its|all|any|some|then|not|both|one|same|glad|happy|noted|got|had|has|is|are|was|did|does|can|could|will|would|may|let|understood|done|perfect|lovely|right|well|looks|sounds|seems|found|unfortunately|welcome|happens|that's|it's|have|enjoy|see|hope|booking|\w+ing|\w+ed)\b)[a-z]+ (?:the|it|your|some|an?|off|up|down|them|this|any|out)\b[^?]*$/u;

function near(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return Math.abs(a.start - b.start) < 12 || (a.start < b.end && b.start < a.end);
}
