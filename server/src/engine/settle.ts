import type { Comment } from '../dialogue/model.ts';
import { type LineIndex, lineIndex, linePlaces, lineStarts, type Place } from '../text/lineIndex.ts';
import { findingOf, once } from './assemble.ts';
import type { Finding, Fix } from './finding.ts';
import type { Items } from './gathering.ts';
import { severityOf } from './levels.ts';
import type { LintSettings } from './lintSettings.ts';
import { describe, replaceTitle } from './message.ts';
import type { RuleSet } from './ruleSet.ts';
import { byPlace, findingsOf, type Stretch, withAdded } from './stretch.ts';
import { removal } from './suppress.ts';
import { applySuppressions, type Kept } from './suppressed.ts';
import { type Gathered, isNowhere } from './topic.ts';
import type { Lang } from './wording.ts';

/** Findings with what comments suppress taken out. */
export interface Settled {
  /** In order of place. */
  readonly findings: readonly Finding[];
  /** The same, by the stretches of the file that stand by themselves. */
  readonly stretches: readonly Stretch[];
  readonly suppressed: number;
}

/** What linting one document comes to. */
export interface LintResult extends Settled {
  readonly turns: number;
  readonly lang: Lang;
  /** The lines of the source. */
  readonly lines: () => LineIndex;
  /** What it says that may bear on other files. */
  readonly gathered: Gathered;
  /** The same with further findings, suppressed like all. */
  with(more: (source: string, settings: LintSettings) => readonly Finding[]): Settled;
}

/** What was found in a source, or a part of one, before suppressions. */
export interface Found {
  /** In order of place. */
  readonly findings: readonly Finding[];
  readonly comments: readonly Comment[];
  readonly turns: number;
  readonly items: Items;
}

/** A part of a source with what was found in it, by offsets and lines from its beginning. */
export interface FoundAt extends Stretch, Found {}

/** A source that was linted, in the parts that it was linted in. */
export interface Looked {
  readonly source: string;
  readonly parts: readonly FoundAt[];
  readonly items: Items;
  readonly placeAt: (offset: number) => Place;
  readonly kept?: Kept;
}

/** The result of a document that was linted whole. */
export function settleWhole(source: string, found: Found, rules: RuleSet, settings: LintSettings): LintResult {
  const starts = isPlaced(found.items) ? lineStarts(source) : undefined;
  const lines = once(() => lineIndex(source, starts));
  const parts = [{ ...found, findings: found.findings.toSorted(byPlace), start: 0, line: 0, lines }];
  const placeAt = starts ? linePlaces(starts, source.length) : NOWHERE;
  return settle({ source, parts, items: found.items, placeAt }, lines, rules, settings);
}

/** The result of a document from what was found in its parts. */
export function settle(looked: Looked, lines: () => LineIndex, rules: RuleSet, settings: LintSettings): LintResult {
  const { source, parts, items, placeAt } = looked;
  const settled = settledOf(looked, [], lines, rules, settings);
  return {
    stretches: settled.stretches,
    suppressed: settled.suppressed,
    get findings() {
      return settled.findings;
    },
    turns: parts.reduce((sum, part) => sum + part.turns, 0),
    lang: settings.reading.lang,
    lines,
    gathered: { items, placeAt },
    with(more) {
      const added = more(source, settings);
      return added.length === 0 ? settled : settledOf(looked, added, lines, rules, settings);
    },
  };
}

/** True where items stand anywhere in particular: others may point at them. */
function isPlaced(items: Items): boolean {
  return [...items.values()].some((own) => own.some((item) => !isNowhere(item)));
}

const NOWHERE: Gathered['placeAt'] = () => ({ line: 0, column: 0 });

/** Takes out what comments suppress; a comment that suppresses nothing is itself a finding. */
function settledOf(
  { source, parts, kept }: Looked,
  added: readonly Finding[],
  lines: () => LineIndex,
  rules: RuleSet,
  settings: LintSettings,
): Settled {
  const whole = withAdded(parts, parts, added, lines);
  const { left, suppressed, idle } = applySuppressions(whole, parts, kept);
  const { meta } = rules.suppression;
  const severity = severityOf(meta, undefined, settings.levels);
  if (idle.length === 0 || severity === 'off') return settledIn(left, suppressed);
  const told = idle.map((one): Finding => {
    const fix = (): Fix => ({ kind: 'suggestion', title: replaceTitle(one.words, ''), edits: [removal(one, source, lines())], slots: [] });
    return findingOf(meta, severity, one.span, { message: describe(meta, { words: one.words }), fixes: () => [fix()] });
  });
  return settledIn(withAdded(left, parts, told, lines), suppressed);
}

function settledIn(stretches: readonly Stretch[], suppressed: number): Settled {
  const findings = once(() => findingsOf(stretches));
  return {
    stretches,
    suppressed,
    get findings() {
      return findings();
    },
  };
}
