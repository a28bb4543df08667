import { commands, Range, Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode';

/** A range as the protocol has it. */
interface Place {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Puts the cursor on a finding and shows what is said of it: from there the editor leads to the next. */
export async function goToFindings(uri: string, { start, end }: Place): Promise<void> {
  const editor = await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)));
  const range = new Range(start.line, start.character, end.line, end.character);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('editor.action.showHover');
}
