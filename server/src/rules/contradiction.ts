import type { RuleOptions } from '../engine/ruleOptions.ts';
import type { Speech } from '../engine/speech.ts';
import { overlaps, type Span } from '../text/span.ts';
import { counters } from './data/counterClaim.ts';
import { dataRule } from './data/dataRule.ts';
import type { CodeRule } from './registry.ts';

/** The customer is told to be wrong, in words that say so or by the opposite of what they have just said. */
export const contradiction: CodeRule = (data, packs) => {
  const rule = dataRule(data, packs);
  return {
    ...rule,
    wakes: [...rule.wakes, 'contradiction/counter'],
    *check(speech: Speech, options: RuleOptions) {
      const found = [...rule.check(speech, options)];
      yield* found;
      if (!speech.has('contradiction/counter')) return;
      const claim = claimBefore(speech);
      if (claim === undefined || (data.unlessInTurn ?? []).some((list) => speech.has(list))) return;
      for (const span of counterClaims(speech, claim)) if (!found.some((one) => overlaps(speech.sentence(one.span), span))) yield { span };
    },
  };
};

/** What the customer said just before, where it claims something. */
function claimBefore(speech: Speech): string | undefined {
  for (const said of speech.before()) {
    if (said.turn === speech.turn) continue;
    return said.turn.role === 'customer' && !said.text.includes('?') ? said.text : undefined;
  }
  return undefined;
}

function* counterClaims(speech: Speech, claim: string): Generator<Span> {
  if (SOFTENED.test(speech.text)) return;
  for (const sentence of speech.sentences()) {
    if (speech.text[sentence.end - 1] === '?') continue;
    for (const span of speech.lang === 'en' ? [sentence] : speech.clauses(sentence)) {
      if (!counters(speech.text.slice(span.start, span.end), claim)) continue;
      yield span;
      return;
    }
  }
}

/** What is checked, allowed for or made good is no contradiction. */
const SOFTENED =
  /可能|也许|暂时|目前|麻烦|方便|核[实对查]|查一?[下看]|抱歉|对不起|不好意思|理解|放心|别担心|帮您|帮你|给您|为您|我来|\b(?:sorry|apolog\w+|let me|may(?:be)?|might|perhaps|could|check|yet|so far|on our side|i can see|worry|thanks?|please|understand|i'll|we'll|good news)\b/u;
