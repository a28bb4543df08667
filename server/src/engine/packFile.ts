import type { CompiledPacks } from './pack.ts';
import type { Groups, PatternData } from './pattern.ts';

/**
 * Compiled packs as they are kept beside a program, quick to read: only what is asked for is made of it. Literals and the groups they
 * form, which many patterns share, are written once; the expressions stand apart, for few of them are ever asked for.
 */
export interface PackFile {
  readonly head: PackHead;
  /** Every literal, one behind the other. */
  readonly literals: string;
  /** The expressions of the patterns, list by list. */
  readonly expressions: string;
  /** The sections of `SECTIONS`, one behind the other. */
  readonly numbers: Uint32Array;
}

/** What is read at once. */
export interface PackHead extends Omit<CompiledPacks, 'lists'> {
  /** How many patterns each list has. */
  readonly lists: Readonly<Record<string, number>>;
  /** How many numbers each section has. */
  readonly sections: readonly number[];
}

/** A file whose texts are asked for when they are needed. */
export type CarriedPacks = { readonly [K in keyof PackFile]: K extends 'head' ? PackFile[K] : () => PackFile[K] };

/**
 * Where each literal and each expression ends; where the literals of each group end, and their places; where the groups of each pattern
 * end, and their places.
 */
const SECTIONS = ['literalEnds', 'expressionEnds', 'groupEnds', 'groups', 'patternEnds', 'patterns'] as const;

type Sections = Readonly<Record<(typeof SECTIONS)[number], Uint32Array>>;

export function writePackFile({ lists, ...rest }: CompiledPacks): PackFile {
  const literals = new Map<string, number>();
  const groups = new Map<string, number>();
  const sections = { literalEnds: [], expressionEnds: [], groupEnds: [], groups: [], patternEnds: [], patterns: [] } as Record<
    keyof Sections,
    number[]
  >;
  const patterns = Object.values(lists).flat();
  for (const { literals: own } of patterns) {
    for (let i = 0; i < own.length; i++) {
      const group = own.at(i)!;
      sections.patterns.push(
        numbered(groups, JSON.stringify(group), () => {
          for (const literal of group) sections.groups.push(numbered(literals, literal));
          sections.groupEnds.push(sections.groups.length);
        }),
      );
    }
    sections.patternEnds.push(sections.patterns.length);
  }
  sections.literalEnds = ends([...literals.keys()]);
  sections.expressionEnds = ends(patterns.map(({ source }) => source));
  return {
    head: {
      ...rest,
      lists: Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length])),
      sections: SECTIONS.map((name) => sections[name].length),
    },
    literals: [...literals.keys()].join(''),
    expressions: patterns.map(({ source }) => source).join(''),
    numbers: Uint32Array.from(SECTIONS.flatMap((name) => sections[name])),
  };
}

export function readPackFile({ head: { lists, sections: lengths, ...rest }, ...texts }: CarriedPacks): CompiledPacks {
  const book = new Book(lengths, texts);
  let patterns = 0;
  const made: Record<string, readonly PatternData[]> = {};
  for (const name of Object.keys(lists)) made[name] = Array.from({ length: lists[name]! }, () => new CarriedPattern(book, patterns++));
  return { ...rest, lists: made };
}

/** The texts of a file, cut where its numbers say; each is read when it is first asked for. */
class Book {
  private readonly texts: Omit<CarriedPacks, 'head'>;
  private readonly sections: Sections;
  private readonly groups: (readonly string[])[] = [];
  private readonly literals: string[] = [];
  private text: string | undefined;
  private expressions: string | undefined;

  constructor(lengths: readonly number[], texts: Omit<CarriedPacks, 'head'>) {
    const numbers = texts.numbers();
    const sections: Partial<Record<keyof Sections, Uint32Array>> = {};
    let from = 0;
    SECTIONS.forEach((name, i) => {
      sections[name] = numbers.subarray(from, from + lengths[i]!);
      from += lengths[i]!;
    });
    this.sections = sections as Sections;
    this.texts = texts;
  }

  source(pattern: number): string {
    this.expressions ??= this.texts.expressions();
    return cut(this.expressions, this.sections.expressionEnds, pattern);
  }

  /** Where the groups of a pattern begin and end among all. */
  groupsOf(pattern: number): readonly [start: number, end: number] {
    const { patternEnds } = this.sections;
    return [patternEnds[pattern - 1] ?? 0, patternEnds[pattern]!];
  }

  /** A group of a pattern; those that patterns share are one. */
  group(at: number): readonly string[] {
    const { patterns, groupEnds, groups } = this.sections;
    const place = patterns[at]!;
    this.groups[place] ??= Array.from(groups.subarray(groupEnds[place - 1] ?? 0, groupEnds[place]), (literal) => this.literal(literal));
    return this.groups[place];
  }

  private literal(place: number): string {
    this.text ??= this.texts.literals();
    this.literals[place] ??= cut(this.text, this.sections.literalEnds, place);
    return this.literals[place];
  }
}

/** A pattern of a file, its parts read when they are asked for. */
class CarriedPattern implements PatternData, Groups {
  readonly length: number;
  private readonly book: Book;
  private readonly place: number;
  private readonly start: number;

  constructor(book: Book, place: number) {
    const [start, end] = book.groupsOf(place);
    this.length = end - start;
    this.book = book;
    this.place = place;
    this.start = start;
  }

  get source(): string {
    return this.book.source(this.place);
  }

  get literals(): Groups {
    return this;
  }

  at(place: number): readonly string[] | undefined {
    return place < this.length ? this.book.group(this.start + place) : undefined;
  }
}

/** The number of a thing, in the order they come; what is to be done with a new one is done before. */
function numbered(numbers: Map<string, number>, thing: string, enter?: () => void): number {
  const known = numbers.get(thing);
  if (known !== undefined) return known;
  enter?.();
  const number = numbers.size;
  numbers.set(thing, number);
  return number;
}

function ends(texts: readonly string[]): number[] {
  let end = 0;
  return texts.map((text) => (end += text.length));
}

function cut(text: string, ends: Uint32Array, place: number): string {
  return text.slice(ends[place - 1] ?? 0, ends[place]);
}
