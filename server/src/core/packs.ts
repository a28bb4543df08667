import { type ReadPack, readPack } from '../engine/team/teamPack.ts';
import { foldTable } from '../text/fold.ts';
import type { Linter } from './index.ts';

export type { ConfigProblem } from '../engine/config/problem.ts';
export { isPackSource, type ReadPack } from '../engine/team/teamPack.ts';
export { type ExampleResult, type RuleResult, testPack } from './packTest.ts';
export { type ImportedRules, importQualityRules } from './qualityRules.ts';

/** Reads packs beside the rules of a linter. */
export function packReader({ rules, vocabulary }: Linter): (path: string, source: string) => ReadPack {
  const world = { ...vocabulary, rules: new Set(rules.all.keys()), folds: foldTable() };
  return (path, source) => readPack(path, source, world);
}
