import type { Position, TextEdit } from 'vscode-languageserver';
import { createLinter, lineIndex, type Settings } from '../../server/src/core/index.ts';
import { toPosition, toSpan } from '../../server/src/service/convert.ts';
import type { Parsed } from '../../server/src/service/parsed.ts';
import { unmark } from '../support/markers.ts';

const linter = createLinter();

/** A text as it is read. */
export function parsedOf(text: string, { uri = 'file:///t', format = 'huashu', settings = {} as Settings } = {}): Parsed {
  const document = linter.parse({ text, format }, settings);
  return { uri, version: 1, format, text, lines: lineIndex(text), document: { ...document, scenes: [...document.scenes] }, settings };
}

/** A fixture as it is read, and where its cursor `<|>` stands. */
export function cursorIn(fixture: string, options: Parameters<typeof parsedOf>[1] = {}): { parsed: Parsed; position: Position } {
  const { source, cursor = 0 } = unmark(fixture);
  const parsed = parsedOf(source, options);
  return { parsed, position: toPosition(parsed.lines, cursor) };
}

/** The acts of what an agent says in a text. */
export function actsOf({ document, settings, ...source }: Parsed): (text: string) => readonly string[] {
  const acts = linter.actsIn(source, document, settings);
  return (text) => acts('agent', text);
}

/** A text after edits that do not overlap. */
export function edited({ text, lines }: Parsed, edits: readonly TextEdit[]): string {
  const spans = edits.map(({ range, newText }) => ({ ...toSpan(lines, range), newText })).sort((a, b) => b.start - a.start);
  return spans.reduce((out, { start, end, newText }) => out.slice(0, start) + newText + out.slice(end), text);
}
