import type { ActTable } from './acts.ts';
import type { Lexicon } from './lexicon.ts';
import type {
  DialogueRule,
  FlowRule,
  InternalRule,
  ProblemRule,
  Rule,
  SceneRule,
  SuppressionRule,
  TypingRule,
  UtteranceRule,
  WorkspaceRule,
} from './rule.ts';

/** The rules in force, sorted by what they look at. */
export interface RuleSet {
  readonly utterance: readonly UtteranceRule[];
  /** The utterance rules that the shape of a text may stir. */
  readonly shape: readonly UtteranceRule[];
  readonly dialogue: readonly DialogueRule[];
  readonly flow: readonly FlowRule[];
  /** The speech acts flow rules know. */
  readonly acts: ActTable;
  readonly typing: readonly TypingRule[];
  readonly scene: readonly SceneRule[];
  readonly workspace: readonly WorkspaceRule[];
  readonly problem: ProblemRule;
  readonly suppression: SuppressionRule;
  readonly internal: InternalRule;
  readonly all: ReadonlyMap<string, Rule>;
  /** Ids of rules; where two of equal severity claim the same words, the earlier is reported. Rules not named come last. */
  readonly precedence: readonly string[];
  /** The utterance rules that patterns (by id) wake. */
  wokenBy(patterns: readonly number[]): readonly UtteranceRule[];
}

/** The names of the lists that wake a rule. */
export function wakingLists(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.flatMap((rule) => (rule.scope === 'utterance' ? rule.wakes : [])));
}

export function ruleSet(rules: readonly Rule[], lexicon: Lexicon, precedence: readonly string[], acts: ActTable): RuleSet {
  const utterance = rules.filter((rule) => rule.scope === 'utterance');
  const byPattern = new Map<number, UtteranceRule[]>();
  for (const rule of utterance) {
    for (const { from, to } of rule.wakes.map((name) => lexicon.set(name))) {
      for (let id = from; id < to; id++) byPattern.set(id, [...(byPattern.get(id) ?? []), rule]);
    }
  }
  return {
    precedence,
    utterance,
    shape: utterance.filter((rule) => rule.stirs),
    dialogue: rules.filter((rule) => rule.scope === 'dialogue'),
    flow: rules.filter((rule) => rule.scope === 'flow'),
    acts,
    typing: rules.filter((rule) => rule.scope === 'typing'),
    scene: rules.filter((rule) => rule.scope === 'scene'),
    workspace: rules.filter((rule) => rule.scope === 'workspace'),
    problem: only(rules, 'problem'),
    suppression: only(rules, 'suppression'),
    internal: only(rules, 'internal'),
    all: new Map(rules.map((rule) => [rule.meta.id, rule])),
    wokenBy(patterns) {
      if (patterns.length === 0) return NONE;
      const woken = new Set(patterns.flatMap((id) => byPattern.get(id) ?? []));
      return utterance.filter((rule) => woken.has(rule));
    },
  };
}

const NONE: readonly UtteranceRule[] = [];

function only<S extends Rule['scope']>(rules: readonly Rule[], scope: S): Extract<Rule, { scope: S }> {
  const found = rules.find((rule): rule is Extract<Rule, { scope: S }> => rule.scope === scope);
  if (!found) throw new Error(`no ${scope} rule`);
  return found;
}
