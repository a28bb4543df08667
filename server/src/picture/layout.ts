import { layout as arrange, Graph } from '@dagrejs/dagre';
import type { FlowArrow, FlowBox, FlowView } from '../viewProtocol.ts';
import { widthOf, wrap } from './lettering.ts';
import { pack } from './pack.ts';
import { loop, route } from './route.ts';
import { type FlowWords, fill } from './words.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a box stands: its top left corner. */
export interface PlacedBox extends Point {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly meta: string;
  readonly box: FlowBox;
}

/** Where a link ends that finds no scene in this file. */
export interface Stray extends Point {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly arrow: FlowArrow;
}

export interface PlacedArrow {
  readonly points: readonly Point[];
  /** Middle of the label. */
  readonly label: (Point & { readonly lines: readonly string[]; readonly width: number; readonly height: number }) | undefined;
  readonly arrow: FlowArrow;
}

/** A flow picture with everything in its place. */
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly strays: readonly Stray[];
  readonly arrows: readonly PlacedArrow[];
}

/** Sizes in pixels. */
export const SIZES = {
  title: 14,
  titleLine: 20,
  small: 12,
  smallLine: 16,
  padding: 14,
  badge: 28,
  margin: 24,
} as const;

/** Lays a flow picture out from top to bottom. Scenes that have nothing to do with one another stand side by side. */
export function layoutFlow({ boxes, arrows }: FlowView, words: FlowWords): FlowLayout {
  const groups = groupsOf(boxes, arrows);
  const parts = groups.map((group) => arrangeGroup(group, words));
  const { places, width, height } = pack(parts, SIZES.margin * 1.5);
  const moved = parts.map((part, i) => move(part, places[i]!.x + SIZES.margin, places[i]!.y + SIZES.margin));
  return {
    width: width + 2 * SIZES.margin,
    height: height + 2 * SIZES.margin,
    boxes: moved.flatMap((part) => part.boxes),
    strays: moved.flatMap((part) => part.strays),
    arrows: moved.flatMap((part) => part.arrows),
  };
}

interface Group {
  readonly boxes: readonly FlowBox[];
  readonly arrows: readonly FlowArrow[];
}

/** Boxes that arrows join, in the order of the file. */
function groupsOf(boxes: readonly FlowBox[], arrows: readonly FlowArrow[]): Group[] {
  const parent = new Map(boxes.map(({ scene }) => [scene, scene]));
  const root = (scene: number): number => {
    let at = scene;
    while (parent.get(at) !== at) at = parent.get(at)!;
    parent.set(scene, at);
    return at;
  };
  for (const { from, to } of arrows) if (to !== null) parent.set(root(to), root(from));
  const groups = new Map<number, { boxes: FlowBox[]; arrows: FlowArrow[] }>();
  for (const box of boxes) {
    const key = root(box.scene);
    const group = groups.get(key) ?? { boxes: [], arrows: [] };
    group.boxes.push(box);
    groups.set(key, group);
  }
  for (const arrow of arrows) groups.get(root(arrow.from))!.arrows.push(arrow);
  return [...groups.values()];
}

