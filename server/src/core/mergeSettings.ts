import { type ConfigData, type MappingData, type OverrideData, PRESETS } from '../engine/config/configShape.ts';
import { linearFinder } from '../engine/config/linear.ts';
import type { Preset, RuleSetting } from '../engine/levels.ts';
import type { Settings } from './index.ts';

/**
 * Puts config layers together, farthest first. Tables are merged key by key and the nearer value wins; lists add up, but for the
 * syntax of placeholders, whose first entry is the one fixes insert; a level alone keeps the options set farther off.
 */
export function mergeSettings(layers: readonly (ConfigData | OverrideData)[], mapping: MappingData | undefined): Settings {
  const out: { -readonly [K in keyof Settings]: Settings[K] } = {};
  for (const layer of layers) {
    const preset = presetOf(layer);
    if (preset !== undefined) out.preset = preset;
    if (layer.lang !== undefined) out.lang = layer.lang;
    if (layer.rules) out.rules = mergeRules(out.rules ?? {}, layer.rules);
    if (layer.roles) out.roles = mergeTables(out.roles ?? {}, layer.roles);
    if (layer.placeholders?.syntax) out.placeholders = layer.placeholders.syntax;
    if (layer.placeholders?.known) out.known = { ...out.known, ...layer.placeholders.known };
    if (layer.allow) out.allow = joined(out.allow, layer.allow);
    if (layer.terms) out.terms = { ...out.terms, ...layer.terms };
    if (layer.settings) out.settings = mergeTables(out.settings ?? {}, layer.settings);
    if ('tags' in layer && layer.tags) out.tags = joined(out.tags, layer.tags);
    if ('facts' in layer && layer.facts) out.facts = { ...out.facts, ...factsOf(layer.facts) };
    if ('packs' in layer && layer.packs) out.packs = joined(out.packs, listed(layer.packs));
  }
  if (mapping) Object.assign(out, mappedSettings(mapping));
  return out;
}

function factsOf(facts: NonNullable<ConfigData['facts']>): NonNullable<Settings['facts']> {
  const entries = Object.entries(facts as NonNullable<Settings['facts']>);
  return Object.fromEntries(entries.map(([name, { match, value }]) => [name, { match, value, compile: linearFinder }]));
}

/** The preset a layer names, if any; the last of several. */
export function presetOf(layer: ConfigData | OverrideData): Preset | undefined {
  return listed(layer.extends ?? []).reduce<Preset | undefined>((found, name) => PRESETS.find((p) => p === name) ?? found, undefined);
}

/** One or many, as a list. */
export function listed<T extends string>(value: T | readonly T[]): readonly T[] {
  return typeof value === 'string' ? [value] : value;
}

function mergeRules(base: Readonly<Record<string, RuleSetting>>, rules: NonNullable<ConfigData['rules']>): Record<string, RuleSetting> {
  const out = new Map(Object.entries(base));
  for (const [id, setting] of Object.entries(rules)) {
    const [level, options] = typeof setting === 'string' ? [setting, undefined] : setting;
    const old = out.get(id)?.options;
    out.set(id, { level, options: options || old ? { ...old, ...options } : undefined });
  }
  return Object.fromEntries(out);
}

function mergeTables<T extends object>(base: T, more: T): T {
  const out = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(more)) {
    const old = out.get(key);
    if (Array.isArray(old) && Array.isArray(value)) out.set(key, joined(old, value));
    else if (isTable(old) && isTable(value)) out.set(key, mergeTables(old, value));
    else out.set(key, value);
  }
  return Object.fromEntries(out) as T;
}

function mappedSettings(mapping: MappingData): Pick<Settings, 'phrasebook' | 'columns' | 'pointers'> {
  if (typeof mapping === 'string') return mapping === 'phrasebook' ? { phrasebook: { blocks: DEFAULT_BLOCKS } } : {};
  const { blocks, columns, text, speaker } = mapping;
  return {
    ...(mapping.format === 'phrasebook' || blocks ? { phrasebook: { blocks: blocks ?? DEFAULT_BLOCKS } } : {}),
    ...(columns ? { columns: mappedColumns(columns) } : {}),
    ...(text === undefined ? {} : { pointers: { text: listed(text), ...(speaker === undefined ? {} : { speaker }) } }),
  };
}

function mappedColumns({ text, ...others }: Columns): NonNullable<Settings['columns']> {
  return text === undefined ? others : { ...others, text: listed(text) };
}

type Columns = NonNullable<Exclude<MappingData, string>['columns']>;

const DEFAULT_BLOCKS = ['paragraph', 'list'] as const;

function joined<T>(base: readonly T[] | undefined, more: readonly T[]): readonly T[] {
  return [...new Set([...(base ?? []), ...more])];
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
