import type { Comment, Directive, Problem, ProblemCode, Role, Scene, SceneItem } from '../../dialogue/model.ts';
import { LONGEST_LABEL, type RoleOf } from '../../dialogue/speakers.ts';
import { nextIndex } from '../../text/nextIndex.ts';
import type { Span } from '../../text/span.ts';
import { Blanks } from './blanks.ts';
import { type Line, readDirective, readHeading, readLink, wholeBracket } from './lines.ts';
import { OpenTurn } from './openTurn.ts';

/** `script`: the whole grammar. `plain`: speakers, scenes and comments alone. */
export type Grammar = 'script' | 'plain';

const LF = 10;

/**
 * Reads a script line by line, scene by scene, so that a file of any size is held no more than one scene at a time.
 * Never throws: what makes no sense becomes a problem, and reading goes on with the next line.
 */
export class ScriptReader {
  readonly problems: Problem[] = [];
  readonly comments: Comment[] = [];
  private readonly source: string;
  private readonly roleOf: RoleOf;
  private readonly grammar: Grammar;
  private readonly blanks: Blanks;
  private readonly nextCr: (from: number) => number;
  private at: number;
  private items: SceneItem[] = [];
  private directives: Directive[] = [];
  private turns = 0;
  private open: OpenTurn | undefined;
  /** What an indented line would continue. */
  private above: 'turn' | 'note' | 'nothing' = 'nothing';
  private example: 'no' | 'awaited' | 'inside' = 'no';

  constructor(source: string, start: number, roleOf: RoleOf, grammar: Grammar) {
    this.source = source;
    this.at = start;
    this.roleOf = roleOf;
    this.grammar = grammar;
    this.nextCr = nextIndex(source, '\r');
    this.blanks = new Blanks(source, this.comments, (span, code) => this.problem(span, code));
  }

  *scenes(): Generator<Scene> {
    let head: Line | undefined;
    for (let line = this.nextLine(); line; line = this.nextLine()) {
      if (this.isHeading(line)) {
        const scene = this.closeScene(head, line.start);
        if (scene) yield scene;
        head = line;
      } else this.line(line);
    }
    const scene = this.closeScene(head, this.source.length);
    if (scene) yield scene;
  }

  private nextLine(): Line | undefined {
    const { source } = this;
    if (this.at >= source.length) return undefined;
    const start = this.at;
    let end = source.indexOf('\n', start);
    if (end < 0) end = source.length;
    const cr = this.nextCr(start);
    this.at = end + 1;
    if (cr < end) {
      this.at = source.charCodeAt(cr + 1) === LF ? cr + 2 : cr + 1;
      end = cr;
    }
    let first = start;
    while (first < end && isBlank(source.charCodeAt(first))) first++;
    return { start, first, end };
  }

  private isHeading({ start, first, end }: Line): boolean {
    const unit = this.source.charCodeAt(first);
    return first === start && first < end && (unit === 0x23 || unit === 0xff03) && !this.blanks.covers(first);
  }

  private line(line: Line): void {
    const { source } = this;
    const end = this.blanks.trimEnd(line.first, line.end);
    if (line.first >= line.end) return this.blankLine();
    const first = this.blanks.skip(line.first, end);
    if (first >= end) return;
    const unit = source.charCodeAt(first);
    if (this.isLabelOfExamples(first, end)) return;
    if (this.example !== 'no') {
      this.example = 'inside';
      return;
    }
    if (line.first > line.start && first === line.first) return this.indented(first, end);
    if (this.grammar === 'script' && this.mark(unit, first, end, line)) return;
    if (this.speech(first, end)) return;
    this.close();
    if (isOpeningBracket(unit) && wholeBracket(source, first, end)) this.event(first, end);
    this.above = 'note';
  }

  /** A line that opens with a mark of the grammar. */
  private mark(unit: number, first: number, end: number, line: Line): boolean {
    if (unit === 0x40 || unit === 0xff20) this.directive(first, end);
    else if (unit === 0x3f || unit === 0xff1f || unit === 0x2192 || isArrow(this.source, first)) this.link(first, end);
    else if (unit === 0x2d || unit === 0xff0d) return this.phrase(first, end, line);
    else return false;
    return true;
  }

  private blankLine(): void {
    this.close();
    this.above = 'nothing';
    if (this.example === 'inside') this.example = 'no';
  }

  private isLabelOfExamples(first: number, end: number): boolean {
    if (end - first > 80 && this.example === 'no') return false;
    const unit = this.source.charCodeAt(first);
    if (!EXAMPLE_FIRST.has(unit)) return false;
    const label = EXAMPLE.exec(this.source.slice(first, Math.min(end, first + 24)));
    if (!label) return false;
    this.close();
    const bad = label[1] !== undefined;
    this.example = !bad ? 'no' : first + label[0].length < end ? 'inside' : 'awaited';
    this.above = 'note';
    if (!bad && first + label[0].length < end) return false;
    return true;
  }

