import type { Finding, Span, Turn } from '../../core/index.ts';
import { isBadExampleTitle, isTurn, type Link, type Scene, type StageEvent } from '../../core/reading.ts';
import type { Parsed } from '../parsed.ts';
import { type Reading, unsaid } from './unsaid.ts';

/** One thing to show of a script, in the order of the file. It owns the source from where it begins to where the next does. */
export type Entry = { readonly scene: number; readonly span: Span } & (
  | { readonly kind: 'scene'; readonly of: Scene }
  | { readonly kind: 'said'; readonly turn: Turn }
  | { readonly kind: 'event'; readonly event: StageEvent }
  | { readonly kind: 'choice'; readonly links: readonly Link[] }
  | { readonly kind: 'bad' | 'aside'; readonly lines: readonly string[] }
);

/** What there is to show of each scene. Beside what is said Markdown holds prose, of which there is no end. */
export function entriesOf({ text, format, document }: Parsed): Entry[][] {
  const comments = [...document.comments].sort((a, b) => a.span.start - b.span.start);
  const reading: Reading = {
    asides: format === 'huashu',
    isComment: (offset) => (comments[lastAt(comments, offset)]?.span.end ?? -1) > offset,
  };
  const head = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  return [...document.scenes].map((of, scene) => {
    const heading: Entry[] = of.title === '' ? [] : [{ kind: 'scene', of, scene, span: lineOf(of) }];
    const body = { start: Math.max(of.title === '' ? of.span.start : lineEndAt(text, of.titleSpan.end), head), end: of.span.end };
    return [...heading, ...bodyOf(of, scene, body, (gap) => unsaid(text, gap, { ...reading, allBad: isBadExampleTitle(of.title) }))];
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

/** The last of some things in order that begins at or before an offset; −1 before the first. */
export function lastAt(things: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (things[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n(?:[\s\S]*?\n)?---[ \t]*(?:\r?\n|$)/u;

function bodyOf({ items }: Scene, scene: number, body: Span, between: (gap: Span) => ReturnType<typeof unsaid>): Entry[] {
  const entries: Entry[] = [];
  /** Branches that stand together, as long as nothing stands behind them. */
  let choice: { readonly entry: Entry | undefined; readonly links: Link[]; readonly span: { start: number; end: number } } | undefined;
  let from = body.start;
  const passOver = (to: number): void => {
    if (to > from) for (const { kind, span, lines } of between({ start: from, end: to })) entries.push({ kind, span, lines, scene });
  };
  for (const item of items) {
    passOver(item.span.start);
    from = Math.max(from, item.span.end);
    const last = entries.at(-1);
    if (last !== choice?.entry) choice = undefined;
    if (isTurn(item))
      entries.push(BAD_SPEAKER.test(item.speaker) ? badTurn(item, scene) : { kind: 'said', turn: item, scene, span: item.span });
    else if (item.kind === 'event') entries.push({ kind: 'event', event: item, scene, span: item.span });
    else if (item.kind === 'branch' && choice) {
      choice.links.push(item);
      choice.span.end = item.span.end;
    } else {
      const [links, span] = [[item], { ...item.span }];
      entries.push({ kind: 'choice', links, scene, span });
      choice = item.kind === 'branch' ? { entry: entries.at(-1), links, span } : undefined;
    }
  }
  passOver(body.end);
  return entries;
}

/** A speaker of bad examples. */
const BAD_SPEAKER = /[([【（［]\s*(?:反例|错误|錯誤|不推荐|不推薦|禁用|bad|wrong|[\u2717\u2718\u274c])/iu;

function badTurn({ utterances, span }: Turn, scene: number): Entry {
  return { kind: 'bad', span, lines: utterances.map(({ body }) => body.text), scene };
}

/** What stands behind a heading in its line belongs to it: an id, marks that close it. */
function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Where the heading begins, its marks included. */
function lineOf({ span, titleSpan }: Scene): Span {
  return { start: Math.min(span.start, titleSpan.start), end: titleSpan.end };
}
