import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { LineCursor } from '../../text/lineCursor.ts';
import type { Span } from '../../text/span.ts';
import type { Block, Cell, Home, InlineLine } from './block.ts';
import { decodeEntity } from './escape.ts';
import { InlineLines } from './inlineLines.ts';
import type { Offsets } from './parse.ts';

/** Stands in the words for what is no words but takes their place: code, a picture, a bare address. */
const OBJECT = '\ufffc';
const COMMENT = /<!--[\s\S]*?(?:-->|$)/gu;

/** The blocks of a stretch of Markdown. */
export function blocksOf(source: string, tree: Tree, at: Offsets): Block[] {
  const walk = new Walk(source, at);
  tree.iterate({ enter: (node) => walk.enter(node), leave: (node) => walk.leave(node) });
  return walk.blocks;
}

class Walk {
  readonly blocks: Block[] = [];
  private readonly source: string;
  private readonly at: Offsets;
  private depth = 0;
  private top: Span = { start: 0, end: 0 };
  private readonly containers: Span[] = [];
  private lines: InlineLines | undefined;
  private rows: Map<number, Cell>[] = [];
  private column = 0;
  /** Brackets that are no link's: they are words. */
  private readonly words = new Set<number>();

  constructor(source: string, at: Offsets) {
    this.source = source;
    this.at = at;
  }

  enter(node: SyntaxNodeRef): boolean {
    if (this.depth === 1) this.top = this.span(node);
    const goIn = this.lines ? this.inline(node) : this.block(node);
    if (goIn) this.depth++;
    return goIn;
  }

  leave(node: SyntaxNodeRef): void {
    this.depth--;
    const { name } = node;
    if (CONTAINERS.has(name)) this.containers.pop();
    else if (name === 'Table') this.blocks.push({ kind: 'table', span: this.span(node), home: this.home(), rows: this.rows });
    else if (name === 'TableCell') this.rows.at(-1)?.set(this.column, { span: this.span(node), lines: this.finish() });
    else if (name === 'Paragraph' || name === 'Task') this.paragraph(node);
    else if (isHeading(name)) this.heading(node);
  }

  private block(node: SyntaxNodeRef): boolean {
    const { name } = node;
    const span = this.span(node);
    if (name === 'Document' || LISTS.has(name)) return true;
    if (CONTAINERS.has(name)) {
      this.containers.push(span);
      return true;
    }
    if (name === 'Paragraph' || name === 'Task' || name === 'TableCell' || isHeading(name)) {
      this.lines = new InlineLines(this.source, span);
      return true;
    }
    if (name === 'Table') this.rows = [];
    else if (name === 'TableHeader' || name === 'TableRow') {
      this.rows.push(new Map());
      this.column = /^[ \t]*\|/u.test(this.source.slice(span.start, span.start + 8)) ? -1 : 0;
    } else if (name === 'TableDelimiter') this.column++;
    else if (name === 'FencedCode') this.fence(node, span);
    else if (name === 'CommentBlock') this.comments(span);
    else if (name === 'HTMLBlock') {
      this.comments(span);
      this.other(span);
    } else if (name === 'CodeBlock' || name === 'HorizontalRule' || name === 'ProcessingInstructionBlock') this.other(span);
    return name === 'Table' || name === 'TableHeader' || name === 'TableRow';
  }

  private inline(node: SyntaxNodeRef): boolean {
    const { name } = node;
    const { start, end } = this.span(node);
    const lines = this.lines!;
    if (name === 'Emphasis' || name === 'StrongEmphasis') return true;
    if ((name === 'Link' || name === 'Image') && node.node.lastChild?.name === 'LinkMark' && this.source[end - 1] === ']') {
      this.words.add(start).add(end - 1);
      return true;
    }
    if (name === 'Link') return true;
    if (name === 'Escape') lines.escape(this.source.slice(start + 1, end), start, end);
    else if (name === 'Entity') this.entity(start, end);
    else if (name === 'InlineCode' || name === 'Image' || name === 'Autolink') this.object(name, start, end);
    else if (name === 'HardBreak' || (name === 'HTMLTag' && /^<br\b/iu.test(this.source.slice(start, start + 4))))
      lines.breakHard(start, end);
    else if (name === 'LinkMark' && this.words.has(start)) return false;
    else {
      if (name === 'Comment') this.comments({ start, end });
      lines.drop(start, end);
    }
    return false;
  }

  private entity(start: number, end: number): void {
    const decoded = decodeEntity(this.source.slice(start, end));
    if (decoded !== undefined) this.lines!.escape(decoded, start, end);
  }

  /** Its own marks stay a gap, so that no fix runs over it. */
  private object(name: string, start: number, end: number): void {
    const marks = name === 'InlineCode' ? /^`*/u.exec(this.source.slice(start, end))![0].length : 1;
    this.lines!.drop(start, start + marks);
    this.lines!.escape(OBJECT, start + marks, end - marks);
    this.lines!.drop(end - marks, end);
  }

  private comments(span: Span): void {
    for (const found of this.source.slice(span.start, span.end).matchAll(COMMENT)) {
      const start = span.start + found.index;
      const closed = found[0].length > 6 && found[0].endsWith('-->');
      this.blocks.push({ kind: 'comment', span: { start, end: start + found[0].trimEnd().length }, closed });
    }
  }

  private paragraph(node: SyntaxNodeRef): void {
    const inner = this.containers.at(-1);
    const listed = inner && this.source[inner.start] !== '>';
    const lines = this.finish();
    this.blocks.push({
      kind: 'text',
      as: listed ? 'list' : inner ? 'quote' : 'paragraph',
      span: this.span(node),
      home: this.home(),
      lines,
    });
  }

  private heading(node: SyntaxNodeRef): void {
    const lines = this.finish();
    this.blocks.push({ kind: 'heading', level: Number(node.name.at(-1)), span: this.span(node), lines });
  }

  private fence(node: SyntaxNodeRef, span: Span): void {
    const lines: InlineLine[] = [];
    for (let child = node.node.firstChild; child; child = child.nextSibling) {
      if (child.name !== 'CodeText') continue;
      const end = this.at(child.to);
      for (const cursor = new LineCursor(this.source.slice(0, end), this.at(child.from)); cursor.next(); ) {
        lines.push({ start: cursor.start, end: cursor.end });
      }
    }
    this.blocks.push({ kind: 'text', as: 'fence', span, home: this.home(), lines });
  }

  private other(span: Span): void {
    this.blocks.push({ kind: 'other', span, home: this.home() });
  }

  private finish(): readonly InlineLine[] {
    const lines = this.lines!.finish();
    for (const span of this.lines!.openComments) this.blocks.push({ kind: 'comment', span, closed: false });
    this.lines = undefined;
    return lines;
  }

  private home(): Home {
    return { top: this.top, inner: this.containers.at(-1) ?? this.top };
  }

  private span(node: SyntaxNodeRef): Span {
    return { start: this.at(node.from), end: this.at(node.to) };
  }
}

const LISTS = new Set(['BulletList', 'OrderedList']);
const CONTAINERS = new Set(['ListItem', 'Blockquote']);

function isHeading(name: string): boolean {
  return name.startsWith('ATXHeading') || name.startsWith('SetextHeading');
}
