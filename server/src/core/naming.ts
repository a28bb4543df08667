/** What scenes and placeholders are called: where their names stand, and what they may be called. */
import { sceneKey, targetKey } from '../dialogue/dialogues.ts';
import type { Link, Scene } from '../dialogue/model.ts';
import { sentences } from '../dialogue/sentences.ts';
import { placeholderPattern } from '../engine/mask.ts';
import { script } from '../formats/script/index.ts';
import { own } from '../text/own.ts';
import type { Span } from '../text/span.ts';
import type { Settings } from './index.ts';
import { narrow, syntaxesOf, wide } from './writing.ts';

export { own, sceneKey, targetKey };

/** Where the `id` of a heading stands in the source, marks left out. */
export function idSpanOf(text: string, { id, titleSpan }: Pick<Scene, 'id' | 'titleSpan'>): Span | undefined {
  if (id === undefined) return undefined;
  const marks = new RegExp(ID_MARKS, 'yu');
  marks.lastIndex = titleSpan.end;
  const start = marks.test(text) ? marks.lastIndex : -1;
  return start >= 0 && text.startsWith(id, start) ? { start, end: start + id.length } : undefined;
}

const ID_MARKS = '[ \\t\\u3000]*[{\\uff5b][#\\uff03][ \\t\\u3000]*';

/** True where a scene can have that heading, and links can lead to it by it. */
export function canBeTitle(name: string): boolean {
  return ['', ' {#-}'].every((id) => isReadAs(`# ${name}${id}\n? ? -> ${name}\n-> ${name}\n`, name, ({ title }) => title));
}

/** True where a scene can have that id, and links can lead to it by it. */
export function canBeId(name: string): boolean {
  if (/[\s{}\uff5b\uff5d]/u.test(name)) return false;
  return isReadAs(`# - {#${name}}\n? ? -> ${name}\n-> #${name}\n`, name, ({ id }) => id);
}

/** Reads what would be written: every scene and link must bear the name. */
function isReadAs(text: string, name: string, nameOf: (scene: Scene) => string | undefined): boolean {
  const { scenes, comments, problems } = script.parse(text, { roleOf: () => undefined });
  const read = [...scenes];
  const links = read.flatMap(({ items }) => items).filter((item): item is Link => item.kind === 'branch' || item.kind === 'jump');
  const isClean = comments.length === 0 && problems.length === 0 && read.length > 0 && links.length === 2;
  return isClean && read.every((scene) => nameOf(scene) === name) && links.every((link) => targetKey(link.target) === sceneKey(name));
}

/** A placeholder in a text: what stands between its marks, and where. */
export interface PlaceholderFound {
  readonly name: string;
  readonly span: Span;
  /** The same with its marks. */
  readonly whole: Span;
}

/** Finds placeholders as a project writes them, half width or full. */
export function placeholderFinder(settings: Settings): (text: string) => PlaceholderFound[] {
  const syntaxes = syntaxesOf(settings);
  const pattern = placeholderPattern(syntaxes);
  const longestFirst = [...syntaxes].sort((a, b) => b.open.length - a.open.length);
  const opens = syntaxes.flatMap(({ open }) => [open, wide(open)]);
  return (text) => {
    if (!opens.some((open) => text.includes(open))) return [];
    return Array.from(narrow(text).matchAll(pattern), ({ 0: whole, index }) => {
      const { open, close } = longestFirst.find((one) => whole.startsWith(one.open) && whole.endsWith(one.close))!;
      const inside = text.slice(index + open.length, index + whole.length - close.length);
      const start = index + open.length + inside.length - inside.trimStart().length;
      const name = inside.trim();
      return { name, span: { start, end: start + name.length }, whole: { start: index, end: index + whole.length } };
    });
  };
}

/** True where a placeholder of the project can bear a name, in each of its notations. */
export function canBePlaceholder(name: string, settings: Settings): boolean {
  if (name === '' || name !== name.trim() || /[\r\n]|\/\/|<!--/u.test(name)) return false;
  const find = placeholderFinder(settings);
  return syntaxesOf(settings).every(({ open, close }) => {
    const found = find(open + name + close);
    return found.length === 1 && found[0]!.name === name;
  });
}

/** What a placeholder is known by: case counts, width does not. */
export function placeholderKey(name: string): string {
  return name.normalize('NFKC').trim();
}

/** The sentences of a text as it is written. */
export function sentencesOf(text: string): Span[] {
  const lower = text.toLowerCase();
  return sentences(narrow(lower.length === text.length ? lower : text));
}
