import type { Tree } from '@lezer/common';
import { parser as commonMark, type MarkdownConfig, Strikethrough, Table, TaskList } from '@lezer/markdown';

const [BACKSLASH, SPACE, LINE_FEED] = [0x5c, 0x20, 0x0a];

/** Hard breaks as the parser knows them; a run of spaces is looked along once, from its beginning. */
const hardBreak: MarkdownConfig = {
  parseInline: [
    {
      name: 'HardBreak',
      parse(context, next, start) {
        if (next !== SPACE && next !== BACKSLASH) return -1;
        let end = start + 1;
        if (next === SPACE && context.char(start - 1) !== SPACE) while (context.char(end) === SPACE) end++;
        if (context.char(end) !== LINE_FEED || (next === SPACE && end < start + 2)) return -1;
        return context.addElement(context.elt('HardBreak', start, end + 1));
      },
    },
  ],
};

const parser = commonMark.configure([Table, TaskList, Strikethrough, hardBreak]);

/** Leads from an offset in a tree to one in the source. */
export type Offsets = (offset: number) => number;

/**
 * Parses a stretch of Markdown. The parser knows line feeds alone, so carriage returns before them are left out of what
 * it reads. Its cost and depth grow with the marks that stand open: a line with more marks than anyone writes, or a
 * stretch that it cannot get through, is read as plain words.
 */
export function parse(source: string, start: number, end: number): { tree: Tree; at: Offsets } {
  const { text, at } = lineFeeds(source.slice(start, end));
  const tamed = text.replace(LONG_LINE, (line) => ((line.match(MARK)?.length ?? 0) > MOST_MARKS ? plainWords(line) : line));
  try {
    const tree = parser.parse(tamed);
    const ended = withCommentsEnded(tamed, tree);
    return { tree: ended === tamed ? tree : parser.parse(ended), at: (offset) => start + at(offset) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { tree: parser.parse(plainWords(tamed)), at: (offset) => start + at(offset) };
  }
}

const MOST_MARKS = 2000;
const LONG_LINE = new RegExp(`[^\\n]{${MOST_MARKS},}`, 'gu');
const MARK = /[*_`[\]<!~\\&>+|-]/gu;

function plainWords(text: string): string {
  return text.replace(MARK, 'x');
}

/**
 * The text with each comment that a list item or quote leaves open ended with its line, and so each that it has taken in.
 * Nothing changes its place. At the top level a comment may go on beyond the stretch.
 */
function withCommentsEnded(text: string, tree: Tree): string {
  if (!text.includes('<!--')) return text;
  let ended = '';
  let taken = 0;
  tree.iterate({
    enter({ name, from, to, node }) {
      if (name !== 'CommentBlock') return name !== 'Paragraph';
      const comments = text.slice(from, to);
      if (node.parent?.name === 'Document' || comments.includes('-->')) return false;
      ended += text.slice(taken, from) + comments.replace(OPEN_COMMENT, (_, layout: string, opened: string) => layout + closed(opened));
      taken = to;
      return false;
    },
  });
  return ended + text.slice(taken);
}

/** A comment that opens a line, behind the marks of lists and quotes. */
const OPEN_COMMENT = /^((?:[ \t>]|(?:[-+*]|\d{1,9}[.)])[ \t])*)(<!--[^\n]*)/gmu;

/** As many units that the parser takes for a comment that ends, or for a declaration where there is no room for one. */
function closed({ length }: string): string {
  return length < 7 ? `<!${'X'.repeat(length - 3)}>` : `<!--${'x'.repeat(length - 7)}-->`;
}

function lineFeeds(text: string): { text: string; at: Offsets } {
  if (!text.includes('\r')) return { text, at: (offset) => offset };
  const removed: number[] = [];
  const read = text.replace(/\r(\n?)/gu, (_, lf: string, index: number) => {
    if (lf) removed.push(index - removed.length);
    return '\n';
  });
  return { text: read, at: (offset) => offset + countBelow(removed, offset) };
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
