import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, eventually, file, problemOf, show } from './editor.ts';

/** What the editor would list at the end of a line; snippets of its own, which it keeps out of the list, left out here, too. */
async function listAt({ document }: vscode.TextEditor, line: number, trigger?: string): Promise<readonly vscode.CompletionItem[]> {
  const { end } = document.lineAt(line).range;
  const found = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    end,
    trigger,
    50,
  );
  return found.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet);
}

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** The item with a label, sooner or later: the editor says nothing when the server has registered. */
function itemAt(editor: vscode.TextEditor, line: number, label: string, trigger?: string): Promise<vscode.CompletionItem> {
  return eventually(async () => (await listAt(editor, line, trigger)).find((item) => labelOf(item) === label));
}

async function write(editor: vscode.TextEditor, text: string): Promise<number> {
  const { document } = editor;
  const line = document.lineCount - 1;
  await editor.edit((edit) => edit.insert(document.lineAt(line).range.end, text));
  return document.lineCount - 1;
}

describe('completion', () => {
  afterEach(closeAll);

  it('offers scenes behind an arrow, with how they begin', async () => {
    const editor = await show(file('refund.huashu'));
    await problemOf(editor.document.uri, 'bare-but');
    const line = await write(editor, '\n\n# 结束\n客服：再见。\n-> ');
    const item = await itemAt(editor, line, '退款迟迟不到账', ' ');
    assert.match(item.sortText ?? '', /^\d+$/);
  });

  it('offers moods, and says what they mean', async () => {
    const editor = await show({ language: 'huashu', content: '# 甲\n@customer ' });
    const { detail } = await itemAt(editor, 1, 'angry', ' ');
    assert.ok(detail);
  });

  it('offers sentences by situation to an agent who has said nothing, with tab stops', async () => {
    const editor = await show({ language: 'huashu', content: '客户：气死我了！\n客服：' });
    const item = await itemAt(editor, 1, '致歉', '：');
    assert.ok(item.insertText instanceof vscode.SnippetString);
  });

  it('keeps quiet in what is said, in notes and in comments', async () => {
    const editor = await show({ language: 'huashu', content: '客户：在吗？\n客服：您好，请问 \n给同事的话 \n// 说明 ' });
    const asked = await write(editor, '\n# 甲\n@');
    await itemAt(editor, asked, '@customer', '@');
    for (const line of [1, 2, 3]) assert.deepEqual((await listAt(editor, line, ' ')).map(labelOf), [], String(line));
  });

  it('keeps the snippets of the editor out of sentences', () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'huashu' });
    assert.equal(settings.get('snippetSuggestions'), 'none');
  });

  it('goes on in grey unless the settings say otherwise', async () => {
    assert.equal(vscode.workspace.getConfiguration('huashu').get('inlineCompletion.enable'), true);
  });
});
