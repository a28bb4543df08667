// The workbench as a writer meets it: the squiggle, the hover, the quick fix, and the words that are still to be filled in.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './host/paths.mjs';
import { composePicture } from './picture.mjs';
import { runCompletion } from './ui/completion.mjs';
import { runPreview } from './ui/preview.mjs';
import { hideSide, openScript, runScenario } from './ui/scenario.mjs';

const script = `# 退款迟迟不到账
@customer angry
客户：都十天了，钱呢？
客服：{姓氏}先生，让您等了十天，真的很抱歉。
客户：说好可以退的！
客服：是的，但是按照公司规定我们不能退。
客户：那我再想想。
客服：好的，谢谢您联系我们，祝您生活愉快！

`;

/** Only the editor: no bars, no side, nothing that moves. */
const settings = {
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.fontSize': 16,
  'editor.lineHeight': 28,
  'editor.fontFamily': "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace",
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.hideCursorInOverviewRuler': true,
  'editor.overviewRulerLanes': 0,
  'editor.guides.indentation': false,
  'editor.hover.above': false,
};

/** Drives the workbench through everything that is done by hand; true when all was as it should be. */
export async function runUi(options) {
  let green = true;
  for (const scenario of [runWriting, runCompletion, runPreview]) green = (await scenario(options)) && green;
  return green;
}

function runWriting({ screenshots }) {
  return runScenario({
    ...{ title: 'by hand', files: { '退款.huashu': script }, settings },
    context: { viewport: { width: 1120, height: 540 }, deviceScaleFactor: 2 },
    open,
    steps: [hover, quickFix, fillIn],
    end: (page, { pictures }) => screenshots && composePicture(page, pictures, path.join(root, 'docs/screenshot.png')),
  });
}

async function open(page, place) {
  await openScript(page, place);
  await hideSide(page);
  await page.waitForSelector('.squiggly-warning');
  await page.waitForSelector('.squiggly-error');
  // What stands above a scene moves its lines down when it comes.
  await page.waitForSelector('.codelens-decoration', { state: 'attached' });
}

const words = (page, text) => page.locator('.view-line', { hasText: text }).first();

/** The pointer rests on 但是. */
async function hover(page) {
  const { x, y } = await placeOf(page, '但是');
  await page.mouse.move(x, y);
  await page.locator('.monaco-hover:visible', { hasText: 'bare-but' }).first().waitFor();
}

/** The cursor stands in 但是, and Ctrl+. is pressed: until the editor has heard of the fixes, there are none. */
async function quickFix(page) {
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  const { x, y } = await placeOf(page, '但是');
  await page.mouse.click(x, y);
  await page.mouse.move(5, 5);
  const menu = page.locator('.action-widget:visible .monaco-list-row.action');
  for (let attempt = 0; attempt < 10; attempt++) {
    await page.keyboard.press('Control+.');
    const found = await menu
      .first()
      .waitFor({ timeout: 1500 })
      .then(
        () => true,
        () => false,
      );
    if (found) break;
    await page.keyboard.press('Escape');
  }
  assert.ok((await menu.count()) >= 3, 'several quick fixes');
}

/** The first quick fix is taken: the sentence is new, and what the writer must decide is selected. */
async function fillIn(page, { folder }) {
  const file = path.join(folder, '退款.huashu');
  await page.keyboard.press('Enter');
  await words(page, '但是').waitFor({ state: 'detached' });
  await page.waitForSelector('.snippet-placeholder');
  await page.waitForFunction(() => document.querySelector('.squiggly-warning, .squiggly-error') === null);
  await page.waitForSelector('.tab.active [class*="monaco-decoration-itemBadge"]', { state: 'detached' });
  await page.keyboard.press('Control+S');
  const deadline = Date.now() + 5000;
  while (fs.readFileSync(file, 'utf8').includes('但是') && Date.now() < deadline) await page.waitForTimeout(50);
  assert.doesNotMatch(fs.readFileSync(file, 'utf8'), /但是/);
}

/** Where some words stand on the screen. */
async function placeOf(page, text) {
  await words(page, text).waitFor();
  return page.evaluate((wanted) => {
    for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 4, y: box.y + box.height / 2 };
      }
    }
    throw new Error(`${wanted} is not on the screen`);
  }, text);
}
