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
  readonly numbers: PackNumbers;
}

/** By what they tell. Where things end, these being texts or lists that stand one behind the other, the next begins. */
export interface PackNumbers<N = Numbers> {
  readonly literalEnds: N;
  readonly keys: N;
  readonly expressionEnds: N;
  readonly groupEnds: N;
  /** The literals of the groups, those of each in the order they were entered, since so the numbers pack better. */
  readonly literals: N;
  readonly patternEnds: N;
  readonly groups: N;
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
  const literals = new Map<string, number>();
  const groups = new Map<string, number>();
  const numbers: PackNumbers<number[]> = {
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
      numbers.keys.push(scanKey(literal));
      addEnd(numbers.literalEnds, literal.length);
    });
  const enterGroup = (group: readonly string[]): number => {
    const members = group.map(enterLiteral).sort((a, b) => a - b);
    return numbered(groups, members.join(), () => {
      numbers.literals.push(...members);
      addEnd(numbers.groupEnds, members.length);
    });
  };
  const patterns = Object.values(lists).flat();
  for (const pattern of patterns) {
    numbers.groups.push(...pattern.literals.map(enterGroup));
    addEnd(numbers.patternEnds, pattern.literals.length);
    addEnd(numbers.expressionEnds, pattern.source.length);
  }
  return {
    head: {
      ...rest,
      lists: Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length])),
    },
    literals: [...literals.keys()].join(''),
    expressions: patterns.map(({ source }) => source).join(''),
    numbers,
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

/** The texts of a file, cut where its numbers say; each is read when it is first asked for. */
class Book {
  private readonly texts: Omit<CarriedPacks, 'head'>;
  private readonly numbers: PackNumbers;
  private readonly groups: (Group | undefined)[];
  private readonly literals: (string | undefined)[];
  private text: string | undefined;
  private expressions: string | undefined;

  constructor(texts: Omit<CarriedPacks, 'head'>) {
    this.numbers = texts.numbers();
    this.groups = unread(this.numbers.groupEnds.length);
    this.literals = unread(this.numbers.literalEnds.length);
    this.texts = texts;
  }

  source(pattern: number): string {
    const { expressionEnds } = this.numbers;
    this.expressions ??= this.texts.expressions();
    return this.expressions.slice(start(expressionEnds, pattern), expressionEnds.at(pattern));
  }

  /** How far the groups of a pattern reach in the list of all. */
  groupsEnd(pattern: number): number {
    return this.numbers.patternEnds.at(pattern)!;
  }

  /** The group at a place of the list of all. Patterns share groups: each is made once. */
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
      (place) => this.literal(literals.at(from + place)!),
    );
  }

  private literal(literal: number): string {
    const { literalEnds } = this.numbers;
    this.text ??= this.texts.literals();
    this.literals[literal] ??= this.text.slice(start(literalEnds, literal), literalEnds.at(literal));
    return this.literals[literal];
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
function start(ends: Numbers, place: number): number {
  return place === 0 ? 0 : ends.at(place - 1)!;
}
