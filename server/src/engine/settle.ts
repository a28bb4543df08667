import type { Comment } from '../dialogue/model.ts';
import { type LineIndex, lineIndex, linePlaces, lineStarts } from '../text/lineIndex.ts';
import { bare, once } from './assemble.ts';
import type { Finding, Fix } from './finding.ts';
import type { Items } from './gathering.ts';
import { severityOf } from './levels.ts';
import type { LintSettings } from './lintSettings.ts';
import { describe, replaceTitle } from './message.ts';
import type { RuleSet } from './ruleSet.ts';
import { applySuppressions, removal, suppressions } from './suppress.ts';
import type { Gathered } from './topic.ts';

/** Findings with what comments suppress taken out. */
export interface Settled {
  /** In order of place. */
  readonly findings: readonly Finding[];
  readonly suppressed: number;
}

/** What linting one document comes to. */
export interface LintResult extends Settled {
  readonly turns: number;
  /** The lines of the source. */
  readonly lines: () => LineIndex;
  /** What it says that may bear on other files. */
  readonly gathered: Gathered;
  /** The same with further findings, suppressed like all. */
  with(more: (source: string, settings: LintSettings) => readonly Finding[]): Settled;
}

/** What was found in a source, or a part of one, before suppressions. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly comments: readonly Comment[];
  readonly turns: number;
  readonly items: Items;
}

/** The result of a document from what was found in it. */
export function settle(source: string, found: Found, rules: RuleSet, settings: LintSettings): LintResult {
  const { turns, items, findings } = found;
  const starts = isPlaced(items) ? lineStarts(source) : undefined;
  const lines = once(() => lineIndex(source, starts));
  const settled = settledOf(source, found, rules, settings, lines);
  return {
    ...settled,
    turns,
    lines,
    gathered: { items, placeAt: starts ? linePlaces(starts, source.length) : NOWHERE },
    with(more) {
      const added = more(source, settings);
      return added.length === 0 ? settled : settledOf(source, { ...found, findings: [...findings, ...added] }, rules, settings, lines);
    },
  };
}

/** True where items stand anywhere in particular: others may point at them. */
function isPlaced(items: Items): boolean {
  return [...items.values()].some((own) => own.some(({ span }) => span.end > 0));
}

const NOWHERE: Gathered['placeAt'] = () => ({ line: 0, column: 0 });

/** Puts findings in order and takes out what comments suppress; a comment that suppresses nothing is itself a finding. */
function settledOf(
  source: string,
  { findings, comments }: Found,
  rules: RuleSet,
  settings: LintSettings,
  linesOf: () => LineIndex,
): Settled {
  const order = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1);
  const sorted = findings.toSorted(order);
  if (comments.length === 0) return { findings: sorted, suppressed: 0 };
  const lines = linesOf();
  const { kept, suppressed, unused } = applySuppressions(sorted, suppressions(comments, lines), lines);
  const { meta } = rules.suppression;
  const severity = severityOf(meta, undefined, settings.levels);
  if (severity !== 'off') {
    for (const one of unused) {
      const fix = (): Fix => ({ kind: 'suggestion', title: replaceTitle(one.words, ''), edits: [removal(one, source, lines)], slots: [] });
      kept.push({ ...bare(meta, severity, one.span), message: describe(meta, { words: one.words }), fixes: () => [fix()] });
    }
  }
  return { findings: kept.sort(order), suppressed };
}
