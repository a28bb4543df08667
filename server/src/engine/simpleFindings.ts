import type { Scene, Utterance } from '../dialogue/model.ts';
import { fold, PLACEHOLDER_UNIT, QUOTED_UNIT } from '../text/fold.ts';
import { sourceEdit, toSource } from '../text/mappedText.ts';
import { findingOf, isAllowed } from './assemble.ts';
import type { Finding, Fix } from './finding.ts';
import { severityOf } from './levels.ts';
import type { LintSettings } from './lintSettings.ts';
import { maskQuotes } from './mask.ts';
import { describe, replaceTitle } from './message.ts';
import type { SceneReport, SceneRule, TypingReport, TypingRule } from './rule.ts';

type Place = Pick<Finding, 'speaker' | 'scene' | 'turn'>;

/** What a typing rule finds in an utterance, placeholders and quoted words left out; one that reads placeholders is told of them. */
export function typingFindings(rule: TypingRule, utterance: Utterance, place: Place, settings: LintSettings): Finding[] {
  const { text } = utterance.body;
  const findings: Finding[] = [];
  let units: string | undefined;
  for (const report of rule.check(text, settings)) {
    units ??= masked(text, settings);
    const unit = units.charCodeAt(report.span.start);
    if (unit === QUOTED_UNIT || (unit === PLACEHOLDER_UNIT && rule.reads !== 'placeholders')) continue;
    if (isAllowed({ text: units }, report, settings.allow)) continue;
    findings.push(typingFinding(rule, report, utterance, place, settings));
  }
  return findings;
}

/** What a scene rule finds in a scene or, with none, in what the file says of itself. */
export function sceneFindings(
  rule: SceneRule,
  reports: Iterable<SceneReport>,
  source: string,
  scene: Scene | undefined,
  { levels }: LintSettings,
): Finding[] {
  return [...reports].map(({ span, data, suggestions = [] }) => {
    const words = source.slice(span.start, span.end);
    const fixes = suggestions.map(
      (text): Fix => ({ kind: 'suggestion', title: replaceTitle(words, text), edits: [{ span, text }], slots: [] }),
    );
    const severity = severityOf(rule.meta, undefined, levels);
    return findingOf(rule.meta, severity === 'off' ? rule.meta.severity : severity, span, {
      message: describe(rule.meta, { words, ...data }),
      at: { speaker: undefined, scene: scene?.title || undefined, turn: undefined },
      fixes: () => fixes,
    });
  });
}

/** Folded text in which placeholders and quoted words are masked, unit for unit. */
function masked(text: string, { reading: { lexicon, maskPlaceholders } }: LintSettings): string {
  return maskQuotes(maskPlaceholders(fold(lexicon.folds, text)), String.fromCharCode(QUOTED_UNIT));
}

function typingFinding(rule: TypingRule, report: TypingReport, { body }: Utterance, place: Place, { levels }: LintSettings): Finding {
  const words = body.text.slice(report.span.start, report.span.end);
  const fix = (kind: Fix['kind'], text: string): Fix[] => {
    const edit = sourceEdit(body, report.span, text);
    return edit ? [{ kind, title: replaceTitle(words, text), edits: [edit], slots: [] }] : [];
  };
  const [safe] = report.replacement === undefined ? [] : fix('safe', report.replacement);
  const fixes = [...(safe ? [safe] : []), ...(report.suggestions ?? []).flatMap((text) => fix('suggestion', text))];
  const severity = severityOf(rule.meta, undefined, levels);
  return findingOf(rule.meta, severity === 'off' ? rule.meta.severity : severity, toSource(body, report.span), {
    message: describe(rule.meta, { words, ...report.data }),
    at: place,
    fixes: () => fixes,
    safe,
  });
}
