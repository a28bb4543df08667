import packs from 'huashu:packs';
import type { Dialogue } from '../dialogue/dialogues.ts';
import type { Turn } from '../dialogue/model.ts';
import { ActTable } from '../engine/acts.ts';
import { EMPTY_LISTS } from '../engine/house.ts';
import { type Lexicon, lexicon, type PatternLists } from '../engine/lexicon.ts';
import type { Hear, Rule } from '../engine/rule.ts';
import { type RuleSet, ruleSet, wakingLists } from '../engine/ruleSet.ts';
import { Speech } from '../engine/speech.ts';
import type { TeamPack } from '../engine/team/teamPack.ts';
import type { Reading } from '../engine/wording.ts';
import { packRule } from '../rules/data/packRule.ts';
import { PRECEDENCE, rulesOf } from '../rules/registry.ts';

/** Rules with the lexicon they look words up in. */
export interface Kit {
  readonly rules: RuleSet;
  readonly words: Lexicon;
}

/** The kit that comes with huashu, and those with a team's own rules, each made once for an array of packs. */
export function kits(folds: Uint16Array): { readonly ours: Kit; kitOf(team: readonly TeamPack[] | undefined): Kit } {
  const ours = kit(packs.lists, rulesOf(packs), folds);
  const made = new WeakMap<readonly TeamPack[], Kit>();
  return {
    ours,
    kitOf(team) {
      if (!team || team.length === 0) return ours;
      const known = made.get(team) ?? kitWith(team, folds);
      made.set(team, known);
      return known;
    },
  };
}

function kit(lists: PatternLists, all: readonly Rule[], folds: Uint16Array): Kit {
  const waking = wakingLists(all);
  const acts = new ActTable(packs.acts);
  const scanned = { wakes: (name: string) => waking.has(name), isHeard: (name: string) => acts.isHeard(name) };
  const words = lexicon({ ...lists, ...EMPTY_LISTS }, scanned, folds);
  return { words, rules: ruleSet(all, words, PRECEDENCE, acts) };
}

/** Our rules and those of a team. */
function kitWith(team: readonly TeamPack[], folds: Uint16Array): Kit {
  const stages = new WeakMap();
  const rules = team.flatMap((pack) => pack.rules.map(({ data }) => packRule(data, pack, stages)));
  return kit(Object.assign({}, packs.lists, ...team.map((pack) => pack.lists)) as PatternLists, [...rulesOf(packs), ...rules], folds);
}

/** Gives the speeches of a dialogue. */
export function hearing({ scenes }: Dialogue, reading: Reading): Hear {
  return (scene, item, utterance) => {
    const { items } = scenes[scene]!;
    return new Speech(reading, items, item, (items[item] as Turn).utterances[utterance]!);
  };
}
