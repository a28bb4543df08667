import { acts } from '../engine/acts.ts';
import type { Moment } from '../engine/moment.ts';
import { answers } from './flow/answers.ts';
import type { CodeRule } from './registry.ts';

/** A question is followed by something else. */
export const questionLeftUnanswered: CodeRule = (meta, packs) => {
  const asked = acts(packs, 'customer', 'question');
  const upset = acts(packs, 'customer', 'challenge', 'anger', 'complaint');
  const engaged = acts(
    packs,
    'agent',
    'question',
    'check',
    'diagnosis',
    'handover',
    'refusal',
    'answer',
    'identify',
    'apology',
    'callback',
    'verified',
  );
  return answers(meta, {
    asks: (moment) => moment.does(asked) && !moment.does(upset),
    judge(questions, answer, tell) {
      if (answer.some((moment) => moment.does(engaged)) || questions.some((one) => shares(one, answer))) return;
      tell({ ...answer[0]!.opening(), because: questions.slice(0, 1) });
    },
  });
};

/** True when an answer takes up any telling word of the question. */
function shares(question: Moment, answer: readonly Moment[]): boolean {
  const said = answer.flatMap((moment) => moment.speeches().map(({ text }) => text)).join('\n');
  return question.speeches().some(({ text }) => [...telling(text)].some((word) => said.includes(word)));
}

/** Pairs of Han characters and longer Latin words, but for those that every question has. */
function* telling(text: string): Generator<string> {
  for (const [run] of text.matchAll(/[\u3400-\u9fff]{2,}/gu)) {
    for (let i = 0; i + 1 < run.length; i++) {
      const pair = run.slice(i, i + 2);
      if (!EMPTY.test(pair)) yield pair;
    }
  }
  for (const [word] of text.matchAll(/[a-z]{4,}/gu)) if (!COMMON.has(word)) yield word.replace(/(?:ing|ed|es|s)$/u, '');
}

const EMPTY = /[吗呢么吧啊呀的了是你您我们这那有没能可以不怎什哪多少几问请在会要好个就还]/u;
const COMMON: ReadonlySet<string> = new Set(
  'what when where which would could does have this that with your from they them there then will about please thank thanks hello like just need want know tell much many long some any is are can'.split(
    ' ',
  ),
);
