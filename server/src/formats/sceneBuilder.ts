import type { Directive, Problem, ProblemCode, Scene, SceneItem } from '../dialogue/model.ts';
import type { Span } from '../text/span.ts';
import { OpenTurn, type TurnHead } from './openTurn.ts';

/** A heading as read: what a scene takes from it. */
export interface Heading extends Pick<Scene, 'title' | 'id' | 'level' | 'titleSpan'> {
  readonly start: number;
}

/** Units of what is wrong that a report quotes. */
const MOST_WORDS = 40;

/** Collects what is said between two headings, and what is wrong with it. */
export class SceneBuilder {
  readonly problems: Problem[];
  private readonly source: string;
  private readonly empty: 'always' | 'amid-turns';
  private heading: Heading | undefined;
  private items: SceneItem[] = [];
  private directives: Directive[] = [];
  private turns = 0;
  private open: OpenTurn | undefined;

  /** `amid-turns`: a speaker who says nothing is a problem only where others have spoken. */
  constructor(source: string, problems: readonly Problem[], empty: 'always' | 'amid-turns') {
    this.source = source;
    this.empty = empty;
    this.problems = [...problems];
  }

  /** The turn that further words would belong to. */
  get turn(): OpenTurn | undefined {
    return this.open;
  }

  /** Opens a turn; the one before ends. `encode` writes its words in the notation of the place. */
  start(head: TurnHead, end: number, encode?: (decoded: string) => string): OpenTurn {
    this.endTurn();
    this.open = new OpenTurn(this.source, head, end, encode);
    return this.open;
  }

  endTurn(): void {
    if (!this.open) return;
    const turn = this.open.finish(this.turns + 1);
    this.open = undefined;
    if (turn.utterances.length > 0) {
      this.turns++;
      this.items.push(turn);
    } else if (turn.role !== 'narrator' && (this.empty === 'always' || this.turns > 0)) {
      this.problem(turn.span, 'empty-turn', turn.speaker.trim() || '-');
    }
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

  /** `words`: what the report quotes, of which no more than a line is told. */
  problem(span: Span, code: ProblemCode, words = this.source.slice(span.start, Math.min(span.end, span.start + MOST_WORDS))): void {
    this.problems.push({ span, code, words: words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}\u2026` : words });
  }

  /** Ends the scene at `end` and begins the one under `next`. Nothing comes of what stands before the first heading when it holds nothing. */
  finish(end: number, next?: Heading): Scene | undefined {
    this.endTurn();
    const { heading, items, directives } = this;
    this.heading = next;
    this.items = [];
    this.directives = [];
    this.turns = 0;
    if (!heading && items.length === 0 && directives.length === 0) return undefined;
    const { title, id, level, start, titleSpan } = heading ?? UNTITLED;
    return { title, id, level, span: { start, end }, titleSpan, directives, items };
  }
}

/** What stands before the first heading. */
const UNTITLED: Heading = { title: '', id: undefined, level: 0, start: 0, titleSpan: { start: 0, end: 0 } };
