import type { Finding, Span, Turn } from '../../core/index.ts';
import { isBadExampleTitle, isTurn, type Link, type Scene, type StageEvent } from '../../core/reading.ts';
import type { Parsed } from '../parsed.ts';
import { type BadExample, badExamples } from './badExamples.ts';

/** One thing to show of a script, in the order of the file. It owns the source from where it begins to where the next does. */
export type Entry = { readonly scene: number; readonly span: Span } & (
  | { readonly kind: 'scene'; readonly of: Scene }
  | { readonly kind: 'said'; readonly turn: Turn }
  | { readonly kind: 'event'; readonly event: StageEvent }
  | { readonly kind: 'choice'; readonly links: readonly Link[] }
  | { readonly kind: 'bad'; readonly lines: readonly string[] }
);

/** What there is to show of each scene. */
export function entriesOf({ text, document }: Parsed): Entry[][] {
  return [...document.scenes].map((of, scene) => {
    const heading: Entry[] = of.title === '' ? [] : [{ kind: 'scene', of, scene, span: lineOf(of) }];
    if (isBadExampleTitle(of.title)) return [...heading, ...badExamples(text, afterHeading(of), 'at-once').map((bad) => toBad(bad, scene))];
    return [...heading, ...bodyOf(of, scene, text)];
  });
}

/** True where somebody says something. */
export function holdsSpeech({ document }: Parsed): boolean {
  for (const { items } of document.scenes) if (items.some(isTurn)) return true;
  return false;
}

/** The findings of each entry, and of what stands before all of them. */
export function ownersOf(entries: readonly Entry[], findings: readonly Finding[]): Map<Entry | undefined, Finding[]> {
  const found = new Map<Entry | undefined, Finding[]>();
  for (const finding of findings) {
    const owner = entries[lastAt(entries, finding.span.start)];
    const list = found.get(owner);
    if (list) list.push(finding);
    else found.set(owner, [finding]);
  }
  return found;
}

/** The last entry that begins at or before an offset; −1 before the first. */
export function lastAt(entries: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function bodyOf(of: Scene, scene: number, text: string): Entry[] {
  const entries: Entry[] = [];
  let from = afterHeading(of).start;
  for (const item of of.items) {
    if (item.span.start > from) for (const bad of badExamples(text, { start: from, end: item.span.start })) entries.push(toBad(bad, scene));
    from = Math.max(from, item.span.end);
    const last = entries.at(-1);
    if (isTurn(item)) entries.push({ kind: 'said', turn: item, scene, span: item.span });
    else if (item.kind === 'event') entries.push({ kind: 'event', event: item, scene, span: item.span });
    else if (item.kind === 'branch' && last?.kind === 'choice' && last.links[0]?.kind === 'branch')
      entries[entries.length - 1] = { ...last, links: [...last.links, item], span: { start: last.span.start, end: item.span.end } };
    else entries.push({ kind: 'choice', links: [item], scene, span: item.span });
  }
  if (of.span.end > from) for (const bad of badExamples(text, { start: from, end: of.span.end })) entries.push(toBad(bad, scene));
  return entries;
}

function toBad({ span, lines }: BadExample, scene: number): Entry {
  return { kind: 'bad', span, lines, scene };
}

/** Where the heading begins, its marks included. */
function lineOf({ span, titleSpan }: Scene): Span {
  return { start: Math.min(span.start, titleSpan.start), end: titleSpan.end };
}

function afterHeading({ span, titleSpan }: Scene): Span {
  return { start: Math.max(span.start, titleSpan.end), end: span.end };
}
