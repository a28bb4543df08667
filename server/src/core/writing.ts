/** What an editor helps somebody write with, beside linting: the model, and how placeholders are written. */
import { DEFAULT_PLACEHOLDERS, type PlaceholderSyntax, placeholderSyntax } from '../engine/mask.ts';
import { SLOT_NAMES } from '../engine/rule.ts';
import type { Settings } from './index.ts';
import { languageOfDocument } from './language.ts';

export { sceneKey } from '../dialogue/dialogues.ts';
export type { Directive, Link, Scene, SceneItem } from '../dialogue/model.ts';
export { isTurn } from '../dialogue/model.ts';
export type { Lang } from '../engine/wording.ts';
export { languageOfDocument, type PlaceholderSyntax };

/** How placeholders are written in a project; the first is what fixes insert. */
export function syntaxesOf({ placeholders = [] }: Settings): readonly PlaceholderSyntax[] {
  const written = placeholders.map(placeholderSyntax).filter((syntax) => syntax !== undefined);
  return written.length > 0 ? written : DEFAULT_PLACEHOLDERS;
}

/** Names that are always known, with what fixes leave for the writer to fill in. */
export const RESERVED: readonly (readonly [name: string, slot: keyof typeof SLOT_NAMES, lang: keyof (typeof SLOT_NAMES)['time']])[] =
  Object.entries(SLOT_NAMES).flatMap(([slot, names]) =>
    Object.entries(names).map(([lang, name]) => [name, slot as keyof typeof SLOT_NAMES, lang as keyof typeof names] as const),
  );

/** Marks of ASCII as they are written in full width. */
export function wide(text: string): string {
  return text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

/** Full-width ASCII as it is written in half width, unit by unit. */
export function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}
