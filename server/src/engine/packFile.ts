import { type Group, type Groups, LiteralGroup, scanKey, unread } from './literals.ts';
import type { CompiledPacks } from './pack.ts';
import type { PatternData } from './pattern.ts';

/**
 * Compiled packs as they are kept beside a program, quick to read: only what is asked for is made of it. Literals, the groups they form and
 * expressions are written once, whatever shares them. Texts stand one behind the other, those in Latin units apart: as texts of single
 * bytes they take half the room, and few files need both.
 */
export interface PackFile {
  readonly head: PackHead;
  readonly latinLiterals: string;
  readonly otherLiterals: string;
  readonly latinExpressions: string;
  readonly otherExpressions: string;
  readonly numbers: PackNumbers;
}

/** By what they tell. Where a thing ends, be it a text or a list, the next of its kind begins. Latin texts come first in a count of both. */
export interface PackNumbers<N = Numbers> {
  readonly latinLiteralEnds: N;
  readonly otherLiteralEnds: N;
  readonly latinExpressionEnds: N;
  readonly otherExpressionEnds: N;
  /** By literal. */
  readonly keys: N;
  readonly groupEnds: N;
  /** The literals of the groups, those of each in order: so the numbers pack better. */
  readonly literals: N;
  readonly patternEnds: N;
  /** The groups of the patterns. */
  readonly groups: N;
  /** By pattern. */
  readonly expressions: N;
}

/** An array of numbers, or what reads each when it is asked for. */
export interface Numbers {
  readonly length: number;
  at(place: number): number | undefined;
}

/** What is read at once. */
export interface PackHead extends Omit<CompiledPacks, 'lists'> {
  /** How many patterns each list has. */
  readonly lists: Readonly<Record<string, number>>;
}

/** A file whose texts are asked for when they are needed. */
export type CarriedPacks = { readonly [K in keyof PackFile]: K extends 'head' ? PackFile[K] : () => PackFile[K] };

export function writePackFile({ lists, ...rest }: CompiledPacks): PackFile {
  const patterns = Object.values(lists).flat();
  const literals = numbered(patterns.flatMap((pattern) => pattern.literals.flat()));
  const expressions = numbered(patterns.map(({ source }) => source));
  const setOf = (group: readonly string[]): string => String(group.map((literal) => literals.places.get(literal)!).sort((a, b) => a - b));
  const groups = new Map<string, number>();
  for (const set of patterns.flatMap((pattern) => pattern.literals.map(setOf))) if (!groups.has(set)) groups.set(set, groups.size);
  const sets = [...groups.keys()].map((set) => set.split(',').map(Number));
  return {
    head: {
      ...rest,
      lists: Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length])),
    },
    latinLiterals: literals.latin.join(''),
    otherLiterals: literals.others.join(''),
    latinExpressions: expressions.latin.join(''),
    otherExpressions: expressions.others.join(''),
    numbers: {
      latinLiteralEnds: ends(literals.latin),
      otherLiteralEnds: ends(literals.others),
      latinExpressionEnds: ends(expressions.latin),
      otherExpressionEnds: ends(expressions.others),
      keys: [...literals.places.keys()].map((literal) => scanKey(literal)),
      groupEnds: ends(sets),
      literals: sets.flat(),
      patternEnds: ends(patterns.map((pattern) => pattern.literals)),
      groups: patterns.flatMap((pattern) => pattern.literals.map((group) => groups.get(setOf(group))!)),
      expressions: patterns.map(({ source }) => expressions.places.get(source)!),
    },
  };
}

export function readPackFile({ head: { lists, ...rest }, ...texts }: CarriedPacks): CompiledPacks {
  const book = new Book(texts);
  const made: Record<string, readonly PatternData[]> = {};
  let place = 0;
  let from = 0;
  for (const [name, length] of Object.entries(lists)) {
    const list: PatternData[] = [];
    for (const end = place + length; place < end; place++) {
      const pattern = new CarriedPattern(book, place, from);
      from += pattern.length;
      list.push(pattern);
    }
    made[name] = list;
  }
  return { ...rest, lists: made };
}

/** What patterns are made of; each part is made once, when it is first asked for. */
class Book {
  private readonly numbers: PackNumbers;
  private readonly literals: Texts;
  private readonly expressions: Texts;
  private readonly groups: (Group | undefined)[];

