import type { LineIndex, ScriptDocument, Settings } from '../core/index.ts';

/** One version of a document as it was read, without what was found in it: what features about its structure start from. */
export interface Parsed {
  readonly uri: string;
  /** Version of an open document; null for a file read from disk. */
  readonly version: number | null;
  /** Id of the format it was read as. */
  readonly format: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** Walked to its end, so that it may be walked again. */
  readonly document: ScriptDocument;
  /** What its project decides. */
  readonly settings: Settings;
}
