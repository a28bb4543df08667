import type { CompletionItemKind } from 'vscode-languageserver';
import type { About } from './about.ts';

/** Something that could be written at the cursor. The order of offers is that in which they are shown. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What is written. */
  readonly text: string;
  /** The same with tab stops, for clients that have them. */
  readonly snippet?: string | undefined;
  /** What is compared with what has been typed; the label where absent. */
  readonly filter?: string;
  /** In a word or two, beside the label. */
  readonly aside?: string | undefined;
  readonly detail?: string | undefined;
  /** What is to be told of it once it is looked at. */
  readonly about?: About;
}

/** Words so written that any character of theirs may be typed first, as no one types a Chinese name by its spelling alone. */
export function searchable(...words: readonly (string | undefined)[]): string {
  const all = words.filter((word): word is string => word !== undefined && word !== '').join(' ');
  const han = all.slice(0, LONGEST_SEARCHED).match(/\p{Script=Han}/gu);
  return han ? `${all} ${han.join(' ')}` : all;
}

const LONGEST_SEARCHED = 60;

/** Names by how often they are used, the most used first. */
export function byUse(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
