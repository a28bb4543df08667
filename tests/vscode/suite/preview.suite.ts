import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, eventually, file, inChinese, problemOf, show } from './editor.ts';

/** The tab of a picture, once there is one. */
function tabOf(viewType: string): Promise<vscode.Tab> {
  return eventually(() =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType)),
  );
}

describe('the pictures of a script', () => {
  afterEach(closeAll);

  for (const [command, viewType, title] of [
    ['huashu.openPreview', 'huashu.preview', inChinese ? '顾客视角：refund.huashu' : 'Customer’s view: refund.huashu'],
    ['huashu.openFlow', 'huashu.flow', inChinese ? '流程图：refund.huashu' : 'Flow: refund.huashu'],
  ] as const) {
    it(`${command} opens one beside the script, and only one`, async () => {
      const editor = await show(file('refund.huashu'));
      await problemOf(editor.document.uri, 'bare-but');
      await vscode.commands.executeCommand(command);
      const tab = await tabOf(viewType);
      assert.equal(tab.label, title);
      assert.notEqual(tab.group.viewColumn, editor.viewColumn);
      await vscode.commands.executeCommand(command, file('refund.huashu'));
      const all = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === title);
      assert.equal(all.length, 1);
    });
  }

  it('copies the flow as Mermaid, as it is after an edit', async () => {
    const editor = await show({ language: 'huashu', content: '# 开头\n客服：您好。\n? 好 -> 结束\n' });
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), '# 结束\n客服：再见。\n'));
    await vscode.commands.executeCommand('huashu.copyFlowMermaid');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^flowchart TD\n/);
    assert.match(text, /s0 -->\|"好"\| s1/);
  });
});
