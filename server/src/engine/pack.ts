import type { ActData, Actor } from './acts.ts';
import { type ConditionSource, type ListSink, type Plan, planOf } from './condition.ts';
import type { Severity } from './finding.ts';
import type { PatternLists } from './lexicon.ts';
import type { PatternData } from './pattern.ts';
import { alternativesOf, requiredLiterals } from './requiredLiterals.ts';
import type { RuleMeta } from './rule.ts';

/** A pack as its author writes it (YAML). Lists are named `pack/list` outside. */
export interface PackSource {
  readonly pack: string;
  /** Word classes: `{name}` in a pattern stands for any of them. */
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly rules?: readonly RuleSource[];
  /** What an agent or customer does by saying something, or a stage direction tells; by name. */
  readonly acts?: Readonly<Partial<Record<Actor, Readonly<Record<string, Omit<ActData, 'act' | 'actor'>>>>>>;
  /** Sentences to offer, by name: for code rules that choose among them. */
  readonly reframes?: Readonly<Record<string, readonly ReframeData[]>>;
}

/** A rule as its author writes it: its conditions are compiled with the lists. */
export type RuleSource = Omit<RuleData, 'when' | 'excuse' | 'unless'> & {
  readonly when?: ConditionSource;
  /** Lists; beside `when`, a condition. */
  readonly unless?: readonly string[] | ConditionSource;
};

/** A rule that is data. `any` and `when` left out: the check is code, this is what is known of it. */
export interface RuleData extends RuleMeta {
  /** What is reported, where lists alone do not say it. */
  readonly when?: Plan;
  /** What takes a finding of `when` back. */
  readonly excuse?: Plan;
  /** Lists any of which makes a finding, at the matched words. */
  readonly any?: readonly string[];
  /** Lists of the same kind that only `unless` takes back: too plain to be made good by what stands around them. */
  readonly outright?: readonly string[];
  /** Lists that count only in sentences where nothing of `any` does: hints, which add nothing to what is said outright. */
  readonly aside?: readonly string[];
  /** Lists that, matching over the same words, take the finding back. */
  readonly unless?: readonly string[];
  /** Lists that, matching anywhere in the same sentence, take it back. */
  readonly unlessInSentence?: readonly string[];
  /** Lists that, matching in the turn or what the agent says next, take it back. */
  readonly unlessInTurn?: readonly string[];
  /** Lists of what takes nothing back wherever it stands in the turn, such as formulas. */
  readonly idle?: readonly string[];
  /** Lists of what takes nothing back where it stands in a sentence before the words, such as a first look into the matter. */
  readonly idleBefore?: readonly string[];
  /** The first whose lists match in the turn decides the severity. */
  readonly grades?: readonly { readonly when: readonly string[] | Plan; readonly severity: Severity }[];
  /** `clause`: the finding runs on to the end of the clause that its words are in, end mark left out. */
  readonly reach?: 'clause';
  /**
   * `sentence`: what offends again in the same sentence is part of the same finding, which stands at the first. `run`:
   * neighbours with a comma and few words between them are one finding, over all of them.
   */
  readonly once?: 'sentence' | 'run';
  /** Name of a reframe list, `pack/name`: each replaces the sentence around the words, or what its `replaces` says. */
  readonly reframe?: string;
  /** Lists of what may stay in front of a reframe: the clauses that open the sentence, as long as one of them matches. */
  readonly keeps?: readonly string[];
  /** Lists of other rules' matter: a sentence with it beside the offending one is said again together with it. */
  readonly joins?: readonly string[];
  /** True where what the other clauses of the sentence state goes in front of a reframe. */
  readonly beside?: boolean;
  /**
   * Lists of what goes out with the offence. Where it is given, what else the sentence states or asks for is `{told}` and
   * `{ask}`, and a template without them is second best where there is something to tell.
   */
  readonly tells?: readonly string[];
  /** Words to put in place of those found, by script. */
  readonly replace?: readonly ReframeData[];
}

/**
 * A sentence to say instead, by script. `{name}` takes a captured stretch, `<slot>` is for the writer to decide. `when`
 * names a list that must match in what is replaced; its named groups are captures. `replaces` is for rules that are data:
 * the offending words alone, or the clauses that they are in, instead of the sentence. `otherwise`: offered only where
 * none before it stands. `another`: only behind the one that does. `place`: only where the agent goes on behind it (`ahead`) or does not (`last`). `near` and
 * `unlessNear`: only, or not, where that list matches elsewhere in what the agent says there. `withholds`: what the offending clauses name
 * must not be said again; nor what the others of their sentence do that do not speak to the customer.
 */
export type ReframeData = Readonly<Partial<Record<'zh-Hans' | 'zh-Hant' | 'en', string>>> & {
  readonly when?: string;
  readonly replaces?: 'words' | 'clause';
  readonly otherwise?: boolean;
  readonly another?: boolean;
  readonly place?: 'ahead' | 'last';
  readonly near?: string;
  readonly unlessNear?: string;
  readonly withholds?: boolean;
};

/** Packs made ready: everything a running linter needs, as plain data. */
export interface CompiledPacks {
  readonly lists: PatternLists;
  readonly rules: readonly RuleData[];
  readonly acts: readonly ActData[];
  readonly reframes: Readonly<Record<string, readonly ReframeData[]>>;
}

/** A mistake in a pack, with the pattern it is in. */
export class PackError extends Error {}

