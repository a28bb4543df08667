import type { CompiledPacks, RuleData } from '../../engine/pack.ts';
import type { DialogueRule, UtteranceRule } from '../../engine/rule.ts';
import { dataRule } from './dataRule.ts';
import { planRule, type Stages } from './planRule.ts';

/** A rule that a pack says in full, ours or a team's. Rules made with the same stages look at dialogues together. */
export function packRule(data: RuleData, packs: Pick<CompiledPacks, 'reframes'>, stages: Stages): UtteranceRule | DialogueRule {
  const { when } = data;
  return when ? planRule({ ...data, when }, packs, stages) : dataRule(data, packs);
}
