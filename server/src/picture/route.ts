import type { Point } from './layout.ts';

interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** An arrow between two areas, by the points in between that the layout gave it. */
export interface Run {
  readonly from: Area;
  readonly to: Area;
  readonly between: readonly Point[];
}

/**
 * The ways of arrows: out at the bottom of one area and in at the top of the other (or the other way about, where an arrow leads
 * back up), side by side in the order in which they lie.
 */
export function route(runs: readonly Run[]): Point[][] {
  const downward = runs.map(({ from, to }) => from.y + from.height / 2 <= to.y + to.height / 2);
  const ends = runs.flatMap(({ from, to, between }, run) => [
    { run, end: 'out' as const, area: from, side: downward[run] ? 'bottom' : 'top', towards: between[0]?.x ?? middle(to) },
    { run, end: 'in' as const, area: to, side: downward[run] ? 'top' : 'bottom', towards: between.at(-1)?.x ?? middle(from) },
  ]);
  const places = { out: new Map<number, Point>(), in: new Map<number, Point>() };
  for (const side of groupBy(ends, ({ area, side }) => `${area.x} ${area.y} ${side}`)) {
    const sorted = [...side].sort((a, b) => a.towards - b.towards);
    sorted.forEach(({ run, end, area, side: at }, i) => {
      const x = area.x + area.width * (0.5 + ((i + 1) / (sorted.length + 1) - 0.5) * SPREAD);
      places[end].set(run, { x, y: at === 'bottom' ? area.y + area.height : area.y });
    });
  }
  return runs.map(({ between }, run) => {
    const [out, into] = [places.out.get(run)!, places.in.get(run)!];
    const way = downward[run] ? 1 : -1;
    return [out, { x: out.x, y: out.y + STRAIGHT * way }, ...between, { x: into.x, y: into.y - STRAIGHT * way }, into];
  });
}

/** The way of an arrow from an area to itself, beside it. */
export function loop({ x, y, width, height }: Area, label: Point): Point[] {
  const right = label.x >= x + width / 2;
  const edge = right ? x + width : x;
  const out = right ? LOOP : -LOOP;
  const [top, bottom] = [y + height * 0.26, y + height * 0.74];
  return [
    { x: edge, y: top },
    { x: edge + out, y: top },
    { x: edge + out, y: bottom },
    { x: edge + out * 0.6, y: bottom },
    { x: edge, y: bottom },
  ];
}

/** How much of a side arrows take up. */
const SPREAD = 0.9;
/** How far an arrow goes straight where it leaves and where it comes in. */
const STRAIGHT = 14;
const LOOP = 22;

function middle({ x, width }: Area): number {
  return x + width / 2;
}

function groupBy<T>(things: readonly T[], key: (thing: T) => string): Iterable<T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group) group.push(thing);
    else groups.set(key(thing), [thing]);
  }
  return groups.values();
}
