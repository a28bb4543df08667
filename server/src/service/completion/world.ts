import type { Lang, Locale, RuleMeta } from '../../core/index.ts';
import type { Snippets } from '../../manual/snippets.ts';
import type { Names } from './names.ts';
import type { PhraseSource } from './phraseSource.ts';

/** What is known beyond the text that is being written. */
export interface World {
  readonly locale: Locale;
  readonly rules: readonly RuleMeta[];
  /** The names in other files of the workspace, by address. */
  readonly others: () => Iterable<readonly [uri: string, names: Names]>;
  readonly snippets: (lang: Lang) => Snippets;
  /** The team's approved phrases; absent until they are known. */
  readonly phrases: PhraseSource | undefined;
}
