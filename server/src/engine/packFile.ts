import { type Group, type Groups, LiteralGroup, scanKey, unread } from './literals.ts';
import type { CompiledPacks } from './pack.ts';
import type { PatternData } from './pattern.ts';

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
 * Where each literal ends, and its key; where each expression ends; where each group ends, and the places of its literals; where each
 * pattern ends, and the places of its groups.
 */
const SECTIONS = ['literalEnds', 'keys', 'expressionEnds', 'groupEnds', 'literals', 'patternEnds', 'groups'] as const;

type Sections<T = Uint32Array> = Readonly<Record<(typeof SECTIONS)[number], T>>;

export function writePackFile({ lists, ...rest }: CompiledPacks): PackFile {
  const literals = new Map<string, number>();
  const groups = new Map<string, number>();
  const sections: Sections<number[]> = {
    literalEnds: [],
    keys: [],
    expressionEnds: [],
    groupEnds: [],
    literals: [],
    patternEnds: [],
    groups: [],
  };
  const enterLiteral = (literal: string): number =>
    numbered(literals, literal, () => {
      sections.keys.push(scanKey(literal));
      addEnd(sections.literalEnds, literal.length);
    });
  const enterGroup = (group: readonly string[]): number =>
    numbered(groups, JSON.stringify(group), () => {
      sections.literals.push(...group.map(enterLiteral));
      addEnd(sections.groupEnds, group.length);
    });
  const patterns = Object.values(lists).flat();
  for (const pattern of patterns) {
    sections.groups.push(...pattern.literals.map(enterGroup));
    addEnd(sections.patternEnds, pattern.literals.length);
    addEnd(sections.expressionEnds, pattern.source.length);
  }
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
  private readonly groups: (Group | undefined)[];
  private readonly literals: (string | undefined)[];
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
    this.groups = unread(this.sections.groupEnds.length);
    this.literals = unread(this.sections.literalEnds.length);
    this.texts = texts;
  }

  source(pattern: number): string {
    const { expressionEnds } = this.sections;
    this.expressions ??= this.texts.expressions();
    return this.expressions.slice(start(expressionEnds, pattern), expressionEnds[pattern]);
  }

  groupsOf(pattern: number): Groups {
    const { patternEnds, groups } = this.sections;
    const from = start(patternEnds, pattern);
    const length = patternEnds[pattern]! - from;
    return { length, at: (place) => (place < length ? this.group(groups[from + place]!) : undefined) };
  }

  /** Patterns share groups: each is made once. */
  private group(group: number): Group {
    this.groups[group] ??= this.groupAt(start(this.sections.groupEnds, group), this.sections.groupEnds[group]!);
    return this.groups[group];
  }

  private groupAt(from: number, to: number): Group {
    const { keys, literals } = this.sections;
    return new LiteralGroup(
      to - from,
      (place) => keys[literals[from + place]!]!,
      (place) => this.literal(literals[from + place]!),
    );
  }

  private literal(literal: number): string {
    const { literalEnds } = this.sections;
    this.text ??= this.texts.literals();
    this.literals[literal] ??= this.text.slice(start(literalEnds, literal), literalEnds[literal]);
    return this.literals[literal];
  }
}

/** A pattern of a file, its parts read when they are asked for. */
class CarriedPattern implements PatternData {
  private readonly book: Book;
  private readonly place: number;

  constructor(book: Book, place: number) {
    this.book = book;
    this.place = place;
  }

  get source(): string {
    return this.book.source(this.place);
  }

  get groups(): Groups {
    return this.book.groupsOf(this.place);
  }

  get literals(): PatternData['literals'] {
    const { groups } = this;
    return Array.from({ length: groups.length }, (_, i) => {
      const group = groups.at(i)!;
      return Array.from({ length: group.size }, (_, place) => group.literal(place));
    });
  }
}

/** The number of a thing, in the order they come; a new one is entered first. */
function numbered(numbers: Map<string, number>, thing: string, enter: () => void): number {
  const known = numbers.get(thing);
  if (known !== undefined) return known;
  enter();
  const number = numbers.size;
  numbers.set(thing, number);
  return number;
}

function addEnd(ends: number[], length: number): void {
  ends.push((ends.at(-1) ?? 0) + length);
}

/** Where the thing at a place begins: where the one before it ends. */
function start(ends: Uint32Array, place: number): number {
  return place === 0 ? 0 : ends[place - 1]!;
}
