import type { Range, TextEdit } from 'vscode-languageserver';
import type { Localised } from '../../core/index.ts';
import { canBeId, canBePlaceholder, canBeTitle, placeholderKey, sceneKey } from '../../core/naming.ts';
import { sourceEdit } from '../../core/reading.ts';
import { toRange } from '../convert.ts';
import type { Parsed } from '../parsed.ts';
import { fill } from '../words.ts';
import { type FileFacts, type LinkFact, placeholdersOf, rangeOf, type Word } from './facts.ts';
import { linksTo, type Named, type SceneAt, sceneMeant } from './references.ts';
import { NAVIGATION_WORDS } from './words.ts';

/** What a new name comes to: the edits of each file by its address, or why it cannot be. */
export type Renaming = { readonly edits: ReadonlyMap<string, readonly TextEdit[]> } | { readonly refused: Localised };

/** A name of a scene that can be renamed: its heading or its id, and every link that leads there by it. */
export interface SceneName {
  readonly target: SceneAt;
  readonly by: 'title' | 'id';
  readonly at: Word;
  /** The name as it stands under the cursor. */
  readonly under: Word;
}

/** Where the config declares a placeholder. */
export interface Declaration {
  readonly uri: string;
  readonly at: Word;
  /** True where the key is JSON. */
  readonly quoted: boolean;
}

/** The name of a scene under the cursor; undefined where a link leads nowhere, or the file's headings are no business of ours. */
export function sceneNameAt(named: Named, from: FileFacts, all: readonly FileFacts[]): SceneName | undefined {
  const target = sceneMeant(named, from, all);
  if (target?.file.format !== 'huashu') return undefined;
  const { title, at, idAt } = target.file.scenes[target.scene]!;
  if (named.kind === 'scene') return { target, by: named.by, at: named.at, under: named.at };
  const by = named.kind === 'link' && sceneKey(title) === named.key ? 'title' : 'id';
  const own = by === 'title' ? at : idAt;
  return own && { target, by, at: own, under: named.at };
}

/** Renames a scene where it stands and in every link that names it so. Nothing else changes: a name that would lead a link elsewhere is refused. */
export function renameScene(
  { target, by, at }: SceneName,
  name: string,
  all: readonly FileFacts[],
  nameOf: (uri: string) => string,
): Renaming {
  const wanted = name.trim();
  if (wanted === '') return { refused: NAVIGATION_WORDS.empty };
  if (!(by === 'title' ? canBeTitle(wanted) : canBeId(wanted))) return { refused: filled(NAVIGATION_WORDS.marks, { name: wanted }) };
  const { title, id } = target.file.scenes[target.scene]!;
  const key = sceneKey(by === 'title' ? title : (id ?? ''));
  const links = key === '' ? [] : Array.from(linksTo(target, all)).filter(({ link }) => link.key === key);
  const taken = takenBy(sceneKey(wanted), target, links, all);
  if (taken && sceneKey(wanted) !== key) {
    const place = { name: wanted, file: nameOf(taken.file.uri), line: String(taken.at.line + 1) };
    return { refused: filled(NAVIGATION_WORDS.sceneTaken, place) };
  }
  const edits = new Map<string, TextEdit[]>();
  addEdit(edits, target.file.uri, rangeOf(at), wanted);
  for (const { file, link } of links) addEdit(edits, file.uri, rangeOf(link.at), wanted);
  return { edits };
}

/** A scene that bears the new name already, where links could mistake one for the other. */
function takenBy(
  key: string,
  { file, scene }: SceneAt,
  links: readonly { readonly file: FileFacts; readonly link: LinkFact }[],
  all: readonly FileFacts[],
): { readonly file: FileFacts; readonly at: Word } | undefined {
  const inOwn = file.byKey.get(key);
  if (inOwn !== undefined && inOwn !== scene) return { file, at: file.scenes[inOwn]!.at };
  const linking = new Set(links.map((one) => one.file));
  const leaves = [...linking].some((other) => other !== file) || all.some((other) => isWantedOutside(key, other));
  for (const other of all) {
    const there = other === file ? undefined : other.byKey.get(key);
    if (there !== undefined && (leaves || linking.has(other))) return { file: other, at: other.scenes[there]!.at };
  }
  return undefined;
}

function isWantedOutside(key: string, { links, byKey }: FileFacts): boolean {
  return !byKey.has(key) && links.some((link) => link.key === key);
}

/** Renames a placeholder wherever it stands, and where the config declares it. `read` gives a file as it is now. */
export function renamePlaceholder(
  key: string,
  name: string,
  all: readonly FileFacts[],
  { declared, existing, read, nameOf }: PlaceholderWorld,
): Renaming {
  const wanted = name.trim();
  if (wanted === '') return { refused: NAVIGATION_WORDS.empty };
  const newKey = placeholderKey(wanted);
  const taken = newKey === key ? undefined : (existing ?? standing(newKey, all));
  if (taken) {
    const place = { name: wanted, file: nameOf(taken.uri), line: String(taken.at.line + 1) };
    return { refused: filled(NAVIGATION_WORDS.placeholderTaken, place) };
  }
  const edits = new Map<string, TextEdit[]>();
  for (const { uri, at, quoted } of declared) addEdit(edits, uri, rangeOf(at), quoted ? JSON.stringify(wanted) : yamlKey(wanted));
  for (const { uri, placeholders } of all) {
    if (!placeholders.some((placeholder) => placeholder.key === key)) continue;
    const parsed = read(uri);
    if (!parsed) continue;
    if (!canBePlaceholder(wanted, parsed.settings)) return { refused: filled(NAVIGATION_WORDS.marks, { name: wanted }) };
    for (const found of placeholdersOf(parsed)) {
      if (placeholderKey(found.name) !== key) continue;
      const edit = sourceEdit(found.body, found.span, wanted);
      const range = edit && toRange(parsed.lines, edit.span);
      if (!range) return { refused: filled(NAVIGATION_WORDS.cannotWrite, placeOf(parsed, found.body.at, nameOf)) };
      addEdit(edits, uri, range, edit.text);
    }
  }
  return { edits };
}

/** What renaming a placeholder must know beside the scripts. */
export interface PlaceholderWorld {
  readonly declared: readonly Declaration[];
  /** Where the config declares the new name already. */
  readonly existing: Declaration | undefined;
  readonly read: (uri: string) => Parsed | undefined;
  readonly nameOf: (uri: string) => string;
}

function standing(key: string, all: readonly FileFacts[]): { readonly uri: string; readonly at: Word } | undefined {
  for (const { uri, placeholders } of all) {
    const found = placeholders.find((placeholder) => placeholder.key === key);
    if (found) return { uri, at: found.at };
  }
  return undefined;
}

function placeOf(parsed: Parsed, offset: number, nameOf: (uri: string) => string): { readonly file: string; readonly line: string } {
  return { file: nameOf(parsed.uri), line: String(parsed.lines.placeAt(offset).line + 1) };
}

/** A key of YAML, quoted where it must be. */
function yamlKey(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(name) ? name : JSON.stringify(name);
}

function addEdit(edits: Map<string, TextEdit[]>, uri: string, range: Range, newText: string): void {
  const own = edits.get(uri) ?? [];
  own.push({ range, newText });
  edits.set(uri, own);
}

function filled(words: Localised, values: Readonly<Record<string, string>>): Localised {
  return { en: fill(words.en, values), 'zh-CN': fill(words['zh-CN'], values), 'zh-TW': fill(words['zh-TW'], values) };
}
