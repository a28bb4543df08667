import { acts } from '../engine/acts.ts';
import { answers } from './flow/answers.ts';
import { insertions } from './flow/saying.ts';
import type { CodeRule } from './registry.ts';

/** A dangerous matter is answered without taking it down and promising a call back. */
export const sensitiveTopic: CodeRule = (meta, packs) => {
  const sensitive = acts(packs, 'customer', 'sensitive');
  const recorded = acts(packs, 'agent', 'recorded');
  const promised = acts(packs, 'agent', 'callback', 'handover');
  return answers(meta, {
    asks: (moment) => moment.does(sensitive),
    judge(asked, answer, tell) {
      const does = (bits: number): boolean => answer.some((moment) => moment.does(bits));
      if (!(does(recorded) && does(promised))) tell({ ...answer[0]!.opening(), because: asked.slice(0, 1) });
    },
    reframes: (speech, report) => insertions(speech, report, packs.reframes['sensitive-topic/before'] ?? []),
  });
};
