import type { Localised } from './finding.ts';

/** What config may say of a rule beside its level, by name. Reading config and its JSON Schema are derived from this. */
export type OptionTable = Readonly<Record<string, RuleOption>>;

/** One option of a rule. */
export type RuleOption = { readonly description: Localised } & (
  | { readonly type: 'count'; readonly default: number }
  | { readonly type: 'flag'; readonly default: boolean }
  | { readonly type: 'text'; readonly default: string }
  | { readonly type: 'words'; readonly default: readonly string[] }
);

/** The options in force for a rule: what config gives, else the default. */
export type RuleOptions = Readonly<Record<string, unknown>>;

const NONE: RuleOptions = {};

/** Every option a rule declares with its value in force; what is not declared, or not of its type, counts for nothing. */
export function optionsInForce(declared: OptionTable | undefined, given: RuleOptions = NONE): RuleOptions {
  if (!declared) return NONE;
  const entries = Object.entries(declared);
  return Object.fromEntries(entries.map(([name, option]) => [name, fits(option, given[name]) ? given[name] : option.default]));
}

function fits({ type }: RuleOption, value: unknown): boolean {
  if (type === 'count') return Number.isInteger(value) && (value as number) >= 0;
  if (type === 'words') return Array.isArray(value) && value.every((word) => typeof word === 'string');
  return typeof value === (type === 'flag' ? 'boolean' : 'string');
}
