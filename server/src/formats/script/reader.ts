import type { Comment, Problem, Scene } from '../../dialogue/model.ts';
import type { RoleOf } from '../../dialogue/speakers.ts';
import { LineCursor } from '../../text/lineCursor.ts';
import { skipSpace } from '../../text/space.ts';
import type { SceneReader } from '../document.ts';
import { exampleLabel } from '../examples.ts';
import { speakerLabel } from '../label.ts';
import type { OpenTurn, TurnHead } from '../openTurn.ts';
import { SceneBuilder } from '../sceneBuilder.ts';
import { isBracketed, opensWithArrow, readDirective, readHeading, readLink } from './lines.ts';
import { VisibleLine } from './visibleLine.ts';

/** `script`: the whole grammar. `plain`: speakers, scenes and comments. `phrases`: those, and every other line is a phrase. */
export type Grammar = 'script' | 'plain' | 'phrases';

/** What there is to read. */
export interface ScriptText {
  readonly source: string;
  /** Where the front matter ends. */
  readonly start: number;
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a script line by line, scene by scene. Never throws: what makes no sense becomes a problem, and reading goes on
 * with the next line.
 */
export class ScriptReader implements SceneReader {
  readonly comments: readonly Comment[];
  private readonly source: string;
  private readonly roleOf: RoleOf;
  private readonly grammar: Grammar;
  private readonly lines: LineCursor;
  private readonly line: VisibleLine;
  private readonly scene: SceneBuilder;
  /** What an indented line would continue; an orphan is reported once. */
  private above: 'turn' | 'note' | 'nothing' = 'nothing';
  private example: 'no' | 'awaited' | 'inside' = 'no';
  /** A comment stands between the words of the open turn and the current line. */
  private interrupted = false;

  constructor({ source, start, comments, problems }: ScriptText, roleOf: RoleOf, grammar: Grammar) {
    this.source = source;
    this.comments = comments;
    this.roleOf = roleOf;
    this.grammar = grammar;
    this.lines = new LineCursor(source, start);
    this.line = new VisibleLine(source, comments);
    this.scene = new SceneBuilder(source, problems, grammar === 'script' ? 'always' : 'amid-turns');
  }

  get problems(): readonly Problem[] {
    return this.scene.problems;
  }

  *scenes(): Generator<Scene> {
    const { source, lines, line } = this;
    while (lines.next()) {
      line.set(lines.start, lines.end);
      if (line.first < line.end && !line.indented && isHash(source.charCodeAt(line.first))) {
        const heading = readHeading(source, line.first, line.firstRunEnd);
        const scene = this.scene.finish(lines.start, { ...heading, start: lines.start });
        if (scene) yield scene;
        this.above = 'nothing';
        this.example = 'no';
      } else this.body();
    }
    const last = this.scene.finish(source.length);
    if (last) yield last;
  }

  private body(): void {
    const { source, line } = this;
    if (line.hasComment) this.interrupted = true;
    if (line.first >= line.end) {
      if (!line.hasComment) this.blankLine();
      return;
    }
    let { first } = line;
    const found = exampleLabel(source, first, line.firstRunEnd);
    const isBullet = found?.by === 'mark' && line.indented && this.scene.turn !== undefined;
    const label = isBullet ? undefined : found;
    if (label) {
      first += label.length;
      this.beginExample(label.shows, first < line.end);
      if (this.example !== 'no' || first >= line.end) return;
    } else if (this.example !== 'no') {
      this.example = 'inside';
      return;
    }
    if (line.indented && !label) this.indented(first);
    else if (!this.isMark(first) && !this.speech(first, first)) this.note(first);
  }

  private blankLine(): void {
    this.scene.endTurn();
    this.above = 'nothing';
    if (this.example === 'inside') this.example = 'no';
  }

  private beginExample(shows: 'bad' | 'good', hasMore: boolean): void {
    this.scene.endTurn();
    this.above = 'note';
    if (shows === 'good') this.example = 'no';
    else this.example = hasMore ? 'inside' : 'awaited';
  }

