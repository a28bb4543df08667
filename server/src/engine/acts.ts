import type { Role } from '../dialogue/model.ts';
import { overlaps } from '../text/span.ts';
import type { Lexicon } from './lexicon.ts';
import type { CompiledPacks } from './pack.ts';
import type { Match } from './pattern.ts';
import type { Speech } from './speech.ts';

/** Whose doing an act is: what an agent says, a customer says, or a stage direction tells. */
export type Actor = Exclude<Role, 'narrator'> | 'event';

/** An act as a pack describes it: what an utterance does, known by lists of patterns. */
export interface ActData {
  readonly act: string;
  readonly actor: Actor;
  /** Lists any of which is the act. */
  readonly any: readonly string[];
  /** Lists that, matching over the same words, take it back. */
  readonly unless?: readonly string[];
}

/** An act with its bit among the acts of its actor. */
interface Act extends ActData {
  readonly bit: number;
}

/** One act in an utterance: the words that do it. */
export interface Doing {
  readonly act: string;
  readonly match: Match;
}

/** The bits of all acts. */
const EVERY = -1;

/** So many acts of one actor fit into the bits of a number. */
const MOST = 31;

/** The acts there are, by actor. */
export class ActTable {
  private readonly byActor: Readonly<Record<Actor, readonly Act[]>>;
  /** For every list, the bits of the acts that it makes. */
  private readonly byList: Readonly<Record<Actor, ReadonlyMap<string, number>>>;
  private readonly lists: ReadonlySet<string>;

  constructor(acts: readonly ActData[]) {
    const of = (actor: Actor): Act[] => {
      const own = acts.filter((act) => act.actor === actor);
      if (own.length > MOST) throw new Error(`${own.length} acts of ${actor}s: there are bits for ${MOST}`);
      return own.map((act, i) => ({ ...act, bit: 1 << i }));
    };
    this.byActor = { agent: of('agent'), customer: of('customer'), event: of('event') };
    this.byList = {
      agent: bitsByList(this.byActor.agent),
      customer: bitsByList(this.byActor.customer),
      event: bitsByList(this.byActor.event),
    };
    this.lists = new Set(acts.flatMap((act) => act.any));
  }

  /** True for a list that makes an act. */
  isHeard(list: string): boolean {
    return this.lists.has(list);
  }

  /** True when every text is scanned for every act. */
  areScanned(lexicon: Lexicon): boolean {
    return [...this.lists].every((list) => lexicon.set(list).scanned);
  }

  /** What a speech does, as the bits of its acts; of those that are `possible`. */
  recognise(speech: Speech, actor: Actor, possible = EVERY): number {
    let bits = 0;
    for (const act of this.byActor[actor]) if ((act.bit & possible) !== 0 && isDone(speech, act)) bits |= act.bit;
    return bits;
  }

  /** The bits of the acts of which a list may match, where every text is scanned for every act. */
  possible(speech: Speech, actor: Actor): number {
    const byList = this.byList[actor];
    let bits = 0;
    for (const { name } of speech.stirred()) bits |= byList.get(name) ?? 0;
    return bits;
  }

  /** The words by which a speech does any of some acts, in order. */
  find(speech: Speech, actor: Actor, acts: number): Doing[] {
    return this.byActor[actor]
      .filter(({ bit }) => (bit & acts) !== 0)
      .flatMap((act) => doneBy(speech, act).map((match) => ({ act: act.act, match })))
      .sort((a, b) => a.match.span.start - b.match.span.start || b.match.span.end - a.match.span.end);
  }

  /** The bits of the acts that go by some of these names. */
  bits(actor: Actor, names: readonly string[]): number {
    return this.byActor[actor].reduce((bits, { act, bit }) => (names.includes(act) ? bits | bit : bits), 0);
  }

  /** The names of the acts in a set of bits. */
  names(actor: Actor, acts: number): string[] {
    return this.byActor[actor].filter(({ bit }) => (bit & acts) !== 0).map(({ act }) => act);
  }
}

/** The bits of some acts of one actor, for a rule to compare with. Throws on a name no pack has. */
export function acts({ acts: all }: Pick<CompiledPacks, 'acts'>, actor: Actor, ...names: readonly string[]): number {
  const own = all.filter((act) => act.actor === actor);
  return names.reduce((bits, name) => {
    const at = own.findIndex(({ act }) => act === name);
    if (at < 0) throw new Error(`no act of ${actor}s named ${name}`);
    return bits | (1 << at);
  }, 0);
}

function bitsByList(acts: readonly Act[]): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const { any, bit } of acts) for (const list of any) bits.set(list, (bits.get(list) ?? 0) | bit);
  return bits;
}

function isDone(speech: Speech, act: Act): boolean {
  if (!act.any.some((list) => speech.has(list))) return false;
  return !act.unless?.some((list) => speech.has(list)) || doneBy(speech, act).length > 0;
}

function doneBy(speech: Speech, { any, unless }: Act): Match[] {
  const found = any.flatMap((list) => speech.find(list));
  if (found.length === 0 || !unless) return found;
  const taken = unless.flatMap((list) => speech.find(list));
  return found.filter(({ span }) => !taken.some(({ whole }) => overlaps(whole, span)));
}
