import type { Dialogue } from '../dialogue/dialogues.ts';
import { sourceEdit } from '../text/mappedText.ts';
import { overlaps, type Span } from '../text/span.ts';
import { once } from './assemble.ts';
import { compareLevels, type Fix, type Slot, type SlotName } from './finding.ts';
import { isOn } from './levels.ts';
import { type LintSettings, type Ruled, wordingOf } from './lint.ts';
import { reframeTitle } from './message.ts';
import { type DialogueRule, type Draft, type Report, type RuleMeta, SLOT_NAMES, type UtteranceRule } from './rule.ts';
import type { RuleSet } from './ruleSet.ts';
import type { Speech } from './speech.ts';
import { keepsTokens } from './tokens.ts';

/** Most candidates a finding offers. */
const MOST = 3;

/**
 * The rewordings of a finding that hold what every fix promises: applied, the rule finds nothing there, no rule finds
 * anything new at warning or above, and no placeholder, number or name is lost. A draft that fails is dropped.
 */
export function fixesOf(
  rule: UtteranceRule | DialogueRule,
  report: Report,
  speech: Speech,
  rules: RuleSet,
  settings: LintSettings,
  dialogue: Dialogue,
): Fix[] {
  if (!rule.reframes) return [];
  const fixes: Fix[] = [];
  const seen = new Set<string>();
  const dialogueRules = rules.dialogue.filter((other) => isOn(other.meta, settings.levels));
  const known = once(() => grave(wordingOf(speech, rules, settings, failOnFix)));
  for (const draft of rule.reframes(speech, report)) {
    const { text, slots } = write(draft, speech, settings);
    const at = speech.decoded(draft.span);
    if (seen.has(text) || !keepsTokens(speech.utterance.body.text.slice(at.start, at.end), text)) continue;
    seen.add(text);
    const changed = speech.withText(replace(speech.utterance.body.text, at, text));
    if (!lintsClean(rule.meta, changed, { start: at.start, end: at.start + text.length }, known(), rules, settings)) continue;
    if (!dialogueRules.every((other) => other.accepts?.(dialogue, speech, changed) ?? true)) continue;
    const edit = sourceEdit(speech.utterance.body, at, text);
    if (!edit) continue;
    fixes.push({
      kind: 'suggestion',
      title: reframeTitle(text),
      edits: [edit],
      slots: edit.text === text ? slots : relocate(slots, edit.text, text),
    });
    if (fixes.length === MOST) break;
  }
  return fixes;
}

/** The draft in plain text; a slot becomes a reserved placeholder in the project's syntax. */
function write(draft: Draft, speech: Speech, settings: LintSettings): { text: string; slots: Slot[] } {
  let text = '';
  const slots: Slot[] = [];
  for (const piece of draft.pieces) {
    if (typeof piece === 'string') text += piece;
    else {
      const words = slotText(piece.slot, speech, settings);
      slots.push({ name: piece.slot, edit: 0, start: text.length, end: text.length + words.length });
      text += words;
    }
  }
  return { text, slots };
}

function slotText(slot: SlotName, speech: Speech, { placeholder }: LintSettings): string {
  return placeholder.open + SLOT_NAMES[slot][speech.lang] + placeholder.close;
}

/** True when the rule finds nothing at `place` of the changed speech, and no rule anything grave that was not known. */
function lintsClean(
  meta: RuleMeta,
  changed: Speech,
  place: Span,
  known: readonly string[],
  rules: RuleSet,
  settings: LintSettings,
): boolean {
  const after = wordingOf(changed, rules, settings, failOnFix);
  if (after.some((r) => r.rule.meta.id === meta.id && overlaps(changed.decoded(r.report.span), place))) return false;
  const left = [...known];
  return grave(after).every((rule) => {
    const at = left.indexOf(rule);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function failOnFix(rule: RuleMeta, error: unknown): never {
  throw new Error(`${rule.id} failed on a fix: ${error instanceof Error ? error.message : String(error)}`);
}

function replace(text: string, at: Span, by: string): string {
  return text.slice(0, at.start) + by + text.slice(at.end);
}

function grave(found: readonly Ruled[]): string[] {
  return found.filter((r) => compareLevels(r.severity, 'warning') >= 0).map((r) => r.rule.meta.id);
}

/** Slots after the format has escaped the text: found again in order; one that the notation changed is given up. */
function relocate(slots: readonly Slot[], written: string, text: string): Slot[] {
  const out: Slot[] = [];
  let from = 0;
  for (const slot of slots) {
    const words = text.slice(slot.start, slot.end);
    const start = written.indexOf(words, from);
    if (start < 0) continue;
    out.push({ ...slot, start, end: start + words.length });
    from = start + words.length;
  }
  return out;
}
