import type { Scene, Turn, Utterance } from '../dialogue/model.ts';
import { fold, PLACEHOLDER_UNIT, QUOTED_UNIT } from '../text/fold.ts';
import { sourceEdit, toSource } from '../text/mappedText.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Finding, Fix, Severity } from './finding.ts';
import type { LintSettings } from './lintSettings.ts';
import { maskQuotes } from './mask.ts';
import { describe, safeFixTitle } from './message.ts';
import type { Report, RuleMeta, TypingReport, TypingRule, UtteranceRule } from './rule.ts';
import { optionsInForce, type RuleOptions } from './ruleOptions.ts';
import type { Reading, Speech } from './speech.ts';

/** A finding with nothing but its rule, severity and place. */
export function bare(meta: RuleMeta, severity: Severity, span: Span): Finding {
  return {
    rule: meta.id,
    severity,
    message: meta.title,
    source: meta.source,
    span,
    related: [],
    speaker: undefined,
    scene: undefined,
    turn: undefined,
    fixes: () => [],
  };
}

export function placeOf(scene: Scene, turn: Turn): Pick<Finding, 'speaker' | 'scene' | 'turn'> {
  return { speaker: turn.role, scene: scene.title === '' ? undefined : scene.title, turn: turn.number };
}

/** The options in force for a rule. */
export function optionsOf(meta: RuleMeta, settings: LintSettings): RuleOptions {
  return optionsInForce(meta.options, settings.levels.rules.get(meta.id)?.options);
}

/** Whether the shape of a text stirs any of the rules, their options read once. */
export function stirredBy(shape: readonly UtteranceRule[], settings: LintSettings): (text: string) => boolean {
  const each = shape.map((rule) => ({ rule, options: optionsOf(rule.meta, settings) }));
  return (text) => each.some(({ rule, options }) => rule.stirs!(text, options));
}

/** True when the words of a report belong to a phrase that config allows. */
export function isAllowed(speech: Speech, report: Report, allow: readonly string[]): boolean {
  return allow.some((phrase) => {
    for (let at = speech.text.indexOf(phrase); at >= 0; at = speech.text.indexOf(phrase, at + 1)) {
      if (overlaps({ start: at, end: at + phrase.length }, report.span)) return true;
    }
    return false;
  });
}

/** True when a span of decoded text begins inside a placeholder or quoted words. */
export function isMasked(text: string, span: Span, { lexicon, maskPlaceholders }: Reading): boolean {
  const quoted = String.fromCharCode(QUOTED_UNIT);
  const unit = maskQuotes(maskPlaceholders(fold(lexicon.folds, text)), quoted).charCodeAt(span.start);
  return unit === PLACEHOLDER_UNIT || unit === QUOTED_UNIT;
}

/** The finding of a typing fault, with its safe fix. */
export function typingFinding(
  rule: TypingRule,
  severity: Severity,
  report: TypingReport,
  utterance: Utterance,
  place: Pick<Finding, 'speaker' | 'scene' | 'turn'>,
): Finding {
  const { body } = utterance;
  const words = body.text.slice(report.span.start, report.span.end);
  const edit = report.replacement === undefined ? undefined : sourceEdit(body, report.span, report.replacement);
  const fixes: Fix[] = edit ? [{ kind: 'safe', title: safeFixTitle(words, report.replacement!), edits: [edit], slots: [] }] : [];
  return {
    ...bare(rule.meta, severity, toSource(body, report.span)),
    message: describe(rule.meta, { words, ...report.data }),
    ...place,
    fixes: () => fixes,
  };
}

/** A function that computes its value at most once. */
export function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}

/** Folds the phrases config allows, for comparing with normal text. */
export function foldPhrases(folds: Uint16Array, phrases: readonly string[]): string[] {
  return phrases.filter((phrase) => phrase !== '').map((phrase) => fold(folds, phrase));
}
