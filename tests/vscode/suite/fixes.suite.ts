import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actionsAt, closeAll, eventually, file, has, outcomeOf, problemOf, problemsOf, show } from './editor.ts';

const script = '- 是的，但是按照公司规定我们不能退。\n';

type Wanted = (text: string) => boolean;
const disables: Wanted = (text) => text.includes('huashu-disable');
const rewords: Wanted = (text) => !text.includes('但是') && !disables(text);

/** The quick fixes of the rule's problem that lead to the text wanted. */
async function fixesOf(editor: vscode.TextEditor, rule: string, wanted: Wanted): Promise<readonly vscode.CodeAction[]> {
  const { uri } = editor.document;
  const problem = await problemOf(uri, rule);
  const found: vscode.CodeAction[] = [];
  for (const action of await actionsAt(uri, problem.range)) if (wanted(await outcomeOf(action, editor))) found.push(action);
  return found;
}

const opensPage = ({ command }: vscode.CodeAction): boolean =>
  command?.command === 'huashu.openRule' && command.arguments?.[0] === 'bare-but';

describe('quick fixes', () => {
  afterEach(closeAll);

  it('offer sentences that say what can be done, and each lints clean', async () => {
    const editor = await show({ language: 'huashu', content: script });
    const { document } = editor;
    const reframes = await fixesOf(editor, 'bare-but', rewords);
    assert.ok(reframes.length > 0);
    for (const { edit, title } of reframes) {
      await problemOf(document.uri, 'bare-but');
      assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
      const left = await problemsOf(document.uri, (problems) => !has('bare-but')(problems));
      const grave = left.filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
      assert.deepEqual(
        grave.map(({ message }) => message),
        [],
        title,
      );
      await vscode.commands.executeCommand('undo');
    }
  });

  it('offer to switch the rule off for the line', async () => {
    const editor = await show({ language: 'huashu', content: script });
    const [disable] = await fixesOf(editor, 'bare-but', disables);
    assert.ok(disable?.edit && (await vscode.workspace.applyEdit(disable.edit)));
    await problemsOf(editor.document.uri, (problems) => !has('bare-but')(problems));
  });

  it('offer the page of the rule', async () => {
    const { document } = await show(file('refund.huashu'));
    const { range } = await problemOf(document.uri, 'bare-but');
    assert.ok((await actionsAt(document.uri, range)).some(opensPage));
  });

  it('keep those two back when the settings say so', async () => {
    const settings = vscode.workspace.getConfiguration('huashu');
    const both = ['codeAction.showDocumentation', 'codeAction.disableRuleComment'];
    for (const key of both) await settings.update(key, false, vscode.ConfigurationTarget.Workspace);
    try {
      const editor = await show({ language: 'huashu', content: script });
      const { uri } = editor.document;
      const { range } = await problemOf(uri, 'bare-but');
      await eventually(async () => ((await actionsAt(uri, range)).some(opensPage) ? undefined : true));
      assert.deepEqual(await fixesOf(editor, 'bare-but', disables), []);
    } finally {
      for (const key of both) await settings.update(key, undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('fix all of a file that is safe to fix, by command', async () => {
    const { document } = await show(file('noise.huashu'));
    await problemOf(document.uri, 'pinyin-noise');
    await eventually(async () => {
      await vscode.commands.executeCommand('huashu.fixAll');
      return document.getText().includes('(wù)') ? undefined : true;
    });
    assert.match(document.getText(), /我們的服務專員/);
    await problemsOf(document.uri, (problems) => !has('pinyin-noise')(problems));
  });

  it('fix the same on save where the settings ask for it', async () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'huashu' });
    const onSave = { 'source.fixAll.huashu': 'explicit' };
    await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.Workspace, true);
    try {
      const editor = await show(file('noise.huashu'));
      await problemOf(editor.document.uri, 'pinyin-noise');
      await actionsAt(editor.document.uri, new vscode.Range(0, 0, 2, 0), vscode.CodeActionKind.SourceFixAll);
      await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '\n'));
      assert.ok(await editor.document.save());
      assert.match(editor.document.getText(), /我們的服務專員/);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace, true);
    }
  });
});
