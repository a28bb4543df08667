import type { Dialogue } from '../dialogue/dialogues.ts';
import type { Scene, Turn } from '../dialogue/model.ts';
import { once, optionsOf } from './assemble.ts';
import { compareLevels } from './finding.ts';
import { Flow } from './flow.ts';
import { mayBeGrave, severityOf } from './levels.ts';
import type { LintSettings } from './lintSettings.ts';
import type { Listening } from './moment.ts';
import { isWithin } from './multiset.ts';
import type { Rule } from './rule.ts';
import type { RuleSet } from './ruleSet.ts';
import type { Speech } from './speech.ts';

/** How many items on either side of a change a conversation is followed again. */
const AROUND = 40;

/** Tells whether other words at a place leave the conversation around it no worse: nothing grave that was not there, and nothing of the rule that asked. */
export function flowCheck(
  asking: Rule,
  original: Speech,
  dialogue: Dialogue,
  rules: RuleSet,
  settings: LintSettings,
  listening: Listening,
): (changed: Speech) => boolean {
  const scene = dialogue.scenes.find(({ items }) => original.isAmong(items));
  if (!scene || original.turn.kind === 'phrase' || rules.flow.length === 0) return () => true;
  const from = Math.max(0, original.position - AROUND);
  const look = (turn: Turn): Outcome => {
    const items = scene.items.slice(from, original.position + AROUND + 1).filter(({ kind }) => kind !== 'branch' && kind !== 'jump');
    const place = items.indexOf(original.turn);
    items[place] = turn;
    return outcome({ ...scene, items }, place, asking, rules, settings, listening);
  };
  const before = once(() => look(original.turn).grave);
  return (changed) => {
    const { grave, asked } = look(changed.turn);
    return !asked && (grave.length === 0 || isWithin(grave, before()));
  };
}

interface Outcome {
  /** Ids of the rules with findings at warning or above, one for each. */
  readonly grave: readonly string[];
  /** True when the rule that asked finds something in the changed turn. */
  readonly asked: boolean;
}

function outcome(scene: Scene, place: number, asking: Rule, rules: RuleSet, settings: LintSettings, listening: Listening): Outcome {
  const flow = new Flow({ scenes: [scene], next: [[]], starts: [0] }, listening);
  const grave: string[] = [];
  let asked = false;
  if (!flow.isConversation()) return { grave, asked };
  for (const rule of rules.flow.filter((other) => other === asking || mayBeGrave(other.meta, settings.levels))) {
    for (const report of flow.follow(rule, optionsOf(rule.meta, settings))) {
      const severity = severityOf(rule.meta, report.grade, settings.levels);
      if (compareLevels(severity, 'warning') >= 0) grave.push(rule.meta.id);
      if (rule === asking && 'speech' in report && report.speech.position === place) asked = true;
    }
  }
  return { grave, asked };
}
