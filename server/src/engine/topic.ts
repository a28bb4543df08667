import type { Scene, ScriptDocument } from '../dialogue/model.ts';
import type { Place } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { Edit, Localised } from './finding.ts';
import type { Hearing } from './hearing.ts';
import type { LintCache } from './lintCache.ts';
import type { LintSettings } from './lintSettings.ts';

/** A small plain fact about a file, with its place there. It keeps no source text alive. */
export interface Item {
  /** Nothing, at 0, where it stands nowhere in particular. */
  readonly span: Span;
  /** Set where it says other than the project has it. */
  readonly wrong?: object;
}

/** True where an item stands nowhere in particular: nobody points at it. */
export function isNowhere({ span }: Item): boolean {
  return span.end === 0;
}

/** What files say that bears on other files: gathered while each is linted, compared in an index of the workspace. */
export interface Topic {
  /** Rules whose topics have the same name share what is gathered and its index. */
  readonly name: string;
  /** Begins to gather from a document, or a part of one; undefined where nothing of the kind can be in it. */
  begin(document: ScriptDocument, settings: LintSettings, cache: LintCache | undefined): TopicReader | undefined;
  index(): TopicIndex;
}

/** Gathers from the scenes of a document, one after another. */
export interface TopicReader {
  /** `hearing`: what is known of the texts of the scene. */
  scene(scene: Scene, hearing: Hearing): void;
  items(): readonly Item[];
}

/** What the files of a workspace say on one topic. Taking in a file costs what has changed in it. */
export interface TopicIndex {
  /**
   * Puts what a file says in place of what it said before; gives the other files that this may bear on: what is found in them is something
   * else now, or points at what stands elsewhere now.
   */
  update(path: string, items: readonly Item[], hasMoved: HasMoved): Iterable<string>;
  /** True where what other files say may decide about this one. */
  isOpen(items: readonly Item[]): boolean;
  reports(rule: string, path: string): Iterable<WorkspaceReport>;
}

/** True where an item of the file as it was stands on other lines, or elsewhere in its line, than one of the file as it is now. */
export type HasMoved = (before: Item, after: Item) => boolean;

/** What a workspace rule reports. Spans are over the sources. */
export interface WorkspaceReport {
  readonly span: Span;
  readonly data?: Readonly<Record<string, string>>;
  readonly related?: readonly { readonly path: string; readonly span: Span; readonly message: Localised }[];
  /** Edits to offer, in the notation of the place. */
  readonly suggestions?: readonly Edit[];
  readonly scene?: string | undefined;
  /** Set where the agent speaks. */
  readonly turn?: number;
}

/** What was gathered from a file. */
export interface Gathered {
  readonly items: ReadonlyMap<string, readonly Item[]>;
  /** Where an offset stands in the file. */
  readonly placeAt: (offset: number) => Place;
}
