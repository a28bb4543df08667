import type { Lexicon, PatternLists } from './lexicon.ts';
import { type LiteralScan, literalScan } from './literalScan.ts';
import type { DialogueRule, InternalRule, ProblemRule, Rule, SuppressionRule, TypingRule, UtteranceRule } from './rule.ts';
import type { Speech } from './speech.ts';

/** The rules in force, sorted by what they look at. */
export interface RuleSet {
  readonly utterance: readonly UtteranceRule[];
  readonly dialogue: readonly DialogueRule[];
  readonly typing: readonly TypingRule[];
  readonly problem: ProblemRule;
  readonly suppression: SuppressionRule;
  readonly internal: InternalRule;
  readonly all: ReadonlyMap<string, Rule>;
  /** False when no utterance rule can find anything in the text (which must be free of noise). */
  mayWake(text: string): boolean;
  wokenBy(speech: Speech): readonly UtteranceRule[];
}

export function ruleSet(rules: readonly Rule[], lists: PatternLists, lexicon: Lexicon): RuleSet {
  const utterance = rules.filter((rule) => rule.scope === 'utterance');
  const waking = new Set(utterance.flatMap((rule) => rule.wakes));
  const literals = new Set([...waking].flatMap((name) => (lists[name] ?? []).flatMap((pattern) => pattern.literals)));
  let scan: LiteralScan | undefined;
  return {
    utterance,
    dialogue: rules.filter((rule) => rule.scope === 'dialogue'),
    typing: rules.filter((rule) => rule.scope === 'typing'),
    problem: only(rules, 'problem'),
    suppression: only(rules, 'suppression'),
    internal: only(rules, 'internal'),
    all: new Map(rules.map((rule) => [rule.meta.id, rule])),
    mayWake(text) {
      scan ??= literalScan([...literals], lexicon.folds);
      let woken = false;
      scan.scan(text, 0, text.length, () => {
        woken = true;
      });
      return woken;
    },
    wokenBy: (speech) => utterance.filter((rule) => rule.wakes.some((name) => speech.mayMatch(name))),
  };
}

function only<S extends Rule['scope']>(rules: readonly Rule[], scope: S): Extract<Rule, { scope: S }> {
  const found = rules.find((rule): rule is Extract<Rule, { scope: S }> => rule.scope === scope);
  if (!found) throw new Error(`no ${scope} rule`);
  return found;
}
