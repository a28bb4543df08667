// A writer finds the way in a script and gives a scene another name: the outline, what stands between the lines, and F2.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openScript, runScenario } from './scenario.mjs';

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
  'breadcrumbs.enabled': true,
  'editor.fontSize': 15,
  'editor.fontFamily': "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace",
  'huashu.inlayHints.acts': true,
};

/** Drives the workbench; true when everything was as it should be. */
export function runRename() {
  return runScenario({
    ...{ title: 'names', files, settings, prefix: 'rename-' },
    context: { viewport: { width: 1180, height: 620 }, deviceScaleFactor: 1.5 },
    open: openScript,
    steps: [betweenTheLines, outline, rename, everywhere],
  });
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
async function everywhere(page, { folder }) {
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
