import type { FlowView } from '../viewProtocol.ts';
import { gravest } from './gravest.ts';
import { type FlowWords, fill, leftOut } from './words.ts';

/** A flow as Mermaid text, for wikis that draw it themselves. */
export function flowMermaid(view: FlowView, words: FlowWords): string {
  const { boxes, arrows } = view;
  const lines = ['flowchart TD'];
  const note = leftOut(view, words);
  if (note !== '') lines.push(`  %% ${note}`);
  for (const { scene, title, turns, starts } of boxes) {
    const label = `${quoted(title || words.untitled)}<br/>${turns === 1 ? words.turn : fill(words.turns, { n: turns })}`;
    lines.push(starts ? `  s${scene}(["${label}"])` : `  s${scene}["${label}"]`);
  }
  const strays = new Map<string, string>();
  for (const { from, to, target, label, broken } of arrows) {
    const name = to === null ? (strays.get(target) ?? `t${strays.size}`) : `s${to}`;
    if (to === null && !strays.has(target)) {
      strays.set(target, name);
      lines.push(
        `  ${name}["${quoted(fill(broken ? words.broken : words.elsewhere, { name: target }))}"]:::${broken ? 'broken' : 'elsewhere'}`,
      );
    }
    const arrow = to === null ? '-.->' : '-->';
    lines.push(label.trim() === '' ? `  s${from} ${arrow} ${name}` : `  s${from} ${arrow}|"${quoted(label)}"| ${name}`);
  }
  for (const box of boxes) {
    const kinds = [...(gravest(box) === 'clean' ? [] : [gravest(box)]), ...(box.unreachable ? ['unreachable'] : [])];
    for (const kind of kinds) lines.push(`  class s${box.scene} ${kind}`);
  }
  return `${[...lines, ...CLASSES].join('\n')}\n`;
}

/** Words that Mermaid takes as words: what it or HTML would read goes by number. */
function quoted(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[#"&<>\\`{}[\]()|;%*_~]/gu, (char) => `#${char.charCodeAt(0)};`)
    .replace(LIST, (_, before: string, mark: string) => `${before}#${mark.charCodeAt(0)};`);
}

/** What begins like an item of a list would be made one. */
const LIST = /^(\d*)([.+-])(?=\s)/u;

const CLASSES = [
  '  classDef error stroke:#cf222e,stroke-width:2px',
  '  classDef warning stroke:#bf8700,stroke-width:2px',
  '  classDef info stroke:#0969da,stroke-width:2px',
  '  classDef unreachable stroke-dasharray:5 4',
  '  classDef broken stroke:#cf222e,color:#cf222e,stroke-dasharray:5 4',
  '  classDef elsewhere stroke-dasharray:5 4',
];