function arrangeGroup({ boxes, arrows }: Group, words: FlowWords): FlowLayout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 16, ranksep: 58, ranker: 'network-simplex' });
  const faces = boxes.map((box) => faceOf(box, words));
  faces.forEach(({ width, height, box }) => void graph.setNode(`s${box.scene}`, { width, height }));
  const strays = new Map<string, Omit<Stray, 'x' | 'y'>>();
  const labels = arrows.map((arrow, i) => {
    const end = arrow.to === null ? `t${arrow.target}` : `s${arrow.to}`;
    if (arrow.to === null && !strays.has(end)) {
      const stray = strayFace(arrow, words);
      strays.set(end, stray);
      graph.setNode(end, { width: stray.width, height: stray.height });
    }
    const lines = wrap(arrow.label, 10, 2);
    const width = lines.length === 0 ? 0 : Math.max(...lines.map(widthOf)) * SIZES.small + 12;
    const label = { width, height: lines.length * SIZES.smallLine + (lines.length > 0 ? 4 : 0) };
    graph.setEdge(`s${arrow.from}`, end, { ...label, labelpos: 'c' }, String(i));
    return { lines, ...label, end };
  });
  arrange(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const mirrored = isMirrored(arrows, (scene) => graph.node(`s${scene}`).x ?? 0);
  const across = (x = 0): number => (mirrored ? width - x : x);
  const areaOf = (name: string): Area => {
    const { x, y = 0, width: wide, height: high } = graph.node(name);
    return { x: across(x) - wide / 2, y: y - high / 2, width: wide, height: high };
  };
  const runs = arrows.map((arrow, i) => {
    const { end, ...label } = labels[i]!;
    const edge: { points: Point[]; x?: number; y?: number } = graph.edge({ v: `s${arrow.from}`, w: end, name: String(i) });
    const between = edge.points.slice(1, -1).map(({ x, y }) => ({ x: across(x), y }));
    const from = areaOf(`s${arrow.from}`);
    return { arrow, from, to: areaOf(end), between, label: { x: across(edge.x), y: edge.y ?? from.y + from.height / 2, ...label } };
  });
  const others = runs.filter(({ arrow }) => arrow.from !== arrow.to);
  const ways = new Map(route(others).map((points, i) => [others[i]!.arrow, points]));
  return {
    width,
    height,
    boxes: faces.map((face) => ({ ...face, ...areaOf(`s${face.box.scene}`) })),
    strays: [...strays].map(([name, stray]) => ({ ...stray, ...areaOf(name) })),
    arrows: runs.map(({ arrow, from, label }) => ({
      arrow,
      points: ways.get(arrow) ?? loop(from, label),
      label: label.lines.length > 0 ? label : undefined,
    })),
  };
}

type Area = Pick<PlacedBox, 'x' | 'y' | 'width' | 'height'>;

/** True where more branches of scenes stand in the reverse of their order in the file than in it. */
function isMirrored(arrows: readonly FlowArrow[], xOf: (scene: number) => number): boolean {
  let reversed = 0;
  for (let i = 1; i < arrows.length; i++) {
    const [a, b] = [arrows[i - 1]!, arrows[i]!];
    if (a.from === b.from && a.to !== null && b.to !== null) reversed += Math.sign(xOf(a.to) - xOf(b.to));
  }
  return reversed > 0;
}

/** What stands in a box, and so how large it is. */
function faceOf(box: FlowBox, words: FlowWords): Omit<PlacedBox, 'x' | 'y'> {
  const lines = wrap(box.title || words.untitled, 12, 2);
  const turns = box.turns === 1 ? words.turn : fill(words.turns, { n: box.turns });
  const meta = box.unreachable ? words.unreachable : box.starts ? `${turns} · ${words.starts}` : turns;
  const { error, warning, info, hint } = box.counts;
  const badges = [error, warning, info + hint].filter((count) => count > 0).length;
  const wide = Math.max(
    ...lines.map((line) => widthOf(line) * SIZES.title * 1.04),
    widthOf(meta) * SIZES.small + 8 + badges * SIZES.badge,
    84,
  );
  const height = lines.length * SIZES.titleLine + SIZES.smallLine + 6 + SIZES.padding * 1.6;
  return { width: Math.ceil(wide + 2 * SIZES.padding), height: Math.ceil(height), lines, meta, box };
}

function strayFace(arrow: FlowArrow, words: FlowWords): Omit<Stray, 'x' | 'y'> {
  const lines = wrap(fill(arrow.broken ? words.broken : words.elsewhere, { name: arrow.target }), 14, 2);
  const wide = Math.max(...lines.map(widthOf)) * SIZES.small + 2 * SIZES.padding;
  return { width: Math.ceil(wide), height: lines.length * SIZES.smallLine + 16, lines, arrow };
}

function move({ width, height, boxes, strays, arrows }: FlowLayout, dx: number, dy: number): FlowLayout {
  const at = <T extends Point>(thing: T): T => ({ ...thing, x: round(thing.x + dx), y: round(thing.y + dy) });
  return {
    width,
    height,
    boxes: boxes.map(at),
    strays: strays.map(at),
    arrows: arrows.map(({ arrow, points, label }) => ({ arrow, points: points.map(at), label: label && at(label) })),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
