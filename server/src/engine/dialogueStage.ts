import type { Dialogue } from '../dialogue/dialogues.ts';
import type { Role, Turn } from '../dialogue/model.ts';
import { waysOf } from '../dialogue/paths.ts';
import type { Near, Plan } from './condition.ts';
import { type Hit, hitsIn, type Stage, whole } from './evaluate.ts';
import { countWhile } from './matches.ts';
import type { Hear } from './rule.ts';

/** An item of a dialogue, or the entry of a scene, with those that may come next. */
interface Node {
  readonly scene: number;
  /** -1 for the entry of the scene. */
  readonly item: number;
  readonly turn: Turn | undefined;
  readonly next: number[];
  readonly previous: number[];
}

/** A dialogue as conditions ask about it. What was found is remembered, so that each condition is looked for once in each turn. */
export class DialogueStage implements Stage {
  private readonly nodes: readonly Node[];
  private readonly hear: Hear;
  /** The entries of the scenes a conversation may begin with. */
  private readonly starts: ReadonlySet<number>;
  private readonly index = new Map<Turn, number>();
  private readonly said: (readonly Hit[] | undefined)[] = [];
  private readonly found = new Map<Plan, readonly (readonly Hit[])[]>();
  private readonly numbered = new Map<Plan, readonly (readonly Hit[])[]>();
  private readonly away = new Map<Plan, Map<Near['side'], Reach>>();
  private readonly places = new Map<string, Int32Array>();

  constructor(dialogue: Dialogue, hear: Hear) {
    this.hear = hear;
    this.nodes = nodesOf(dialogue);
    this.starts = new Set(this.nodes.flatMap(({ scene, item }, i) => (item < 0 && dialogue.starts.includes(scene) ? [i] : [])));
    this.nodes.forEach(({ turn }, i) => {
      if (turn) this.index.set(turn, i);
    });
  }

  turns(): readonly (readonly Hit[])[] {
    return this.nodes.map((_, i) => this.turn(i));
  }

  hitsOf(plan: Plan): readonly Hit[] {
    return this.raw(plan).flat();
  }

  /** The hits of a plan by turn, in order. */
  byTurn(plan: Plan): readonly (readonly Hit[])[] {
    const raw = this.raw(plan);
    if (plan.nth === undefined) return raw;
    const known = this.numbered.get(plan);
    if (known) return known;
    const wanted = raw.flat()[plan.nth - 1];
    const found = raw.map((hits) => hits.filter((hit) => hit === wanted));
    this.numbered.set(plan, found);
    return found;
  }

  near(hit: Hit, { side, within = Infinity, plan }: Near): Hit | undefined {
    const at = this.index.get(hit.speech.turn);
    if (at === undefined) return undefined;
    if (side === 'around') return this.near(hit, { side: 'after', within, plan }) ?? this.near(hit, { side: 'before', within, plan });
    const found = this.byTurn(plan);
    const here = found[at]!;
    const same = side === 'after' ? lastBefore(here, hit) : firstBehind(here, hit);
    if (same) return same;
    const { steps, origins } = this.reach(plan, side);
    if (steps[at] === FAR || steps[at]! > within) return undefined;
    return side === 'after' ? found[origins[at]!]!.at(-1) : found[origins[at]!]![0];
  }

  isAmong(hit: Hit, end: 'first' | 'last', most: number): boolean {
    const at = this.index.get(hit.speech.turn);
    return at !== undefined && this.numbers(hit.speech.turn.role, end)[at]! <= most;
  }

  private turn(i: number): readonly Hit[] {
    const { scene, item, turn } = this.nodes[i]!;
    this.said[i] ??= (turn?.utterances ?? []).map((_, utterance) => whole(this.hear(scene, item, utterance)));
    return this.said[i];
  }

  /** The hits of a plan by turn, whatever number `nth` wants. */
  private raw(plan: Plan): readonly (readonly Hit[])[] {
    const known = this.found.get(plan);
    if (known) return known;
    const { nth: _, ...any } = plan;
    const found = plan.unit === 'dialogue' ? this.throughout(any) : this.nodes.map((_, i) => hitsIn(any, this.turn(i), this));
    this.found.set(plan, found);
    return found;
  }

  /** Of a condition about the whole dialogue, the hits turn by turn. */
  private throughout(plan: Plan): Hit[][] {
    const found: Hit[][] = this.nodes.map(() => []);
    for (const hit of hitsIn(plan, this.turns().flat(), this)) found[this.index.get(hit.speech.turn)!]!.push(hit);
    return found;
  }

