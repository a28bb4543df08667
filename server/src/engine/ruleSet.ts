import type { Lexicon, PatternLists } from './lexicon.ts';
import type { PatternData } from './pattern.ts';
import type { DialogueRule, InternalRule, ProblemRule, Rule, SuppressionRule, TypingRule, UtteranceRule } from './rule.ts';
import { type WakeScan, wakeScan } from './wakeScan.ts';

/** The rules in force, sorted by what they look at. */
export interface RuleSet {
  readonly utterance: readonly UtteranceRule[];
  readonly dialogue: readonly DialogueRule[];
  readonly typing: readonly TypingRule[];
  readonly problem: ProblemRule;
  readonly suppression: SuppressionRule;
  readonly internal: InternalRule;
  readonly all: ReadonlyMap<string, Rule>;
  /** The utterance rules that can find anything in a normal or noise-free text. */
  wokenBy(text: string): readonly UtteranceRule[];
}

export function ruleSet(rules: readonly Rule[], lists: PatternLists, lexicon: Lexicon): RuleSet {
  const utterance = rules.filter((rule) => rule.scope === 'utterance');
  const patterns: PatternData[] = [];
  const owners: number[] = [];
  utterance.forEach((rule, owner) => {
    for (const pattern of rule.wakes.flatMap((name) => listed(lists, name))) {
      patterns.push(pattern);
      owners.push(owner);
    }
  });
  let scan: WakeScan | undefined;
  return {
    utterance,
    dialogue: rules.filter((rule) => rule.scope === 'dialogue'),
    typing: rules.filter((rule) => rule.scope === 'typing'),
    problem: only(rules, 'problem'),
    suppression: only(rules, 'suppression'),
    internal: only(rules, 'internal'),
    all: new Map(rules.map((rule) => [rule.meta.id, rule])),
    wokenBy(text) {
      scan ??= wakeScan(patterns, lexicon.folds);
      const awake = scan(text);
      return awake.length === 0
        ? NONE
        : [...new Set(awake.map((pattern) => owners[pattern]!))].sort((a, b) => a - b).map((owner) => utterance[owner]!);
    },
  };
}

const NONE: readonly UtteranceRule[] = [];

function listed(lists: PatternLists, name: string): readonly PatternData[] {
  const found = lists[name];
  if (!found) throw new Error(`no pattern list named ${name}`);
  return found;
}

function only<S extends Rule['scope']>(rules: readonly Rule[], scope: S): Extract<Rule, { scope: S }> {
  const found = rules.find((rule): rule is Extract<Rule, { scope: S }> => rule.scope === scope);
  if (!found) throw new Error(`no ${scope} rule`);
  return found;
}
