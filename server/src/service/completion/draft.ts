import type { Finding, ScriptDocument, Settings } from '../../core/index.ts';

/** A text that somebody is writing, and how any stretch of it would be read. */
export interface Draft {
  readonly uri: string;
  /** Id of the format it is read as. */
  readonly format: string;
  readonly text: string;
  /** What its project decides. */
  readonly settings: Settings;
  read(text: string): ScriptDocument;
  lint(text: string): readonly Finding[];
}

/** Formats in which scripts are written by hand. */
export const WRITTEN: ReadonlySet<string> = new Set(['huashu', 'text', 'markdown']);
