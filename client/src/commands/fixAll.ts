import { type CodeAction, commands, l10n, Range, type TextDocument, window, workspace } from 'vscode';

const kind = 'source.fixAll.huashu';

/** Applies the safe fixes of the file in the active editor, and says so where there is none. */
export async function fixAll(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  for (const action of await fixesOf(document)) {
    if (action.edit !== undefined && (await workspace.applyEdit(action.edit))) return;
  }
  window.setStatusBarMessage(l10n.t('Huashu: nothing here can be fixed safely.'), 4000);
}

async function fixesOf(document: TextDocument): Promise<readonly CodeAction[]> {
  const everything = new Range(document.positionAt(0), document.lineAt(document.lineCount - 1).range.end);
  const resolveAll = 10;
  return (
    (await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, everything, kind, resolveAll)) ?? []
  );
}
