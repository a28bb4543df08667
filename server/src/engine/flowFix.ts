import { type Dialogue, soloDialogue } from '../dialogue/dialogues.ts';
import { optionsOf } from './assemble.ts';
import { Flow } from './flow.ts';
import { SceneTrace } from './flowTrace.ts';
import { mayBeGrave } from './levels.ts';
import type { LintSettings } from './lintSettings.ts';
import type { Listening } from './moment.ts';
import type { Rule } from './rule.ts';
import type { RuleSet } from './ruleSet.ts';
import type { Speech } from './speech.ts';

/** Tells whether other words at a place leave the conversation around it no worse: nothing grave that was not there, and nothing of the rule that asked. */
export function flowCheck(
  asking: Rule,
  original: Speech,
  dialogue: Dialogue,
  rules: RuleSet,
  settings: LintSettings,
  listening: Listening,
): (changed: Speech) => boolean {
  const watched = rules.flow.filter((other) => other === asking || mayBeGrave(other.meta, settings.levels));
  const scene = dialogue.scenes[original.sceneIn(dialogue)];
  if (!scene || original.turn.kind === 'phrase' || watched.length === 0) return () => true;
  if (!new Flow(soloDialogue(scene), listening).isConversation()) return () => true;
  const trace = listening.traces.get(scene) ?? new SceneTrace(scene, listening, settings.levels);
  listening.traces.set(scene, trace);
  return (changed) => {
    const change = trace.changed(original.position, changed.turn);
    return watched.every((rule) => {
      const way = rule === asking ? 'throughout' : 'until the same';
      const { isWorse, isTold } = trace.outcome(rule, optionsOf(rule.meta, settings), change, way);
      return !isWorse && !(rule === asking && isTold);
    });
  };
}
