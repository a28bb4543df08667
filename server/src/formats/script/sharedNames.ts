import { sceneKey, targetKey } from '../../dialogue/dialogues.ts';
import type { Problem, Scene } from '../../dialogue/model.ts';

/** The scenes all of whose names that links lead to belong to scenes above them: no link ever means them. */
export function sharedNames(scenes: readonly Scene[]): Problem[] {
  const wanted = new Set(scenes.flatMap(({ items }) => items.flatMap((item) => ('target' in item ? [targetKey(item.target)] : []))));
  const taken = new Map<string, Scene>();
  return scenes.flatMap((scene) => {
    const { title, id, span, titleSpan } = scene;
    const names = [title, id].filter((name) => name && wanted.has(sceneKey(name))) as string[];
    const shared = names.every((name) => taken.has(sceneKey(name))) ? names[0] : undefined;
    for (const name of names) if (!taken.has(sceneKey(name))) taken.set(sceneKey(name), scene);
    if (shared === undefined) return [];
    return [{ span: title === '' ? { start: span.start, end: titleSpan.end } : titleSpan, code: 'shared-name', words: shared }];
  });
}
