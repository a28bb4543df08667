import type { Settings } from '../../core/index.ts';
import { own, placeholderFinder } from '../../core/naming.ts';

/** A scene by what links may call it. */
export interface SceneName {
  readonly title: string;
  readonly id: string | undefined;
}

/** What a file's author has named so far: what others may want to write, too. Keeps no source alive. */
export interface Names {
  readonly scenes: readonly SceneName[];
  /** How often each is used. */
  readonly placeholders: ReadonlyMap<string, number>;
  /** By directive, the values it has been given. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** The names in a file, found without reading it as a script. */
export function namesIn(text: string, format: string, settings: Settings): Names {
  return {
    scenes: format === 'huashu' ? scenesIn(text) : [],
    placeholders: placeholdersIn(text, settings),
    values: format === 'huashu' ? valuesIn(text) : new Map(),
  };
}

/** The headings of a script, in order. */
export function scenesIn(text: string): SceneName[] {
  return Array.from(text.matchAll(HEADING), ([, words]) => {
    const id = /[{\uff5b][#\uff03]([^{}\uff5b\uff5d]+)[}\uff5d]\s*$/u.exec(words!);
    const title = (id ? words!.slice(0, id.index) : words!).trim();
    return { title: own(title), id: id ? own(id[1]!.trim()) : undefined };
  }).filter(({ title, id }) => title !== '' || id !== undefined);
}

const HEADING = /(?<=^\ufeff?|[\r\n])[#\uff03]+([^\r\n]*)/gu;

/** Placeholders, and how often each is used. */
export function placeholdersIn(text: string, settings: Settings): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of placeholderFinder(settings)(text)) {
    if (name !== '' && !/^[#\uff03]/u.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map([...counts].map(([name, count]) => [own(name), count]));
}

/** What directives have been given, by their names. */
export function valuesIn(text: string): Map<string, Map<string, number>> {
  const values = new Map<string, Map<string, number>>();
  for (const [, name, value] of text.matchAll(DIRECTIVE)) {
    const directive = name!.toLowerCase();
    const all = directive === 'tags' ? value!.split(/[,\uff0c\u3001;\uff1b]/u) : [value!];
    const counts = values.get(directive) ?? new Map<string, number>();
    values.set(own(directive), counts);
    for (const one of all.map((word) => word.trim()).filter(Boolean)) counts.set(own(one), (counts.get(one) ?? 0) + 1);
  }
  return values;
}

const DIRECTIVE = /(?<=^\ufeff?|[\r\n])[@\uff20]([A-Za-z]+)[:\uff1a]?[ \t\u3000]*([^\r\n]*)/gu;
