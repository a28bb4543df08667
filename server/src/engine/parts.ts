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
import { byPlace, findingsOf, placesIn } from './stretch.ts';
import { commentsOf } from './suppressed.ts';

/** What a stretch of a file was found to hold, by offsets from its beginning. */
interface FoundStretch extends Found {
  readonly length: number;
  /** How many line ends there are in it. */
  readonly lineEnds: number;
  readonly lines: () => LineIndex;
}

/** What one part of a file was found to hold. */
export interface FoundPart extends FoundStretch {
  readonly text: string;
  /** False where the part does not stand alone after all: scenes that link, a comment that may end in another part. */
  readonly alone: boolean;
}

/** What parts that come one after another hold together. */
export interface Group extends FoundStretch {
  /** How many parts. */
  readonly count: number;
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
  const groups = cache.parts.find(division, (own) => foundIn(own, parse(own), rules, settings, cache));
  if (!groups) return undefined;
  const parts = placed(groups);
  cache.turnOver();
  const looked = { source: text, parts, items: joined(parts), placeAt: placesIn(parts), kept: cache.kept };
  return settle(
    looked,
    once(() => lineIndex(text)),
    rules,
    settings,
  );
}

/** Puts neighbouring parts together. */
export function groupOf(parts: readonly FoundPart[]): Group {
  const each = placed(parts);
  const text = parts.map((part) => part.text).join('');
  return {
    count: parts.length,
    length: text.length,
    lineEnds: parts.reduce((sum, { lineEnds }) => sum + lineEnds, 0),
    lines: once(() => lineIndex(text)),
    findings: findingsOf(each),
    comments: commentsOf(each),
    turns: parts.reduce((sum, { turns }) => sum + turns, 0),
    items: joined(each),
  };
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
    length: text.length,
    lines,
    lineEnds: lines().lineCount - 1,
    alone: !open && !failed && !document.linked,
  };
}

/** Stretches that come one after another, each where it begins. */
function placed(stretches: readonly FoundStretch[]): readonly FoundAt[] {
  let start = 0;
  let line = 0;
  return stretches.map(({ findings, comments, turns, items, lines, length, lineEnds }) => {
    const one = { start, line, findings, comments, turns, items, lines };
    start += length;
    line += lineEnds;
    return one;
  });
}
