import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, file, has, problemOf, problemsOf, show } from './editor.ts';

const yaml = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Runs a check with a setting of the workspace, and takes it back. */
async function having(key: string, value: unknown, check: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('huashu');
  await settings.update(key, value, vscode.ConfigurationTarget.Workspace);
  try {
    await check();
  } finally {
    await settings.update(key, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

describe('settings', () => {
  afterEach(closeAll);

  it('in huashu.yaml count as soon as they are written, and are forgotten with the file', async () => {
    const { uri } = (await show(file('refund.huashu'))).document;
    await problemOf(uri, 'bare-but');
    await vscode.workspace.fs.writeFile(file('huashu.yaml'), yaml('rules:\n  bare-but: off\n'));
    const left = await problemsOf(uri, (problems) => !has('bare-but')(problems));
    assert.ok(left.length > 0, 'the other rules stay');
    await vscode.workspace.fs.delete(file('huashu.yaml'));
    await problemOf(uri, 'bare-but');
  });

  it('in a broken huashu.yaml are underlined there', async () => {
    await vscode.workspace.fs.writeFile(file('huashu.yaml'), yaml('rules:\n  bare-butt: off\n'));
    try {
      const { document } = await show(file('huashu.yaml'));
      const [problem] = await problemsOf(document.uri, (problems) => problems.length > 0);
      assert.ok(problem);
      assert.equal(document.getText(problem.range), 'bare-butt');
      assert.match(problem.message, /bare-but/);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(file('huashu.yaml'));
    }
  });

  it('huashu.enable switches linting off and on', async () => {
    const { uri } = (await show(file('refund.huashu'))).document;
    await problemOf(uri, 'bare-but');
    await having('enable', false, async () => void (await problemsOf(uri, (problems) => problems.length === 0)));
    await problemOf(uri, 'bare-but');
  });

  it('huashu.quiet leaves the errors', async () => {
    const { uri } = (await show(file('refund.huashu'))).document;
    await problemOf(uri, 'bare-but');
    await having('quiet', true, async () => {
      const left = await problemsOf(uri, (problems) => !has('bare-but')(problems) && problems.length > 0);
      assert.ok(left.every(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
    });
  });

  it('huashu.preset chooses the rules to begin with', async () => {
    const { uri } = (await show(file('refund.huashu'))).document;
    await problemOf(uri, 'bare-but');
    await having('preset', 'minimal', async () => void (await problemsOf(uri, (problems) => !has('bare-but')(problems))));
    await problemOf(uri, 'bare-but');
  });

  it('huashu.run onSave waits for the file to be saved', async () => {
    await vscode.workspace.fs.writeFile(file('saved.huashu'), yaml('客服：您好，我现在就为您查。\n'));
    await having('run', 'onSave', async () => {
      const editor = await show(file('saved.huashu'));
      const { document } = editor;
      await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '客服：是的，但是按照公司规定我们不能退。\n'));
      await show(file('refund.huashu'));
      await problemOf(file('refund.huashu'), 'bare-but');
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
      await document.save();
      await problemOf(document.uri, 'bare-but');
    });
    await closeAll();
    await vscode.workspace.fs.delete(file('saved.huashu'));
  });
});
