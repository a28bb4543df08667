import type { Linter, Locale, Recommendation, RuleMeta, Settings, Situation } from '../core/index.ts';
import type { RulePage } from '../manual/rulePage.ts';
import type { JsonSchema, Shape } from './shape.ts';

/** What a tool works with: the linter, the project, and nothing it could change. */
export interface Desk {
  readonly linter: Linter;
  /** The language of messages where nobody asks for another. */
  readonly locale: Locale;
  /** What the project decides for words that stand in no file. */
  readonly settings: Settings;
  /** A file of the project, by a path that may be relative; throws a Refusal where it is none or may not be read. */
  open(path: string): ScriptFile;
  /** The rules there are: huashu's and the team's own. */
  rules(): readonly RuleMeta[];
  pageOf(rule: string): RulePage | undefined;
  /** The approved phrases of the project as they are now. */
  phrases(): Promise<PhraseShelf>;
}

/** The approved phrases of a project. */
export interface PhraseShelf {
  readonly size: number;
  /** Those that fit, best first; `path` is what a reader calls the file. */
  recommend(situation: Situation, most: number): readonly Recommendation[];
}

/** A file of the project, read. */
export interface ScriptFile {
  /** Seen from the project's folder. */
  readonly name: string;
  readonly text: string;
  readonly format: string;
  readonly settings: Settings;
}

/** What a tool answers: for whoever reads, and for programs. */
export interface Answer<T extends object = object> {
  readonly text: string;
  readonly data: T;
}

/** Something an assistant may ask for. It reads and never writes. */
export interface Tool<I = unknown, O extends object = object> {
  readonly name: 'lint' | 'reframe' | 'search' | 'explain';
  readonly title: string;
  /** For the assistant: when to use it, and what it gives. */
  readonly description: string;
  readonly input: Shape<I>;
  readonly output: Shape<O>;
  /** Throws a Refusal where what was asked for cannot be done. */
  run(desk: Desk, input: I): Answer<O> | Promise<Answer<O>>;
}

/** A tool as assistants are told of it. */
export interface ToolCard {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
}
