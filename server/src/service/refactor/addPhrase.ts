import type { WorkspaceEdit } from 'vscode-languageserver';
import { escapeMarkdown, type Scene, type Turn } from '../../core/index.ts';
import type { ActionSupport } from '../checked.ts';
import type { Parsed } from '../parsed.ts';
import { workspaceEdit } from '../textEdits.ts';
import { isTurn, lineEnd, onOneLine, wordsOf } from './refactoring.ts';

/** A phrase with what is known of where it comes from. */
export interface Phrase {
  readonly text: string;
  /** The scene it is said in. */
  readonly scene: Scene;
  /** The heading it goes under where its own scene has none. */
  readonly untitled: string;
}

/** What of a scene a phrase takes along. */
const TAKEN = ['type', 'customer', 'tags'];

/** The edit that adds a phrase to a phrasebook: under the scene with the same title, else under a new one at its end. */
export function addPhrase(book: Parsed, phrase: Phrase, support: ActionSupport): WorkspaceEdit | undefined {
  const scenes = [...book.document.scenes];
  if (scenes.some(({ items }) => items.some((item) => isTurn(item) && wordsOf(item) === phrase.text))) return undefined;
  const written = entry(book.format, phrase.text);
  if (written === undefined) return undefined;
  const end = lineEnd(book);
  const title = titleOf(phrase);
  const scene = scenes.find((one) => one.level > 0 && same(one.title, title));
  const { at, text } = scene
    ? within(book, scene, written, end)
    : atEnd(book, scenes, [...headOf(book.format, phrase, scenes), written], end);
  return workspaceEdit(book, { edits: [{ span: { start: at, end: at }, text }], slots: [] }, support);
}

/** The edit that makes a phrasebook with one phrase in it. */
export function newBook(uri: string, phrase: Phrase): WorkspaceEdit | undefined {
  const written = entry('huashu', phrase.text);
  if (written === undefined) return undefined;
  const text = [...headOf('huashu', phrase, []), written, ''].join('\n');
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
}

/** The words to add: a selection within a turn, else all it says. */
export function phraseIn(parsed: Parsed, turn: Turn, { start, end }: { start: number; end: number }): string {
  if (start === end || start < turn.span.start || end > turn.span.end) return wordsOf(turn);
  const words = onOneLine(parsed.text.slice(start, end));
  return wordsOf(turn).includes(words) ? words : wordsOf(turn);
}

/** A line of a phrasebook; undefined for words that would be something else there. */
function entry(format: string, words: string): string | undefined {
  if (format === 'markdown') return `- ${escapeMarkdown(words)}`;
  return /(?:^|\s)\/\/|<!--|^[^\s:\uff1a]{1,31}[:\uff1a]/u.test(words) ? undefined : `- ${words}`;
}

function titleOf({ scene, untitled }: Phrase): string {
  return scene.title.trim() || untitled;
}

function same(a: string, b: string): boolean {
  const plain = (title: string): string => title.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
  return plain(a) === plain(b);
}

/** Heading and directives of a new scene. */
function headOf(format: string, phrase: Phrase, scenes: readonly Scene[]): string[] {
  const levels = scenes.map(({ level }) => level).filter((level) => level > 0);
  const usual = [...levels].sort((a, b) => levels.filter((one) => one === b).length - levels.filter((one) => one === a).length)[0];
  const heading = `${'#'.repeat(usual ?? (format === 'markdown' ? 2 : 1))} ${titleOf(phrase)}`;
  if (format === 'markdown') return [heading, ''];
  return [heading, ...phrase.scene.directives.filter(({ name }) => TAKEN.includes(name)).map(({ name, value }) => `@${name} ${value}`)];
}

/** Behind the last phrase of a scene; where it has none, behind the last thing in it. */
function within(book: Parsed, scene: Scene, line: string, end: string): { at: number; text: string } {
  const phrases = scene.items.filter((item) => item.kind === 'phrase');
  const last =
    phrases.at(-1)?.span.end ?? Math.max(scene.titleSpan.end, ...[...scene.items, ...scene.directives].map(({ span }) => span.end));
  const { lines } = book;
  const at = lines.lineEnd(lines.placeAt(last).line);
  const apart = phrases.length === 0 && (scene.items.length > 0 || book.format === 'markdown');
  return { at, text: `${end}${apart ? end : ''}${line}` };
}

function atEnd({ text, lines }: Parsed, scenes: readonly Scene[], written: readonly string[], end: string): { at: number; text: string } {
  const ended = text === '' || lines.lineEnd(lines.lineCount - 1) === lines.lineStart(lines.lineCount - 1);
  const isBlank = scenes.length === 0 || lines.lineCount < 2 || text.slice(lines.lineStart(lines.lineCount - 2)).trim() === '';
  return { at: text.length, text: `${ended ? '' : end}${isBlank && ended ? '' : end}${written.join(end)}${end}` };
}
