import { normalise } from '../../text/normalise.ts';
import { contains } from '../../text/span.ts';
import type { Find, ListSink, Speaker, Wanted } from '../condition.ts';
import type { ConfigProblem, ConfigProblemCode } from '../config/problem.ts';
import type { ReadFile } from '../config/readYaml.ts';
import { near } from '../config/shape.ts';
import { expandClasses, PackError } from '../pack.ts';
import type { PatternData } from '../pattern.ts';
import { countOfPairs, LEAST_PAIRS, likePattern } from './likePattern.ts';
import { linearPattern } from './linearPattern.ts';
import type { PackData } from './packShape.ts';
import type { PackWorld } from './teamPack.ts';
import { wordPattern } from './wordPattern.ts';

/** Most words that the classes in one may come to. */
const MOST_WORDS = 500;
/** Longest pattern, once its classes are put in. */
const MOST_UNITS = 20_000;

/** The lists of one pack: those it names, and those its conditions make as they are compiled. */
export class ListTable implements ListSink {
  readonly lists: Record<string, readonly PatternData[]> = {};
  private readonly path: string;
  private readonly file: ReadFile<PackData>;
  private readonly classes: Readonly<Record<string, readonly string[]>>;
  private readonly world: PackWorld;
  private readonly problems: ConfigProblem[];
  private readonly own: ReadonlySet<string>;
  private readonly name: string;
  /** How long each class gets. */
  private readonly lengths = new Map<string, number>();

  constructor(path: string, data: PackData, file: ReadFile<PackData>, world: PackWorld, problems: ConfigProblem[]) {
    this.path = path;
    this.file = file;
    this.world = world;
    this.problems = problems;
    this.classes = data.classes ?? {};
    this.name = data.pack ?? '';
    this.own = new Set(Object.keys(data.lists ?? {}));
    for (const [name, patterns] of Object.entries(data.lists ?? {})) {
      this.lists[this.nameOf(name)] = patterns.flatMap((text, i) => this.made({ kind: 'pattern', text, at: `lists.${name}[${i}]` }));
    }
  }

  /** The name of a list of this pack, which no other pack has. */
  nameOf(list: string): string {
    return `${this.path}#${list}`;
  }

  add(wanted: readonly Wanted[]): string {
    const name = this.nameOf(wanted[0]!.at);
    this.lists[name] = wanted.flatMap((one) => this.made(one));
    return name;
  }

  list(name: string, at: string): string | undefined {
    const bare = name.startsWith(`${this.name}/`) ? name.slice(this.name.length + 1) : name;
    if (this.own.has(bare)) return this.nameOf(bare);
    if (this.world.lists.has(name)) return name;
    return this.fault(at, 'no-list', { words: name, ...near(name, [...this.own, ...this.world.lists]) });
  }

  act(name: string, at: string, speaker: Speaker): Pick<Find, 'lists' | 'unless'> | undefined {
    const own = this.world.acts.filter(({ actor }) => (speaker === 'anyone' ? actor !== 'event' : actor === speaker));
    const found = own.filter(({ act }) => act === name);
    const known = [...new Set(own.map(({ act }) => act))].sort();
    if (found.length === 0) return this.fault(at, 'no-act', { words: name, known: known.join(', '), ...near(name, known) });
    return { lists: found.flatMap(({ any }) => any), unless: found.flatMap(({ unless = [] }) => unless) };
  }

  /** Notes something wrong with the value of that name. */
  fault(at: string, code: ConfigProblemCode, data: Readonly<Record<string, string>>): undefined {
    const span = this.file.values.get(at) ?? this.file.keys.get(at) ?? { start: 0, end: 0 };
    this.problems.push(this.file.problem({ span, code, data }));
  }

  /** True when something has been noted within the value of that name. */
  isFaulty(at: string): boolean {
    const span = this.file.values.get(at);
    return span !== undefined && this.problems.some((problem) => contains(span, problem.span));
  }

