import { mayBeGrave } from '../engine/levels.ts';
import type { Linter, Settings } from './index.ts';

/** The same settings with none but the rules whose findings may stand at warning or above: what decides whether a phrase is approved. */
export function graveAlone(linter: Linter, settings: Settings): Settings {
  const team = settings.team?.flatMap((pack) => pack.rules.map(({ data }) => data)) ?? [];
  const metas = [...[...linter.rules.all.values()].map(({ meta }) => meta), ...team];
  const levels = { preset: settings.preset ?? 'recommended', rules: new Map(Object.entries(settings.rules ?? {})), only: undefined };
  return { ...settings, only: metas.filter((meta) => mayBeGrave(meta, levels)).map(({ id }) => id) };
}
