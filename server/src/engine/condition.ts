/** Who says something. */
export type Speaker = 'agent' | 'customer' | 'anyone';
/** The stretch within which the parts of a condition must come together. */
export type Unit = 'sentence' | 'turn' | 'dialogue';

/** A condition as its author writes it. What is given together must hold together. */
export interface ConditionSource {
  readonly speaker?: Speaker;
  readonly in?: Unit;
  readonly any?: readonly ItemSource[];
  readonly or?: readonly ItemSource[];
  readonly all?: readonly ItemSource[];
  readonly and?: readonly ItemSource[];
  readonly none?: readonly ItemSource[];
  /** With `atLeast`: so many of these. */
  readonly of?: readonly ItemSource[];
  readonly atLeast?: number;
  readonly pattern?: string | readonly string[];
  readonly act?: string | readonly string[];
  readonly list?: string | readonly string[];
  readonly like?: string | readonly string[];
  /** How like the sentences of `like`, in percent. */
  readonly similarity?: number;
  readonly not?: ConditionSource;
  /** Words or patterns that, over the same words, take a hit back. */
  readonly except?: readonly ItemSource[];
  readonly first?: number;
  readonly last?: number;
  readonly nth?: number;
  readonly count?: number | { readonly atLeast?: number; readonly atMost?: number };
  readonly after?: NearSource;
  readonly before?: NearSource;
  readonly around?: NearSource;
}

/** Words, or a condition of its own. */
export type ItemSource = string | ConditionSource;

/** A condition on another place of the dialogue, so many turns away at most. */
export interface NearSource extends ConditionSource {
  readonly within?: number;
}

/** Lists to look for, any of which counts, and how their author put it. */
export interface Find {
  readonly lists: readonly string[];
  /** Lists that, over the same words, take a match back. */
  readonly unless?: readonly string[];
  readonly says: readonly string[];
}

export type Item = Find | Plan;

/** One thing that must be there. */
export type Part =
  | { readonly op: 'any'; readonly of: readonly Item[] }
  | { readonly op: 'all'; readonly of: readonly Item[] }
  | { readonly op: 'atLeast'; readonly n: number; readonly of: readonly Item[] };

export interface Near {
  readonly side: 'after' | 'before' | 'around';
  readonly within?: number;
  readonly plan: Plan;
}

/**
 * A condition made ready. Its hits are those of its first part (the whole unit where there is no part), without those
 * that `except` covers, where `none` of the items and not `not` hold, and where they stand as the rest says.
 */
export interface Plan {
  readonly speaker: Speaker;
  readonly unit: Unit;
  readonly parts: readonly Part[];
  readonly none: readonly Item[];
  readonly except?: Find;
  readonly not?: Plan;
  readonly near: readonly Near[];
  readonly first?: number;
  readonly last?: number;
  readonly nth?: number;
  readonly count?: { readonly atLeast: number; readonly atMost?: number };
}

/** A thing to look for, before it is put into a list. */
export interface Wanted {
  readonly kind: 'word' | 'pattern' | 'like';
  readonly text: string;
  readonly similarity?: number;
  /** Full name of its place in the file. */
  readonly at: string;
}

/** Where the compiler of conditions puts what it meets. */
export interface ListSink {
  /** Makes a list of what is wanted, and gives its name. */
  add(wanted: readonly Wanted[]): string;
  /** The name of a list that is there; undefined where there is none (which has been said then). */
  list(name: string, at: string): string | undefined;
  /** The lists by which an act of a speaker is known; undefined where there is none of that name. */
  act(name: string, at: string, speaker: Speaker): Pick<Find, 'lists' | 'unless'> | undefined;
}

/** How like a sentence must be where the author does not say, in percent. */
const ALIKE = 70;

/** Makes a condition ready. `at` is its full name in the file; `speaker` and `unit` are what it takes over. */
export function planOf(source: ConditionSource, at: string, sink: ListSink, speaker: Speaker = 'agent', unit: Unit = 'turn'): Plan {
  const own = { speaker: source.speaker ?? speaker, unit: source.in ?? unit };
  const { count } = source;
  const compiler = new Compiler(sink, own.speaker, own.unit);
  const excepted = compiler.finds(source.except ?? [], `${at}.except`);
  const except = { lists: excepted.flatMap((find) => find.lists), says: excepted.flatMap((find) => find.says) };
  return {
    ...own,
    parts: compiler.parts(source, at),
    none: source.none ? compiler.items(source.none, `${at}.none`) : [],
    ...(excepted.length > 0 ? { except } : {}),
    ...(source.not ? { not: compiler.plan(source.not, `${at}.not`) } : {}),
    near: SIDES.flatMap((side) => {
      const near = source[side];
      if (!near) return [];
      const within = near.within === undefined ? {} : { within: near.within };
      return [{ side, ...within, plan: planOf(near, `${at}.${side}`, sink, own.speaker, 'turn') }];
    }),
    ...(source.first === undefined ? {} : { first: source.first }),
    ...(source.last === undefined ? {} : { last: source.last }),
    ...(source.nth === undefined ? {} : { nth: source.nth }),
    ...(count === undefined ? {} : { count: typeof count === 'number' ? { atLeast: count } : { ...count, atLeast: count.atLeast ?? 1 } }),
  };
}

