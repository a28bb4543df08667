/** What the editor's pictures of a script are made with, beside linting: the model, and how written names are told apart. */
import { sceneKey } from '../dialogue/dialogues.ts';
import type { Scene } from '../dialogue/model.ts';
import { DEFAULT_PLACEHOLDERS, type PlaceholderSyntax, placeholderPattern, placeholderSyntax } from '../engine/mask.ts';
import type { Settings } from './index.ts';

export type { Directive, Link, Scene, SceneItem, StageEvent } from '../dialogue/model.ts';
export { isTurn } from '../dialogue/model.ts';
export { exampleLabel, isBadExampleTitle } from '../formats/examples.ts';
export { type MappedText, sourceEdit, sourceExtent, toDecoded, toSource } from '../text/mappedText.ts';
export { languageOfDocument } from './language.ts';

/** Finds whole placeholders as the project writes them; `nameOf` takes the marks off one. */
export function placeholdersOf(settings: Settings): { readonly pattern: RegExp; nameOf(placeholder: string): string } {
  const written = (settings.placeholders ?? [])
    .map(placeholderSyntax)
    .filter((syntax): syntax is PlaceholderSyntax => syntax !== undefined);
  const syntaxes = written.length > 0 ? written : DEFAULT_PLACEHOLDERS;
  const longestFirst = [...syntaxes].sort((a, b) => b.open.length - a.open.length);
  return {
    pattern: placeholderPattern(syntaxes),
    nameOf(placeholder) {
      const found = longestFirst.find(({ open, close }) => placeholder.startsWith(open) && placeholder.endsWith(close));
      return found ? placeholder.slice(found.open.length, placeholder.length - found.close.length).trim() : placeholder;
    },
  };
}

/** The scene that a link's target names, by its place in the file; of two with one name, the first. */
export function sceneFinder(scenes: readonly Scene[]): (target: string) => number | undefined {
  const byName = new Map<string, number>();
  scenes.forEach(({ title, id }, i) => {
    for (const name of [title, id]) if (name && !byName.has(sceneKey(name))) byName.set(sceneKey(name), i);
  });
  return (target) => byName.get(sceneKey(target.replace(/^[#\uff03]/u, '')));
}
