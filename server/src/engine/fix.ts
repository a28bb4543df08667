import type { Dialogue } from '../dialogue/dialogues.ts';
import { opensWithLabel } from '../dialogue/speakers.ts';
import { beginsRun, sourceEdit } from '../text/mappedText.ts';
import { overlaps } from '../text/span.ts';
import { once } from './assemble.ts';
import { compareLevels, type Fix, type Slot, type SlotName } from './finding.ts';
import { flowCheck } from './flowFix.ts';
import { isOn, mayBeGrave } from './levels.ts';
import { type Ruled, wordingOf } from './lint.ts';
import type { LintSettings } from './lintSettings.ts';
import { reframeTitle } from './message.ts';
import type { Listening } from './moment.ts';
import { isWithin } from './multiset.ts';
import {
  type DialogueRule,
  type Draft,
  type FlowRule,
  type Report,
  type Rule,
  type RuleMeta,
  SLOT_NAMES,
  type UtteranceRule,
} from './rule.ts';
import type { RuleSet } from './ruleSet.ts';
import type { Speech } from './speech.ts';
import { keepsTokens } from './tokens.ts';

/** Most candidates a finding offers. */
const MOST = 3;
/** Most of those that say less than they might. */
const LESSER = 1;

/**
 * The rewordings of a finding that hold what every fix promises: applied, the rule finds nothing there, no rule finds
 * anything new at warning or above, no placeholder, number or name is lost, and the words are still read as the agent's. A
 * draft that fails is dropped; one that leaves another rule something grave to find in the words it puts there stands behind those that do not; a rule that
 * throws as it rewords offers no more.
 */
export function fixesOf(
  rule: UtteranceRule | DialogueRule | FlowRule,
  report: Report,
  speech: Speech,
  rules: RuleSet,
  settings: LintSettings,
  dialogue: Dialogue,
  listening: Listening,
): Fix[] {
  const clean: Fix[] = [];
  const others: Fix[] = [];
  try {
    for (const { fix, isClean } of offered(rule, report, speech, rules, settings, dialogue, listening)) {
      (isClean ? clean : others).push(fix);
      if (clean.length === MOST || (clean.length > 0 && others.length > 2 * MOST)) break;
    }
  } catch {
    // What was offered before stands.
  }
  return clean.length > 0 ? clean : others.slice(0, MOST);
}

/** A fix that holds what it promises; clean where no rule finds anything grave in its words. */
interface Offer {
  readonly fix: Fix;
  readonly isClean: boolean;
}

function* offered(
  rule: UtteranceRule | DialogueRule | FlowRule,
  report: Report,
  speech: Speech,
  rules: RuleSet,
  settings: LintSettings,
  dialogue: Dialogue,
  listening: Listening,
): Generator<Offer> {
  const seen = new Set<string>();
  const dialogueRules = rules.dialogue.filter((other) => isOn(other.meta, settings.levels));
  const known = once(() => heard(speech, rule, rules, settings).names);
  const flows = flowCheck(rule, speech, dialogue, rules, settings, listening);
  const before = speech.utterance.body.text;
  let stands = false;
  let lesser = 0;
  let cleans = 0;
  const withholds = rule.scope === 'flow' && rule.withholds === true;
  for (const draft of rule.reframes?.(speech, report) ?? []) {
    if (draft.another ? cleans !== 1 || draft.otherwise : draft.otherwise && (stands || lesser === LESSER)) continue;
    const { text, slots } = write(draft, speech, settings);
    const at = speech.decoded(draft.span);
    const key = `${at.end - at.start} ${text}`;
    if (seen.has(key) || !(withholds || keepsTokens(toKeep(speech, draft), text, settings.placeholders))) continue;
    seen.add(key);
    if (mayBeginLine(speech, at.start) && opensWithLabel(text + before.slice(at.end))) continue;
    const changed = speech.withText(before.slice(0, at.start) + text + before.slice(at.end));
    const { found, grave, names } = heard(changed, rule, rules, settings);
    const place = { start: at.start, end: at.start + text.length };
    if (found.some((r) => r.rule === rule && overlaps(changed.decoded(r.report.span), place))) continue;
    if (names.length > 0 && !isWithin(names, known())) continue;
    if (!dialogueRules.every((other) => other.accepts?.(dialogue, speech, changed) ?? true)) continue;
    if (rule.scope === 'dialogue' && rule.mends?.(speech, changed) === false) continue;
    if (!flows(changed)) continue;
    const edit = sourceEdit(speech.utterance.body, at, text);
    if (!edit) continue;
    const written = edit.text === text ? slots : relocate(slots, edit.text, text);
    const isClean = !grave.some((r) => overlaps(changed.decoded(r.report.span), place));
    if (draft.another && !isClean) continue;
    if (isClean) cleans++;
    if (isClean && draft.otherwise) lesser++;
    else stands ||= isClean;
    yield { fix: { kind: 'suggestion', title: reframeTitle(text), edits: [edit], slots: written }, isClean };
  }
}

/** True where a unit may begin a line or paragraph of the source with no speaker before it. */
function mayBeginLine({ turn, utterance }: Speech, at: number): boolean {
  return at === 0 ? turn.utterances[0] !== utterance : beginsRun(utterance.body, at);
}

/** The words that a draft takes the place of, without those that must not be said again. */
function toKeep(speech: Speech, { span, withholds = [] }: Draft): string {
  const { text } = speech.utterance.body;
  const at = speech.decoded(span);
  let kept = '';
  let { start } = at;
  for (const gone of withholds.map((one) => speech.decoded(one)).sort((a, b) => a.start - b.start)) {
    kept += text.slice(start, Math.max(start, gone.start));
    start = Math.max(start, gone.end);
  }
  return kept + text.slice(start, Math.max(start, at.end));
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

/** What the asking rule and those that may be grave find in a speech, what of it is at warning or above, and its names; a rule that fails counts as grave. */
function heard(
  speech: Speech,
  asking: Rule,
  rules: RuleSet,
  settings: LintSettings,
): { found: readonly Ruled[]; grave: readonly Ruled[]; names: readonly string[] } {
  const failed: string[] = [];
  const fail = (meta: RuleMeta): unknown => failed.push(`${meta.id} failed`);
  const counts = (meta: RuleMeta): boolean => (meta === asking.meta ? isOn(meta, settings.levels) : mayBeGrave(meta, settings.levels));
  const found = wordingOf(speech, rules, settings, fail, counts);
  const grave = found.filter((r) => compareLevels(r.severity, 'warning') >= 0);
  return { found, grave, names: [...grave.map((r) => r.rule.meta.id), ...failed] };
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
