// The pictures of a script as its writer meets them: the customer's view, a walk through it, and the flow, in light, dark and high contrast.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { cache, root } from '../host/paths.mjs';
import { composePair } from '../picture.mjs';
import { hideSide, openWindow, runScenario } from './scenario.mjs';
import { faultsOf } from './usable.mjs';

const script = fs.readFileSync(path.join(import.meta.dirname, 'branching.huashu'), 'utf8');

/** Only the editors: no bars, no side, nothing that moves. */
const settings = {
  'workbench.activityBar.location': 'hidden',
  'breadcrumbs.enabled': false,
};
const themes = { light: 'Light Modern', dark: 'Dark Modern', contrast: 'Dark High Contrast' };

/** Drives the workbench; true when everything was as it should be. */
export function runPreview({ screenshots }) {
  const broken = [];
  const watched = (page, place) => {
    page.on('console', (message) => /Content Security Policy|Refused to/.test(message.text()) && broken.push(message.text()));
    return open(page, place);
  };
  return runScenario({
    ...{ title: 'pictures', files: { '退款.huashu': script }, settings, prefix: 'picture-' },
    context: { viewport: { width: 1400, height: 900 }, deviceScaleFactor: 1.5 },
    open: watched,
    steps: [preview, tip, usable, keys, edit, walk, reload, flow, usable, flowKeys],
    async end(page, place) {
      await colours(page, place);
      const pair = ['preview', 'flow'].map((name) => path.join(place.pictures, `pair-${name}.png`));
      if (screenshots) await composePair(page, pair, path.join(root, 'docs/flow.png'));
      assert.deepEqual(
        broken.filter((text) => /dist\/webview|nonce/.test(text)),
        [],
      );
    },
  });
}

/** The script is opened as a writer opens it: a window that is told to open a file forgets its tabs when it is reloaded. */
async function open(page, place) {
  await openWindow(page, place);
  await page.waitForSelector('.part.editor');
  await choose(page, 'Control+P', '退款.huashu');
  await page.waitForSelector('.squiggly-error');
  await hideSide(page);
}

