import type { Dialogue } from '../../dialogue/dialogues.ts';
import type { Plan } from '../../engine/condition.ts';
import { DialogueStage } from '../../engine/dialogueStage.ts';
import { type Hit, hitsIn, whole } from '../../engine/evaluate.ts';
import type { Reason } from '../../engine/finding.ts';
import type { RuleData } from '../../engine/pack.ts';
import type { Hear } from '../../engine/rule.ts';
import { excuseTrace, traceOf } from './planTrace.ts';

/** Of a rule that found nothing in a dialogue: what held and what did not, where most of its condition held. */
export function nearMiss({ when, excuse }: RuleData, dialogue: Dialogue, hear: Hear): readonly Reason[] {
  if (!when) return [];
  const stage = new DialogueStage(dialogue, hear);
  const all = stage.turns();
  const turns = [...all, ...phrases(dialogue, hear)].filter(([first]) => first?.speech.turn.role === 'agent');
  let best: readonly Reason[] = [];
  for (const turn of turns) {
    const pieces = when.unit === 'dialogue' ? all.flat() : turn;
    const [hit] = hitsIn(wordsOnly(when), pieces, stage);
    const trace = traceOf(when, { pieces, stage, hit });
    if (hit && excuse) trace.push(excuseTrace(excuse, hit, stage));
    if (best.length === 0 || score(trace) > score(best)) best = trace;
  }
  return best;
}

/** The words a plan asks for, wherever they stand. */
function wordsOnly({ speaker, unit, parts }: Plan): Plan {
  return { speaker, unit, parts, none: [], near: [] };
}

function* phrases({ scenes }: Dialogue, hear: Hear): Generator<Hit[]> {
  for (const [s, { items }] of scenes.entries()) {
    for (const [i, item] of items.entries()) if (item.kind === 'phrase') yield item.utterances.map((_, u) => whole(hear(s, i, u)));
  }
}

function score(trace: readonly Reason[]): number {
  return trace.filter(({ holds }) => holds).length - trace.filter(({ holds }) => !holds).length;
}
