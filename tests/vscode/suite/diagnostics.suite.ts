import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, file, has, inChinese, problemOf, problemsOf, ruleOf, show } from './editor.ts';

const script = '客户：都十天了，钱呢？\n客服：是的，但是按照公司规定我们不能退。\n';

describe('diagnostics', () => {
  afterEach(closeAll);

  it('starts the extension when a script is opened', async () => {
    const editor = await show(file('refund.huashu'));
    assert.equal(editor.document.languageId, 'huashu');
    await problemOf(editor.document.uri, 'bare-but');
    assert.ok(vscode.extensions.getExtension('huashu.huashu')?.isActive);
    if (process.env['HUASHU_TEST_FAULT'] === 'assertion') assert.equal(editor.document.lineCount, -1);
    if (process.env['HUASHU_TEST_FAULT'] === 'exit') process.exit(0);
  });

  for (const name of ['refund.huashu', 'docs/refund.md']) {
    it(`underlines the words themselves in ${name}`, async () => {
      const { document } = await show(file(name));
      const problem = await problemOf(document.uri, 'bare-but');
      assert.equal(document.getText(problem.range), '但是');
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
      const all = await problemsOf(document.uri, () => true);
      const lines = new Set(all.map(({ range }) => document.lineAt(range.start).text));
      assert.ok(
        [...lines].every((line) => line.includes('客服')),
        'only what the agent says',
      );
      assert.equal(
        new Set(all.map((one) => `${ruleOf(one)} ${one.range.start.line}:${one.range.start.character}`)).size,
        all.length,
        'each once',
      );
    });
  }

  it('speaks the language of the editor', async () => {
    const { document } = await show(file('refund.huashu'));
    const { message } = await problemOf(document.uri, 'bare-but');
    assert.equal(/[\u4e00-\u9fff]{4}/.test(message.replace(/[“「"].*?[”」"]/g, '')), inChinese, message);
  });

  it('names the page of the rule', async () => {
    const { document } = await show(file('refund.huashu'));
    const { code } = await problemOf(document.uri, 'bare-but');
    assert.ok(typeof code === 'object' && /bare-but/.test(code.target.toString()));
  });

  it('explains a finding where the pointer rests', async () => {
    const { document } = await show(file('refund.huashu'));
    const { range } = await problemOf(document.uri, 'bare-but');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, range.start);
    const text = hovers
      .flatMap((hover) => hover.contents.map((content) => (typeof content === 'string' ? content : content.value)))
      .join('\n');
    assert.match(text, /S1/, text);
  });

  it('lints a text that was never saved, and what is typed into it', async () => {
    const editor = await show({ language: 'huashu', content: script });
    const { uri } = editor.document;
    await problemOf(uri, 'bare-but');
    await editor.edit((edit) => edit.replace(editor.document.lineAt(1).range, '客服：让您久等了，我现在就为您查这笔退款。'));
    await problemsOf(uri, (problems) => !has('bare-but')(problems));
    await editor.edit((edit) => edit.insert(editor.document.lineAt(1).range.end, '\n客服：是的，但是按照公司规定我们不能退。'));
    await problemOf(uri, 'bare-but');
  });

  it('leaves ordinary prose alone', async () => {
    const { document } = await show({ language: 'markdown', content: '# 说明\n\n是的，但是按照公司规定我们不能退。\n' });
    await show(file('refund.huashu'));
    await problemOf(file('refund.huashu'), 'bare-but');
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});
