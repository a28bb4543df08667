import { answers } from './flow/answers.ts';
import { insertions } from './flow/saying.ts';
import { soothing } from './flow/soothing.ts';
import type { CodeRule } from './registry.ts';

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
