import type { Finding, LineIndex, TeamPack } from '../core/index.ts';

/** One file, linted, as reporters see it. */
export interface FileResult {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly format: string;
  readonly lang: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** Those that are to be shown, in order of place. */
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  /** The team's own rules in force for it. */
  readonly team?: readonly TeamPack[] | undefined;
}

/** Something that kept a file from being linted, or a config from being obeyed. */
export interface RunError {
  readonly path: string;
  readonly message: string;
}

/** A run in figures. */
export interface Summary {
  readonly files: number;
  /** Files with at least one finding. */
  readonly bad: number;
  readonly turns: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
  readonly fixable: number;
  readonly suppressed: number;
  readonly skipped: number;
  /** Found, graver than a hint, and not shown. */
  readonly hidden: number;
  readonly milliseconds: number;
  readonly rules: ReadonlyMap<string, number>;
}

/** Turns results into text, piece by piece, so that none of it need be held. */
export interface Reporter {
  /** Whether it looks at fixes, which cost more to find than the findings. */
  readonly showsFixes: boolean;
  start(): string;
  file(result: FileResult): Iterable<string>;
  end(summary: Summary, errors: readonly RunError[]): string;
}
