import type { Directive, Problem, ProblemCode, Scene, SceneItem } from '../dialogue/model.ts';
import type { Span } from '../text/span.ts';
import { OpenTurn, type TurnHead } from './openTurn.ts';

/** A heading as read: what a scene takes from it. */
export interface Heading extends Pick<Scene, 'title' | 'id' | 'level' | 'titleSpan'> {
  readonly start: number;
}

/** Collects what is said between two headings, and what is wrong with it. */
export class SceneBuilder {
  readonly problems: Problem[];
  private readonly source: string;
  private readonly encode: ((decoded: string) => string) | undefined;
  private heading: Heading | undefined;
  private items: SceneItem[] = [];
  private directives: Directive[] = [];
  private turns = 0;
  private open: OpenTurn | undefined;

  constructor(source: string, problems: readonly Problem[], encode?: (decoded: string) => string) {
    this.source = source;
    this.problems = [...problems];
    this.encode = encode;
  }

  /** The turn that further words would belong to. */
  get turn(): OpenTurn | undefined {
    return this.open;
  }

  /** Opens a turn; the one before ends. */
  start(head: TurnHead, end: number): OpenTurn {
    this.endTurn();
    this.open = new OpenTurn(this.source, head, end, this.encode);
    return this.open;
  }

  endTurn(): void {
    if (!this.open) return;
    const turn = this.open.finish(this.turns + 1);
    this.open = undefined;
    if (turn.utterances.length > 0) {
      this.turns++;
      this.items.push(turn);
    } else if (turn.role !== 'narrator') {
      this.problem(turn.span, 'empty-turn', turn.speaker.trim() || '-');
    }
  }

  /** Forgets the turn that is open. */
  dropTurn(): void {
    this.open = undefined;
  }

  add(item: SceneItem): void {
    this.endTurn();
    this.items.push(item);
  }

  direct(directive: Directive): void {
    this.endTurn();
    this.directives.push(directive);
    if (directive.name === 'event') this.items.push({ kind: 'event', text: directive.value, span: directive.span });
  }

  problem(span: Span, code: ProblemCode, words = this.source.slice(span.start, Math.min(span.end, span.start + 40))): void {
    this.problems.push({ span, code, words });
  }

  /** Ends the scene at `end` and begins the one under `next`. Nothing comes of what stands before the first heading when it holds nothing. */
  finish(end: number, next?: Heading): Scene | undefined {
    this.endTurn();
    const { heading, items, directives } = this;
    this.heading = next;
    this.items = [];
    this.directives = [];
    this.turns = 0;
    if (heading) {
      const { start, ...rest } = heading;
      return { ...rest, span: { start, end }, directives, items };
    }
    if (items.length === 0 && directives.length === 0) return undefined;
    return { title: '', id: undefined, level: 0, span: { start: 0, end }, titleSpan: { start: 0, end: 0 }, directives, items };
  }
}
