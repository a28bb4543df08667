import type { Declared } from './declared.ts';
import type { Hearing } from './hearing.ts';
import type { Levels } from './levels.ts';
import type { PlaceholderSyntax } from './mask.ts';
import type { Topic } from './topic.ts';
import type { Reading } from './wording.ts';

/** What a file is linted with. */
export interface LintSettings {
  readonly levels: Levels;
  readonly reading: Reading;
  /** What has been heard so, whichever file said it. */
  readonly hearing: Hearing;
  /** How slots are written: the first syntax of the project. */
  readonly placeholder: PlaceholderSyntax;
  /** Every syntax of the project. */
  readonly syntaxes: readonly PlaceholderSyntax[];
  /** Finds the placeholders of every syntax of the project. */
  readonly placeholders: RegExp;
  /** Words never reported, folded. */
  readonly allow: readonly string[];
  readonly declared: Declared;
  /** What is gathered beside what rules ask for. */
  readonly gathers?: readonly Topic[];
}