const SIDES = ['after', 'before', 'around'] as const;

class Compiler {
  private readonly sink: ListSink;
  private readonly speaker: Speaker;
  private readonly unit: Unit;

  constructor(sink: ListSink, speaker: Speaker, unit: Unit) {
    this.sink = sink;
    this.speaker = speaker;
    this.unit = unit;
  }

  parts(source: ConditionSource, at: string): Part[] {
    const parts: Part[] = [];
    for (const key of ['any', 'or'] as const) if (source[key]) parts.push({ op: 'any', of: this.items(source[key], `${at}.${key}`) });
    for (const key of ['all', 'and'] as const) if (source[key]) parts.push({ op: 'all', of: this.each(source[key], `${at}.${key}`) });
    if (source.of) parts.push({ op: 'atLeast', n: source.atLeast ?? 1, of: this.each(source.of, `${at}.of`) });
    const leaf = this.found([this.gather(source, at)]);
    if (leaf.length > 0) parts.push({ op: 'any', of: leaf });
    return parts;
  }

  plan(source: ConditionSource, at: string): Plan {
    return planOf(source, at, this.sink, this.speaker, this.unit === 'dialogue' ? 'turn' : this.unit);
  }

  /** Items of which any counts: what can be looked for at once is. */
  items(sources: readonly ItemSource[], at: string): Item[] {
    const others = sources.flatMap((s, i) => (typeof s === 'string' || isLeaf(s) ? [] : [this.plan(s, `${at}[${i}]`)]));
    return [...this.finds(sources, at), ...others];
  }

  /** What is to be looked for among items, all words at once. */
  finds(sources: readonly ItemSource[], at: string): Find[] {
    return this.found(sources.flatMap((s, i) => this.gathered(s, `${at}[${i}]`)));
  }

  private each(sources: readonly ItemSource[], at: string): Item[] {
    return sources.flatMap((s, i): Item[] => {
      const name = `${at}[${i}]`;
      if (typeof s !== 'string' && !isLeaf(s)) return [this.plan(s, name)];
      const found = this.found(this.gathered(s, name));
      if (found.length < 2) return found;
      return [{ speaker: this.speaker, unit: this.unit, parts: [{ op: 'any', of: found }], none: [], near: [] }];
    });
  }

  private gathered(source: ItemSource, at: string): Gathered[] {
    if (typeof source === 'string') return [{ wanted: [{ kind: 'word', text: source, at }], lists: [], says: [source], acts: [] }];
    return isLeaf(source) ? [this.gather(source, at)] : [];
  }

  /** One find for all that is wanted, and one for each act that has exceptions of its own. */
  private found(gathered: readonly Gathered[]): Find[] {
    const wanted = gathered.flatMap((g) => g.wanted);
    const lists = [...gathered.flatMap((g) => g.lists), ...(wanted.length > 0 ? [this.sink.add(wanted)] : [])];
    const acts = gathered.flatMap((g) => g.acts);
    return lists.length === 0 ? acts : [{ lists, says: gathered.flatMap((g) => g.says) }, ...acts];
  }

  private gather(source: ConditionSource, at: string): Gathered {
    const wanted: Wanted[] = [];
    const lists: string[] = [];
    const says: string[] = [];
    const acts: Find[] = [];
    for (const [text, name] of named(source.pattern, `${at}.pattern`)) {
      wanted.push({ kind: 'pattern', text, at: name });
      says.push(`/${text}/`);
    }
    for (const [text, name] of named(source.like, `${at}.like`)) {
      wanted.push({ kind: 'like', text, at: name, similarity: source.similarity ?? ALIKE });
      says.push(`\u2248 ${text}`);
    }
    for (const [text, name] of named(source.list, `${at}.list`)) {
      lists.push(...[this.sink.list(text, name) ?? []].flat());
      says.push(`list: ${text}`);
    }
    for (const [text, name] of named(source.act, `${at}.act`)) {
      const act = this.sink.act(text, name, this.speaker);
      if (act) acts.push({ ...act, says: [`act: ${text}`] });
    }
    return { wanted, lists, says, acts };
  }
}

interface Gathered {
  readonly wanted: readonly Wanted[];
  readonly lists: readonly string[];
  readonly says: readonly string[];
  readonly acts: readonly Find[];
}

const LEAVES: ReadonlySet<string> = new Set(['pattern', 'like', 'similarity', 'act', 'list']);

/** True for a condition that only names something to look for. */
function isLeaf(source: ConditionSource): boolean {
  return Object.keys(source).every((key) => LEAVES.has(key));
}

function named(value: string | readonly string[] | undefined, at: string): (readonly [string, string])[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [[value, at]] : value.map((text, i) => [text, `${at}[${i}]`]);
}