  private made({ kind, text, at, similarity }: Wanted): readonly PatternData[] {
    if (kind === 'pattern') return this.pattern(text, at);
    if (kind === 'word') return [...new Set(this.spelt(text, at))].map(wordPattern);
    const sentence = this.plain(text);
    if (countOfPairs(sentence) < LEAST_PAIRS) this.fault(at, 'short-sentence', { words: text });
    return countOfPairs(sentence) < LEAST_PAIRS ? [] : [likePattern(sentence, similarity!)];
  }

  private pattern(text: string, at: string): readonly PatternData[] {
    if (this.lengthOf(text) > MOST_UNITS) return this.fault(at, 'class-cycle', { words: text }) ?? [];
    let expanded: string;
    try {
      expanded = expandClasses(text, this.classes);
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      const missing = [...text.matchAll(/\{([a-z][\w-]*)\}/gu)].find(([, name]) => !Object.hasOwn(this.classes, name!))?.[1];
      if (missing === undefined) this.fault(at, 'class-cycle', { words: text });
      else this.fault(at, 'no-class', { words: missing, ...near(missing, Object.keys(this.classes)) });
      return [];
    }
    const made = linearPattern(this.folded(expanded));
    if ('patterns' in made) return made.patterns;
    const code = made.why === 'empty' ? 'empty-pattern' : made.why === 'large' ? 'large-pattern' : 'bad-pattern';
    this.fault(at, code, { words: code === 'bad-pattern' ? made.why : text });
    return [];
  }

  /** How long a pattern gets once its classes are put in; without end where they go round in a circle. */
  private lengthOf(text: string): number {
    let length = text.length;
    for (const [, name] of text.matchAll(new RegExp(CLASS.source, 'gu'))) {
      if (!Object.hasOwn(this.classes, name!)) continue;
      let own = this.lengths.get(name!);
      if (own === undefined) {
        // Met again before it is known, it is part of itself.
        this.lengths.set(name!, Infinity);
        own = this.classes[name!]!.reduce((sum, word) => sum + this.lengthOf(word) + 1, 4);
        this.lengths.set(name!, own);
      }
      length += own;
    }
    return length;
  }

  /** Every word that a word with classes in it stands for, in normal text. */
  private spelt(text: string, at: string): string[] {
    let words = [text];
    for (let depth = 0; words.some((word) => CLASS.test(word)); depth++) {
      if (depth > 8 || words.length > MOST_WORDS) {
        this.fault(at, 'class-cycle', { words: text });
        return [];
      }
      const next: string[] = [];
      for (const word of words) {
        const name = CLASS.exec(word)?.[1];
        const members = name === undefined ? [] : Object.hasOwn(this.classes, name) ? this.classes[name]! : undefined;
        if (!members) return this.fault(at, 'no-class', { words: name!, ...near(name!, Object.keys(this.classes)) }) ?? [];
        if (name === undefined) next.push(word);
        else next.push(...members.map((member) => word.replace(CLASS, () => member)));
        if (next.length > MOST_WORDS) return this.fault(at, 'class-cycle', { words: text }) ?? [];
      }
      words = next;
    }
    const plain = words.map((word) => this.plain(word));
    if (plain.every((word) => /[\p{L}\p{N}]/u.test(word))) return plain;
    return this.fault(at, 'no-word', { words: text }) ?? [];
  }

  /** As normal text has it. */
  private plain(text: string): string {
    return normalise(this.world.folds, text).text.trim().replace(/\s+/gu, ' ');
  }

  /** Han in patterns as normal text has it; what is not Han may mean something there. */
  private folded(pattern: string): string {
    const { folds } = this.world;
    return pattern.replace(/\p{Script=Han}/gu, (char) => (char.length === 1 ? String.fromCharCode(folds[char.charCodeAt(0)]!) : char));
  }
}

const CLASS = /\{([a-z][\w-]*)\}/u;
