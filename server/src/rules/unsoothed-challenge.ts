import type { Moment } from '../engine/moment.ts';
import { answers } from './flow/answers.ts';
import { protests } from './flow/protest.ts';
import { insertions } from './flow/saying.ts';
import { soothing } from './flow/soothing.ts';
import type { CodeRule } from './registry.ts';

/** A rhetorical question, or a no to the advice, is answered as if it were a question. */
export const unsoothedChallenge: CodeRule = (meta, packs) => {
  const { challenges, soothes, ignores } = soothing(packs);
  return answers(meta, {
    asks: (moment, before, last) => before === 'the agent spoke' && (challenges(moment) || protestsAt(moment, last)),
    judge(asked, answer, tell) {
      if (!soothes(answer) && !ignores(asked, answer)) tell({ ...answer[0]!.opening(), because: asked.slice(0, 1) });
    },
    reframes: (speech, report) => insertions(speech, report, packs.reframes['unsoothed-challenge/before'] ?? []),
  });
};

/** True when the customer throws back what the agent said last. */
function protestsAt(moment: Moment, last: Moment | undefined): boolean {
  return last !== undefined && moment.isWritten(MARKED) && protests(written(moment), written(last));
}

/** What no answer thrown back is without. */
const MARKED = /[?\uff1f]/u;

function written(moment: Moment): string {
  return moment
    .speeches()
    .map(({ text }) => text)
    .join('\n');
}
