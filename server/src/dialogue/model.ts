import type { MappedText } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';

/** Who speaks. A narrator is anyone who is neither agent nor customer; nothing a narrator says is linted. */
export type Role = 'agent' | 'customer' | 'narrator';

/** One stretch of speech: decoded text that remembers where every unit was written. */
export interface Utterance {
  readonly body: MappedText;
}

/** What one speaker says before another does, or (kind `phrase`) a canned reply with no conversation around it. */
export interface Turn {
  readonly kind: 'turn' | 'phrase';
  readonly role: Role;
  /** The speaker as written; empty for a phrase. */
  readonly speaker: string;
  readonly span: Span;
  /** Counts from 1 within its scene. */
  readonly number: number;
  readonly utterances: readonly Utterance[];
}

/** A stage direction: (电话中断), [call dropped], `@event disconnect`. */
export interface StageEvent {
  readonly kind: 'event';
  readonly text: string;
  readonly span: Span;
}

/** `? label -> scene`, or with no label a jump that is always taken. */
export interface Link {
  readonly kind: 'branch' | 'jump';
  readonly label: string;
  /** The target as written: a scene's heading or id. */
  readonly target: string;
  readonly targetSpan: Span;
  readonly span: Span;
}

/** What a scene holds, in order. */
export type SceneItem = Turn | StageEvent | Link;

/** `@name value` */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

/** A stretch of a file under one heading. What stands before the first heading is a scene of level 0 with no title. */
export interface Scene {
  readonly title: string;
  readonly id: string | undefined;
  readonly level: number;
  readonly span: Span;
  readonly titleSpan: Span;
  readonly directives: readonly Directive[];
  readonly items: readonly SceneItem[];
}

/** Something wrong with the file itself: a `syntax` finding. */
export interface Problem {
  readonly span: Span;
  readonly code: ProblemCode;
  readonly words: string;
}

/** What can be wrong with a file. */
export type ProblemCode =
  | 'unknown-directive'
  | 'orphan-continuation'
  | 'empty-turn'
  | 'empty-link'
  | 'unclosed-comment'
  | 'unclosed-front-matter'
  | 'bad-front-matter'
  | 'no-keys'
  | 'bad-date'
  | 'unknown-mood'
  | 'shared-name'
  | 'not-parsed'
  | 'no-value';

/** A comment as written, marks included; suppressions are read from `text`, which leaves the marks out. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** A file as a conversation. `problems` and `comments` are complete once `scenes` has been walked to its end. */
export interface ScriptDocument {
  readonly format: string;
  /** Front matter, as plain data; empty when there is none. */
  readonly meta: Readonly<Record<string, unknown>>;
  readonly scenes: Iterable<Scene>;
  /** True when scenes link to one another, so that a conversation may run through several. */
  readonly linked: boolean;
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
}

/** True for the items that are speech. */
export function isTurn(item: SceneItem): item is Turn {
  return item.kind === 'turn' || item.kind === 'phrase';
}
