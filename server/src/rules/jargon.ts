import type { Draft, Report } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { dataRule } from './data/dataRule.ts';
import { swapped } from './data/swaps.ts';
import type { CodeRule } from './registry.ts';

/** Words of the trade. What the house says instead comes first, then everyday words in the place of the term. */
export const jargon: CodeRule = (meta, packs) => {
  const found = dataRule(meta, packs);
  return {
    ...found,
    *reframes(speech: Speech, report: Report): Generator<Draft> {
      const own = [...(found.reframes?.(speech, report) ?? [])];
      const isHouse = speech.find('house/jargon').some(({ span }) => span.start < report.span.end && span.end > report.span.start);
      if (isHouse) yield* own;
      const offences = [...found.check(speech, {})].map(({ span }) => span);
      const swaps = [...swapped(speech, report.span, offences, packs.reframes['jargon/swap'])];
      yield* swaps;
      if (!isHouse && swaps.length === 0) yield* own;
    },
  };
};
