import type { CompiledPacks } from './pack.ts';
import type { PatternData } from './pattern.ts';

/** Compiled packs as a bundle carries them: the groups of literals, which many patterns share, are written once. */
export interface PackFile extends Omit<CompiledPacks, 'lists'> {
  readonly groups: PatternData['literals'];
  /** By name of list, a pattern each: its source, then the places of its groups in `groups`. */
  readonly lists: Readonly<Record<string, readonly (readonly [source: string, ...groups: number[]])[]>>;
}

export function writePackFile({ lists, ...rest }: CompiledPacks): PackFile {
  const places = new Map<string, number>();
  const groups: (readonly string[])[] = [];
  const placeOf = (group: readonly string[]): number => {
    const key = JSON.stringify(group);
    const place = places.get(key) ?? groups.push(group) - 1;
    places.set(key, place);
    return place;
  };
  const written = Object.entries(lists).map(([name, patterns]) => {
    const rows = patterns.map(({ source, literals }): [string, ...number[]] => [source, ...literals.map(placeOf)]);
    return [name, rows] as const;
  });
  return { ...rest, groups, lists: Object.fromEntries(written) };
}

export function readPackFile({ groups, lists, ...rest }: PackFile): CompiledPacks {
  const read = Object.entries(lists).map(([name, patterns]) => {
    const data = patterns.map(([source, ...places]): PatternData => ({ source, literals: places.map((place) => groups[place]!) }));
    return [name, data] as const;
  });
  return { ...rest, lists: Object.fromEntries(read) };
}
