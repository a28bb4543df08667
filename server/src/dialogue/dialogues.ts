import type { Scene, SceneItem, ScriptDocument } from './model.ts';

/** A link of a scene: where it stands among its items, and the scene it leads to. */
export interface Way {
  readonly item: number;
  readonly to: number;
}

/** Scenes that belong to one conversation, in file order, and how they link. */
export interface Dialogue {
  readonly scenes: readonly Scene[];
  /** `links[i]`: the links of scene i in order, with indexes into `scenes`; a link behind a jump is never taken. */
  readonly links: readonly (readonly Way[])[];
  /** Scenes a conversation may begin with. */
  readonly starts: readonly number[];
  /** Which scene holds these very items; −1 where none does. */
  sceneOf(items: readonly SceneItem[]): number;
}

/** A dialogue of one scene that stands alone. */
export function soloDialogue(scene: Scene): Dialogue {
  return { scenes: [scene], links: NO_LINKS, starts: ALONE, sceneOf: (items) => (items === scene.items ? 0 : -1) };
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
  const all = linksOf(scenes);
  const first = scenes.findIndex((scene) => scene.items.length > 0);
  for (const group of components(all)) {
    const local = new Map(group.map((scene, i) => [scene, i]));
    const links = group.map((i) => all[i]!.map(({ item, to }) => ({ item, to: local.get(to)! })));
    yield linkedDialogue(
      group.map((i) => scenes[i]!),
      links,
      startsOf(links, local.get(first)),
    );
  }
}

const ALONE: readonly number[] = [0];
const NO_LINKS: Dialogue['links'] = [[]];

function linkedDialogue(scenes: readonly Scene[], links: Dialogue['links'], starts: Dialogue['starts']): Dialogue {
  let places: Map<readonly SceneItem[], number> | undefined;
  return {
    scenes,
    links,
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
function startsOf(links: Dialogue['links'], first: number | undefined): number[] {
  const entered = new Set<number>();
  links.forEach((ways, from) => {
    for (const { to } of ways) if (to !== from) entered.add(to);
  });
  const starts: number[] = [];
  links.forEach((ways, i) => {
    if (i === first || (!entered.has(i) && ways.length > 0)) starts.push(i);
  });
  return starts.length === 0 && links.length > 1 ? [0] : starts;
}

/** A name that folding would leave as it is. */
const FOLDED = /^[\u3400-\u9fffa-z0-9]*$/u;

/** Folds a heading or id for comparing: case, width and white space do not matter. */
export function sceneKey(name: string): string {
  if (FOLDED.test(name)) return name;
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** What a link leads to, for comparing with the keys of scenes. */
export function targetKey(target: string): string {
  return sceneKey(target.replace(/^[#\uff03]/u, ''));
}

function linksOf(scenes: readonly Scene[]): Way[][] {
  const byName = new Map<string, number>();
  scenes.forEach(({ title, id }, i) => {
    for (const name of [title, id]) {
      const key = name && sceneKey(name);
      if (key && !byName.has(key)) byName.set(key, i);
    }
  });
  return scenes.map(({ items }) => {
    const links: Way[] = [];
    items.forEach((link, item) => {
      if (link.kind !== 'branch' && link.kind !== 'jump') return;
      const to = byName.get(targetKey(link.target));
      if (to !== undefined) links.push({ item, to });
    });
    return links;
  });
}

function components(links: Dialogue['links']): number[][] {
  const parent = links.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  links.forEach((ways, i) => {
    for (const { to } of ways) parent[root(i)] = root(to);
  });
  const groups = new Map<number, number[]>();
  links.forEach((_, i) => {
    const group = groups.get(root(i));
    if (group) group.push(i);
    else groups.set(root(i), [i]);
  });
  return [...groups.values()];
}
