import { toSpan } from '../../server/src/service/convert.ts';
import { factsOf } from '../../server/src/service/navigation/facts.ts';
import { namedAt } from '../../server/src/service/navigation/references.ts';
import { renamePlaceholder, renameScene, sceneNameAt } from '../../server/src/service/navigation/rename.ts';
import type { Parsed } from '../../server/src/service/parsed.ts';
import { cursorIn, edited } from './parsed.ts';

/** A workspace: files by name, of which one may hold the cursor `<|>`. */
export function workspace(files: Readonly<Record<string, string>>, settings = {}) {
  const read = Object.entries(files).map(([name, text]) => {
    const format = name.endsWith('.md') ? 'markdown' : 'huashu';
    return { hasCursor: text.includes('<|>'), ...cursorIn(text, { uri: `file:///${name}`, format, settings }) };
  });
  const { parsed, position } = read.find(({ hasCursor }) => hasCursor) ?? read[0]!;
  const facts = new Map(read.map((one) => [one.parsed, factsOf(one.parsed)]));
  return { all: [...facts.values()], from: facts.get(parsed)!, position, byUri: new Map(read.map((one) => [one.parsed.uri, one.parsed])) };
}

export type World = ReturnType<typeof workspace>;

export function words({ byUri }: World, uri: string, range: Parameters<typeof toSpan>[1]): string {
  const parsed = byUri.get(uri)!;
  const { start, end } = toSpan(parsed.lines, range);
  return `${uri.slice(8)}:${range.start.line + 1}:${parsed.text.slice(start, end)}`;
}

export const nameOf = (uri: string): string => uri.slice(8);

/** The files after a rename at the cursor; a string where it is refused. */
export function renamed(world: World, name: string): Record<string, string> | string | undefined {
  const { all, from, position, byUri } = world;
  const named = namedAt(from, position);
  const scene = named && sceneNameAt(named, from, all);
  const read = (uri: string): Parsed => byUri.get(uri)!;
  const renaming =
    named?.kind === 'placeholder'
      ? renamePlaceholder(named.key, name, all, { declared: [], existing: undefined, read, nameOf })
      : scene && renameScene(scene, name, all, nameOf);
  if (!renaming) return undefined;
  if ('refused' in renaming) return renaming.refused.en;
  return Object.fromEntries([...byUri].map(([uri, parsed]) => [uri.slice(8), edited(parsed, renaming.edits.get(uri) ?? [])]));
}
