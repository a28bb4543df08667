import type { Comment, Problem, Scene } from '../../dialogue/model.ts';
import { opensWithLabel } from '../../dialogue/speakers.ts';
import { skipSpace } from '../../text/space.ts';
import type { SceneReader } from '../document.ts';
import { type ExampleLabel, exampleLabel, isBadExampleTitle } from '../examples.ts';
import type { ParseOptions } from '../format.ts';
import { speakerLabel } from '../label.ts';
import type { OpenTurn, Speaker } from '../openTurn.ts';
import { type Heading, SceneBuilder } from '../sceneBuilder.ts';
import { headingId, isBracketed } from '../script/lines.ts';
import {
  type Block,
  type Cell,
  type CommentBlock,
  type HeadingBlock,
  type Home,
  type InlineLine,
  type OtherBlock,
  piecesFrom,
  type TableBlock,
  type TextBlock,
  wordsOf,
} from './block.ts';
import { markdownBlocks } from './blocks.ts';
import { columnsOf } from './columns.ts';
import { escapeCell, escapeMarkdown } from './escape.ts';

/** What there is to read. */
export interface MarkdownText {
  readonly source: string;
  /** Where the front matter ends. */
  readonly start: number;
  readonly problems: readonly Problem[];
  /** Kinds of block that are phrases of the agent. */
  readonly phrases: ReadonlySet<TextBlock['as']>;
  readonly plain?: 'fast' | 'parsed';
}

/** Reads the speech out of Markdown: turns with a speaker, columns of tables, phrases; the rest is nobody's. */
export class MarkdownReader implements SceneReader {
  readonly comments: Comment[] = [];
  private readonly text: MarkdownText;
  private readonly source: string;
  private readonly roleOf: ParseOptions['roleOf'];
  private readonly scene: SceneBuilder;
  /** The block the open turn last had words from. */
  private turnBlock: TextBlock | undefined;
  /** Items that begin before this offset are named by whoever speaks. */
  private listUntil = 0;
  /** Blocks that begin before this offset show what not to say. */
  private badUntil = 0;
  /** A label of bad examples with nothing behind it: the next block is the example. */
  private badAwaited: Home | undefined;

  constructor(text: MarkdownText, { roleOf }: ParseOptions) {
    this.text = text;
    this.source = text.source;
    this.roleOf = roleOf;
    this.scene = new SceneBuilder(text.source, text.problems, 'amid-turns');
  }

  get problems(): readonly Problem[] {
    return this.scene.problems;
  }

  *scenes(): Generator<Scene> {
    const { source, text } = this;
    for (const block of markdownBlocks(source, text.start, text.plain)) {
      if (block.kind !== 'heading') this.block(block);
      else {
        const scene = this.scene.finish(block.span.start, this.heading(block));
        if (scene) yield scene;
      }
    }
    const last = this.scene.finish(source.length);
    if (last) yield last;
  }

  private heading({ level, span, lines }: HeadingBlock): Heading {
    const words = lines.map((line) => wordsOf(this.source, line)).join(' ');
    const id = headingId(words, 0, words.length);
    const title = words.slice(0, id?.start).trim();
    const start = lines[0]?.start ?? span.end;
    const end = lines.length === 1 && !lines[0]!.pieces ? start + title.length : (lines.at(-1)?.end ?? start);
    this.badUntil = isBadExampleTitle(title) ? Number.POSITIVE_INFINITY : 0;
    this.badAwaited = undefined;
    return { start: span.start, level, id: id?.name, title, titleSpan: { start, end } };
  }

  private block(block: Exclude<Block, HeadingBlock>): void {
    if (block.kind === 'comment') this.comment(block);
    else {
      const bad = this.isBad(block);
      if (block.kind === 'text' && this.isRead(block)) this.speech(block, bad, this.text.phrases.has(block.as) ? PHRASE : undefined);
      else this.scene.endTurn();
      if (block.kind === 'table' && !bad) this.table(block);
    }
  }

  /** Code is read only where fences hold phrases. */
  private isRead({ as }: TextBlock): boolean {
    return as !== 'fence' || this.text.phrases.has(as);
  }

  private comment({ span, closed }: CommentBlock): void {
    this.comments.push({ span, text: this.source.slice(span.start, span.end) });
    if (!closed) this.scene.problem(span, 'unclosed-comment');
  }

  /** True where the block shows what not to say. */
  private isBad({ span, home }: TextBlock | TableBlock | OtherBlock): boolean {
    const label = this.badAwaited;
    if (label) {
      this.badAwaited = undefined;
      if (span.start < label.inner.end) this.badUntil = label.inner.end;
      else this.badUntil = home.top.start === label.top.start ? home.inner.end : home.top.end;
    }
    return span.start < this.badUntil;
  }

  /** The lines of a paragraph. What has no speaker of its own and goes on with nothing is said by `otherwise`, or by nobody. */
  private speech(block: TextBlock, bad: boolean, otherwise: Speaker | undefined): void {
    let skipping = bad;
    for (let i = 0; i < block.lines.length; i++) {
      const line = block.lines[i]!;
      const words = wordsOf(this.source, line);
      const example = this.exampleAt(block, words, skipping);
      if (example) {
        this.scene.endTurn();
        skipping = example.shows === 'bad';
        if (!skipping) this.badUntil = 0;
        else if (example.length === words.length && i === block.lines.length - 1) this.badAwaited = block.home;
      }
      if (skipping) this.scene.endTurn();
      else this.line(block, line, words, example?.length ?? 0, otherwise);
    }
  }

