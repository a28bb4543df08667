import type { ScriptDocument } from '../dialogue/model.ts';
import type { Division } from '../text/division.ts';
import { type LineIndex, lineIndex } from '../text/lineIndex.ts';
import { once } from './assemble.ts';
import { joined } from './gathering.ts';
import { findAll } from './lint.ts';
import type { LintCache } from './lintCache.ts';
import type { LintSettings } from './lintSettings.ts';
import type { RuleSet } from './ruleSet.ts';
import { type Found, type FoundAt, type LintResult, settle } from './settle.ts';
import { byPlace, placesIn } from './stretch.ts';

/** What one part of a file was found to hold, by offsets from the part's beginning. */
export interface FoundPart extends Found {
  readonly text: string;
  readonly lines: () => LineIndex;
  /** How many line ends there are in it. */
  readonly lineEnds: number;
  /** False where the part does not stand alone after all: scenes that link, a comment that may end in another part. */
  readonly alone: boolean;
}

/** Parts beyond this many units remember their utterances too. */
const LARGE_PART = 20_000;

/**
 * Lints a file in parts that stand alone: what was found in a part is kept while the part stays as it is, so that an edit costs
 * the parts it touches. Undefined where the parts turn out to depend on one another: such a file is linted whole.
 */
export function lintParts(
  division: Division,
  parse: (part: string) => ScriptDocument,
  rules: RuleSet,
  settings: LintSettings,
  cache: LintCache,
): LintResult | undefined {
  cache.start(settings);
  const { text } = division;
  const parts = cache.parts(division, (own) => foundIn(own, parse(own), rules, settings, cache));
  if (!parts) return undefined;
  const placed = placedOf(parts);
  cache.turnOver();
  const looked = { source: text, parts: placed, items: joined(placed), placeAt: placesIn(placed), kept: cache.kept };
  return settle(
    looked,
    once(() => lineIndex(text)),
    rules,
    settings,
  );
}

function foundIn(text: string, document: ScriptDocument, rules: RuleSet, settings: LintSettings, cache: LintCache): FoundPart {
  const found = findAll(text, document, rules, settings, text.length > LARGE_PART ? cache : undefined);
  const open = document.problems.some((problem) => problem.code === 'unclosed-comment');
  const failed = found.findings.some((finding) => finding.rule === rules.internal.meta.id);
  const lines = once(() => lineIndex(text));
  return {
    ...found,
    findings: found.findings.toSorted(byPlace),
    text,
    lines,
    lineEnds: lines().lineCount - 1,
    alone: !open && !failed && !document.linked,
  };
}

/** Parts that come one after another, each where it begins. */
function placedOf(parts: readonly FoundPart[]): readonly FoundAt[] {
  let start = 0;
  let line = 0;
  return parts.map((part) => {
    const { findings, comments, turns, items, lines } = part;
    const placed = { start, line, findings, comments, turns, items, lines };
    start += part.text.length;
    line += part.lineEnds;
    return placed;
  });
}
