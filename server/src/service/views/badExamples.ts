import type { Span } from '../../core/index.ts';
import { exampleLabel } from '../../core/reading.ts';

/** What a script shows as not to be said: the lines of one block, its label left out. */
export interface BadExample {
  readonly span: Span;
  readonly lines: readonly string[];
}

/** The blocks of bad examples in a stretch of source where nothing is said: readers pass them over, so that no rule hears them. */
export function badExamples(source: string, { start, end }: Span, begin: 'with-a-label' | 'at-once' = 'with-a-label'): BadExample[] {
  const found: BadExample[] = [];
  let open: { start: number; end: number; lines: string[] } | undefined =
    begin === 'at-once' ? { start: Number.NaN, end: start, lines: [] } : undefined;
  const close = (): void => {
    if (open && open.lines.length > 0) found.push({ span: { start: open.start, end: open.end }, lines: open.lines });
    open = undefined;
  };
  for (const line of linesOf(source, start, end)) {
    const words = source.slice(line.start, line.end).replace(MARKS, '');
    const first = line.end - words.length;
    const label = exampleLabel(words, 0, words.length);
    if (label) {
      close();
      if (label.shows === 'bad') open = { start: first, end: line.end, lines: [] };
    }
    if (!open) continue;
    const text = words.slice(label?.length ?? 0).trim();
    if (text === '') {
      if (open.lines.length > 0 && begin !== 'at-once') close();
    } else if (!COMMENT.test(text)) {
      if (Number.isNaN(open.start)) open.start = first;
      open.lines.push(text);
      open.end = line.end;
    }
  }
  close();
  return found;
}

/** White space, and the marks of lists and quotes. */
const MARKS = /^[\s\u3000]*(?:(?:[-*+>]|\d{1,3}[.)])[ \t]+)*/u;
const COMMENT = /^(?:\/\/|<!--)/u;

function* linesOf(source: string, start: number, end: number): Generator<Span> {
  for (let from = start; from < end; ) {
    const at = source.indexOf('\n', from);
    const stop = at < 0 || at > end ? end : at;
    yield { start: from, end: source.charCodeAt(stop - 1) === 13 && stop > from ? stop - 1 : stop };
    from = stop + 1;
  }
}
