// A writer adds what an agent says to the phrasebook, which there is not yet, from the menu of refactorings; and lays the script out.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openScript, runScenario } from './scenario.mjs';

const script = `#退款迟迟不到账
@type：complaint
@customer angry
客户：都十天了，钱呢？
客服:让您等了十天，真的很抱歉。我马上为您核实到账的时间。
`;

const settings = {
  'editor.fontSize': 15,
  'editor.fontFamily': "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace",
  'files.refactoring.autoSave': true,
};

/** Drives the workbench; true when everything was as it should be. */
export function runRefactor() {
  return runScenario({
    ...{ title: 'refactorings', files: { '退款.huashu': script }, settings, prefix: 'refactor-' },
    context: { viewport: { width: 1180, height: 620 }, deviceScaleFactor: 1.5 },
    open: openScript,
    steps: [layOut, menu, addedToBook],
  });
}

/** The command of the editor, by its keys, once the server has told of it. */
async function layOut(page) {
  await page.locator('.codelens-decoration').first().waitFor();
  await page.locator('.view-line', { hasText: '都十天了' }).first().click();
  const heading = page.locator('.view-line', { hasText: '# 退款迟迟不到账' }).first();
  for (let attempt = 0; attempt < 10; attempt++) {
    await page.keyboard.press('Control+Shift+I');
    const done = await heading.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (done) break;
    await page.keyboard.press('Escape');
  }
  await page.locator('.view-line', { hasText: '@type complaint' }).first().waitFor();
  await page.locator('.view-line', { hasText: '客服：让您等了十天' }).first().waitFor();
}

async function menu(page) {
  await page.locator('.view-line', { hasText: '让您等了十天' }).first().click();
  await page.keyboard.press('Control+Shift+R');
  await page.locator('.action-widget', { hasText: '收进话术库“话术库.huashu”' }).waitFor();
  for (const title of ['每句话各占一行', '在这里拆成两段话', '从这里起另立场景']) {
    assert.equal(await page.locator('.action-widget .monaco-list-row', { hasText: title }).count(), 1, title);
  }
}

/** The phrasebook is made, with the scene it comes from. */
async function addedToBook(page, { folder }) {
  await page.locator('.action-widget .monaco-list-row', { hasText: '收进话术库' }).click();
  const book = path.join(folder, '话术库.huashu');
  const wanted = '# 退款迟迟不到账\n@type complaint\n@customer angry\n- 让您等了十天，真的很抱歉。我马上为您核实到账的时间。\n';
  const deadline = Date.now() + 10_000;
  const text = () => (fs.existsSync(book) ? fs.readFileSync(book, 'utf8') : '');
  while (text() !== wanted && Date.now() < deadline) await page.waitForTimeout(50);
  assert.equal(text(), wanted);
}
