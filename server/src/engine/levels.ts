import { compareLevels, type Level, milder, type Severity } from './finding.ts';
import type { Report, RuleMeta } from './rule.ts';

/** What is on before config says anything: errors alone, the defaults, or everything. */
export type Preset = 'minimal' | 'recommended' | 'strict';

/** What config decides for one rule. */
export interface RuleSetting {
  readonly level?: Level | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

/** Levels in force. */
export interface Levels {
  readonly preset: Preset;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** When given, these rules alone. */
  readonly only?: ReadonlySet<string> | undefined;
}

/** The severity of a finding, or `off`. A level set for a rule replaces its default; a milder grade is kept. */
export function severityOf(meta: RuleMeta, grade: Severity | undefined, levels: Levels): Level {
  return severityIn(meta, grade, levels, meta.strict === true);
}

function severityIn(meta: RuleMeta, grade: Severity | undefined, levels: Levels, isStrict: boolean): Level {
  if (levels.only && !levels.only.has(meta.id)) return 'off';
  const set = levels.rules.get(meta.id)?.level;
  // Whoever asks for a rule alone means to see it, whatever the preset leaves out.
  const preset = levels.only ? 'strict' : levels.preset;
  const level = set ?? presetLevel(meta, preset, isStrict);
  if (level === 'off') return 'off';
  const severity = grade !== undefined && compareLevels(grade, meta.severity) < 0 ? milder(grade, level) : level;
  return set === undefined && preset === 'minimal' && severity !== 'error' ? 'off' : severity;
}

/** The severity of a report of a rule: by its grade, and off where it is for the strict alone. */
export function reportedAs(meta: RuleMeta, { grade, strict }: Pick<Report, 'grade' | 'strict'>, levels: Levels): Level {
  return severityIn(meta, grade, levels, strict ?? meta.strict === true);
}

/** True when a rule can report anything at all. */
export function isOn(meta: RuleMeta, levels: Levels): boolean {
  return severityOf(meta, undefined, levels) !== 'off';
}

/** True when what a rule finds may stand at warning or above. */
export function mayBeGrave(meta: RuleMeta, levels: Levels): boolean {
  return compareLevels(severityOf(meta, undefined, levels), 'warning') >= 0;
}

function presetLevel({ severity }: RuleMeta, preset: Preset, isStrict: boolean): Level {
  if (preset === 'strict') return severity === 'hint' ? 'info' : severity;
  return isStrict ? 'off' : severity;
}
