import type { Dialogue } from '../dialogue/dialogues.ts';
import { type Fixing, findingOf, isAllowed, placeOf } from './assemble.ts';
import type { Finding } from './finding.ts';
import { fixesOf } from './fix.ts';
import type { EventReport } from './flow.ts';
import { reportedAs, severityOf } from './levels.ts';
import type { LintSettings } from './lintSettings.ts';
import { describe, onPath } from './message.ts';
import type { Listening } from './moment.ts';
import type { DialogueRule, FlowRule, PlacedReport } from './rule.ts';
import type { RuleSet } from './ruleSet.ts';

/** What a rule found somewhere in a dialogue as a finding; undefined where config does not want it. `path`: the scenes that lead there. */
export function placedFinding(
  rule: DialogueRule | FlowRule,
  report: PlacedReport & { readonly path?: readonly string[] },
  dialogue: Dialogue,
  rules: RuleSet,
  settings: LintSettings,
  listening: Listening,
  fixing: Fixing,
): Finding | undefined {
  const severity = reportedAs(rule.meta, report, settings.levels);
  const { speech } = report;
  if (severity === 'off' || isAllowed(speech, report, settings.allow)) return undefined;
  const scene = dialogue.scenes[speech.sceneIn(dialogue)]!;
  const again = speech.again();
  return findingOf(rule.meta, severity, speech.source(report.span), {
    message: onPath(describe(rule.meta, { words: speech.words(report.span), ...report.data }), report.path ?? []),
    related: report.related,
    at: placeOf(scene, speech.turn),
    fixes: fixing(() => fixesOf(rule, report, again(), rules, settings, dialogue, listening)),
    why: report.why && fixing(report.why),
  });
}

/** What a flow rule found at a stage direction as a finding. */
export function eventFinding(
  rule: FlowRule,
  report: EventReport & { readonly path: readonly string[] },
  source: string,
  settings: LintSettings,
): Finding | undefined {
  const severity = severityOf(rule.meta, report.grade, settings.levels);
  if (severity === 'off') return undefined;
  const span = report.event.source();
  const { title } = report.event.scene;
  return findingOf(rule.meta, severity, span, {
    message: onPath(describe(rule.meta, { words: source.slice(span.start, span.end), ...report.data }), report.path),
    related: report.related,
    at: { speaker: undefined, scene: title === '' ? undefined : title, turn: undefined },
  });
}