/**
 * Puts packs together: word classes are put into patterns (those of the pack `lexicon` are known to all), and the
 * literals that wake each pattern are worked out. Throws PackError for a pattern that nothing could wake.
 */
export function compilePacks(packs: readonly PackSource[], foldHan: (text: string) => string): CompiledPacks {
  const shared = packs.find((p) => p.pack === 'lexicon')?.classes ?? {};
  const lists: Record<string, PatternData[]> = {};
  const reframes: Record<string, readonly ReframeData[]> = {};
  for (const pack of packs) {
    const classes = { ...shared, ...pack.classes };
    for (const [list, patterns] of Object.entries(pack.lists ?? {})) {
      const name = `${pack.pack}/${list}`;
      lists[name] = patterns.flatMap((pattern) => compilePattern(pattern, classes, foldHan, name));
    }
    for (const [name, data] of Object.entries(pack.reframes ?? {})) reframes[`${pack.pack}/${name}`] = data;
  }
  const acts = packs.flatMap(actsOf);
  const rules = packs.flatMap((pack) => {
    const classes = { ...shared, ...pack.classes };
    return (pack.rules ?? []).map((rule) =>
      compileRule(rule, lists, acts, (source, name) => compilePattern(source, classes, foldHan, name)),
    );
  });
  return { lists, rules, acts, reframes };
}

/** Makes the conditions of a rule ready; the lists they need are named after their place in it. */
function compileRule(
  { when, unless, ...rule }: RuleSource,
  lists: Record<string, PatternData[]>,
  acts: readonly ActData[],
  compile: (pattern: string, list: string) => PatternData[],
): RuleData {
  if (!when) return { ...rule, ...(unless ? { unless: unless as readonly string[] } : {}) };
  const sink: ListSink = {
    add(wanted) {
      const name = `${rule.id}.${wanted[0]!.at}`;
      if (wanted.some(({ kind }) => kind === 'like')) throw new PackError(`${name}: likeness is for packs read at run time`);
      lists[name] = wanted.flatMap(({ kind, text }) => compile(kind === 'word' ? text.replace(/[\\^$.*+?()[\]|/]/gu, '\\$&') : text, name));
      return name;
    },
    list(name) {
      if (!Object.hasOwn(lists, name)) throw new PackError(`${rule.id}: no list named ${name}`);
      return name;
    },
    act(name, _, speaker) {
      const found = acts.filter(({ act, actor }) => act === name && (speaker === 'anyone' || actor === speaker));
      if (found.length === 0) throw new PackError(`${rule.id}: no act named ${name}`);
      return { lists: found.flatMap(({ any }) => any), unless: found.flatMap(({ unless: over = [] }) => over) };
    },
  };
  const excuse = unless ? { excuse: planOf(unless as ConditionSource, 'unless', sink, 'agent', when.in) } : {};
  return { ...rule, when: planOf(when, 'when', sink), ...excuse };
}

function actsOf({ acts = {} }: PackSource): ActData[] {
  return Object.entries(acts).flatMap(([actor, named]) =>
    Object.entries(named).map(([act, data]) => ({ act, actor: actor as Actor, ...data })),
  );
}

function compilePattern(
  pattern: string,
  classes: Readonly<Record<string, readonly string[]>>,
  foldHan: (text: string) => string,
  list: string,
): PatternData[] {
  try {
    return alternativesOf(foldHan(expand(pattern, classes, list, 0)))
      .map(byUnit)
      .map((source) => {
        const literals = requiredLiterals(source);
        if (literals.length === 0) throw new PackError(`${source}: no words that every match must contain`);
        return { source, literals };
      });
  } catch (error) {
    throw new PackError(`${list}: ${pattern}: ${error instanceof Error ? error.message : error}`);
  }
}

/** The same pattern for the matcher, which goes unit by unit and knows no `\u{…}`. Throws PackError for what takes code points. */
function byUnit(source: string): string {
  if (/\\[pP]\{|[\u{10000}-\u{10ffff}]|\\u\{[0-9a-f]{5,}\}/iu.test(source))
    throw new PackError(`${source}: characters that normal text does not have`);
  return source.replace(/\\u\{([0-9a-f]{1,4})\}/giu, (_, code: string) => `\\u${code.padStart(4, '0')}`);
}

/** Puts word classes into a pattern and writes its full-width marks as normal text has them. Throws PackError. */
export function expandClasses(pattern: string, classes: Readonly<Record<string, readonly string[]>>): string {
  return expand(pattern, classes, '', 0);
}

/** Full-width marks are written half width in normal text; those that mean something in a pattern are escaped. */
const MARKS: Readonly<Record<string, string>> = {
  '\uff0c': ',',
  '\uff1f': '\\?',
  '\uff01': '!',
  '\uff1a': ':',
  '\uff1b': ';',
  '\uff08': '\\(',
  '\uff09': '\\)',
};

function expand(pattern: string, classes: Readonly<Record<string, readonly string[]>>, list: string, depth: number): string {
  if (depth > 8) throw new PackError(`${list}: ${pattern}: word classes go round in a circle`);
  return pattern
    .replace(/[\uff0c\uff1f\uff01\uff1a\uff1b\uff08\uff09]/gu, (mark) => MARKS[mark]!)
    .replace(/\{([a-z][\w-]*)\}/gu, (_, name: string) => {
      const words = classes[name];
      if (!words) throw new PackError(`${list}: ${pattern}: no word class named ${name}`);
      return `(?:${words.map((word) => expand(word, classes, list, depth + 1)).join('|')})`;
    });
}
