import type { Finding } from '../../core/index.ts';
import { isTurn, type Link, languageOfDocument, type Scene, sceneFinder } from '../../core/reading.ts';
import type { FlowArrow, FlowBox, FlowView } from '../../viewProtocol.ts';
import type { Checked } from '../checked.ts';
import { toRange } from '../convert.ts';
import type { Parsed } from '../parsed.ts';
import { lastAt } from './entries.ts';

/** Most boxes of one picture: beyond that it is laid out too slowly, and nobody finds their way in it. */
export const MOST_BOXES = 300;

/** The scenes of a script and how they lead to one another. Of very many, those about a line. */
export function flowView(parsed: Parsed, findings: Checked['findings'], line = 0): FlowView {
  const scenes = [...parsed.document.scenes];
  const links = linksOf(scenes);
  const entered = new Set(links.flatMap(({ from, to }) => (to === null || to === from ? [] : to)));
  const leaving = new Set(links.map(({ from }) => from));
  const there = scenes.flatMap(({ items }, i) => (entered.has(i) || leaving.has(i) || items.some(isTurn) ? i : []));
  const shown = there.length > MOST_BOXES ? about(there, links, lastAt(scenes, parsed.lines.lineEnd(line))) : new Set(there);
  const found = findingsOf(scenes, findings);
  const broken = new Set(findings.filter(({ rule }) => rule === 'broken-link').map(({ span }) => span.start));
  const box = (scene: number): FlowBox => {
    const { title, titleSpan, items } = scenes[scene]!;
    const own = found.get(scene) ?? [];
    const unreachable = own.some(({ rule }) => rule === 'unreachable-scene');
    return {
      scene,
      title,
      turns: items.filter(isTurn).length,
      counts: countsOf(own),
      range: toRange(parsed.lines, titleSpan.end > 0 ? titleSpan : { start: items[0]?.span.start ?? 0, end: items[0]?.span.start ?? 0 }),
      starts: leaving.size > 0 && !unreachable && (scene === there[0] || (!entered.has(scene) && leaving.has(scene))),
      unreachable,
    };
  };
  const arrow = ({ from, to, link }: FlowLink): FlowArrow => ({
    from,
    to,
    target: link.target.trim(),
    label: link.label,
    broken: to === null && broken.has(link.targetSpan.start),
    range: toRange(parsed.lines, link.span),
  });
  return {
    lang: languageOfDocument(parsed.document, parsed.settings.lang, parsed.text) === 'en' ? 'en' : 'zh',
    boxes: [...shown].sort((a, b) => a - b).map(box),
    arrows: links.filter(({ from, to }) => shown.has(from) && (to === null || shown.has(to))).map(arrow),
    total: there.length,
  };
}

interface FlowLink {
  readonly from: number;
  readonly to: number | null;
  readonly link: Link;
}

/** The links that can be taken: a scene ends at its first jump. */
function linksOf(scenes: readonly Scene[]): FlowLink[] {
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
function about(there: readonly number[], links: readonly FlowLink[], centre: number): Set<number> {
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
      queue.push(...(beside.get(queue[at]!) ?? []));
    }
  }
  return shown;
}

function findingsOf(scenes: readonly Scene[], findings: readonly Finding[]): Map<number, Finding[]> {
  const found = new Map<number, Finding[]>();
  for (const finding of findings) {
    const scene = lastAt(scenes, finding.span.start);
    const list = found.get(scene);
    if (list) list.push(finding);
    else found.set(scene, [finding]);
  }
  return found;
}

function countsOf(findings: readonly Finding[]): FlowBox['counts'] {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
