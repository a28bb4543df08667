import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actionsAt, closeAll, eventually, file, inChinese, show } from './editor.ts';

const at = (line: number, character: number): vscode.Range => new vscode.Range(line, character, line, character);

/** The refactoring with a title, applied; what the text is then, and after one undo. */
async function refactor(editor: vscode.TextEditor, place: vscode.Range, kind: string, title: RegExp): Promise<string> {
  const { document } = editor;
  const before = document.getText();
  const action = await eventually(async () => {
    const offered = await actionsAt(document.uri, place, vscode.CodeActionKind.Empty.append(kind));
    return offered.find((one) => title.test(one.title));
  });
  assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)), action.title);
  const after = document.getText();
  if (after !== before) {
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  }
  return after;
}

describe('writing a script otherwise', () => {
  afterEach(closeAll);

  it('lays it out, whole or in part, in one step', async () => {
    const untidy = '#退款\n客户:钱呢？  \n\n\n客服：马上为您查询。\n';
    const { document } = await show({ language: 'huashu', content: untidy });
    await eventually(async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return document.getText() === untidy ? undefined : true;
    });
    assert.equal(document.getText(), '# 退款\n客户：钱呢？\n\n客服：马上为您查询。\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), untidy);
  });

  it('makes turns of a table and a table of turns', async () => {
    const table = '| 客户 | 客服 |\n| --- | --- |\n| 钱呢？ | 您好，马上查。 |\n';
    const turns = '客户：钱呢？\n\n客服：您好，马上查。\n';
    const first = await show({ language: 'markdown', content: table });
    assert.equal(await refactor(first, at(2, 10), 'refactor.rewrite', inChinese ? /表格改为对话/ : /table to turns/), turns);
    const second = await show({ language: 'markdown', content: turns });
    assert.equal(await refactor(second, at(0, 3), 'refactor.rewrite', inChinese ? /对话改为表格/ : /turns to a table/), table);
  });

  it('splits a turn and begins a scene', async () => {
    const editor = await show({ language: 'huashu', content: '# 退款\n客户：钱呢？\n客服：您好。请稍等。\n' });
    const split = await refactor(editor, at(2, 6), 'refactor.rewrite', inChinese ? /拆成两段/ : /two turns/);
    assert.equal(split, '# 退款\n客户：钱呢？\n客服：您好。\n客服：请稍等。\n');
    const scene = await refactor(editor, at(2, 6), 'refactor.rewrite', inChinese ? /另立场景/ : /new scene/);
    assert.equal(scene, '# 退款\n客户：钱呢？\n\n# 新场景\n客服：您好。请稍等。\n');
  });

  it('adds what is said to the phrasebook of the team', async () => {
    const [book, script] = [file('phrasebook.huashu'), file('parcel.huashu')];
    const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await write(book, '# Parcel\n- Let me look that up for you right away.\n');
    await write(script, '# Parcel\nCustomer: Where is it?\nAgent: I am checking with the courier for you now.\n');
    try {
      const phrases = (await show(book)).document;
      const editor = await show(script);
      await refactor(editor, at(2, 10), 'refactor.extract', /phrasebook\.huashu/);
      assert.equal(
        phrases.getText(),
        '# Parcel\n- Let me look that up for you right away.\n- I am checking with the courier for you now.\n',
      );
      assert.ok(await phrases.save());
    } finally {
      await vscode.workspace.fs.delete(book);
      await vscode.workspace.fs.delete(script);
    }
  });
});
