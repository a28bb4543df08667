import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Locale, Span } from '../../core/index.ts';
import { isTurn, type Scene, type SceneItem } from '../../core/reading.ts';
import { toRange } from '../convert.ts';
import type { Parsed } from '../parsed.ts';
import { fill } from '../words.ts';
import { speakerOf } from './speaker.ts';
import { NAVIGATION_WORDS } from './words.ts';

/** The scenes of a script, nested as their headings are, with what is said and chosen in them. */
export function outline(parsed: Parsed, locale: Locale): DocumentSymbol[] {
  const scenes = [...parsed.document.scenes];
  const ends = endsOf(scenes, parsed.text);
  const top: DocumentSymbol[] = [];
  const open: { readonly level: number; readonly children: DocumentSymbol[] }[] = [];
  for (const [i, scene] of scenes.entries()) {
    const items = scene.items.map((item) => itemSymbol(item, parsed));
    while (open.length > 0 && open.at(-1)!.level >= scene.level) open.pop();
    const home = open.at(-1)?.children ?? top;
    if (scene.level === 0) home.push(...items);
    else {
      const symbol = { ...sceneSymbol(scene, ends[i]!, parsed, locale), children: items };
      home.push(symbol);
      open.push({ level: scene.level, children: items });
    }
  }
  return top;
}

/** The same as a list, for clients that show no nesting. */
export function flatOutline(parsed: Parsed, locale: Locale): SymbolInformation[] {
  const flat: SymbolInformation[] = [];
  const add = (symbols: readonly DocumentSymbol[], container: string | undefined): void => {
    for (const { name, kind, range, children = [] } of symbols) {
      flat.push({ name, kind, location: { uri: parsed.uri, range }, ...(container === undefined ? {} : { containerName: container }) });
      add(children, name);
    }
  };
  add(outline(parsed, locale), undefined);
  return flat;
}

/** Where each scene ends with those nested in it, blank lines behind it left out. */
export function endsOf(scenes: readonly Scene[], text: string): number[] {
  const ends = scenes.map(({ span }) => span.start + text.slice(span.start, span.end).trimEnd().length);
  const open: number[] = [];
  for (const [i, { level }] of scenes.entries()) {
    while (open.length > 0 && scenes[open.at(-1)!]!.level >= level) open.pop();
    for (const outer of open) ends[outer] = Math.max(ends[outer]!, ends[i]!);
    if (level > 0) open.push(i);
  }
  return ends;
}

/** The first words of a longer text. */
export function firstWords(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ') || '\u2026';
  return line.length <= FIRST_WORDS ? line : `${[...line.slice(0, FIRST_WORDS + 1)].slice(0, -1).join('')}\u2026`;
}

const FIRST_WORDS = 40;

function sceneSymbol(scene: Scene, end: number, { lines }: Parsed, locale: Locale): DocumentSymbol {
  const { title, id, titleSpan, span } = scene;
  const name = title || (id === undefined ? NAVIGATION_WORDS.untitled[locale] : `#${id}`);
  const range = { start: span.start, end: Math.max(end, titleSpan.end) };
  const selection = titleSpan.start < span.start ? { start: span.start, end: span.start } : titleSpan;
  return {
    name,
    detail: detailOf(scene, locale),
    kind: SymbolKind.Namespace,
    range: toRange(lines, range),
    selectionRange: toRange(lines, selection),
  };
}

/** Its type, the customer's mood, how much is said. */
function detailOf({ directives, items }: Scene, locale: Locale): string {
  const said = (name: string): string => directives.find((directive) => directive.name === name)?.value.trim() ?? '';
  const count = items.filter(isTurn).length;
  const turns =
    count === 0 ? '' : count === 1 ? NAVIGATION_WORDS.oneTurn[locale] : fill(NAVIGATION_WORDS.turns[locale], { count: String(count) });
  return [said('type'), said('customer'), turns].filter((part) => part !== '').join(' · ');
}

function itemSymbol(item: SceneItem, parsed: Parsed): DocumentSymbol {
  const { name, kind, selection } = describe(item, parsed);
  return { name, kind, range: toRange(parsed.lines, item.span), selectionRange: toRange(parsed.lines, selection) };
}

function describe(item: SceneItem, { text }: Parsed): { name: string; kind: SymbolKind; selection: Span } {
  if (isTurn(item)) {
    const words = firstWords(item.utterances[0]?.body.text.slice(0, 200) ?? '');
    if (item.kind === 'phrase') return { name: words, kind: SymbolKind.String, selection: item.span };
    const speaker = speakerOf(item, text);
    const kind = item.role === 'agent' ? SymbolKind.Method : SymbolKind.Interface;
    return { name: `${speaker.name}\uff1a${words}`, kind, selection: speaker.span ?? item.span };
  }
  if (item.kind === 'event') return { name: item.text || '@event', kind: SymbolKind.Event, selection: item.span };
  const label = item.label === '' ? '' : `${item.label} `;
  return { name: `${label}\u2192 ${item.target}`, kind: SymbolKind.EnumMember, selection: item.span };
}
