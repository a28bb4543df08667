import type { FlowView } from '../viewProtocol.ts';
import { drawFlow, type Shape } from './drawing.ts';
import { type FlowWords, leftOut } from './words.ts';

/** A flow picture as a file of its own: no scripts, no fonts, nothing from elsewhere; light or dark as its reader is. */
export function flowSvg(view: FlowView, words: FlowWords): string {
  const { width, height, shapes } = drawFlow(view, words);
  const note = leftOut(view, words);
  const cut = note !== '';
  const below = cut ? 32 : 0;
  const root: Shape = {
    tag: 'svg',
    attributes: {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height + below}`,
      width,
      height: height + below,
      role: 'img',
      'aria-label': words.picture,
      'xml:lang': view.lang,
    },
    children: [
      { tag: 'style', attributes: {}, children: [STYLE] },
      { tag: 'rect', attributes: { class: 'paper', width, height: height + below } },
      ...shapes,
      ...(cut ? [{ tag: 'text' as const, attributes: { class: 'meta', x: 24, y: height + 8 }, children: [note] }] : []),
    ],
  };
  return `${written(root)}\n`;
}

/** A shape and what is in it as XML. */
export function written({ tag, attributes, children = [] }: Shape): string {
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value), /[&<>"']/g)}"`);
  if (children.length === 0) return `<${tag}${named.join('')}/>`;
  const inside = children.map((child) =>
    typeof child === 'string' ? escapeXml(child, /[&<>]/g) : `${BREAKS.has(tag) ? '\n' : ''}${written(child)}`,
  );
  return `<${tag}${named.join('')}>${inside.join('')}${BREAKS.has(tag) ? '\n' : ''}</${tag}>`;
}

const BREAKS: ReadonlySet<string> = new Set(['svg', 'g']);

/** Characters that XML cannot hold. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Words as words: whatever is markup goes by number. */
function escapeXml(text: string, markup: RegExp): string {
  return text.replace(UNWRITABLE, '\ufffd').replace(markup, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE = `
text { font: 12px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; fill: #59636e }
.name { font-size: 14px; font-weight: 600; fill: #1f2328 } .middle { text-anchor: middle } .label { fill: #424a53 } .count { font-weight: 600 }
.paper, .behind { fill: #fff } .face { fill: #fff; stroke: #afb8c1 } .edge { fill: #1a7f37 }
.line { fill: none; stroke: #818b98; stroke-width: 1.4 } .head { fill: #818b98 } .sign { stroke: #fff; stroke-width: 1.3; stroke-linecap: round }
.info .edge, .badge.info .sign { fill: #0969da } .warning .edge, .badge.warning .sign { fill: #bf8700 } .error .edge, .badge.error .sign { fill: #cf222e }
.box.start .face { stroke: #1f2328; stroke-width: 1.6 } .box.unreachable .face { stroke-dasharray: 5 4; fill: #f6f8fa } .stray .face { stroke-dasharray: 4 3 }
.broken .face, .broken .line { stroke: #cf222e } .broken .head, .stray.broken text { fill: #cf222e } .arrow.broken .line { stroke-dasharray: 5 4 }
@media (prefers-color-scheme: dark) {
text, .label { fill: #b7bdc8 } .name { fill: #f0f3f6 } .paper, .behind { fill: #16191f } .face, .box.unreachable .face { fill: #22272e } .face { stroke: #57606a }
.box.start .face { stroke: #d8dee6 } .broken .face, .broken .line { stroke: #ff7b72 } .broken .head, .stray.broken text { fill: #ff7b72 }
}
`;