  constructor(texts: Omit<CarriedPacks, 'head'>) {
    const numbers = texts.numbers();
    const { latinLiteralEnds, otherLiteralEnds, latinExpressionEnds, otherExpressionEnds } = numbers;
    this.numbers = numbers;
    this.literals = new Texts(new Row(texts.latinLiterals, latinLiteralEnds), new Row(texts.otherLiterals, otherLiteralEnds));
    this.expressions = new Texts(
      new Row(texts.latinExpressions, latinExpressionEnds),
      new Row(texts.otherExpressions, otherExpressionEnds),
    );
    this.groups = unread(numbers.groupEnds.length);
  }

  source(pattern: number): string {
    return this.expressions.at(this.numbers.expressions.at(pattern)!);
  }

  /** How far the groups of a pattern reach in the list of all. */
  groupsEnd(pattern: number): number {
    return this.numbers.patternEnds.at(pattern)!;
  }

  /** The group at a place of the list of all. */
  group(place: number): Group {
    const group = this.numbers.groups.at(place)!;
    this.groups[group] ??= this.groupAt(start(this.numbers.groupEnds, group), this.numbers.groupEnds.at(group)!);
    return this.groups[group];
  }

  private groupAt(from: number, to: number): Group {
    const { keys, literals } = this.numbers;
    return new LiteralGroup(
      to - from,
      (place) => keys.at(literals.at(from + place)!)!,
      (place) => this.literals.at(literals.at(from + place)!),
    );
  }
}

/** Texts in two rows. */
class Texts {
  private readonly latin: Row;
  private readonly others: Row;
  private readonly known: (string | undefined)[];

  constructor(latin: Row, others: Row) {
    this.latin = latin;
    this.others = others;
    this.known = unread(latin.length + others.length);
  }

  at(place: number): string {
    const { latin } = this;
    this.known[place] ??= place < latin.length ? latin.at(place) : this.others.at(place - latin.length);
    return this.known[place];
  }
}

/** Texts that stand one behind the other, and where each ends. */
class Row {
  private readonly read: () => string;
  private readonly ends: Numbers;
  private text: string | undefined;

  constructor(read: () => string, ends: Numbers) {
    this.read = read;
    this.ends = ends;
  }

  get length(): number {
    return this.ends.length;
  }

  at(place: number): string {
    this.text ??= this.read();
    return this.text.slice(start(this.ends, place), this.ends.at(place));
  }
}

/** A pattern of a file, its parts read when they are asked for. */
class CarriedPattern implements PatternData, Groups {
  readonly length: number;
  private readonly book: Book;
  private readonly place: number;
  private readonly from: number;

  /** `from`: where its groups begin. */
  constructor(book: Book, place: number, from: number) {
    this.length = book.groupsEnd(place) - from;
    this.book = book;
    this.place = place;
    this.from = from;
  }

  get source(): string {
    return this.book.source(this.place);
  }

  get groups(): Groups {
    return this;
  }

  at(place: number): Group | undefined {
    return place < this.length ? this.book.group(this.from + place) : undefined;
  }

  get literals(): PatternData['literals'] {
    return Array.from({ length: this.length }, (_, i) => {
      const group = this.at(i)!;
      return Array.from({ length: group.size }, (_, place) => group.literal(place));
    });
  }
}

/** Texts, each once, in the order they come but those in Latin units first; and the place of each. */
function numbered(
  texts: readonly string[],
): Readonly<Record<'latin' | 'others', readonly string[]>> & { readonly places: Map<string, number> } {
  const isLatin = (text: string): boolean => /^[\0-\xff]*$/u.test(text);
  const distinct = [...new Set(texts)];
  const latin = distinct.filter(isLatin);
  const others = distinct.filter((text) => !isLatin(text));
  return { latin, others, places: new Map([...latin, ...others].map((text, place) => [text, place])) };
}

function ends(things: readonly { readonly length: number }[]): number[] {
  let end = 0;
  return things.map(({ length }) => {
    end += length;
    return end;
  });
}

/** Where the thing at a place begins: where the one before it ends. */
function start(ends: Numbers, place: number): number {
  return place === 0 ? 0 : ends.at(place - 1)!;
}
