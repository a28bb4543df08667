import { acts } from '../engine/acts.ts';
import type { FlowState } from '../engine/rule.ts';
import { complaintDialogue } from './flow/complaintDialogue.ts';
import { lastWords } from './flow/lastWords.ts';
import { insertions } from './flow/saying.ts';
import { promisesOfOurs } from './flow/telling.ts';
import type { CodeRule } from './registry.ts';

const BEGUN: FlowState = { key: 'begun' };
const COMPLAINED: FlowState = { key: 'complained' };

/** A complaint ends with no next step that has a time, and nobody promises to report progress. */
export const missingFollowUp: CodeRule = (meta, packs) => {
  const complains = complaintDialogue(packs);
  const promise = acts(packs, 'agent', 'commitment', 'progress');
  return lastWords<FlowState>(meta, {
    start: BEGUN,
    learn(known, moment) {
      if (complains(moment)) return COMPLAINED;
      return moment.kind === 'agent' && known === COMPLAINED && (moment.does(promise) || promisesOfOurs(moment)) ? undefined : known;
    },
    lacks: (known) => known === COMPLAINED,
    reframes: (speech, report) => insertions(speech, report, packs.reframes['missing-follow-up/behind'] ?? []),
  });
};
