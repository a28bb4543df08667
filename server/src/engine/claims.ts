import { overlaps } from '../text/span.ts';
import { compareLevels } from './finding.ts';
import type { Ruled } from './lint.ts';

/** Where rules of equal severity claim the same words, the earlier here is reported; rules not named come last. */
const ORDER = [
  'condescension',
  'rhetorical-question',
  'impatience',
  'contradiction',
  'blame-shifting',
  'policy-pushing',
  'flat-refusal',
  'fob-off',
  'guessing',
  'bare-but',
];

/** One finding for the same words: of findings that overlap, the gravest stays. */
export function settleClaims(found: readonly Ruled[]): Ruled[] {
  if (found.length < 2) return [...found];
  const kept: Ruled[] = [];
  for (const one of [...found].sort(graver)) {
    if (!kept.some((other) => overlaps(other.report.span, one.report.span))) kept.push(one);
  }
  return kept.sort((a, b) => a.report.span.start - b.report.span.start);
}

function graver(a: Ruled, b: Ruled): number {
  return compareLevels(b.severity, a.severity) || rank(a) - rank(b) || a.report.span.start - b.report.span.start;
}

function rank({ rule }: Ruled): number {
  const at = ORDER.indexOf(rule.meta.id);
  return at < 0 ? ORDER.length : at;
}
