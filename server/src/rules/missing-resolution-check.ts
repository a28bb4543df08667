import { acts } from '../engine/acts.ts';
import type { Moment } from '../engine/moment.ts';
import type { FlowState } from '../engine/rule.ts';
import { AT_YOUR_SERVICE } from './flow/asking.ts';
import { lastWords } from './flow/lastWords.ts';
import { insertions } from './flow/saying.ts';
import { mending, tellsSomething, tellsTrouble } from './flow/troubles.ts';
import type { CodeRule } from './registry.ts';

const BEGUN: FlowState = { key: 'begun' };
const SPOKEN: FlowState = { key: 'agent spoke' };
const WANTED: FlowState = { key: 'something to solve' };
const GIVEN: FlowState = { key: 'solution given' };

/** Something was told, which may be wrong. */
class Told implements FlowState {
  readonly key = 'told something';
  readonly moment: Moment;

  constructor(moment: Moment) {
    this.moment = moment;
  }
}

/** A solution was given, and nobody asked whether it helped. */
export const missingResolutionCheck: CodeRule = (meta, packs) => {
  const problem = acts(packs, 'customer', 'fault', 'complaint', 'how');
  const solution = acts(packs, 'agent', 'instruction', 'offer', 'commitment');
  const content = acts(packs, 'customer', 'nothing-more');
  const asking = acts(packs, 'agent', 'question');
  const mends = (moment: Moment): boolean =>
    mending(moment) !== undefined || moment.speeches().some((speech) => speech.has('missing-resolution-check/solved'));
  const solves = (moment: Moment): boolean => moment.does(solution) || mends(moment);
  const isTold = tellsSomething(packs);
  const greeting = acts(packs, 'agent', 'greeting');
  const check = acts(packs, 'agent', 'resolution-check');
  return lastWords<FlowState>(meta, {
    start: BEGUN,
    learn(known, moment) {
      if (moment.kind === 'customer' && known === GIVEN && moment.does(content)) return undefined;
      if (moment.kind === 'customer') {
        if (known === WANTED || known === GIVEN) return known;
        if (moment.does(problem)) return WANTED;
        return known === BEGUN && isTold(moment) ? new Told(moment) : known;
      }
      if (moment.kind !== 'agent') return known;
      if (known === BEGUN || known === SPOKEN)
        return moment.does(greeting) && (!moment.does(asking) || moment.isWritten(AT_YOUR_SERVICE)) ? known : SPOKEN;
      if (known instanceof Told && !(mends(moment) && tellsTrouble(known.moment))) return known;
      if (known === GIVEN) return moment.does(check | asking) ? undefined : known;
      if (!solves(moment)) return known;
      return moment.does(check) ? undefined : GIVEN;
    },
    lacks: (known) => known === GIVEN,
    reframes: (speech, report) => insertions(speech, report, packs.reframes['missing-resolution-check/behind'] ?? []),
  });
};
