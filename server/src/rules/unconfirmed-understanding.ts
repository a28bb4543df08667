import { acts } from '../engine/acts.ts';
import type { FlowState } from '../engine/rule.ts';
import { complaintDialogue } from './flow/complaintDialogue.ts';
import { lastWords } from './flow/lastWords.ts';
import { insertions } from './flow/saying.ts';
import type { CodeRule } from './registry.ts';

const BEGUN: FlowState = { key: 'begun' };
const COMPLAINED: FlowState = { key: 'complained' };

/** A complaint is never played back to the customer. */
export const unconfirmedUnderstanding: CodeRule = (meta, packs) => {
  const complains = complaintDialogue(packs);
  const paraphrase = acts(packs, 'agent', 'paraphrase');
  return lastWords<FlowState>(meta, {
    start: BEGUN,
    learn(known, moment) {
      if (complains(moment)) return COMPLAINED;
      return moment.kind === 'agent' && known === COMPLAINED && moment.does(paraphrase) ? undefined : known;
    },
    lacks: (known) => known === COMPLAINED,
    reframes: (speech, report) => insertions(speech, report, packs.reframes['unconfirmed-understanding/before'] ?? []),
  });
};
