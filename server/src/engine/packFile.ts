import type { CompiledPacks } from './pack.ts';
import type { PatternData } from './pattern.ts';

/**
 * Compiled packs as a bundle carries them, quick to read: literals and the groups they form, which many patterns share, are written
 * once; the expressions stand apart, for few of them are ever asked for.
 */
export interface PackFile extends Omit<CompiledPacks, 'lists'> {
  /** Every literal, with `BETWEEN` between them. */
  readonly literals: string;
  /** Groups, as places among the literals. */
  readonly groups: readonly (readonly number[])[];
  /** By name of list, a pattern each: the places of its groups. */
  readonly lists: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/** Between literals, and between expressions: neither has it. */
const BETWEEN = '\u0000';

/** The file, and the expressions of its patterns, list by list. */
export function writePackFile({ lists, ...rest }: CompiledPacks): { readonly file: PackFile; readonly sources: string } {
  const literals = new Numbering();
  const groups = new Numbering();
  const groupsOf: number[][] = [];
  const placeOf = (group: readonly string[]): number => {
    const place = groups.of(JSON.stringify(group));
    groupsOf[place] ??= group.map((literal) => literals.of(literal));
    return place;
  };
  const written = Object.entries(lists).map(
    ([name, patterns]) => [name, patterns.map((pattern) => pattern.literals.map(placeOf))] as const,
  );
  const sources = Object.values(lists).flatMap((patterns) => patterns.map(({ source }) => source));
  return {
    file: { ...rest, literals: literals.all().join(BETWEEN), groups: groupsOf, lists: Object.fromEntries(written) },
    sources: sources.join(BETWEEN),
  };
}

/** The packs of a file; `sources` is asked for once, when the first expression is. */
export function readPackFile({ literals, groups, lists, ...rest }: PackFile, sources: () => string): CompiledPacks {
  const words = literals.split(BETWEEN);
  const made: (readonly string[])[] = [];
  const groupAt = (place: number): readonly string[] => {
    made[place] ??= groups[place]!.map((literal) => words[literal]!);
    return made[place];
  };
  let expressions: readonly string[] | undefined;
  const sourceAt = (place: number): string => {
    expressions ??= sources().split(BETWEEN);
    return expressions[place]!;
  };
  let patterns = 0;
  const read = Object.entries(lists).map(
    ([name, list]) => [name, list.map((places) => new CarriedPattern(patterns++, places, sourceAt, groupAt))] as const,
  );
  return { ...rest, lists: Object.fromEntries(read) };
}

/** A pattern of a file, its parts read when they are asked for. */
class CarriedPattern implements PatternData {
  private readonly place: number;
  private readonly places: readonly number[];
  private readonly sourceAt: (place: number) => string;
  private readonly groupAt: (place: number) => readonly string[];
  private known: PatternData['literals'] | undefined;

  constructor(
    place: number,
    places: readonly number[],
    sourceAt: (place: number) => string,
    groupAt: (place: number) => readonly string[],
  ) {
    this.place = place;
    this.places = places;
    this.sourceAt = sourceAt;
    this.groupAt = groupAt;
  }

  get source(): string {
    return this.sourceAt(this.place);
  }

  get literals(): PatternData['literals'] {
    this.known ??= this.places.map(this.groupAt);
    return this.known;
  }
}

/** Numbers things in the order they come. */
class Numbering {
  private readonly places = new Map<string, number>();

  of(thing: string): number {
    const place = this.places.get(thing) ?? this.places.size;
    this.places.set(thing, place);
    return place;
  }

  all(): string[] {
    return [...this.places.keys()];
  }
}