  private indented(first: number): void {
    if (this.speech(first, first)) return;
    const { turn } = this.scene;
    if (turn) {
      turn.breakLine(this.interrupted ? this.line.firstRunStart : turn.wordsEnd, first);
      this.say(turn, first);
    } else if (this.above === 'nothing') {
      if (this.grammar === 'script') this.scene.problem({ start: first, end: this.line.end }, 'orphan-continuation');
      this.note(first);
    }
  }

  /** A line that opens with a mark of the grammar. */
  private isMark(first: number): boolean {
    if (this.grammar !== 'script') return false;
    const { source, scene } = this;
    const end = this.line.firstRunEnd;
    const unit = source.charCodeAt(first);
    if (unit === 0x40 || unit === 0xff20) {
      const { directive, problem } = readDirective(source, first, end);
      scene.direct(directive);
      if (problem) scene.problem(problem.span, problem.code, problem.words);
      this.above = 'nothing';
      return true;
    }
    if (unit === 0x3f || unit === 0xff1f || opensWithArrow(source, first)) {
      const link = readLink(source, first, end);
      scene.endTurn();
      if (link.target === '') scene.problem(link.span, 'empty-link');
      else scene.add(link);
      this.above = 'nothing';
      return true;
    }
    return isDash(unit) && !isDash(source.charCodeAt(first + 1)) && this.phrase(first, first + 1);
  }

  /** The words of a list item: what a speaker says, an example of what not to say, or a phrase. */
  private phrase(start: number, from: number): true {
    const text = skipSpace(this.source, from, this.line.end);
    const label = exampleLabel(this.source, text, this.line.firstRunEnd);
    const words = text + (label?.length ?? 0);
    if (label && words >= this.line.end) this.beginExample(label.shows, false);
    else if (label?.shows === 'bad') {
      this.scene.endTurn();
      this.above = 'note';
    } else if (!this.speech(start, words)) {
      this.begin({ kind: 'phrase', role: 'agent', speaker: '', start }, words);
    }
    return true;
  }

  private speech(start: number, first: number): boolean {
    const label = speakerLabel(this.source, first, this.line.firstRunEnd, this.roleOf);
    if (!label) return false;
    const { role, speaker } = label;
    const bold = speaker.startsWith('**') && !speaker.trimEnd().endsWith('**') && this.source.startsWith('**', label.words);
    this.begin({ kind: 'turn', role, speaker, start }, bold ? label.words + 2 : label.words);
    return true;
  }

  private begin(head: TurnHead, words: number): void {
    const turn = this.scene.start(head, this.line.end);
    this.say(turn, skipSpace(this.source, words, this.line.end));
    this.above = 'turn';
  }

  private say(turn: OpenTurn, from: number): void {
    const { line } = this;
    if (line.hasComment) for (const { start, end } of line.words(from)) turn.words(start, end);
    else turn.words(from, line.end);
    turn.reach(line.end);
    this.interrupted = line.hasComment;
  }

  /** A line that is nobody's; in a list of phrases, a phrase. */
  private note(first: number): void {
    const { source, line } = this;
    this.scene.endTurn();
    const direction = isBracketed(source, first, line.firstRunEnd);
    this.above = direction ? 'nothing' : 'note';
    if (direction) {
      this.scene.add({
        kind: 'event',
        text: source.slice(first + 1, line.firstRunEnd - 1).trim(),
        span: { start: first, end: line.firstRunEnd },
      });
    } else if (this.grammar === 'phrases') {
      this.phrase(first, first + (BULLET.exec(source.slice(first, first + 8))?.[0].length ?? 0));
    }
  }
}

const BULLET = /^(?:[-\u2022\u00b7*\uff0d]|\d{1,3}[.\u3001)\uff0e\uff09])\s*/u;

function isHash(unit: number): boolean {
  return unit === 0x23 || unit === 0xff03;
}

function isDash(unit: number): boolean {
  return unit === 0x2d || unit === 0xff0d;
}
