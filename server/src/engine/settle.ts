import type { Comment } from '../dialogue/model.ts';
import { lineIndex } from '../text/lineIndex.ts';
import { bare } from './assemble.ts';
import type { Finding } from './finding.ts';
import { severityOf } from './levels.ts';
import type { LintSettings } from './lintSettings.ts';
import { describe } from './message.ts';
import type { RuleSet } from './ruleSet.ts';
import { applySuppressions, suppressions } from './suppress.ts';

/** What linting one document comes to. */
export interface LintResult {
  /** In order of place. */
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  readonly turns: number;
}

/** What was found in a source, or a part of one, before suppressions. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly comments: readonly Comment[];
  readonly turns: number;
}

/** Puts findings in order and takes out what comments suppress; a comment that suppresses nothing is itself a finding. */
export function settle(source: string, { findings, comments, turns }: Found, rules: RuleSet, settings: LintSettings): LintResult {
  const order = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1);
  const sorted = findings.toSorted(order);
  if (comments.length === 0) return { findings: sorted, suppressed: 0, turns };
  const lines = lineIndex(source);
  const { kept, suppressed, unused } = applySuppressions(sorted, suppressions(comments, lines), lines);
  const { meta } = rules.suppression;
  const severity = severityOf(meta, undefined, settings.levels);
  if (severity !== 'off') {
    for (const { span, words } of unused) kept.push({ ...bare(meta, severity, span), message: describe(meta, { words }) });
  }
  return { findings: kept.sort(order), suppressed, turns };
}
