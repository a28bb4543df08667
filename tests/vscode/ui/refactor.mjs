// A writer adds what an agent says to the phrasebook, which there is not yet, from the menu of refactorings; and lays the script out.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cache, root } from '../host/paths.mjs';
import { remotePath, workbenchUrl } from '../host/server.mjs';
import { withWorkbench } from '../host/workbench.mjs';

const script = `#退款迟迟不到账
@type：complaint
@customer angry
客户：都十天了，钱呢？
客服:让您等了十天，真的很抱歉。我马上为您核实到账的时间。
`;

const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 15,
  'editor.lightbulb.enabled': 'off',
  'editor.fontFamily': "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace",
  'files.refactoring.autoSave': true,
};

/** Drives the workbench; true when everything was as it should be. */
export async function runRefactor() {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'huashu-ui-'));
  const folder = path.join(temporary, '话术');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, '退款.huashu'), script);
  const context = { viewport: { width: 1180, height: 620 }, deviceScaleFactor: 1.5 };
  console.log('VS Code (code-server), refactorings');
  try {
    return await withWorkbench({ temporary, locale: 'zh-cn', settings, context }, (workbench) => session(workbench, folder));
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function session({ server, page }, folder) {
  const pictures = path.join(cache, 'pictures');
  fs.mkdirSync(pictures, { recursive: true });
  const shoot = (name) => page.screenshot({ path: path.join(pictures, `refactor-${name}.png`) });
  page.setDefaultTimeout(30_000);
  try {
    const extension = ['extensionDevelopmentPath', remotePath(server, root)];
    const file = ['openFile', remotePath(server, path.join(folder, '退款.huashu'))];
    await page.goto(workbenchUrl(server, folder, [extension, file, ['skipWelcome', 'true']]));
    await page.waitForSelector('.monaco-editor .view-line');
    for (const step of [layOut, menu, addedToBook]) {
      await step(page, folder);
      await shoot(step.name);
      console.log(`  ok    ${step.name}`);
    }
    return true;
  } catch (error) {
    await shoot('failure').catch(() => {});
    console.error(`  FAIL  ${error.stack}\n  see .vscode-test/pictures/refactor-failure.png`);
    return false;
  }
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
async function addedToBook(page, folder) {
  await page.locator('.action-widget .monaco-list-row', { hasText: '收进话术库' }).click();
  const book = path.join(folder, '话术库.huashu');
  const wanted = '# 退款迟迟不到账\n@type complaint\n@customer angry\n- 让您等了十天，真的很抱歉。我马上为您核实到账的时间。\n';
  const deadline = Date.now() + 10_000;
  const text = () => (fs.existsSync(book) ? fs.readFileSync(book, 'utf8') : '');
  while (text() !== wanted && Date.now() < deadline) await page.waitForTimeout(50);
  assert.equal(text(), wanted);
}
