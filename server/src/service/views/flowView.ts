import type { Finding } from '../../core/index.ts';
import { isTurn, languageOfDocument, type Scene } from '../../core/reading.ts';
import type { FlowArrow, FlowBox, FlowView } from '../../viewProtocol.ts';
import type { Checked } from '../checked.ts';
import { toRange } from '../convert.ts';
import type { Parsed } from '../parsed.ts';
import { lastAt } from './entries.ts';
import { about, type FlowLink, joined, linksOf, routable } from './flowLinks.ts';

/** The scenes of a script and how they lead to one another. Of very many, those about a line. */
export function flowView(parsed: Parsed, findings: Checked['findings'], line = 0): FlowView {
  const scenes = [...parsed.document.scenes];
  const links = linksOf(scenes);
  const entered = new Set(links.flatMap(({ from, to }) => (to === null || to === from ? [] : to)));
  const leaving = new Set(links.map(({ from }) => from));
  const there = scenes.flatMap(({ items }, i) => (entered.has(i) || leaving.has(i) || items.some(isTurn) ? i : []));
  const shown = about(there, links, lastAt(scenes, parsed.lines.lineEnd(line)));
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
  const arrow = ([first, ...others]: readonly [FlowLink, ...FlowLink[]]): FlowArrow => ({
    from: first.from,
    to: first.to,
    target: first.link.target.trim(),
    label: labelOf([first, ...others]),
    broken: first.to === null && broken.has(first.link.targetSpan.start),
    range: toRange(parsed.lines, first.link.span),
  });
  const ways = joined(links.filter(({ from, to }) => shown.has(from) && (to === null || shown.has(to))));
  return {
    lang: languageOfDocument(parsed.document, parsed.settings.lang, parsed.text) === 'en' ? 'en' : 'zh',
    boxes: [...shown].sort((a, b) => a - b).map(box),
    arrows: routable(ways, shown.size).map(arrow),
    total: there.length,
    linked: ways.length,
  };
}

/** What is said on an arrow: the labels of all links that it stands for. */
function labelOf(links: readonly FlowLink[]): string {
  const labels = [...new Set(links.map(({ link }) => link.label.trim()))].filter((label) => label !== '');
  return labels.length > MOST_LABELS ? `${labels.slice(0, MOST_LABELS).join(' / ')} / \u2026` : labels.join(' / ');
}

/** As many as somebody reads on one arrow. */
const MOST_LABELS = 4;

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
