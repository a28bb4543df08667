import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export type Problems = readonly vscode.Diagnostic[];

/** Whether the editor, and so the extension, speaks Chinese. */
export const inChinese = vscode.env.language.startsWith('zh');

/** A file of the workspace that the run has to itself. */
export function file(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file, or a text that has none, in an editor. */
export async function show(source: vscode.Uri | { readonly language: string; readonly content: string }): Promise<vscode.TextEditor> {
  const document =
    source instanceof vscode.Uri ? await vscode.workspace.openTextDocument(source) : await vscode.workspace.openTextDocument(source);
  return vscode.window.showTextDocument(document);
}

/** Closes all editors and forgets what was not saved. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Our problems of a file, as soon as they are what is waited for. */
export function problemsOf(uri: vscode.Uri, wanted: (problems: Problems) => boolean): Promise<Problems> {
  const ours = (): Problems => vscode.languages.getDiagnostics(uri).filter((problem) => problem.source === 'huashu');
  return when(vscode.languages.onDidChangeDiagnostics, ours, wanted);
}

/** The rule of a problem. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** True when one of the problems is of the rule. */
export function has(rule: string): (problems: Problems) => boolean {
  return (problems) => problems.some((problem) => ruleOf(problem) === rule);
}

/** The problem of a rule in a file that has it, sooner or later. */
export async function problemOf(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const found = (await problemsOf(uri, has(rule))).find((problem) => ruleOf(problem) === rule);
  assert.ok(found);
  return found;
}

/** Code actions at a range. The editor says nothing when the server has registered them, so it is asked until there are some. */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<readonly vscode.CodeAction[]> {
  return eventually(async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value, 20);
    return found.length > 0 ? found : undefined;
  });
}

/** What the text would be after an action: tab stops can be seen by applying it only, so it is applied and undone. */
export async function outcomeOf(action: vscode.CodeAction, { document }: vscode.TextEditor): Promise<string> {
  const before = document.getText();
  if (action.edit === undefined) return before;
  assert.ok(await vscode.workspace.applyEdit(action.edit), action.title);
  const after = document.getText();
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), before);
  return after;
}

/** The value that something has once it has one; for what fires no event. What the editor cancels is asked again. */
export async function eventually<T>(read: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (;;) {
    const value = await Promise.resolve(read()).catch(unlessCanceled);
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** An editor that is still starting cancels what it was asked, as `Canceled`. */
function unlessCanceled(error: unknown): undefined {
  if (!(error instanceof Error && error.name === 'Canceled')) throw error;
}

function when<T>(event: vscode.Event<unknown>, read: () => T, wanted: (value: T) => boolean): Promise<T> {
  const now = read();
  if (wanted(now)) return Promise.resolve(now);
  return new Promise((resolve) => {
    const listener = event(() => {
      const value = read();
      if (!wanted(value)) return;
      listener.dispose();
      resolve(value);
    });
  });
}
