import type { Span } from '../../core/index.ts';
import { exampleLabel } from '../../core/reading.ts';

/** What stands in a script and is said by nobody: a block that shows what not to say (its label left out), or a line beside what is said. */
export interface Unsaid {
  readonly kind: 'bad' | 'aside';
  readonly span: Span;
  readonly lines: readonly string[];
}

/** How a stretch of source is read. */
export interface Reading {
  /** Lines that are nobody's are told of, too. */
  readonly asides: boolean;
  /** True for an offset in a comment. */
  readonly isComment: (offset: number) => boolean;
  /** The stretch is a bad example from its first line to its last. */
  readonly allBad?: boolean;
}

/** What a stretch of source holds in which nothing is said. Readers pass it over, so that no rule hears it. */
export function unsaid(source: string, { start, end }: Span, { asides, isComment, allBad = false }: Reading): Unsaid[] {
  const found: Unsaid[] = [];
  let open: { span: Span; lines: string[] } | undefined = allBad ? { span: { start, end: start }, lines: [] } : undefined;
  const close = (): void => {
    if (open && open.lines.length > 0) found.push({ kind: 'bad', ...open });
    open = undefined;
  };
  for (const line of linesOf(source, start, end)) {
    const words = source.slice(line.start, line.end).replace(MARKS, '');
    const span = { start: line.end - words.length, end: line.end };
    const label = exampleLabel(words, 0, words.length);
    if (label) {
      close();
      if (label.shows === 'bad') open = { span, lines: [] };
    }
    const text = words.slice(label?.length ?? 0).trim();
    if (text === '') {
      if (open && open.lines.length > 0 && !allBad) close();
    } else if (OTHERS.test(text) || isComment(span.start)) continue;
    else if (open) {
      open.span = { start: open.lines.length > 0 || label ? open.span.start : span.start, end: span.end };
      open.lines.push(text);
    } else if (asides) found.push({ kind: 'aside', span, lines: [text] });
  }
  close();
  return found;
}

/** White space, and the marks of lists and quotes. */
const MARKS = /^[\s\u3000]*(?:(?:[-*+>]|\d{1,3}[.)])[ \t]+)*/u;
/** Comments, directives, rules across the page. */
const OTHERS = /^(?:\/\/|<!--|[@\uff20]|-{3,}$)/u;

function* linesOf(source: string, start: number, end: number): Generator<Span> {
  for (let from = start; from < end; ) {
    const at = source.indexOf('\n', from);
    const stop = at < 0 || at > end ? end : at;
    yield { start: from, end: source.charCodeAt(stop - 1) === 13 && stop > from ? stop - 1 : stop };
    from = stop + 1;
  }
}
