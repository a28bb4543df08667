import packs from 'huashu:packs';
import type { Dialogue } from '../dialogue/dialogues.ts';
import type { Turn } from '../dialogue/model.ts';
import { ActTable } from '../engine/acts.ts';
import { EMPTY_LISTS } from '../engine/house.ts';
import { isOn, type Levels } from '../engine/levels.ts';
import { type Lexicon, lexicon, type PatternLists, type Scanned } from '../engine/lexicon.ts';
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
  /** The lexicon that scans texts for what rules at these levels listen to, and for nothing else. */
  wordsFor(levels: Levels): Lexicon;
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
  const acts = new ActTable(packs.acts);
  const scannedFor = (rules: readonly Rule[]): Scanned => {
    const waking = wakingLists(rules);
    const isFollowed = rules.some(({ scope }) => scope === 'flow');
    return { wakes: (name) => waking.has(name), isHeard: (name) => isFollowed && acts.isHeard(name) };
  };
  const words = lexicon({ ...lists, ...EMPTY_LISTS }, scannedFor(all), folds);
  const made = new Map([[namesOf(all), words]]);
  return {
    rules: ruleSet(all, words, PRECEDENCE, acts),
    wordsFor(levels) {
      const on = all.filter(({ meta }) => isOn(meta, levels));
      const names = namesOf(on);
      const known = made.get(names) ?? words.scanning(scannedFor(on));
      made.set(names, known);
      return known;
    },
  };
}

function namesOf(rules: readonly Rule[]): string {
  return rules.map(({ meta }) => meta.id).join(' ');
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