  /** A tick or a cross amid what somebody says is a bullet. */
  private exampleAt(block: TextBlock, words: string, skipping: boolean): ExampleLabel | undefined {
    const label = exampleLabel(words, 0, words.length);
    const isBullet = label?.by === 'mark' && !skipping && this.turnBlock === block && this.scene.turn !== undefined;
    return isBullet && !speakerLabel(words, label.length, words.length, this.roleOf) ? undefined : label;
  }

  private line(block: TextBlock, line: InlineLine, words: string, from: number, otherwise: Speaker | undefined): void {
    const first = skipSpace(words, from, words.length);
    const label = speakerLabel(words, first, words.length, this.roleOf);
    if (label) this.begin({ kind: 'turn', role: label.role, speaker: label.speaker }, block, line, words, label.words);
    else if (first >= words.length) {
      if (block.as === 'fence') this.scene.turn?.breakParagraph();
    } else if (isBracketed(words, first, words.length) && this.scene.turn?.head.kind !== 'phrase' && block.as !== 'fence') {
      this.scene.add({ kind: 'event', text: words.slice(first + 1, -1).trim(), span: { start: line.start, end: line.end } });
    } else if (this.goesOn(block, words)) this.continue(block, line, words, first);
    else if (otherwise) this.begin(otherwise, block, line, words, first);
    else this.scene.endTurn();
  }

  private begin(speaker: Speaker, block: TextBlock, line: InlineLine, words: string, from: number): void {
    const { kind, role, speaker: name } = speaker;
    const turn = this.scene.start({ kind, role, speaker: name, start: line.start }, line.end, encoderOf(block));
    this.turnBlock = block;
    this.listUntil = 0;
    this.say(turn, line, words, from);
  }

  /** Words without a speaker go on with the turn in their paragraph, item, quote or list, or follow a speaker who has said nothing yet. */
  private goesOn(block: TextBlock, words: string): boolean {
    const { turnBlock } = this;
    const { turn } = this.scene;
    if (!turn || !turnBlock) return false;
    if (turn.isEmpty && (turnBlock === block || block.as === 'paragraph' || block.as === 'quote')) return true;
    const here = turnBlock === block || turnBlock.home.inner.start === block.home.inner.start;
    if (turn.head.kind === 'phrase') return here;
    return (here || block.span.start < this.listUntil || this.listsMore(turn, turnBlock, block)) && !opensWithLabel(words);
  }

  /** True for the first item of a list that stands right below what is said, or behind a speaker who has said nothing yet: what the speaker goes on to name. */
  private listsMore(turn: OpenTurn, { as, span, home }: TextBlock, item: TextBlock): boolean {
    const nested = item.span.start < home.inner.end;
    if (item.as !== 'list' || !(nested || as === 'paragraph')) return false;
    if (!turn.isEmpty && !NEXT_ITEM.test(this.source.slice(span.end, Math.min(item.span.start, span.end + 80)))) return false;
    this.listUntil = nested ? home.inner.end : item.home.top.end;
    return true;
  }

  private continue(block: TextBlock, line: InlineLine, words: string, from: number): void {
    const turn = this.scene.turn!;
    if (this.turnBlock !== block) turn.breakParagraph();
    else if (!turn.isEmpty) {
      const [next] = piecesFrom(line, from);
      const layout = LAYOUT.test(this.source.slice(turn.wordsEnd, next!.start));
      const hard = line.hard || (block.as === 'fence' && !WRAPPED.test(words));
      turn.breakLine(layout ? turn.wordsEnd : next!.start, next!.start, hard ? 'hard' : 'soft');
    }
    this.turnBlock = block;
    this.say(turn, line, words, from);
  }

  private say(turn: OpenTurn, line: InlineLine, words: string, from: number): void {
    const first = skipSpace(words, from, words.length);
    if (!line.pieces) turn.words(line.start + first, line.end);
    else {
      for (const { start, end, decoded } of piecesFrom(line, first)) {
        if (decoded === undefined) turn.words(start, end);
        else turn.escape(decoded, start, end);
      }
    }
    turn.reach(line.end);
  }

  private table({ span, home, rows }: TableBlock): void {
    const wordsIn = (cell: Cell): string => cell.lines.map((line) => wordsOf(this.source, line)).join(' ');
    const header = new Map([...(rows[0] ?? [])].map(([column, cell]) => [column, wordsIn(cell)]));
    const { speech, speaker } = columnsOf(header, this.roleOf);
    for (const row of rows.slice(1)) {
      const named = speaker === undefined ? undefined : wordsIn(row.get(speaker) ?? { span, lines: [] });
      for (const [column, { span: inner, lines }] of row) {
        const by = speech.get(column);
        if (!by) continue;
        const who: Speaker = named === undefined ? by : { kind: 'turn', role: this.roleOf(named) ?? 'narrator', speaker: named };
        this.speech({ kind: 'text', as: 'cell', span: inner, home: { top: home.top, inner }, lines }, false, who);
        this.scene.endTurn();
      }
    }
  }
}

const PHRASE: Speaker = { kind: 'phrase', role: 'agent', speaker: '' };
/** From the end of a line to the words of an item on the next. */
const NEXT_ITEM = /^[ \t]*(?:\r\n?|\n)[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?$/u;
/** A line of a fence that begins amid a sentence: its letter was wrapped. */
const WRAPPED = /^\s*[a-z]/u;
/** What stands between two lines of a paragraph and is no one's words: line ends, indents, marks of quotes. */
const LAYOUT = /^[\s>\\]*$/u;

function encoderOf({ as }: TextBlock): ((words: string) => string) | undefined {
  return as === 'fence' ? undefined : as === 'cell' ? escapeCell : escapeMarkdown;
}
