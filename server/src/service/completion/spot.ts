import type { ScriptDocument, Span, Turn } from '../../core/index.ts';
import { type Directive, isTurn, type Link, type Scene } from '../../core/writing.ts';
import type { Draft } from './draft.ts';
import { endOfLine, startOfLine, stretchAround } from './stretch.ts';

/** What stands at a place: read as it would be read if a letter were typed there. Spans are over the whole text. */
export type Standing =
  | {
      readonly in: 'turn';
      readonly turn: Turn;
      readonly scene: Scene;
      /** Words of the turn on either side of the place. */
      readonly said: string;
      readonly rest: string;
    }
  | { readonly in: 'link'; readonly link: Link; readonly target: Span; readonly scene: Scene }
  | { readonly in: 'directive'; readonly directive: Directive; readonly value: Span }
  | { readonly in: 'comment' };

/** A place in a text, and what is known of it. What costs reading is worked out when it is asked for. */
export interface Spot {
  readonly draft: Draft;
  readonly offset: number;
  readonly line: Span;
  /** What stands on the line on either side. */
  readonly before: string;
  readonly after: string;
  /** The stretch above the line: the scene so far. */
  readonly above: string;
  /** Undefined where nothing of the grammar stands: notes, headings, code, examples of what not to say. */
  standing(): Standing | undefined;
  /** True where a turn could begin in this line. */
  mayBegin(): boolean;
  /** The scene the line is in, and the stretch that was read; their spans are over that. */
  scene(): Scene | undefined;
  document(): ScriptDocument;
}

/** Undefined in front matter, and in code and comments of several lines. */
export function spotAt(draft: Draft, offset: number): Spot | undefined {
  const { text, format } = draft;
  const line = { start: startOfLine(text, offset), end: endOfLine(text, offset) };
  const stretch = stretchAround(text, offset, format);
  if (!stretch) return undefined;
  const head = stretch.head + text.slice(stretch.start, line.start);
  const tail = text.slice(line.end, stretch.end);
  const [before, after] = [text.slice(line.start, offset), text.slice(offset, line.end)];
  const mark = markNotIn(head + before + after + tail);
  const at = head.length + before.length;
  const toText = (place: number): number => place - stretch.head.length + stretch.start - (place > at ? 1 : 0);
  const reading = once(() => {
    const document = draft.read(head + before + mark + after + tail);
    const scenes = [...document.scenes];
    return { document: { ...document, scenes }, scenes };
  });
  return {
    draft,
    offset,
    line,
    before,
    after,
    above: text.slice(stretch.start, line.start),
    standing: once(() => standingAt(reading(), at, mark, toText)),
    mayBegin: once(() => {
      const indent = /^[ \t\u3000]*/u.exec(before)![0];
      const document = draft.read(`${head + indent}Agent: ${mark}${tail}`);
      return [...document.scenes].some(({ items }) => items.some((item) => isTurn(item) && wordsOf(item).includes(mark)));
    }),
    scene: () => reading().scenes.findLast(({ span }) => span.start <= at),
    document: () => reading().document,
  };
}

function standingAt(
  { document, scenes }: { readonly document: ScriptDocument; readonly scenes: readonly Scene[] },
  at: number,
  mark: string,
  toText: (place: number) => number,
): Standing | undefined {
  const holds = ({ span }: { readonly span: Span }): boolean => span.start <= at && at < span.end;
  const moved = ({ start, end }: Span): Span => ({ start: toText(start), end: toText(end) });
  if (document.comments.some(holds)) return { in: 'comment' };
  for (const scene of scenes) {
    const directive = scene.directives.find(holds);
    if (directive) return { in: 'directive', directive, value: moved(directive.valueSpan) };
    const item = scene.items.find(holds);
    if (!item) continue;
    if (item.kind === 'branch' || item.kind === 'jump') return { in: 'link', link: item, target: moved(item.targetSpan), scene };
    const words = isTurn(item) ? wordsOf(item) : '';
    const here = words.indexOf(mark);
    if (isTurn(item) && here >= 0) return { in: 'turn', turn: item, scene, said: words.slice(0, here), rest: words.slice(here + 1) };
  }
  return undefined;
}

/** Everything that is said in a turn. */
export function wordsOf({ utterances }: Turn): string {
  return utterances.map(({ body }) => body.text).join('\n');
}

/** A letter that the text has not. */
function markNotIn(text: string): string {
  let unit = 0xe0c7;
  while (text.includes(String.fromCharCode(unit))) unit++;
  return String.fromCharCode(unit);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
