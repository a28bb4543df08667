import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** From this many changes on, one event is applied in one go: the cost of each would be that of the whole text. */
const MANY = 8;

/**
 * Applies the changes of one event. Editors send the edits of many cursors from the last place to the first, so that all
 * of them are ranges of the text as it was; those are put together once.
 */
export function updateText(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument {
  const together = changes.length >= MANY ? joined(document, changes) : undefined;
  return TextDocument.update(document, together === undefined ? changes : [{ text: together }], version);
}

function joined(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): string | undefined {
  const text = document.getText();
  if (LONE_CR.test(text)) return undefined;
  const parts: string[] = [];
  let upTo = document.positionAt(text.length);
  for (const change of changes) {
    if (!('range' in change) || LONE_CR.test(change.text)) return undefined;
    const { start, end } = change.range;
    if (!isOrdered(start, end) || !isOrdered(end, upTo) || !isThere(document, start) || !isThere(document, end)) return undefined;
    parts.push(text.slice(document.offsetAt(end), document.offsetAt(upTo)), change.text);
    upTo = start;
  }
  return parts
    .concat(text.slice(0, document.offsetAt(upTo)))
    .reverse()
    .join('');
}

function isOrdered(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

/** False for a position that would be clamped: where it is clamped to may depend on the changes before. */
function isThere(document: TextDocument, position: Position): boolean {
  const { line, character } = document.positionAt(document.offsetAt(position));
  return line === position.line && character === position.character;
}

/** Joining texts may make one line end of two only where a lone CR is about. */
const LONE_CR = /\r(?!\n)/u;
