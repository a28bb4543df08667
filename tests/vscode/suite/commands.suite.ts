import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, eventually, file, inChinese, problemOf, problemsOf, show } from './editor.ts';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string; readonly title: string | { readonly value: string } }[] };
}

function manifest(): Manifest {
  const extension = vscode.extensions.getExtension('huashu.huashu');
  assert.ok(extension);
  return extension.packageJSON;
}

const rulePage = vscode.Uri.parse('huashu-rule:/bare-but.md');

/** Waits until the active tab is the preview of the page. */
async function previewOpens(): Promise<void> {
  await eventually(() => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const preview = input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor';
    return preview && input.uri.toString() === rulePage.toString() ? true : undefined;
  });
}

describe('commands', () => {
  afterEach(closeAll);

  it('are all there, titled in the language of the editor', async () => {
    await problemOf((await show(file('refund.huashu'))).document.uri, 'bare-but');
    const there = new Set(await vscode.commands.getCommands(true));
    for (const { command, title } of manifest().contributes.commands) {
      assert.ok(there.has(command), command);
      const text = typeof title === 'string' ? title : title.value;
      assert.ok(!text.startsWith('%'), text);
      if (command !== 'huashu.createConfig') assert.equal(/[\u4e00-\u9fff]/.test(text), inChinese, text);
    }
  });

  it('open a rule’s page as a preview', async () => {
    await vscode.commands.executeCommand('huashu.openRule', 'bare-but');
    await previewOpens();
  });

  it('give the page in the language of the editor', async () => {
    const page = await vscode.workspace.openTextDocument(rulePage);
    assert.match(page.getText(), /bare-but/);
    assert.equal(/[\u4e00-\u9fff]/.test(page.lineAt(0).text), inChinese, page.lineAt(0).text);
  });

  it('are not needed for it: the problem itself links to the page', async () => {
    const { code } = await problemOf((await show(file('refund.huashu'))).document.uri, 'bare-but');
    assert.ok(typeof code === 'object');
    assert.equal(code.target.toString(), rulePage.toString());
    await vscode.commands.executeCommand('vscode.open', code.target);
    await previewOpens();
  });

  it('create a config file once, and it is a good one', async () => {
    await vscode.commands.executeCommand('huashu.createConfig');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.path, file('huashu.yaml').path);
    assert.match(document.getText(), /extends/);
    const edited = `${document.getText()}# ours\n`;
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(edited));
    await closeAll();
    await vscode.commands.executeCommand('huashu.createConfig');
    await eventually(() => (vscode.window.activeTextEditor?.document.getText() === edited ? true : undefined));
    assert.deepEqual(await problemsOf(document.uri, () => true), []);
    await closeAll();
    await vscode.workspace.fs.delete(document.uri);
  });

  it('restart the server, which goes on linting', async () => {
    const editor = await show({ language: 'huashu', content: '客服：您好，我现在就为您查。\n' });
    await vscode.commands.executeCommand('huashu.restart');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '客服：是的，但是按照公司规定我们不能退。\n'));
    await problemOf(editor.document.uri, 'bare-but');
  });
});

describe('snippets', () => {
  afterEach(closeAll);

  it('are offered in three languages', async () => {
    const { document } = await show({ language: 'huashu', content: '' });
    const start = new vscode.Position(0, 0);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, start);
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const label of ['致歉', '道歉', 'apology']) assert.ok(labels.includes(label), label);
  });

  it('are offered after a speaker, for what is typed', async () => {
    const { document } = await show({ language: 'huashu', content: '客服：致歉' });
    const { end } = document.lineAt(0).range;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end);
    assert.ok(list.items.some(({ label }) => (typeof label === 'string' ? label : label.label) === '致歉'));
  });
});
