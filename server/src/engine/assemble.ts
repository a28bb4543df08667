import type { Scene, ScriptDocument, Turn } from '../dialogue/model.ts';
import { fold } from '../text/fold.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Finding, Fix, Related, Severity } from './finding.ts';
import { reportedAs } from './levels.ts';
import type { LintCache } from './lintCache.ts';
import type { LintSettings } from './lintSettings.ts';
import type { Circumstances, RuleMeta, UtteranceRule } from './rule.ts';
import { optionsInForce, type RuleOptions } from './ruleOptions.ts';

/** What a finding may say beside its rule, severity and place in the source. */
export interface Told extends Pick<Finding, 'message' | 'safe' | 'why'> {
  readonly related?: Finding['related'] | undefined;
  readonly fixes?: Finding['fixes'];
  /** Where in the conversation it stands. */
  readonly at?: Pick<Finding, 'speaker' | 'scene' | 'turn' | 'alone'> | undefined;
}

/** A finding; all are objects of one shape, so that the engine reads them fast. */
export function findingOf(meta: RuleMeta, severity: Severity, span: Span, { message, related, at, fixes, safe, why }: Told): Finding {
  return {
    rule: meta.id,
    severity,
    message,
    source: meta.source,
    span,
    related: related ?? NONE,
    speaker: at?.speaker,
    scene: at?.scene,
    turn: at?.turn,
    alone: at?.alone,
    fixes: fixes ?? noFixes,
    safe,
    why,
  };
}

const NONE: readonly Related[] = [];

function noFixes(): readonly Fix[] {
  return [];
}

export function placeOf({ title }: Scene, { kind, role, number }: Turn): Pick<Finding, 'speaker' | 'scene' | 'turn' | 'alone'> {
  return { speaker: role, scene: title === '' ? undefined : title, turn: number, alone: kind === 'phrase' ? true : undefined };
}

/** The options in force for a rule. */
export function optionsOf(meta: RuleMeta, settings: LintSettings): RuleOptions {
  return optionsInForce(meta.options, settings.levels.rules.get(meta.id)?.options);
}

export function circumstancesOf(meta: RuleMeta, settings: LintSettings): Circumstances {
  return { house: settings.reading.house, strict: reportedAs(meta, { strict: true }, settings.levels) !== 'off' };
}

/** Whether the shape of a text stirs any of the rules, their options read once. */
export function stirredBy(shape: readonly UtteranceRule[], settings: LintSettings): (text: string) => boolean {
  const each = shape.map((rule) => ({ rule, options: optionsOf(rule.meta, settings) }));
  return (text) => each.some(({ rule, options }) => rule.stirs!(text, options));
}

/** True when the words of a report belong to a phrase that config allows. */
export function isAllowed({ text }: { readonly text: string }, { span }: { readonly span: Span }, allow: readonly string[]): boolean {
  return allow.some((phrase) => {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      if (overlaps({ start: at, end: at + phrase.length }, span)) return true;
    }
    return false;
  });
}

/** A function that computes its value at most once. */
export function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}

/** Decides when something that goes with a finding is computed. */
export type Fixing = <T>(compute: () => readonly T[]) => () => readonly T[];

/** Most findings of one rule in one file that are reworded: with more, what is wrong is the template they come from. */
const MOST_OF_RULE = 500;

/** Somebody who edits a document asks about any finding, late; a report asks about all, and where scenes are read one by one, at once. */
export function fixingOf({ scenes }: ScriptDocument, cache: LintCache | undefined): (meta: RuleMeta) => Fixing {
  return cache ? () => once : sparing(Array.isArray(scenes) ? once : atOnce);
}

/** Computes what belongs to a finding as `fixing` does, for so many findings of each rule; of further ones nothing. */
function sparing(fixing: Fixing): (meta: RuleMeta) => Fixing {
  const counts = new Map<string, number>();
  return ({ id }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count > MOST_OF_RULE ? nothing : fixing;
  };
}

/** Computes it there and then, for what will not be kept. */
function atOnce<T>(compute: () => readonly T[]): () => readonly T[] {
  const value = compute();
  return () => value;
}

function nothing<T>(): () => readonly T[] {
  return () => [];
}

/** Folds the phrases config allows, for comparing with normal text. */
export function foldPhrases(folds: Uint16Array, phrases: readonly string[]): string[] {
  return phrases.filter((phrase) => phrase !== '').map((phrase) => fold(folds, phrase));
}
