import type { Link, Scene, SceneItem, ScriptDocument } from './model.ts';

/** Scenes that belong to one conversation, in file order, and how they link. */
export interface Dialogue {
  readonly scenes: readonly Scene[];
  /** `next[i]`: indexes into `scenes` that scene i leads to. */
  readonly next: readonly (readonly number[])[];
  /** Scenes a conversation may begin with. */
  readonly starts: readonly number[];
  /** Which scene holds these very items; −1 where none does. */
  sceneOf(items: readonly SceneItem[]): number;
}

/** A dialogue of one scene that stands alone. */
export function soloDialogue(scene: Scene): Dialogue {
  return { scenes: [scene], next: [[]], starts: ALONE, sceneOf: (items) => (items === scene.items ? 0 : -1) };
}

/**
 * The dialogues of a document. Without links every scene is one, handed out as it is read; with links, scenes that are
 * connected (whichever way the links point) make one.
 */
export function* dialogues(document: ScriptDocument): Generator<Dialogue> {
  if (!document.linked) {
    for (const scene of document.scenes) yield soloDialogue(scene);
    return;
  }
  const scenes = [...document.scenes];
  const next = targets(scenes);
  const first = scenes.findIndex((scene) => scene.items.length > 0);
  for (const group of components(next)) {
    const local = new Map(group.map((scene, i) => [scene, i]));
    const links = group.map((i) => next[i]!.map((target) => local.get(target)!));
    yield linkedDialogue(
      group.map((i) => scenes[i]!),
      links,
      startsOf(links, local.get(first)),
    );
  }
}

const ALONE: readonly number[] = [0];

function linkedDialogue(scenes: readonly Scene[], next: Dialogue['next'], starts: Dialogue['starts']): Dialogue {
  let places: Map<readonly SceneItem[], number> | undefined;
  return {
    scenes,
    next,
    starts,
    sceneOf(items) {
      places ??= new Map(scenes.map((scene, i) => [scene.items, i]));
      return places.get(items) ?? -1;
    },
  };
}

/**
 * Where conversations begin in scenes that link: at the first of the file, and at any that leads somewhere and that nothing
 * leads to. What nothing leads to and leads nowhere was forgotten; scenes in a circle begin at the first of them.
 */
function startsOf(next: readonly (readonly number[])[], first: number | undefined): number[] {
  const entered = new Set(next.flatMap((targetsOf, from) => targetsOf.filter((to) => to !== from)));
  const starts = next.flatMap((targetsOf, i) => (i === first || (!entered.has(i) && targetsOf.length > 0) ? [i] : []));
  return starts.length === 0 && next.length > 1 ? [0] : starts;
}

/** Folds a heading or id for comparing: case, width and white space do not matter. */
export function sceneKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** What a link leads to, for comparing with the keys of scenes. */
export function targetKey(target: string): string {
  return sceneKey(target.replace(/^[#\uff03]/u, ''));
}

function targets(scenes: readonly Scene[]): number[][] {
  const byName = new Map<string, number>();
  scenes.forEach((scene, i) => {
    for (const name of [scene.title, scene.id]) {
      if (name && !byName.has(sceneKey(name))) byName.set(sceneKey(name), i);
    }
  });
  return scenes.map((scene) =>
    scene.items
      .filter((item): item is Link => item.kind === 'branch' || item.kind === 'jump')
      .map((link) => byName.get(targetKey(link.target)))
      .filter((target) => target !== undefined),
  );
}

function components(next: readonly (readonly number[])[]): number[][] {
  const parent = next.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  next.forEach((targetsOf, i) => {
    for (const target of targetsOf) parent[root(i)] = root(target);
  });
  const groups = new Map<number, number[]>();
  next.forEach((_, i) => {
    const group = groups.get(root(i));
    if (group) group.push(i);
    else groups.set(root(i), [i]);
  });
  return [...groups.values()];
}
