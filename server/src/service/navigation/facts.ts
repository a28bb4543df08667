import type { Range } from 'vscode-languageserver';
import type { Span } from '../../core/index.ts';
import { idSpanOf, own, type PlaceholderFound, placeholderFinder, placeholderKey, sceneKey, targetKey } from '../../core/naming.ts';
import { isTurn, type MappedText, type Scene, toSource } from '../../core/reading.ts';
import { toPosition } from '../convert.ts';
import type { Parsed } from '../parsed.ts';
import { isScript } from './speaker.ts';

/** Words on one line. */
export interface Word {
  readonly line: number;
  readonly character: number;
  readonly length: number;
}

/** A scene by what it is called. */
export interface SceneFact {
  readonly title: string;
  readonly id: string | undefined;
  readonly at: Word;
  readonly idAt: Word | undefined;
}

/** A link by the name it leads to; `at` leaves a mark before it out. */
export interface LinkFact {
  readonly key: string;
  readonly at: Word;
}

/** A placeholder by what it is known by; `at` leaves its marks out. */
export interface PlaceholderFact {
  readonly key: string;
  readonly at: Word;
}

/** What a file says that others may refer to, or that refers to others. A file in which no agent speaks has no scenes. Keeps neither its source nor its lines. */
export interface FileFacts {
  readonly uri: string;
  readonly format: string;
  readonly scenes: readonly SceneFact[];
  /** The scene of a heading or id; of two with one name, the first. Empty in files whose scenes no link can lead to. */
  readonly byKey: ReadonlyMap<string, number>;
  readonly links: readonly LinkFact[];
  readonly placeholders: readonly PlaceholderFact[];
}

/** Reads the facts out of a file. */
export function factsOf(parsed: Parsed): FileFacts {
  const { uri, format, document } = parsed;
  const scenes: SceneFact[] = [];
  const byKey = new Map<string, number>();
  const links: LinkFact[] = [];
  const named = isScript(parsed);
  for (const scene of document.scenes) {
    if (scene.level > 0 && named) {
      if (format === 'huashu') for (const name of [scene.title, scene.id]) if (name) addFirst(byKey, sceneKey(name), scenes.length);
      scenes.push(sceneFact(scene, parsed));
    }
    for (const item of scene.items) {
      if (item.kind !== 'branch' && item.kind !== 'jump') continue;
      const mark = /^[#\uff03]?\s*/u.exec(item.target)![0].length;
      const span = { start: item.targetSpan.start + mark, end: item.targetSpan.end };
      links.push({ key: targetKey(item.target), at: wordAt(parsed, span) });
    }
  }
  const names = new Map<string, string>();
  const placeholders: PlaceholderFact[] = [];
  for (const { name, body, span } of placeholdersOf(parsed)) {
    const key = names.get(name) ?? own(placeholderKey(name));
    names.set(name, key);
    placeholders.push({ key, at: wordAt(parsed, toSource(body, span)) });
  }
  return { uri, format, scenes, byKey, links, placeholders };
}

/** Every placeholder in what is said in a file, with the text it stands in. */
export function* placeholdersOf({ document, settings }: Parsed): Generator<PlaceholderFound & { readonly body: MappedText }> {
  const find = placeholderFinder(settings);
  for (const scene of document.scenes) {
    for (const item of scene.items) {
      if (!isTurn(item)) continue;
      for (const { body } of item.utterances) for (const found of find(body.text)) yield { ...found, body };
    }
  }
}

/** Words as the protocol has ranges. */
export function rangeOf({ line, character, length }: Word): Range {
  return { start: { line, character }, end: { line, character: character + length } };
}

function sceneFact(scene: Scene, parsed: Parsed): SceneFact {
  const idSpan = idSpanOf(parsed.text, scene);
  return {
    title: own(scene.title),
    id: scene.id === undefined ? undefined : own(scene.id),
    at: wordAt(parsed, scene.titleSpan),
    idAt: idSpan && wordAt(parsed, idSpan),
  };
}

/** What stands on several lines counts as far as the first goes. */
function wordAt({ lines }: Parsed, { start, end }: Span): Word {
  const { line, character } = toPosition(lines, start);
  return { line, character, length: Math.max(0, Math.min(end, lines.lineEnd(line)) - start) };
}

function addFirst(map: Map<string, number>, key: string, value: number): void {
  if (!map.has(key)) map.set(key, value);
}
