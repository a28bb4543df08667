import type { CompiledPacks, RuleData } from '../../engine/pack.ts';
import type { UtteranceRule } from '../../engine/rule.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Span } from '../../text/span.ts';
import { dataRule } from './dataRule.ts';

/** A rule about promised times that leaves alone what is made while the customer waits for it. */
export function exceptAtCounter(data: RuleData, packs: Pick<CompiledPacks, 'reframes'>): UtteranceRule {
  const found = dataRule(data, packs);
  return {
    ...found,
    *check(speech, options) {
      for (const report of found.check(speech, options)) if (!isMadeAtCounter(speech, report.span)) yield report;
    },
  };
}

/** True of an order that is being made while the customer waits: it is done, out or up soon. */
function isMadeAtCounter(speech: Speech, span: Span): boolean {
  if (!speech.has('vague-time/made', speech.sentence(span))) return false;
  return [...speech.ofTurn(), ...speech.before()].some((said) => said.has('vague-time/counter'));
}
