import type { RuleOptions } from '../engine/ruleOptions.ts';
import type { Speech } from '../engine/speech.ts';
import { dataRule } from './data/dataRule.ts';
import type { CodeRule } from './registry.ts';

/** A wait said as a wall: what its lists find, and an answer to “how long?” that is nothing but a time. */
export const coldDeadline: CodeRule = (meta, packs) => {
  const stated = dataRule({ ...meta, any: ['cold-deadline/stated'] }, packs);
  return {
    ...stated,
    wakes: ['cold-deadline/stated', 'cold-deadline/answer'],
    *check(speech: Speech, options: RuleOptions) {
      const found = [...stated.check(speech, options)];
      yield* found;
      if (found.length > 0 || !isAsked(speech)) return;
      for (const answer of speech.find('cold-deadline/answer')) yield { span: answer.span };
    },
  };
};

/** True when the customer has just asked how long our work takes, and what follows adds nothing we do about it. */
function isAsked(speech: Speech): boolean {
  if ([...speech.rest()].some((next) => next.has('cold-deadline/effort'))) return false;
  for (const earlier of speech.before()) {
    if (earlier.turn.role === 'customer') return earlier.has('cold-deadline/asked');
  }
  return false;
}
