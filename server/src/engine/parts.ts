import type { ScriptDocument } from '../dialogue/model.ts';
import { shift } from '../text/span.ts';
import type { Edit, Finding, Fix, Related } from './finding.ts';
import { type Items, joined } from './gathering.ts';
import { findAll } from './lint.ts';
import type { LintCache } from './lintCache.ts';
import type { LintSettings } from './lintSettings.ts';
import type { RuleSet } from './ruleSet.ts';
import { type Found, type LintResult, settle } from './settle.ts';

/** What one part of a file was found to hold, by offsets from the part's beginning. */
export interface FoundPart extends Found {
  /** False where the part does not stand alone after all: scenes that link, a comment that may end in another part. */
  readonly alone: boolean;
}

/** Parts beyond this many units remember their utterances too. */
const LARGE_PART = 20_000;

/**
 * Lints a file whose parts begin at `starts` and stand alone: what was found in a part is remembered by its text, so that
 * an edit costs the part it is in. Undefined where the parts turn out to depend on one another: such a file is linted whole.
 */
export function lintParts(
  source: string,
  starts: readonly number[],
  parse: (part: string) => ScriptDocument,
  rules: RuleSet,
  settings: LintSettings,
  cache: LintCache,
): LintResult | undefined {
  const all: { findings: Finding[]; comments: Found['comments'][number][]; turns: number } = {
    findings: [],
    comments: [],
    turns: 0,
  };
  const items: { start: number; items: Items }[] = [];
  cache.start(settings);
  for (const [i, start] of starts.entries()) {
    const text = source.slice(start, starts[i + 1]);
    const part = cache.part(text, (own) => findPart(own, parse(own), rules, settings, cache));
    if (!part.alone) return undefined;
    all.turns += part.turns;
    items.push({ start, items: part.items });
    for (const finding of cache.placed(part, start, (from) => from.findings.map((finding) => moved(finding, start))))
      all.findings.push(finding);
    for (const comment of part.comments) all.comments.push({ ...comment, span: shift(comment.span, start) });
  }
  cache.turnOver();
  return settle(source, { ...all, items: joined(items) }, rules, settings);
}

function findPart(text: string, document: ScriptDocument, rules: RuleSet, settings: LintSettings, cache: LintCache): FoundPart {
  const found = findAll(text, document, rules, settings, text.length > LARGE_PART ? cache : undefined);
  const open = document.problems.some((problem) => problem.code === 'unclosed-comment');
  const failed = found.findings.some((finding) => finding.rule === rules.internal.meta.id);
  return { ...found, alone: !open && !failed && !document.linked };
}

/** A finding of a part that begins at `by`. */
function moved(finding: Finding, by: number): Finding {
  const { related, safe, why } = finding;
  const movedFix = (fix: Fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => movedPlace(edit, by)) });
  return {
    ...finding,
    span: shift(finding.span, by),
    related: related.length === 0 ? related : related.map((place) => movedPlace(place, by)),
    fixes: () => finding.fixes().map(movedFix),
    ...(safe ? { safe: movedFix(safe) } : {}),
    ...(why ? { why: () => why().map(({ span, ...reason }) => (span ? { ...reason, span: shift(span, by) } : reason)) } : {}),
  };
}

/** A place of the part by offsets of the file; one in another file stays. */
function movedPlace<P extends Edit | Related>(place: P, by: number): P {
  return 'path' in place && place.path !== undefined ? place : { ...place, span: shift(place.span, by) };
}
