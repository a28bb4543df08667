import { answers } from './flow/answers.ts';
import { insertions } from './flow/saying.ts';
import { soothing } from './flow/soothing.ts';
import type { CodeRule } from './registry.ts';

/** A complaint is answered as if it had not been made. */
export const ignoredComplaint: CodeRule = (meta, packs) => {
  const { complains, ignores } = soothing(packs);
  return answers(meta, {
    asks: complains,
    judge(asked, answer, tell) {
      if (ignores(asked, answer)) tell({ ...answer[0]!.opening(), because: asked.slice(0, 1) });
    },
    reframes: (speech, report) => insertions(speech, report, packs.reframes['ignored-complaint/before'] ?? []),
  });
};
