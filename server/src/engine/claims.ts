import { overlaps } from '../text/span.ts';
import { compareLevels } from './finding.ts';
import type { Ruled } from './lint.ts';

/** One finding for the same words: of findings that overlap, the gravest stays; of equals, that of the rule `precedence` names first. Shape is no words. */
export function settleClaims(found: readonly Ruled[], precedence: readonly string[]): Ruled[] {
  if (found.length < 2) return [...found];
  const rank = ({ rule }: Ruled): number => {
    const at = precedence.indexOf(rule.meta.id);
    return at < 0 ? precedence.length : at;
  };
  const graver = (a: Ruled, b: Ruled): number =>
    compareLevels(b.severity, a.severity) || rank(a) - rank(b) || a.report.span.start - b.report.span.start;
  const kept: Ruled[] = [];
  for (const one of [...found].sort(graver)) {
    if (one.rule.stirs || !kept.some((other) => !other.rule.stirs && overlaps(other.report.span, one.report.span))) kept.push(one);
  }
  return kept.sort((a, b) => a.report.span.start - b.report.span.start);
}
