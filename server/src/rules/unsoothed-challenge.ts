import { answers } from './answers.ts';
import type { CodeRule } from './registry.ts';
import { insertions } from './saying.ts';
import { soothing } from './soothing.ts';

/** A rhetorical question, or a no to the advice, is answered as if it were a question. */
export const unsoothedChallenge: CodeRule = (meta, packs) => {
  const { challenges, soothes, ignores } = soothing(packs);
  return answers(meta, {
    asks: (moment, before) => before === 'the agent spoke' && challenges(moment),
    judge(asked, answer, tell) {
      if (!soothes(answer) && !ignores(asked, answer)) tell({ ...answer[0]!.opening(), because: asked.slice(0, 1) });
    },
    reframes: (speech, report) => insertions(speech, report, packs.reframes['unsoothed-challenge/before'] ?? []),
  });
};
