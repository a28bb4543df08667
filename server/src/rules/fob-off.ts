import type { Severity } from '../engine/finding.ts';
import type { Report } from '../engine/rule.ts';
import type { RuleOptions } from '../engine/ruleOptions.ts';
import type { Speech } from '../engine/speech.ts';
import { overlaps, type Span } from '../text/span.ts';
import { dataRule } from './data/dataRule.ts';
import { customerSaid, lastSaid } from './data/lastSaid.ts';
import { isSmallTalk } from './data/smallTalk.ts';
import type { CodeRule } from './registry.ts';

/** Sending the customer away. Not to know what is none of our business is no more than a hint. */
export const fobOff: CodeRule = (meta, packs) => {
  const found = dataRule(meta, packs);
  return {
    ...found,
    *check(speech: Speech, options: RuleOptions): Generator<Report> {
      for (const report of found.check(speech, options)) {
        if (isTakenDown(speech, report.span) || isHeld(speech, report.span)) continue;
        const grade = gradeOf(speech);
        yield grade ? { ...report, grade } : report;
      }
    },
  };

  function gradeOf(speech: Speech): Severity | undefined {
    if (isSmallTalk(speech)) return 'hint';
    return speech.has('fob-off/own-field') ? (isOffered(speech) ? 'hint' : 'info') : undefined;
  }
};

/** What we are here for is offered instead, to a customer who asked for nothing of ours. */
function isOffered(speech: Speech): boolean {
  return lastSaid(speech).length > 0 && !customerSaid(speech, 'fob-off/ours-asked');
}

/** An order taken down, not a complaint. */
function isTakenDown(speech: Speech, span: Span): boolean {
  return has(speech, 'fob-off/noted', span) && customerSaid(speech, 'fob-off/wish');
}

/** Hold on, said to a customer who did not ask when. */
function isHeld(speech: Speech, span: Span): boolean {
  return has(speech, 'fob-off/holding', span) && !customerSaid(speech, 'fob-off/asks-when');
}

function has(speech: Speech, list: string, span: Span): boolean {
  return speech.find(list).some((match) => overlaps(match.whole, span));
}
