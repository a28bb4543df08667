import type { Draft } from '../engine/rule.ts';

/** The same, to be offered only where none before them stands. */
export function* lesser(drafts: Iterable<Draft>): Generator<Draft> {
  for (const draft of drafts) yield { ...draft, otherwise: true };
}

/** Drafts of which the second best ones count for as good, so many of them, where there are no better ones. */
export function* ranked(drafts: Iterable<Draft>): Generator<Draft> {
  let better = 0;
  let raised = 0;
  for (const { otherwise, ...draft } of drafts) {
    if (otherwise && (better > 0 || raised === MOST_RAISED)) yield { ...draft, otherwise };
    else {
      if (otherwise) raised++;
      else better++;
      yield draft;
    }
  }
}

const MOST_RAISED = 2;
