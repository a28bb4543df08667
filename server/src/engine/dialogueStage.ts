import type { Dialogue } from '../dialogue/dialogues.ts';
import type { Role, Turn } from '../dialogue/model.ts';
import { waysOf } from '../dialogue/paths.ts';
import type { Near, Plan } from './condition.ts';
import { type Hit, hitsIn, type Stage, whole } from './evaluate.ts';
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
  private readonly away = new Map<Plan, Map<Near['side'], Int32Array>>();
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
    if (plan.nth === undefined) return this.raw(plan);
    const wanted = this.hitsOf(plan)[plan.nth - 1];
    return this.raw(plan).map((hits) => hits.filter((hit) => hit === wanted));
  }

  near(hit: Hit, { side, within = Infinity, plan }: Near): Hit | undefined {
    const at = this.index.get(hit.speech.turn);
    if (at === undefined) return undefined;
    if (side === 'around') return this.near(hit, { side: 'after', within, plan }) ?? this.near(hit, { side: 'before', within, plan });
    const here = this.byTurn(plan)[at]!;
    const same = side === 'after' ? here.findLast((other) => isBefore(other, hit)) : here.find((other) => isBefore(hit, other));
    if (same) return same;
    const distance = this.distances(plan, side)[at]!;
    return distance !== FAR && distance <= within ? this.nearest(plan, side, at) : undefined;
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

  /** How many turns before (behind) each turn a hit of the plan is, on the shortest way. */
  private distances(plan: Plan, side: 'after' | 'before'): Int32Array {
    const sides = this.away.get(plan) ?? new Map<Near['side'], Int32Array>();
    this.away.set(plan, sides);
    const known = sides.get(side);
    if (known) return known;
    const starts = this.byTurn(plan).flatMap((hits, i) => (hits.length > 0 ? [i] : []));
    const made = this.spread(starts, side === 'after' ? 'next' : 'previous');
    sides.set(side, made);
    return made;
  }

  /** The least number of turns on the way to each item from any of some; a turn does not reach itself without a step. */
  private spread(starts: readonly number[], way: Way): Int32Array {
    const steps = new Int32Array(this.nodes.length).fill(FAR);
    const first = starts.flatMap((start) => this.nodes[start]![way]);
    this.layers(first, way, (i) => (this.nodes[i]!.turn ? 1 : 0), steps);
    return steps;
  }

  /** A hit at the least distance: for showing. */
  private nearest(plan: Plan, side: 'after' | 'before', at: number): Hit | undefined {
    const distances = this.distances(plan, side);
    const found = this.byTurn(plan);
    const back = side === 'after' ? 'previous' : 'next';
    // The same way back: each step to an item as much nearer as the step costs.
    const seen = new Set<number>();
    for (let here: number | undefined = at; here !== undefined && !seen.has(here); ) {
      seen.add(here);
      const { turn, [back]: others }: Node = this.nodes[here]!;
      const left: number = distances[here]! - (turn ? 1 : 0);
      const from = others.find((i) => left === 0 && found[i]!.length > 0);
      if (from !== undefined) return side === 'after' ? found[from]!.at(-1) : found[from]![0];
      here = others.find((i) => distances[i] === left && !seen.has(i));
    }
    return undefined;
  }

  /** For each turn of a speaker, which of theirs it is, from one end, on the shortest way. */
  private numbers(role: Role, end: 'first' | 'last'): Int32Array {
    const key = `${role} ${end}`;
    const known = this.places.get(key);
    if (known) return known;
    const numbers = new Int32Array(this.nodes.length).fill(FAR);
    const ends = this.nodes.flatMap((node, i) => (end === 'first' ? (this.starts.has(i) ? [i] : []) : node.next.length === 0 ? [i] : []));
    this.layers(ends, end === 'first' ? 'next' : 'previous', (i) => (this.nodes[i]!.turn?.role === role ? 1 : 0), numbers);
    this.places.set(key, numbers);
    return numbers;
  }

  /** Goes on from some items, nearest first: `costs` of an item counts where it is come to. */
  private layers(from: readonly number[], way: Way, costs: (i: number) => number, out: Int32Array): void {
    let layer: { readonly i: number; readonly at: number }[] = [];
    let later: typeof layer = [];
    const come = (i: number, before: number): void => void (costs(i) === 0 ? layer : later).push({ i, at: before + costs(i) });
    for (const i of from) come(i, 0);
    while (layer.length > 0 || later.length > 0) {
      for (let k = 0; k < layer.length; k++) {
        const { i, at } = layer[k]!;
        if (out[i]! <= at) continue;
        out[i] = at;
        for (const to of this.nodes[i]![way]) come(to, at);
      }
      layer = later;
      later = [];
    }
  }
}

type Way = 'next' | 'previous';
const FAR = 0x7fffffff;

/** The items of a dialogue in order, each with those that may follow it. */
function nodesOf({ scenes }: Dialogue): Node[] {
  const nodes: Node[] = [];
  const entries = scenes.map(({ items }, scene) => {
    const entry = nodes.push({ scene, item: -1, turn: undefined, next: [], previous: [] }) - 1;
    for (const [item, one] of items.entries()) {
      nodes.push({ scene, item, turn: one.kind === 'turn' ? one : undefined, next: [], previous: [] });
      if (item === 0 || items[item - 1]!.kind !== 'jump') join(nodes, nodes.length - 2, nodes.length - 1);
    }
    return entry;
  });
  if (scenes.length > 1)
    for (const [scene, ways] of waysOf(scenes).entries())
      for (const { item, to } of ways) join(nodes, entries[scene]! + 1 + item, entries[to]!);
  return nodes;
}

function join(nodes: readonly Node[], from: number, to: number): void {
  nodes[from]!.next.push(to);
  nodes[to]!.previous.push(from);
}

function isBefore(a: Hit, b: Hit): boolean {
  const { turn, utterance } = a.speech;
  if (utterance !== b.speech.utterance) return turn.utterances.indexOf(utterance) < turn.utterances.indexOf(b.speech.utterance);
  return a.span.end <= b.span.start;
}
