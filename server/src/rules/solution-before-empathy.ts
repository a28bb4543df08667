import { acts } from '../engine/acts.ts';
import type { Moment } from '../engine/moment.ts';
import type { FlowState, Tell } from '../engine/rule.ts';
import { insertions } from './flow/saying.ts';
import { soothing } from './flow/soothing.ts';
import { andNext } from './flow/turns.ts';
import type { CodeRule } from './registry.ts';

/** Calm, or upset by some moments of the customer and answered so far. */
interface Mood extends FlowState {
  /** The first and the latest. */
  readonly because: readonly Moment[];
  readonly answer: readonly Moment[];
  /** Whether the agent had spoken before the customer last did. */
  readonly before: 'silent' | 'spoken';
  /** How often the customer has spoken calmly since. */
  readonly calmly: number;
}

/** An anger that was not heard again in so many turns of the customer has passed. */
const PASSED = 3;

const CALM: Mood = { key: 'calm', because: [], answer: [], before: 'silent', calmly: 0 };
const CALMED: Mood = { ...CALM, key: 'calm and answered', before: 'spoken' };

function upset(because: readonly Moment[], answer: readonly Moment[], before: Mood['before'], calmly: number): Mood {
  return {
    before,
    calmly,
    key: `upset ${before} ${calmly} ${answer.length > 0} ${answer.reduce((bits, { acts }) => bits | acts, 0)}`,
    because,
    answer,
  };
}

/** An upset customer is given a solution before anybody was sorry. */
export const solutionBeforeEmpathy: CodeRule = (meta, packs) => {
  const soothingOf = soothing(packs);
  const { challenges, soothes, ignores, tooEarly } = soothingOf;
  const thanks = acts(packs, 'customer', 'thanks', 'settled');
  const settled = acts(packs, 'customer', 'settled');
  const isUpset = (moment: Moment): boolean => soothingOf.isUpset(moment) && !moment.does(settled);
  return {
    scope: 'flow',
    meta,
    start: () => CALM,
    step(mood: Mood, moment, tell) {
      const isCalm = mood.because.length === 0;
      if (moment.kind === 'narrator') return isCalm ? mood : undefined;
      if (moment.kind === 'customer') {
        if (mood.answer.length > 0) return isOver(mood, tell) ? undefined : heard(mood, moment, 'spoken');
        return isCalm && !isUpset(moment) ? mood : heard(mood, moment, mood.before);
      }
      if (moment.kind !== 'agent') return mood;
      return isCalm ? CALMED : upset(mood.because, andNext(mood.answer, moment), mood.before, mood.calmly);
    },
    end(mood: Mood, tell) {
      if (mood.answer.length > 0) isOver(mood, tell);
    },
    reframes: (speech, report) => insertions(speech, report, packs.reframes['solution-before-empathy/before'] ?? []),
  };

  /** The mood after more words of a customer who is upset, or has just become so. */
  function heard(mood: Mood, moment: Moment, before: Mood['before']): Mood {
    const calmly = isUpset(moment) ? 0 : mood.calmly + 1;
    return calmly >= PASSED || (calmly > 0 && moment.does(thanks))
      ? CALMED
      : upset([...mood.because.slice(0, 1), moment], [], before, calmly);
  }

  /** Judges an answer; true when the customer has been soothed, or it is too late. What ignores a complaint, or meets a challenge, is for other rules to say. */
  function isOver({ because, answer, before }: Mood, tell: Tell): boolean {
    const latest = because.slice(-1);
    const isOurs = !ignores(latest, answer) && !(before === 'spoken' && latest.some(challenges) && !soothes(answer));
    const early = isOurs ? tooEarly(answer) : undefined;
    if (early) tell({ ...early, because: because.slice(0, 1) });
    return !isOurs || early !== undefined || soothes(answer);
  }
};