  /** How many turns before (behind) each turn the nearest hit of the plan is, on the shortest way, and in which turn. */
  private reach(plan: Plan, side: 'after' | 'before'): Reach {
    const sides = this.away.get(plan) ?? new Map<Near['side'], Reach>();
    this.away.set(plan, sides);
    const known = sides.get(side);
    if (known) return known;
    const way = side === 'after' ? 'next' : 'previous';
    const starts = this.byTurn(plan).flatMap((hits, i) => (hits.length > 0 ? this.nodes[i]![way].map((to) => ({ to, origin: i })) : []));
    const made = this.spread(starts, way, (i) => (this.nodes[i]!.turn ? 1 : 0));
    sides.set(side, made);
    return made;
  }

  /** For each turn of a speaker, which of theirs it is, from one end, on the shortest way. */
  private numbers(role: Role, end: 'first' | 'last'): Int32Array {
    const key = `${role} ${end}`;
    const known = this.places.get(key);
    if (known) return known;
    const ends = this.nodes.flatMap((node, i) =>
      (end === 'first' ? this.starts.has(i) : node.next.length === 0) ? [{ to: i, origin: i }] : [],
    );
    const { steps } = this.spread(ends, end === 'first' ? 'next' : 'previous', (i) => (this.nodes[i]!.turn?.role === role ? 1 : 0));
    this.places.set(key, steps);
    return steps;
  }

  /** Goes on from some items, nearest first, each item once: `costs` of an item counts where it is come to. */
  private spread(starts: readonly { readonly to: number; readonly origin: number }[], way: Way, costs: (i: number) => number): Reach {
    const steps = new Int32Array(this.nodes.length).fill(FAR);
    const origins = new Int32Array(this.nodes.length);
    let layer: { readonly i: number; readonly origin: number }[] = [];
    let later: typeof layer = [];
    const come = (i: number, origin: number): void => {
      if (steps[i] === FAR) (costs(i) === 0 ? layer : later).push({ i, origin });
    };
    for (const { to, origin } of starts) come(to, origin);
    for (let at = 0; layer.length > 0 || later.length > 0; at++) {
      for (let k = 0; k < layer.length; k++) {
        const { i, origin } = layer[k]!;
        if (steps[i] !== FAR) continue;
        steps[i] = at;
        origins[i] = origin;
        for (const to of this.nodes[i]![way]) come(to, origin);
      }
      layer = later;
      later = [];
    }
    return { steps, origins };
  }
}

/** The least number of turns to each item, and the turn it is reached from. */
interface Reach {
  readonly steps: Int32Array;
  readonly origins: Int32Array;
}

type Way = 'next' | 'previous';
const FAR = 0x7fffffff;

/** The items of a dialogue in order, each with those that may follow it. */
function nodesOf(dialogue: Dialogue): Node[] {
  const { scenes } = dialogue;
  const nodes: Node[] = [];
  const entries = scenes.map(({ items }, scene) => {
    const entry = nodes.push({ scene, item: -1, turn: undefined, next: [], previous: [] }) - 1;
    for (const [item, one] of items.entries()) {
      nodes.push({ scene, item, turn: one.kind === 'turn' ? one : undefined, next: [], previous: [] });
      if (item === 0 || items[item - 1]!.kind !== 'jump') join(nodes, nodes.length - 2, nodes.length - 1);
    }
    return entry;
  });
  for (const [scene, ways] of waysOf(dialogue).entries())
    for (const { item, to } of ways) join(nodes, entries[scene]! + 1 + item, entries[to]!);
  return nodes;
}

function join(nodes: readonly Node[], from: number, to: number): void {
  nodes[from]!.next.push(to);
  nodes[to]!.previous.push(from);
}

/** The last of some hits of a turn that ends before another begins. */
function lastBefore(hits: readonly Hit[], hit: Hit): Hit | undefined {
  const place = placeIn(hit);
  return hits[countWhile(hits, (other) => isBefore(placeIn(other), place)) - 1];
}

/** The first of some hits of a turn that begins behind another. */
function firstBehind(hits: readonly Hit[], hit: Hit): Hit | undefined {
  const place = placeIn(hit);
  return hits[countWhile(hits, (other) => !isBefore(place, placeIn(other)))];
}

interface Place {
  readonly utterance: number;
  readonly start: number;
  readonly end: number;
}

function placeIn({ speech: { turn, utterance }, span }: Hit): Place {
  return { utterance: turn.utterances.length === 1 ? 0 : turn.utterances.indexOf(utterance), ...span };
}

function isBefore(a: Place, b: Place): boolean {
  return a.utterance === b.utterance ? a.end <= b.start : a.utterance < b.utterance;
}
