import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actionsAt, closeAll, eventually, inChinese, problemOf, show } from './editor.ts';

const script = '客户：能退吗？\n客服：是的，但是订单{订单号}我们不能退。\n';
const better = '订单{订单号}我可以为您{替代方案}，您看这样可以吗？';

type Ask = (prompt: string) => AsyncIterable<string>;

/** What the extension offers others. */
interface Api {
  rewrite(params: object, ask: Ask): Promise<string>;
}

/** A language model that says what it is told to say, in pieces. */
const says = (...pieces: readonly string[]): Ask =>
  async function* () {
    yield* pieces;
  };

async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('huashu.huashu');
  assert.ok(extension);
  return extension.activate();
}

/** A script with a finding in it, and what becomes of it when a model rewords it. */
async function reworded(ask: Ask): Promise<{ readonly editor: vscode.TextEditor; readonly outcome: ReturnType<Api['rewrite']> }> {
  const editor = await show({ language: 'huashu', content: script });
  const { uri, version } = editor.document;
  const { range } = await problemOf(uri, 'flat-refusal');
  const position = { line: range.start.line, character: range.start.character };
  const params = { textDocument: { uri: uri.toString() }, version, position, rule: 'flat-refusal' };
  return { editor, outcome: (await api()).rewrite(params, ask) };
}

/** The outcome, once the command has answered the question, which may not be on the screen yet. */
async function answered(outcome: Promise<string>, command: string): Promise<string> {
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  outcome.then(over, over);
  await eventually(async () => {
    await vscode.commands.executeCommand(command);
    return isOver || undefined;
  });
  return outcome;
}

function diffTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof vscode.TabInputTextDiff);
}

describe('rewriting with a language model', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
  });

  it('is not offered where there is no model, and nothing else is missing', async () => {
    const { document } = await show({ language: 'huashu', content: script });
    const problem = await problemOf(document.uri, 'flat-refusal');
    const models = await vscode.lm.selectChatModels();
    const offered = (await actionsAt(document.uri, problem.range)).filter(({ command }) => command?.command === 'huashu.rewriteWithModel');
    assert.equal(offered.length > 0, models.length > 0);
  });

  it('shows the change beside the text, and makes it when the user says so', async () => {
    const { editor, outcome } = await reworded(says('“订单{订单号}我可以', '为您{替代方案}，您看这样可以吗？”\n'));
    const tab = await eventually(diffTab);
    const { modified } = tab.input as vscode.TabInputTextDiff;
    assert.equal((await vscode.workspace.openTextDocument(modified)).getText(), script.replace(/(?<=客服：).*/, better));
    assert.equal(editor.document.getText(), script, 'nothing is changed before');
    assert.equal(await answered(outcome, 'notification.acceptPrimaryAction'), 'applied');
    assert.equal(editor.document.getText(), script.replace(/(?<=客服：).*/, better));
    assert.equal(diffTab(), undefined);
  });

  it('changes nothing when the user turns it down', async () => {
    const { editor, outcome } = await reworded(says(better));
    await eventually(diffTab);
    assert.equal(await answered(outcome, 'notifications.clearAll'), 'discarded');
    assert.equal(editor.document.getText(), script);
  });

  for (const [what, ask, expected] of [
    ['an answer that loses a placeholder', says('我可以为您{替代方案}，您看这样可以吗？'), 'refused'],
    ['an answer that does not pass', says('订单{订单号}不能退，公司规定。'), 'refused'],
    [
      'a model that fails',
      async function* () {
        yield '订单';
        throw vscode.LanguageModelError.NoPermissions('no');
      },
      'failed',
    ],
  ] as const) {
    it(`changes nothing for ${what}`, async () => {
      const { editor, outcome } = await reworded(ask);
      assert.equal(await outcome, expected);
      assert.equal(editor.document.getText(), script);
      assert.equal(diffTab(), undefined);
    });
  }

  it('changes nothing when the text was changed meanwhile', async () => {
    const { editor, outcome } = await reworded(async function* () {
      await editorOf().edit((edit) => edit.insert(new vscode.Position(0, 3), '请问'));
      yield better;
    });
    assert.equal(await outcome, 'refused');
    assert.ok(editor.document.getText().includes('不能退'));
  });
});

function editorOf(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  return editor;
}

describe('tools for assistants', () => {
  it('are there, and answer', async () => {
    await api();
    const tools = await eventually(() => {
      const ours = vscode.lm.tools.filter(({ name }) => name.startsWith('huashu_'));
      return ours.length === 4 ? ours : undefined;
    });
    assert.ok(tools.every(({ description }) => description.length > 60));
    const { content } = await vscode.lm.invokeTool('huashu_lint', { input: { text: '我们不能退。' }, toolInvocationToken: undefined });
    const [part] = content;
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    assert.match(part.value, /flat-refusal “不能”/);
    assert.equal(/[\u4e00-\u9fff]{6}/.test(part.value.split('\n')[1]!.replace(/“.*?”/g, '')), inChinese, part.value);
  });
});
