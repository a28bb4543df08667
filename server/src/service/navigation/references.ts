import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type Position,
  type Range,
} from 'vscode-languageserver';
import { sceneKey } from '../../core/naming.ts';
import { type FileFacts, type LinkFact, rangeOf, type SceneFact, type Word } from './facts.ts';

/** A name under the cursor: of a scene where it stands, in a link, or of a placeholder. */
export type Named =
  | { readonly kind: 'scene'; readonly by: 'title' | 'id'; readonly scene: number; readonly at: Word }
  | { readonly kind: 'link'; readonly key: string; readonly at: Word }
  | { readonly kind: 'placeholder'; readonly key: string; readonly at: Word };

/** A scene of a file. */
export interface SceneAt {
  readonly file: FileFacts;
  readonly scene: number;
}

/** The name that the cursor stands in or at the end of. Headings of other formats are the editor's. */
export function namedAt({ format, scenes, links, placeholders }: FileFacts, position: Position): Named | undefined {
  const holds = ({ at }: { readonly at: Word }): boolean => isIn(at, position);
  const link = links.find(holds);
  if (link) return { kind: 'link', ...link };
  const placeholder = placeholders.find(holds);
  if (placeholder) return { kind: 'placeholder', ...placeholder };
  if (format !== 'huashu') return undefined;
  for (const [scene, { at, idAt }] of scenes.entries()) {
    if (at.length > 0 && isIn(at, position)) return { kind: 'scene', by: 'title', scene, at };
    if (idAt && isIn(idAt, position)) return { kind: 'scene', by: 'id', scene, at: idAt };
  }
  return undefined;
}

/** The scene that a name of a file leads to: one of its own, else the first that another file has. */
export function sceneOf(key: string, from: FileFacts, all: readonly FileFacts[]): SceneAt | undefined {
  for (const file of [from, ...all]) {
    const scene = file.byKey.get(key);
    if (scene !== undefined) return { file, scene };
  }
  return undefined;
}

/** The scene that is meant by the name under the cursor. */
export function sceneMeant(named: Named, from: FileFacts, all: readonly FileFacts[]): SceneAt | undefined {
  if (named.kind === 'scene') return { file: from, scene: named.scene };
  return named.kind === 'link' ? sceneOf(named.key, from, all) : undefined;
}

/** The links that lead to a scene, by file. */
export function* linksTo(target: SceneAt, all: readonly FileFacts[]): Generator<{ readonly file: FileFacts; readonly link: LinkFact }> {
  const { title, id } = target.file.scenes[target.scene]!;
  const keys = new Set([title, id ?? ''].filter((name) => name !== '').map(sceneKey));
  for (const key of keys) {
    const first = all.find(({ byKey }) => byKey.has(key));
    for (const file of all) {
      const home = file.byKey.has(key) ? file : first;
      if (home !== target.file || home.byKey.get(key) !== target.scene) continue;
      for (const link of file.links) if (link.key === key) yield { file, link };
    }
  }
}

/** Where the scene under the cursor begins. On a heading that is the heading itself. */
export function definition(
  position: Position,
  from: FileFacts,
  all: readonly FileFacts[],
): { readonly origin: Range; readonly target: Location } | undefined {
  const named = namedAt(from, position);
  const meant = named && sceneMeant(named, from, all);
  return meant && { origin: rangeOf(named.at), target: locationOf(meant) };
}

/** A definition as the client takes it. */
export function asLink({ origin, target }: { readonly origin: Range; readonly target: Location }): LocationLink {
  return { originSelectionRange: origin, targetUri: target.uri, targetRange: target.range, targetSelectionRange: target.range };
}

/** Everything that has to do with the scene or placeholder under the cursor, in all files; undefined where there is neither. */
export function references(
  position: Position,
  from: FileFacts,
  all: readonly FileFacts[],
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Location[] | undefined {
  const named = namedAt(from, position);
  if (named?.kind === 'placeholder') {
    return all.flatMap(({ uri, placeholders }) =>
      placeholders.filter(({ key }) => key === named.key).map(({ at }) => ({ uri, range: rangeOf(at) })),
    );
  }
  const meant = named && sceneMeant(named, from, all);
  if (!meant) return named && [];
  const links = Array.from(linksTo(meant, all), ({ file, link }) => ({ uri: file.uri, range: rangeOf(link.at) }));
  return includeDeclaration ? [locationOf(meant), ...links] : links;
}

/** The same within one file: a heading is written, a link is read. */
export function highlights(position: Position, file: FileFacts): DocumentHighlight[] | undefined {
  const named = namedAt(file, position);
  if (!named) return undefined;
  if (named.kind === 'placeholder') {
    return file.placeholders
      .filter(({ key }) => key === named.key)
      .map(({ at }) => ({ range: rangeOf(at), kind: DocumentHighlightKind.Text }));
  }
  const meant = sceneMeant(named, file, [file]);
  const links = meant ? Array.from(linksTo(meant, [file]), ({ link }) => link) : file.links.filter(({ key }) => key === keyOf(named));
  const read = links.map(({ at }) => ({ range: rangeOf(at), kind: DocumentHighlightKind.Read }));
  const heading = meant && namesOf(file.scenes[meant.scene]!).map((at) => ({ range: rangeOf(at), kind: DocumentHighlightKind.Write }));
  return [...(heading ?? []), ...read];
}

function locationOf({ file, scene }: SceneAt): Location {
  const { at, idAt } = file.scenes[scene]!;
  return { uri: file.uri, range: rangeOf(at.length === 0 && idAt ? idAt : at) };
}

function namesOf({ at, idAt }: SceneFact): Word[] {
  return [at, idAt].filter((word) => word !== undefined && word.length > 0) as Word[];
}

function keyOf(named: Named): string | undefined {
  return named.kind === 'scene' ? undefined : named.key;
}

function isIn({ line, character, length }: Word, position: Position): boolean {
  return position.line === line && position.character >= character && position.character <= character + length;
}
