import type { FlowArrow, FlowBox, FlowView } from '../viewProtocol.ts';
import { gravest } from './gravest.ts';
import { type FlowLayout, layoutFlow, type PlacedArrow, type PlacedBox, type Point, SIZES, type Stray } from './layout.ts';
import { type FlowWords, fill } from './words.ts';

/** An element of a drawing. A page makes elements of it, a file text: both escape what is said, nothing is ever markup. */
export interface Shape {
  readonly tag: 'svg' | 'g' | 'rect' | 'path' | 'circle' | 'text' | 'tspan' | 'title' | 'desc' | 'style';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children?: readonly (Shape | string)[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly layout: FlowLayout;
  readonly shapes: readonly Shape[];
}

/** Draws a flow: arrows first, so that labels and boxes lie on top of them. Colours are the stylesheet's, by class. */
export function drawFlow(view: FlowView, words: FlowWords): Drawing {
  const layout = layoutFlow(view, words);
  const titles = new Map(view.boxes.map(({ scene, title }) => [scene, title || words.untitled]));
  const leads = new Map<number, FlowArrow[]>(view.boxes.map(({ scene }) => [scene, []]));
  for (const arrow of view.arrows) leads.get(arrow.from)?.push(arrow);
  const shapes = [
    ...layout.arrows.map(drawArrow),
    ...layout.arrows.flatMap(drawLabel),
    ...layout.strays.map(drawStray),
    ...layout.boxes.map((placed) => drawBox(placed, nameOf(placed.box, leads.get(placed.box.scene) ?? [], titles, words))),
  ];
  return { width: Math.ceil(layout.width), height: Math.ceil(layout.height), layout, shapes };
}

/** A box in words, for those who do not see it. */
function nameOf(box: FlowBox, leads: readonly FlowArrow[], titles: ReadonlyMap<number, string>, words: FlowWords): string {
  const { error, warning, info, hint } = box.counts;
  const found = (
    [
      ['error', error],
      ['warning', warning],
      ['info', info + hint],
    ] as const
  ).filter(([, n]) => n > 0);
  return [
    titles.get(box.scene) ?? '',
    box.turns === 1 ? words.turn : fill(words.turns, { n: box.turns }),
    ...(box.starts ? [words.starts] : []),
    ...(box.unreachable ? [words.unreachable] : []),
    ...found.map(([severity, n]) => fill(words[severity], { n })),
    ...leads.map(({ to, target, broken }) =>
      to === null
        ? fill(broken ? words.broken : words.elsewhere, { name: target })
        : fill(words.leadsTo, { name: titles.get(to) ?? target }),
    ),
  ].join(words.comma);
}

function drawBox({ x, y, width, height, lines, meta, box }: PlacedBox, name: string): Shape {
  const kind = ['box', gravest(box), ...(box.starts ? ['start'] : []), ...(box.unreachable ? ['unreachable'] : [])].join(' ');
  const left = SIZES.padding;
  const top = SIZES.padding * 0.8;
  const titleY = (i: number): number => top + SIZES.titleLine * i + 15;
  const metaY = top + SIZES.titleLine * lines.length + 6 + 11;
  return {
    tag: 'g',
    attributes: { class: kind, 'data-scene': box.scene, transform: `translate(${x} ${y})` },
    children: [
      { tag: 'title', attributes: {}, children: [name] },
      { tag: 'rect', attributes: { class: 'face', width, height, rx: 8 } },
      { tag: 'path', attributes: { class: 'edge', d: `M 8 0 A 8 8 0 0 0 0 8 V ${height - 8} A 8 8 0 0 0 8 ${height} H 6 V 0 Z` } },
      ...lines.map((line, i): Shape => ({ tag: 'text', attributes: { class: 'name', x: left, y: titleY(i) }, children: [line] })),
      { tag: 'text', attributes: { class: 'meta', x: left, y: metaY }, children: [meta] },
      ...badges(box, width - SIZES.padding, metaY),
    ],
  };
}

/** Counts by severity, each with a shape of its own: colour alone tells not everybody. */
function badges({ counts: { error, warning, info, hint } }: FlowBox, right: number, baseline: number): Shape[] {
  const shown = (
    [
      ['info', info + hint],
      ['warning', warning],
      ['error', error],
    ] as const
  ).filter(([, n]) => n > 0);
  return shown.map(([severity, n], i) => ({
    tag: 'g',
    attributes: { class: `badge ${severity}`, transform: `translate(${right - SIZES.badge * (i + 1) + 4} ${baseline - 4})` },
    children: [
      { tag: 'path', attributes: { class: 'sign', d: SIGNS[severity] } },
      { tag: 'text', attributes: { class: 'count', x: 9, y: 4 }, children: [String(n)] },
    ],
  }));
}

const SIGNS = {
  error: 'M -5 0 A 5 5 0 1 1 5 0 A 5 5 0 1 1 -5 0 Z M -2 -2 L 2 2 M 2 -2 L -2 2',
  warning: 'M 0 -5.5 L 6 4.5 H -6 Z M 0 -1.5 V 1.2 M 0 2.8 V 3.2',
  info: 'M -5 0 A 5 5 0 1 1 5 0 A 5 5 0 1 1 -5 0 Z M 0 -0.6 V 2.6 M 0 -2.7 V -2.4',
} as const;

function drawStray({ x, y, width, height, lines, arrow }: Stray): Shape {
  return {
    tag: 'g',
    attributes: { class: arrow.broken ? 'stray broken' : 'stray', transform: `translate(${x} ${y})` },
    children: [
      { tag: 'rect', attributes: { class: 'face', width, height, rx: height / 2 } },
      ...lines.map(
        (line, i): Shape => ({
          tag: 'text',
          attributes: { class: 'meta middle', x: width / 2, y: 8 + SIZES.smallLine * i + 12 },
          children: [line],
        }),
      ),
    ],
  };
}

function drawArrow({ points, arrow }: PlacedArrow): Shape {
  const kind = ['arrow', ...(arrow.label === '' ? ['jump'] : []), ...(arrow.broken ? ['broken'] : [])].join(' ');
  return {
    tag: 'g',
    attributes: { class: kind, ...endsOf(arrow) },
    children: [
      { tag: 'path', attributes: { class: 'line', d: curve(points) } },
      { tag: 'path', attributes: { class: 'head', d: headAt(points) } },
    ],
  };
}

function drawLabel({ label, arrow }: PlacedArrow): Shape[] {
  if (!label) return [];
  const { x, y, width, height, lines } = label;
  const lineY = (i: number): number => r(y + (i - (lines.length - 1) / 2) * SIZES.smallLine + 4);
  return [
    {
      tag: 'g',
      attributes: { class: arrow.broken ? 'branch broken' : 'branch', ...endsOf(arrow) },
      children: [
        { tag: 'rect', attributes: { class: 'behind', x: r(x - width / 2), y: r(y - height / 2), width: r(width), height, rx: 4 } },
        ...lines.map((line, i): Shape => ({ tag: 'text', attributes: { class: 'label middle', x: r(x), y: lineY(i) }, children: [line] })),
      ],
    },
  ];
}

function endsOf({ from, to }: FlowArrow): Shape['attributes'] {
  return { 'data-from': from, ...(to === null ? {} : { 'data-to': to }) };
}

/** A smooth line along some points: a uniform cubic B-spline that begins and ends in the first and the last of them. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const padded = [first, first, ...rest, points.at(-1)!, points.at(-1)!];
  let path = `M ${r(first.x)} ${r(first.y)}`;
  for (let i = 0; i + 3 < padded.length; i++) {
    const [, b, c, d] = padded.slice(i, i + 4) as [Point, Point, Point, Point];
    const third = (from: Point, to: Point, part: number): string =>
      `${r(from.x + (to.x - from.x) * part)} ${r(from.y + (to.y - from.y) * part)}`;
    const end = { x: (b.x + 4 * c.x + d.x) / 6, y: (b.y + 4 * c.y + d.y) / 6 };
    path += ` C ${third(b, c, 1 / 3)} ${third(b, c, 2 / 3)} ${r(end.x)} ${r(end.y)}`;
  }
  return path;
}

function headAt(points: readonly Point[]): string {
  const tip = points.at(-1)!;
  const before = points.findLast(({ x, y }) => x !== tip.x || y !== tip.y) ?? { x: tip.x, y: tip.y - 1 };
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const base = { x: tip.x - dx * 9, y: tip.y - dy * 9 };
  return `M ${r(tip.x)} ${r(tip.y)} L ${r(base.x - dy * 4.5)} ${r(base.y + dx * 4.5)} L ${r(base.x + dy * 4.5)} ${r(base.y - dx * 4.5)} Z`;
}

function r(value: number): number {
  return Math.round(value * 10) / 10;
}
