import type { Report } from '../engine/rule.ts';
import type { RuleOptions } from '../engine/ruleOptions.ts';
import type { Speech } from '../engine/speech.ts';
import { overlaps, type Span } from '../text/span.ts';
import { dataRule } from './data/dataRule.ts';
import { customerSaid } from './data/lastSaid.ts';
import { isSmallTalk } from './data/smallTalk.ts';
import type { CodeRule } from './registry.ts';

/** A guess passed as an answer; what the agent thinks of the weather or a film is no answer of ours. */
export const guessing: CodeRule = (meta, packs) => {
  const found = dataRule(meta, packs);
  return {
    ...found,
    *check(speech: Speech, options: RuleOptions): Generator<Report> {
      for (const report of found.check(speech, options)) {
        if (!isSmallTalk(speech)) yield isMild(speech, report.span) ? { ...report, grade: 'info' } : report;
      }
    },
  };
};

/** What has a source of sorts, or how long people like to stay at a sight: nobody can look that up. */
function isMild(speech: Speech, span: Span): boolean {
  const has = (list: string): boolean => speech.find(list).some((m) => overlaps(m.whole, speech.sentence(span)));
  if (has('guessing/sourced')) return true;
  return has('guessing/a-while') && (has('guessing/outing') || customerSaid(speech, 'guessing/outing'));
}
