import type { Span } from '../../text/span.ts';
import type { ActData } from '../acts.ts';
import { type ConfigProblem, UNREADABLE } from '../config/problem.ts';
import { type ReadFile, readYaml } from '../config/readYaml.ts';
import type { Localised } from '../finding.ts';
import type { PatternLists } from '../lexicon.ts';
import type { ReframeData, RuleData } from '../pack.ts';
import type { Lang } from '../wording.ts';
import { compileRules } from './compileRules.ts';
import { ListTable } from './listTable.ts';
import { type PackData, type PackKnown, packShape } from './packShape.ts';

/** A pack of a team's own rules, read and made ready. */
export interface TeamPack {
  readonly path: string;
  readonly name: string;
  readonly rules: readonly TeamRule[];
  readonly lists: PatternLists;
  readonly reframes: Readonly<Record<string, readonly ReframeData[]>>;
}

/** A rule of such a pack with all that is said of it. */
export interface TeamRule {
  readonly data: RuleData;
  /** Where its id stands. */
  readonly at: Span;
  readonly about: Localised | undefined;
  readonly bad: readonly TeamExample[];
  readonly good: readonly TeamExample[];
}

/** An example that is a test. */
export interface TeamExample {
  readonly text: string;
  readonly lang: Lang | undefined;
  readonly fixed: string | undefined;
  readonly at: Span;
}

/** What packs of a team may name of those that come with huashu. */
export interface PackVocabulary {
  /** Names of lists: `acts/offer`. */
  readonly lists: ReadonlySet<string>;
  readonly acts: readonly ActData[];
}

/** What there is for a pack to name or to keep clear of. */
export interface PackWorld extends PackKnown, PackVocabulary {
  readonly folds: Uint16Array;
}

/** A pack file read: what is right in it, and what is wrong with it. A rule with something wrong in it is left out. */
export interface ReadPack {
  readonly pack: TeamPack;
  readonly problems: readonly ConfigProblem[];
  /** Places a fault found later in this file. */
  readonly problem: ReadFile<PackData>['problem'];
}

/** Reads a pack. */
export function readPack(path: string, source: string, world: PackWorld): ReadPack {
  const file = readYaml(path, source, packShape(world), (contents) => contents);
  const problems = [...file.problems];
  const broken = problems.some((p) => UNREADABLE.has(p.code));
  const data: PackData = broken || !file.data ? {} : file.data;
  const table = new ListTable(path, data, file, world, problems);
  const rules = compileRules(data, file, table, problems);
  const reframes = Object.fromEntries(Object.entries(data.reframes ?? {}).map(([name, list]) => [table.nameOf(name), list]));
  return {
    pack: { path, name: data.pack ?? '', rules: rules.rules, lists: table.lists, reframes: { ...reframes, ...rules.reframes } },
    problems,
    problem: file.problem,
  };
}

/** True where a file says that it is a pack: it has the key `pack` and no rules by name. */
export function isPackSource(source: string): boolean {
  return /^(?:\{\s*)?["']?pack["']?[ \t]*:/mu.test(source);
}
