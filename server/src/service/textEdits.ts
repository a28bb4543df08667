import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit, Fix, Slot } from '../core/index.ts';
import type { ActionSupport, Checked } from './checked.ts';
import { toRange } from './convert.ts';

/** Edits of one text, and the places in them that the writer is to fill in. */
export interface Change {
  readonly edits: readonly Edit[];
  readonly slots: readonly Pick<Slot, 'edit' | 'start' | 'end'>[];
}

/** What the writer must still decide becomes a tab stop where the client has them, else it stays as it is written. */
export function workspaceEdit(
  { uri, version, lines }: Pick<Checked, 'uri' | 'version' | 'lines'>,
  { edits, slots }: Change,
  support: ActionSupport,
): WorkspaceEdit {
  const plain = (edit: Edit): TextEdit => ({ range: toRange(lines, edit.span), newText: edit.text });
  if (!support.documentChanges) return { changes: { [uri]: edits.map(plain) } };
  let stop = 0;
  const written = edits.map((edit, i): TextEdit | SnippetTextEdit => {
    const own = slots.filter((slot) => slot.edit === i);
    if (!support.snippets || own.length === 0) return plain(edit);
    const value = snippet(edit.text, own, () => ++stop);
    return { range: toRange(lines, edit.span), snippet: { kind: 'snippet', value } };
  });
  return { documentChanges: [{ textDocument: { uri, version }, edits: written }] };
}

/** Snippet syntax for a text whose slots are tab stops; a slot keeps its words, marks included, until it is typed over. */
export function snippet(text: string, slots: readonly Pick<Slot, 'start' | 'end'>[], nextStop: () => number): string {
  let out = '';
  let from = 0;
  for (const { start, end } of [...slots].sort((a, b) => a.start - b.start)) {
    out += `${escapeSnippet(text.slice(from, start))}\${${nextStop()}:${escapeSnippet(text.slice(start, end))}}`;
    from = end;
  }
  return out + escapeSnippet(text.slice(from));
}

/** The edits of several fixes that do not overlap, earlier ones first; an overlapping fix is left out whole. */
export function together(fixes: readonly Pick<Fix, 'edits'>[]): Edit[] {
  const taken: Edit[] = [];
  for (const { edits } of fixes) {
    if (!edits.some((edit) => taken.some((other) => collide(edit, other)))) taken.push(...edits);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}

function collide(a: Edit, b: Edit): boolean {
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}
