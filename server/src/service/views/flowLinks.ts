import { type Link, type Scene, sceneFinder } from '../../core/reading.ts';

/** Most boxes of one picture: beyond that nobody finds their way in it. */
export const MOST_BOXES = 300;
/** Most boxes and arrows of one picture together: beyond that it is laid out too slowly. */
export const MOST_DRAWN = 600;
/** How many rows all arrows of a picture cross together at most: what they cost to lay out, and what makes a tangle of it. */
export const MOST_CROSSED = 900;

export interface FlowLink {
  readonly from: number;
  readonly to: number | null;
  readonly link: Link;
}

/** Links of one scene to one target: one arrow. */
export type Way = readonly [FlowLink, ...FlowLink[]];

/** The links that can be taken: a scene ends at its first jump. */
export function linksOf(scenes: readonly Scene[]): FlowLink[] {
  const find = sceneFinder(scenes);
  return scenes.flatMap(({ items }, from) => {
    const end = items.findIndex((item) => item.kind === 'jump');
    const taken = end < 0 ? items : items.slice(0, end + 1);
    return taken.flatMap((item) =>
      item.kind === 'branch' || item.kind === 'jump' ? { from, to: find(item.target) ?? null, link: item } : [],
    );
  });
}

/** As many scenes as a picture holds: the one that is looked at, those nearest to it by links, then those that stand next to these. */
export function about(there: readonly number[], links: readonly FlowLink[], centre: number): Set<number> {
  if (there.length <= MOST_BOXES) return new Set(there);
  const beside = new Map<number, number[]>();
  const join = (a: number, b: number): void => {
    const known = beside.get(a);
    if (known) known.push(b);
    else beside.set(a, [b]);
  };
  for (const { from, to } of links) {
    if (to === null) continue;
    join(from, to);
    join(to, from);
  }
  const shown = new Set<number>();
  const start = Math.max(
    there.findLastIndex((scene) => scene <= centre),
    0,
  );
  for (let i = 0; i < there.length && shown.size < MOST_BOXES; i++) {
    const queue = [there[(start + i) % there.length]!];
    for (let at = 0; at < queue.length && shown.size < MOST_BOXES; at++) {
      if (shown.has(queue[at]!)) continue;
      shown.add(queue[at]!);
      for (const next of beside.get(queue[at]!) ?? []) if (!shown.has(next)) queue.push(next);
    }
  }
  return shown;
}

/** Links by the arrow that stands for them, in the order of the file. */
export function joined(links: readonly FlowLink[]): Way[] {
  const ways = new Map<string, [FlowLink, ...FlowLink[]]>();
  for (const link of links) {
    const key = `${link.from} ${link.to ?? `-${link.link.target.trim()}`}`;
    const way = ways.get(key);
    if (way) way.push(link);
    else ways.set(key, [link]);
  }
  return [...ways.values()];
}

/**
 * As many arrows as can be laid out in little time: first those by which a scene is come to at all, then those that
 * lead least far. They stay in order.
 */
export function routable(ways: readonly Way[], boxes: number): readonly Way[] {
  if (ways.length + boxes <= MOST_DRAWN && crossed(ways, rowsOf(ways)) <= MOST_CROSSED) return ways;
  const rows = rowsOf(ways);
  const come = new Set<number>();
  const [first, others]: [Way[], Way[]] = [[], []];
  for (const way of ways) {
    const [{ from, to }] = way;
    const isFirst = to !== null && to !== from && !come.has(to);
    if (isFirst) come.add(to);
    (isFirst ? first : others).push(way);
  }
  others.sort((a, b) => crossed([a], rows) - crossed([b], rows));
  const best = [...first, ...others].slice(0, MOST_DRAWN - boxes);
  let [least, most] = [Math.min(first.length, best.length), best.length];
  while (least < most) {
    const middle = (least + most + 1) >> 1;
    const some = best.slice(0, middle);
    if (crossed(some, rowsOf(some)) <= MOST_CROSSED) least = middle;
    else most = middle - 1;
  }
  const kept = new Set(best.slice(0, least));
  return ways.filter((way) => kept.has(way));
}

/** How many rows some arrows cross together. */
function crossed(ways: readonly Way[], rows: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [{ from, to }] of ways) sum += to === null || to === from ? 1 : Math.abs((rows.get(to) ?? 0) - (rows.get(from) ?? 0));
  return sum;
}

/** The row of each scene where every arrow leads down, but for those that close a circle. */
function rowsOf(ways: readonly Way[]): Map<number, number> {
  const next = new Map<number, number[]>();
  for (const [{ from, to }] of ways) {
    if (to === null || to === from) continue;
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  }
  const finished: number[] = [];
  const seen = new Map<number, 'open' | 'done'>();
  const down: [number, number][] = [];
  for (const root of next.keys()) {
    const path = seen.has(root) ? [] : [{ scene: root, at: 0 }];
    if (path.length > 0) seen.set(root, 'open');
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = next.get(top.scene)?.[top.at++];
      if (to === undefined) {
        seen.set(top.scene, 'done');
        finished.push(top.scene);
        path.pop();
      } else if (seen.get(to) === 'open') down.push([to, top.scene]);
      else {
        down.push([top.scene, to]);
        if (!seen.has(to)) {
          seen.set(to, 'open');
          path.push({ scene: to, at: 0 });
        }
      }
    }
  }
  return longest(finished.toReversed(), down);
}

/** How long the longest way to each scene is. */
function longest(order: readonly number[], down: readonly (readonly [number, number])[]): Map<number, number> {
  const rows = new Map<number, number>();
  const under = new Map<number, number[]>();
  for (const [a, b] of down) {
    const known = under.get(a);
    if (known) known.push(b);
    else under.set(a, [b]);
  }
  for (const scene of order)
    for (const below of under.get(scene) ?? []) rows.set(below, Math.max(rows.get(below) ?? 0, (rows.get(scene) ?? 0) + 1));
  return rows;
}