  private indented(first: number, end: number): void {
    if (this.open) this.open.add(first, end);
    else if (this.above === 'nothing') {
      if (!this.speech(first, end)) this.problem({ start: first, end }, 'orphan-continuation');
    }
  }

  private speech(first: number, end: number): boolean {
    const colon = findColon(this.source, first, end);
    if (colon < 0) return false;
    const role = this.roleOf(this.source.slice(first, colon));
    if (!role) return false;
    this.start('turn', role, this.source.slice(first, colon), first, colon + 1, end);
    return true;
  }

  private phrase(first: number, end: number, line: Line): boolean {
    const next = this.source.charCodeAt(first + 1);
    if (next === 0x2d || next === 0xff0d || first + 1 >= end) return false;
    const text = this.blanks.skip(first + 1, end);
    if (this.speech(text, end)) return true;
    this.start('phrase', 'agent', '', line.first, text, end);
    return true;
  }

  private start(kind: 'turn' | 'phrase', role: Role, speaker: string, start: number, text: number, end: number): void {
    this.close();
    this.open = new OpenTurn(this.source, this.blanks, kind, role, speaker, start, end);
    this.open.add(this.afterBold(text, end), end);
    this.above = 'turn';
  }

  /** `**客服:** 您好` closes its emphasis behind the colon. */
  private afterBold(text: number, end: number): number {
    return this.source.startsWith('**', text) ? this.blanks.skip(text + 2, end) : text;
  }

  private close(): void {
    if (!this.open) return;
    const turn = this.open.finish(this.turns + 1);
    if (turn.utterances.length > 0) {
      this.turns++;
      this.items.push(turn);
    } else if (turn.role !== 'narrator') {
      this.problem(turn.span, 'empty-turn', turn.speaker.trim() || '-');
    }
    this.open = undefined;
  }

  private directive(first: number, end: number): void {
    this.close();
    const { directive, problem } = readDirective(this.source, first, end);
    if (problem) this.problem(problem.span, problem.code, problem.words);
    this.directives.push(directive);
    if (directive.name === 'event') this.items.push({ kind: 'event', text: directive.value, span: directive.span });
    this.above = 'nothing';
  }

  private link(first: number, end: number): void {
    this.close();
    const link = readLink(this.source, first, end);
    if (link.target === '') this.problem(link.span, 'empty-link');
    else this.items.push(link);
    this.above = 'note';
  }

  private event(first: number, end: number): void {
    this.items.push({ kind: 'event', text: this.source.slice(first + 1, end - 1).trim(), span: { start: first, end } });
  }

  private closeScene(head: Line | undefined, end: number): Scene | undefined {
    this.close();
    this.example = 'no';
    this.above = 'nothing';
    const { items, directives } = this;
    this.items = [];
    this.directives = [];
    this.turns = 0;
    if (!head) {
      if (items.length === 0 && directives.length === 0) return undefined;
      const nowhere = { start: 0, end: 0 };
      return { title: '', id: undefined, level: 0, span: { start: 0, end }, titleSpan: nowhere, directives, items };
    }
    const textEnd = this.blanks.trimEnd(head.first, head.end);
    return { ...readHeading(this.source, head.first, textEnd), span: { start: head.start, end }, directives, items };
  }

  private problem(span: Span, code: ProblemCode, words = this.source.slice(span.start, Math.min(span.end, span.start + 40))): void {
    this.problems.push({ span, code, words });
  }
}

const EXAMPLE = /^(?:\*\*)?(?:((?:反例|错误示范|錯誤示範|Bad|bad|BAD)(?:\*\*)?[ \t]*[:\uff1a]|[✗✘❌])|(?:正例|正确示范|正確示範|Good|good|GOOD)(?:\*\*)?[ \t]*[:\uff1a]|[✓✔✅])(?:\*\*)?[ \t]*/u;
const EXAMPLE_FIRST = new Set([...'*反错錯BbGg正✗✘❌✓✔✅'].map((c) => c.charCodeAt(0)));

function isArrow(source: string, at: number): boolean {
  const second = source.charCodeAt(at + 1);
  return source.charCodeAt(at) === 0x2d && (second === 0x3e || second === 0xff1e);
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 9 || unit === 0x3000 || unit === 0xa0 || unit === 0xfeff;
}

function isOpeningBracket(unit: number): boolean {
  return unit === 0x28 || unit === 0xff08 || unit === 0x5b || unit === 0xff3b || unit === 0x3010;
}

function findColon(source: string, first: number, end: number): number {
  const limit = Math.min(end, first + LONGEST_LABEL);
  for (let i = first; i < limit; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 0x3a || unit === 0xff1a) return i;
  }
  return -1;
}
