import { acts } from '../engine/acts.ts';
import type { FlowState } from '../engine/rule.ts';
import { PLACEHOLDER_UNIT } from '../text/fold.ts';
import { insertions } from './flow/saying.ts';
import type { CodeRule } from './registry.ts';

const QUIET: FlowState = { key: 'nobody spoke' };

/** The first words of the agent: a greeting, or the customer's name. */
export const missingGreeting: CodeRule = (meta, packs) => {
  const greeting = acts(packs, 'agent', 'greeting');
  return {
    scope: 'flow',
    meta,
    start: () => QUIET,
    step(state, moment, tell) {
      if (moment.kind !== 'agent') return state;
      const words = moment.opening();
      if (!moment.does(greeting) && !NAME.test(words.speech.text)) tell(words);
      return undefined;
    },
    reframes: (speech, report) => insertions(speech, report, packs.reframes['missing-greeting/before'] ?? []),
  };
};

/** A slot for a name in the first clause. */
const NAME = new RegExp(`^[^,。!?\\n]{0,6}${String.fromCharCode(PLACEHOLDER_UNIT)}`, 'u');
