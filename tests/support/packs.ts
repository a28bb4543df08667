import { createLinter, type Settings, type TeamPack } from '../../server/src/core/index.ts';
import { type ReadPack, readPack } from '../../server/src/engine/team/teamPack.ts';
import { foldTable } from '../../server/src/text/fold.ts';
import { mark } from './markers.ts';

export const linter = createLinter();
export const WORLD = { rules: new Set(linter.rules.all.keys()), ...linter.vocabulary, folds: foldTable() };

export function read(source: string): ReadPack {
  return readPack('/w/rules/p.yaml', source, WORLD);
}

/** A pack with these rules; throws where something is wrong with it. */
export function packOf(rules: string): TeamPack {
  const { pack, problems } = read(rules.includes('pack:') ? rules : `pack: p\n${rules}`);
  if (problems.length > 0) throw new Error(problems.map((p) => `${p.at.line + 1}: ${p.message.en}`).join('\n'));
  return pack;
}

export function settingsOf(rules: string, more: Settings = {}): Settings {
  const team = [packOf(rules)];
  return { team, only: team[0]!.rules.map((rule) => rule.data.id), ...more };
}

/** A script with the findings of a pack marked in it. */
export function marked(settings: Settings, script: string, format = 'huashu'): string {
  const { findings } = linter.lint({ text: script, format }, settings);
  return mark(
    script,
    findings.map(({ rule, span }) => ({ rule, ...span })),
  );
}
