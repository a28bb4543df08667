import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, eventually, file, inChinese, problemOf, show } from './editor.ts';

const SCRIPT = '# 到账 {#paid}\n客户：钱到了。\n客服：好的，谢谢您告诉我们。\n-> 退款迟迟不到账\n';

/** What a provider gives, asked until it gives something: the editor says nothing when the server has registered it. */
function provided<T>(command: string, ...args: unknown[]): Promise<T[]> {
  return eventually(async () => {
    const found = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
    return found && found.length > 0 ? found : undefined;
  });
}

describe('navigation', () => {
  const created = file('paid.huashu');

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(created).then(undefined, () => undefined);
  });

  async function create(): Promise<vscode.TextEditor> {
    await vscode.workspace.fs.writeFile(created, new TextEncoder().encode(SCRIPT));
    return show(created);
  }

  it('shows the scenes of a file, and those of the workspace', async () => {
    const { document } = await show(file('refund.huashu'));
    const [scene] = await provided<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.equal(scene!.name, '退款迟迟不到账');
    assert.equal(scene!.detail, `complaint · angry · 2 ${inChinese ? '句' : 'turns'}`);
    assert.equal(scene!.children.length, 2);
    const [found] = await provided<vscode.SymbolInformation>('vscode.executeWorkspaceSymbolProvider', '退账');
    assert.equal(found!.location.uri.path, document.uri.path);
  });

  it('leads to a scene of another file, and back', async () => {
    const { document } = await create();
    const [link] = await provided<vscode.LocationLink>('vscode.executeDefinitionProvider', document.uri, new vscode.Position(3, 5));
    assert.equal(link!.targetUri.path, file('refund.huashu').path);
    const heading = (link!.targetSelectionRange ?? link!.targetRange).start;
    const references = await provided<vscode.Location>('vscode.executeReferenceProvider', link!.targetUri, heading);
    assert.ok(references.some(({ uri, range }) => uri.path === created.path && range.start.line === 3));
  });

  it('renames a scene in both files', async () => {
    const { document } = await create();
    const refund = await vscode.workspace.openTextDocument(file('refund.huashu'));
    const edit = await eventually(async () => {
      const made = await vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        new vscode.Position(3, 5),
        '退款没有到账',
      );
      return made && made.size > 0 ? made : undefined;
    });
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /-> 退款没有到账\n/);
    assert.match(refund.getText(), /# 退款没有到账 \{#refund-late\}/);
    await show(refund.uri);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('tells above a scene what is found, and goes there', async () => {
    const editor = await show(file('refund.huashu'));
    await problemOf(editor.document.uri, 'bare-but');
    const lens = await eventually(async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri, 9);
      return lenses.find(({ command }) => command?.command === 'huashu.goToFindings');
    });
    assert.match(lens.command!.title, inChinese ? /1 句客服话/ : /1 agent turn/);
    await vscode.commands.executeCommand(lens.command!.command, ...(lens.command!.arguments ?? []));
    assert.ok(editor.document.lineAt(vscode.window.activeTextEditor!.selection.active.line).text.startsWith('客服'));
  });

  it('colours who speaks and folds a scene', async () => {
    const { document } = await show(file('refund.huashu'));
    const tokens = await eventually(async () =>
      vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri),
    );
    assert.ok(tokens.data.length >= 4 * 5);
    const folds = await provided<vscode.FoldingRange>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.some(({ start, end }) => start === 0 && end === 2));
  });
});
