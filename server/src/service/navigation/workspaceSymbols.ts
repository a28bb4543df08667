import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { sceneKey } from '../../core/naming.ts';
import { type FileFacts, rangeOf, type SceneFact } from './facts.ts';

/** Most scenes given at once: nobody reads on, and the client asks again with each letter. */
const MOST = 500;

/** The scenes whose heading or id holds the letters of a query in their order, the likeliest first. */
export function workspaceSymbols(query: string, files: readonly FileFacts[], folderOf: (uri: string) => string): WorkspaceSymbol[] {
  const wanted = sceneKey(query).replace(/[\s#]/gu, '');
  const found: { readonly file: FileFacts; readonly scene: SceneFact; readonly name: string; readonly score: number }[] = [];
  for (const file of files) {
    for (const scene of file.scenes) {
      const name = nameOf(scene);
      const score = likeness(wanted, name);
      if (score !== undefined) found.push({ file, scene, name, score });
    }
  }
  found.sort((a, b) => b.score - a.score);
  return found.slice(0, MOST).map(({ file, scene, name }) => ({
    name,
    kind: SymbolKind.Namespace,
    location: { uri: file.uri, range: rangeOf(scene.at) },
    containerName: folderOf(file.uri),
  }));
}

function nameOf({ title, id }: SceneFact): string {
  return id === undefined ? title : title === '' ? `#${id}` : `${title} #${id}`;
}

/** How well a name answers letters in their order: letters that stand together, and short names, are better; undefined where one is missing. */
export function likeness(wanted: string, name: string): number | undefined {
  if (name === '') return undefined;
  if (wanted === '') return 0;
  const plain = /^[\x20-\x40\x5b-\x7e\u4e00-\u9fff]*$/u.test(name) ? name : name.normalize('NFKC').toLowerCase();
  const whole = plain.indexOf(wanted);
  if (whole >= 0) return 1000 - Math.min(whole, 200) - Math.min(plain.length, 400) / 2;
  let at = -1;
  let gaps = 0;
  for (const letter of wanted) {
    const next = plain.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    gaps += at < 0 ? 0 : next - at - 1;
    at = next;
  }
  return 400 - Math.min(gaps * 4, 200) - Math.min(plain.length, 400) / 4;
}
