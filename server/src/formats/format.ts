import type { ScriptDocument } from '../dialogue/model.ts';
import type { RoleOf } from '../dialogue/speakers.ts';
import type { Parting } from '../text/division.ts';

/** What a reader may need to know of the project. */
export interface ParseOptions {
  readonly roleOf: RoleOf;
  /** Read the file's blocks as phrases of the agent, and which kinds of block. */
  readonly phrasebook?: { readonly blocks: readonly BlockKind[] } | undefined;
  /** The columns of a table, by heading. */
  readonly columns?: { readonly text?: readonly string[]; readonly speaker?: string; readonly conversation?: string } | undefined;
  /** Where in JSON the words stand, and who speaks them. */
  readonly pointers?: { readonly text: readonly string[]; readonly speaker?: string } | undefined;
}

/** A kind of block that may hold phrases. */
export type BlockKind = 'paragraph' | 'list' | 'quote' | 'fence';

/** A file format: reads any string without throwing; what it could not read is among the document's problems. */
export interface Format {
  readonly id: string;
  readonly extensions: readonly string[];
  parse(source: string, options: ParseOptions): ScriptDocument;
  /**
   * How a file falls into parts that may be read each by itself: what is read in a part is what would have been read there in
   * the whole, unless its scenes link or it leaves a comment open.
   */
  readonly parts?: Parting;
  /** False where the file holds nothing an agent says; absent for formats that hold nothing else. Much cheaper than parsing. */
  recognises?(source: string, options: ParseOptions): boolean;
}
