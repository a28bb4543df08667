import type { Dialogue, Way } from './dialogues.ts';
import type { Scene } from './model.ts';

/** A place in a dialogue: an item of one of its scenes. */
export interface Place {
  readonly scene: number;
  readonly item: number;
}

/** Tells whether one conversation can go through both places, `first` before `second`. */
export type Path = (first: Place, second: Place) => boolean;

/**
 * The paths through a dialogue. A scene runs from its first item to its last or to a jump; a branch may be taken or
 * fallen through. What stands before a branch in one scene can be followed by what stands in the scene it leads to;
 * what stands behind it cannot.
 */
export function paths(dialogue: Dialogue): Path {
  const ends = dialogue.scenes.map(endOf);
  if (dialogue.scenes.length === 1) return (first, second) => first.item <= second.item && second.item <= ends[0]!;
  const links = waysOf(dialogue, ends);
  const reached = new Map<string, ReadonlySet<number>>();
  const reach = ({ scene, item }: Place): ReadonlySet<number> => {
    const waiting = links[scene]!.filter((link) => link.item > item);
    const key = `${scene}:${waiting.length}`;
    const known = reached.get(key);
    if (known) return known;
    const all = new Set<number>();
    const queue = waiting.map((link) => link.to);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (all.has(next)) continue;
      all.add(next);
      for (const link of links[next]!) queue.push(link.to);
    }
    reached.set(key, all);
    return all;
  };
  return (first, second) => {
    if (first.item > ends[first.scene]! || second.item > ends[second.scene]!) return false;
    if (first.scene === second.scene) return first.item <= second.item;
    return reach(first).has(second.scene);
  };
}

/** The item a scene ends at: its first jump, else its last. */
function endOf(scene: Scene): number {
  const jump = scene.items.findIndex((item) => item.kind === 'jump');
  return jump < 0 ? scene.items.length : jump;
}

/** The links of each scene that can be taken, in order. */
export function waysOf({ scenes, links }: Dialogue, ends: readonly number[] = scenes.map(endOf)): readonly (readonly Way[])[] {
  return links.map((ways, i) => (ways.length > 0 && ways.at(-1)!.item > ends[i]! ? ways.filter(({ item }) => item <= ends[i]!) : ways));
}
