// A writer finds the way in a script and gives a scene another name: the outline, what stands between the lines, and F2.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cache, root } from '../host/paths.mjs';
import { remotePath, workbenchUrl } from '../host/server.mjs';
import { withWorkbench } from '../host/workbench.mjs';

const files = {
  '退款.huashu': `# 退款迟迟不到账 {#refund-late}
@type complaint
@customer angry
客户：都十天了，钱呢？
客服：{姓氏}先生，让您等了十天，真的很抱歉，我马上为您核实。
? 已经到账 -> 道别
-> 升级主管

# 道别
客户：好的，收到了。
客服：谢谢您联系我们，祝您生活愉快，再见！
? 又没到账 -> 退款迟迟不到账
`,
  '升级.huashu': `# 升级主管
客户：叫你们主管来。
客服：您好，我是值班主管，这就为您处理。
-> 退款迟迟不到账
`,
};

const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': true,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 15,
  'editor.lightbulb.enabled': 'off',
  'editor.fontFamily': "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace",
  'huashu.inlayHints.acts': true,
};

/** Drives the workbench; true when everything was as it should be. */
export async function runRename() {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'huashu-ui-'));
  const folder = path.join(temporary, '话术');
  fs.mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  const context = { viewport: { width: 1180, height: 620 }, deviceScaleFactor: 1.5 };
  console.log('VS Code (code-server), names');
  try {
    return await withWorkbench({ temporary, locale: 'zh-cn', settings, context }, (workbench) => session(workbench, folder));
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function session({ server, page }, folder) {
  const pictures = path.join(cache, 'pictures');
  fs.mkdirSync(pictures, { recursive: true });
  const shoot = (name) => page.screenshot({ path: path.join(pictures, `rename-${name}.png`) });
  page.setDefaultTimeout(30_000);
  try {
    const extension = ['extensionDevelopmentPath', remotePath(server, root)];
    const file = ['openFile', remotePath(server, path.join(folder, '退款.huashu'))];
    await page.goto(workbenchUrl(server, folder, [extension, file, ['skipWelcome', 'true']]));
    await page.waitForSelector('.monaco-editor .view-line');
    for (const step of [betweenTheLines, outline, rename, everywhere]) {
      await step(page, folder);
      await shoot(step.name);
      console.log(`  ok    ${step.name}`);
    }
    return true;
  } catch (error) {
    await shoot('failure').catch(() => {});
    console.error(`  FAIL  ${error.stack}\n  see .vscode-test/pictures/rename-failure.png`);
    return false;
  }
}

/** Above each scene what it comes to, behind each turn of the agent what it does. */
async function betweenTheLines(page) {
  await page.locator('.codelens-decoration', { hasText: '1 句客服话' }).first().waitFor();
  await page.locator('.view-line', { hasText: '道歉' }).first().waitFor();
}

/** The scenes of the file with what is said in them, beside the text and in the list to choose from. */
async function outline(page) {
  await page.locator('.pane-header', { hasText: /Outline|大纲/ }).click();
  await page.locator('.outline-pane .monaco-list-row', { hasText: 'complaint · angry · 2 句' }).first().waitFor();
  await page.locator('.view-line', { hasText: '钱呢' }).first().click();
  await page.keyboard.press('Control+Shift+O');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: '已经到账 → 道别' }).first().waitFor();
  assert.ok((await rows.count()) >= 8);
}

/** The cursor stands in the heading, F2 is pressed, and another name typed. */
async function rename(page) {
  await page.keyboard.press('Escape');
  const heading = page.locator('.view-line', { hasText: '退款迟迟不到账 {#refund-late}' }).first();
  await heading.click({ position: { x: 60, y: 8 } });
  const box = page.locator('.rename-box input');
  for (let attempt = 0; attempt < 10; attempt++) {
    await page.keyboard.press('F2');
    const open = await box.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (open) break;
  }
  assert.equal(await box.inputValue(), '退款迟迟不到账');
  await box.fill('退款十天没有到账');
}

/** Every link follows, in the file that is not open too. */
async function everywhere(page, folder) {
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: '# 退款十天没有到账' }).first().waitFor();
  await page.locator('.view-line', { hasText: '-> 退款十天没有到账' }).first().waitFor();
  const text = () => Object.keys(files).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
  const deadline = Date.now() + 10_000;
  while (text().some((one) => one.includes('退款迟迟不到账')) && Date.now() < deadline) await page.waitForTimeout(50);
  assert.deepEqual(
    text(),
    Object.values(files).map((one) => one.replaceAll('退款迟迟不到账', '退款十天没有到账')),
  );
}
