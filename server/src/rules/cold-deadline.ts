import type { Report } from '../engine/rule.ts';
import type { RuleOptions } from '../engine/ruleOptions.ts';
import type { Speech } from '../engine/speech.ts';
import { commaParts, uncapital } from '../phrasebook/retelling.ts';
import { overlaps, type Span } from '../text/span.ts';
import { customerSaid } from './data/lastSaid.ts';
import { retellingRule } from './data/retellingRule.ts';
import type { CodeRule } from './registry.ts';

/** A wait said as a wall, once a turn: what its lists find, and an answer to “how long?” that is nothing but a time. */
export const coldDeadline: CodeRule = (meta, packs) => {
  const stated = retellingRule({ ...meta, any: ['cold-deadline/stated'] }, packs, { captures });
  return {
    ...stated,
    wakes: ['cold-deadline/stated', 'cold-deadline/answer'],
    *check(speech: Speech, options: RuleOptions): Generator<Report> {
      for (const line of speech.ofTurn()) {
        const [first] = stated.check(line, options);
        if (!first) continue;
        if (line === speech) yield isChained(speech, first.span) ? { ...first, grade: 'hint' } : first;
        return;
      }
      if (!isAsked(speech)) return;
      for (const answer of speech.find('cold-deadline/answer')) yield { span: answer.span };
    },
  };
};

/** A step of a chain: how it goes in general, before it is anybody's case. */
function isChained(speech: Speech, span: Span): boolean {
  return speech.find('cold-deadline/chain').some((m) => overlaps(m.whole, span));
}

/** True when the customer has just asked how long our work takes, and what follows adds nothing we do about it. */
function isAsked(speech: Speech): boolean {
  if ([...speech.rest()].some((next) => next.has('cold-deadline/effort'))) return false;
  return customerSaid(speech, 'cold-deadline/asked');
}

/** What says the wait, without the particles it trails off in, and with a please where it bids to wait. */
function captures(speech: Speech, sentence: Span, { call }: Readonly<Record<string, string>>, { span }: Report): Record<string, string> {
  const parts = commaParts(speech, sentence).filter((part) => overlaps(part, span));
  const told = parts.length > 0 ? speech.words({ start: parts[0]!.start, end: parts.at(-1)!.end }) : '';
  if (speech.lang === 'en')
    return {
      told: (call ? uncapital(told) : told)
        .replace(/^(?:just )?(?=(?:allow|expect|wait|give) )/iu, 'please ')
        .replace(/^please (\w)/u, (_all, first: string) => `please ${first.toLowerCase()}`),
    };
  return { told: told.replace(/[的哦喔呢哈啦吧滴呀啊耶欸~]+$/u, '').replace(/(?<=是|要|等)(?:要|等)?$/u, '') };
}
