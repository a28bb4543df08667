import type { CodeAction, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { createLinter, lineIndex, type Settings } from '../../server/src/core/index.ts';
import { type ActionSupport, type Checked, checked, type Presentation } from '../../server/src/service/checked.ts';
import { codeActions } from '../../server/src/service/codeActions.ts';
import { toRange, toSpan } from '../../server/src/service/convert.ts';
import type { Parsed } from '../../server/src/service/parsed.ts';
import { unmark } from '../support/markers.ts';

const linter = createLinter();

/** A text as a document of version 1 with what is found in it. */
export function checkedOf(text: string, format = 'huashu', settings: Settings = {}): Checked {
  const { lines, stretches } = linter.lint({ text, format }, settings);
  return checked({ uri: 'file:///t', version: 1, format, text }, lines, stretches);
}

export const PRESENTATION: Presentation = {
  locale: 'zh-CN',
  related: true,
  uriOf: (path) => `file://${path}`,
  pageOf: (rule) => `rule:${rule}`,
  singleLine: false,
};

/** A client that can do everything. */
export const ALL: ActionSupport = {
  locale: 'zh-CN',
  snippets: true,
  documentChanges: true,
  resolve: true,
  openRule: true,
  disableComment: true,
};

/** A client that takes plain edits. */
export const PLAIN: ActionSupport = { ...ALL, snippets: false, documentChanges: false, resolve: false, openRule: false };

/** The actions at the cursor `<|>` of a fixture. */
export function actionsAt(
  fixture: string,
  support: ActionSupport,
  only?: string[],
  format = 'huashu',
): { checked: Checked; actions: CodeAction[] } {
  const { source, cursor = 0 } = unmark(fixture);
  const checked = checkedOf(source, format);
  const range = toRange(checked.lines, { start: cursor, end: cursor });
  const context = { diagnostics: [], ...(only ? { only } : {}) };
  return { checked, actions: codeActions(checked, { range, context, support, presentation: PRESENTATION }) };
}

/** The text after a plain edit. */
export function apply(checked: Checked, edit: WorkspaceEdit | undefined): string {
  const edits = (edit?.changes?.[checked.uri] ??
    edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : [])) ??
    []) as TextEdit[];
  const spans = edits.map(({ range, newText }) => ({ ...toSpan(checked.lines, range), newText })).sort((a, b) => b.start - a.start);
  return spans.reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), checked.text);
}

/** A text as a document of version 1, as it is read. */
export function parsedOf(text: string, format = 'huashu', settings: Settings = {}): Parsed {
  const document = linter.parse({ text, format }, settings);
  const scenes = [...document.scenes];
  const { meta, linked, problems, comments } = document;
  const whole = { format, meta, linked, problems, comments, scenes };
  return { uri: 'file:///t', version: 1, format, text, lines: lineIndex(text), document: whole, settings };
}

/** The text after edits that do not overlap. */
export function edited({ text, lines }: Pick<Parsed, 'text' | 'lines'>, edits: readonly TextEdit[]): string {
  const spans = edits.map(({ range, newText }) => ({ ...toSpan(lines, range), newText }));
  let out = '';
  let from = 0;
  for (const { start, end, newText } of spans) {
    if (start < from) throw new Error('edits overlap or are out of order');
    out += text.slice(from, start) + newText;
    from = end;
  }
  return out + text.slice(from);
}