/** Takes an entry of what a key opens; opened again where something else took the keys, or closed it. */
async function choose(page, key, entry) {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: entry }).first();
  for (let attempt = 1; ; attempt++) {
    if (!(await input.isVisible())) for (const one of key.split(' ')) await page.keyboard.press(one);
    try {
      await input.fill((key === 'F1' ? '>' : '') + entry, { timeout: 3000 });
      await row.waitFor({ timeout: 5000 });
      await page.keyboard.press('Enter');
      return;
    } catch (error) {
      if (attempt === 8) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** The page in a picture's tab. */
const inside = (page) => page.frameLocator('iframe.webview.ready:visible').last().frameLocator('#active-frame');

async function press(page, title) {
  await page.locator(`.editor-actions .action-label[aria-label*="${title}"]`).first().click();
}

/** The button above the editor opens the chat beside it. */
async function preview(page) {
  await press(page, '顾客视角预览');
  const chat = inside(page);
  await chat.locator('.turn.agent .mark.error, .turn.agent .mark.warning').first().waitFor();
  assert.equal(await chat.locator('.sample', { hasText: '王' }).first().textContent(), '王');
  assert.match(await chat.locator('.bad').first().textContent(), /没办法/);
  assert.equal(await chat.locator('.choice .option').count(), 8);
}

/** What a finding says is told under the pointer. */
async function tip(page) {
  const chat = inside(page);
  await chat.locator('.mark', { hasText: '但是' }).hover();
  await chat.locator('#tip', { hasText: 'bare-but' }).waitFor();
}

/** Everything that can be pressed can be used without a mouse, and named. */
async function usable(page) {
  assert.deepEqual(await inside(page).locator('body').evaluate(faultsOf), []);
}

/** Tab goes through what can be used; arrows from item to item; Enter to the place in the editor. */
async function keys(page) {
  const chat = inside(page);
  await chat.locator('.bar button').first().focus();
  const seen = [];
  for (let i = 0; i < 8; i++) {
    seen.push(await chat.locator(':focus').evaluate((element) => element.textContent ?? ''));
    await page.keyboard.press('Tab');
  }
  assert.ok(seen.some((text) => text.includes('走一遍')) && seen.some((text) => text.includes('流程图')), String(seen));
  await chat.locator('.item[tabindex="0"]').focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowDown');
  assert.match(await chat.locator('.item:focus').textContent(), /按照公司规定/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.monaco-editor.focused'));
}

/** What is typed in the editor is there at once, and nothing jumps. */
async function edit(page) {
  await page.keyboard.press('Home');
  await page.keyboard.insertText('客服：<script>alert(1)</script>{姓氏}\n');
  const typed = inside(page).locator('.turn', { hasText: '<script>alert(1)</script>王' });
  await typed.waitFor();
  for (let i = 0; i < 5 && (await typed.count()) > 0; i++) {
    await page.keyboard.press('Control+Z');
    await page.waitForTimeout(300);
  }
  await typed.waitFor({ state: 'detached' });
}

/** A walk: branches are chosen, jumps are followed. */
async function walk(page) {
  const chat = inside(page);
  await chat.getByRole('button', { name: '走一遍', exact: true }).click();
  await chat.locator('.option', { hasText: '退到余额' }).click();
  await chat.locator('.over', { hasText: '对话到这里结束' }).waitFor();
  assert.equal(await chat.locator('.option[aria-pressed="true"]').textContent(), '退到余额');
  assert.equal(await chat.locator('.turn', { hasText: '银行卡吧' }).count(), 0);
}

/** The window is reloaded: the picture comes back, and the walk with it. */
async function reload(page) {
  await page.locator('.tab', { hasText: '退款.huashu' }).first().click();
  await page.evaluate(() => Object.assign(window, { before: true }));
  await choose(page, 'F1', 'Developer: Reload Window');
  await page.waitForFunction(() => !('before' in window));
  await inside(page).locator('.over', { hasText: '对话到这里结束' }).waitFor();
  assert.equal(await inside(page).locator('.option[aria-pressed="true"]').textContent(), '退到余额');
}

/** The flow, from the button in the chat. */
async function flow(page) {
  await inside(page).getByRole('button', { name: '流程图', exact: true }).click();
  const picture = page.frameLocator('iframe.webview.ready:visible').last().frameLocator('#active-frame');
  await picture.locator('.box').first().waitFor();
  assert.equal(await picture.locator('.box').count(), 6);
  assert.equal(await picture.locator('.box.unreachable').count(), 1);
  assert.equal(await picture.locator('.stray.broken').count(), 1);
}

/** Arrow keys go from box to box, Enter to the scene in the editor. */
async function flowKeys(page) {
  const picture = inside(page);
  await picture.locator('.box[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  assert.match(await picture.locator('.box:focus').getAttribute('aria-label'), /^退到余额|^升级主管|^退回银行卡/);
  await page.keyboard.press('+');
  await page.keyboard.press('0');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.monaco-editor.focused'));
}

/** Both in each kind of theme. */
async function colours(page, { shoot, screenshots }) {
  for (const [name, theme] of Object.entries(themes)) {
    const open = (title) => page.locator('.tab', { hasText: title }).first().click();
    await page.locator('.tab', { hasText: '退款.huashu' }).first().click();
    await choose(page, 'Control+K Control+T', theme);
    const kind = { light: 'vscode-light', dark: 'vscode-dark', contrast: 'vscode-high-contrast' }[name];
    await inside(page).locator(`body.${kind}`).waitFor();
    if (name === 'light' && screenshots) await shootInside(page, 'flow');
    await shoot(`flow-${name}`);
    await open('顾客视角');
    await inside(page).getByRole('button', { name: '全文', exact: true }).click();
    await inside(page).locator('.bad').first().waitFor();
    await page.mouse.move(5, 5);
    if (name === 'light' && screenshots) await shootInside(page, 'preview');
    await shoot(`preview-${name}`);
    await open('流程图');
    console.log(`  ok    both in ${name}`);
  }
}

/** A picture alone, for the README. */
async function shootInside(page, name) {
  await page.mouse.move(5, 5);
  await page
    .locator('iframe.webview.ready:visible')
    .last()
    .screenshot({ path: path.join(cache, 'pictures', `pair-${name}.png`) });
}
