import type { Moment } from '../engine/moment.ts';
import type { FlowState, Tell } from '../engine/rule.ts';
import type { CodeRule } from './registry.ts';
import { insertions } from './saying.ts';
import { soothing } from './soothing.ts';

/** Calm, or upset by some moments of the customer and answered so far. */
interface Mood extends FlowState {
  readonly because: readonly Moment[];
  readonly answer: readonly Moment[];
}

const CALM: Mood = { key: 'calm', because: [], answer: [] };

function upset(because: readonly Moment[], answer: readonly Moment[]): Mood {
  return { key: `upset ${answer.length > 0} ${answer.reduce((bits, { acts }) => bits | acts, 0)}`, because, answer };
}

/** An upset customer is given a solution before anybody was sorry. */
export const solutionBeforeEmpathy: CodeRule = (meta, packs) => {
  const { isUpset, soothes, ignores, tooEarly } = soothing(packs);
  return {
    scope: 'flow',
    meta,
    start: () => CALM,
    step(mood: Mood, moment, tell) {
      if (moment.kind === 'narrator') return mood === CALM ? mood : undefined;
      if (moment.kind === 'customer') {
        if (mood.answer.length > 0) return isOver(mood, tell) ? undefined : upset([...mood.because, moment], []);
        return mood === CALM && !isUpset(moment) ? mood : upset([...mood.because, moment], []);
      }
      return moment.kind === 'agent' && mood !== CALM ? upset(mood.because, [...mood.answer, moment]) : mood;
    },
    end(mood: Mood, tell) {
      if (mood.answer.length > 0) isOver(mood, tell);
    },
    reframes: (speech, report) => insertions(speech, report, packs.reframes['solution-before-empathy/before'] ?? []),
  };

  /** Judges an answer; true when the customer has been soothed, or it is too late. */
  function isOver({ because, answer }: Mood, tell: Tell): boolean {
    const early = ignores(because.slice(-1), answer) ? undefined : tooEarly(answer);
    if (early) tell({ ...early, because: because.slice(0, 1) });
    return early !== undefined || soothes(answer);
  }
};
