// The pictures of a script as its writer meets them: the customer's view, a walk through it, and the flow, in light, dark and high contrast.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cache, root } from '../host/paths.mjs';
import { remotePath, workbenchUrl } from '../host/server.mjs';
import { withWorkbench } from '../host/workbench.mjs';
import { composePair } from '../picture.mjs';

const script = `---
lang: zh-Hans
---
# 退款迟迟不到账 {#refund-late}
@type complaint
@customer angry
(顾客第二次来电)
客户：都十天了，钱呢？
客服：{姓氏}先生，让您等了十天，真的很抱歉，我马上为您核实订单 {order.id}。
客户：说好可以退的！
客服：是的，但是按照公司规定我们不能退。

反例：
客服：没办法，公司规定就是这样。

? 退回银行卡 -> 退回银行卡
? 退到余额 -> #balance
? 要求主管接听 -> 升级主管
? 问别的 -> 其他问题

## 退回银行卡
客户：还是退银行卡吧。
客服：好的，{金额}最晚{时间}到账，到账后您会收到短信。
-> 结束语

## 退到余额 {#balance}
客户：退余额吧，我还要买别的。
客服：好的，{金额}已经退到您的账户余额，刷新页面就能看到。
-> 结束语

## 升级主管
客户：叫你们主管来。
客服：明白，我这就请值班主管给您回电。
? 客户同意 -> 结束语
? 客户还在生气 -> 升级主管

## 结束语
客户：好，那我等着。
客服：请问还有其他需要我帮忙的吗？
客户：没有了。
客服：感谢您的耐心，祝您生活愉快，再见。

## 忘了的一段
客户：有人吗？
客服：您好，这一段没有人走得到。
`;

/** Only the editors: no bars, no side, nothing that moves. */
const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.lightbulb.enabled': 'off',
};
const themes = { light: 'Light Modern', dark: 'Dark Modern', contrast: 'Dark High Contrast' };

/** Drives the workbench; true when everything was as it should be. */
export async function runPreview({ screenshots }) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'huashu-ui-'));
  const folder = path.join(temporary, '话术');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, '退款.huashu'), script);
  const context = { viewport: { width: 1400, height: 900 }, deviceScaleFactor: 1.5 };
  try {
    return await withWorkbench({ temporary, locale: 'zh-cn', settings, context }, (workbench) =>
      session(workbench, { folder, file: path.join(folder, '退款.huashu'), temporary, screenshots }),
    );
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function session({ server, page }, place) {
  const pictures = path.join(cache, 'pictures');
  fs.mkdirSync(pictures, { recursive: true });
  const shoot = (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const broken = [];
  page.on('console', (message) => /Content Security Policy|Refused to/.test(message.text()) && broken.push(message.text()));
  page.setDefaultTimeout(30_000);
  try {
    await open(server, page, place);
    for (const step of [preview, tip, usable, keys, edit, walk, reload, flow, usable, flowKeys]) {
      await step(page, { ...place, server, shoot });
      await shoot(`picture-${step.name}`);
      console.log(`  ok    ${step.name}`);
    }
    await colours(page, { ...place, shoot });
    if (place.screenshots)
      await composePair(
        page,
        ['preview', 'flow'].map((name) => path.join(pictures, `pair-${name}.png`)),
        path.join(root, 'docs/flow.png'),
      );
    assert.deepEqual(
      broken.filter((text) => /dist\/webview|nonce/.test(text)),
      [],
    );
    return true;
  } catch (error) {
    await shoot('failure-preview').catch(() => {});
    console.error(`  FAIL  ${error.stack}\n  see .vscode-test/pictures/failure-preview.png`);
    return false;
  }
}

async function open(server, page, { folder, file }) {
  const extension = ['extensionDevelopmentPath', remotePath(server, root)];
  await page.goto(workbenchUrl(server, folder, [extension, ['openFile', remotePath(server, file)], ['skipWelcome', 'true']]));
  await page.waitForSelector('.squiggly-error');
  (await page.locator('.part.sidebar').isVisible()) && (await page.keyboard.press('Control+B'));
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

/** Everything that can be pressed has a name, and can be come to by Tab or, in a list or a picture, by the arrow keys. */
async function usable(page) {
  const wrong = await inside(page)
    .locator('body')
    .evaluate((body) => {
      const faults = [];
      for (const element of body.querySelectorAll('button, a, [role="button"], [tabindex]')) {
        if (element.closest('[hidden]')) continue;
        const name = element.getAttribute('aria-label') ?? element.textContent;
        if (name.trim() === '') faults.push(`no name: ${element.outerHTML.slice(0, 120)}`);
        const group = element.closest('.flow, .chat');
        const stops = group && [...group.querySelectorAll('.box, :scope > .item')].filter((one) => one.tabIndex === 0).length;
        if (element.tabIndex < 0 && stops !== 1) faults.push(`not to be come to: ${element.outerHTML.slice(0, 120)}`);
      }
      const ids = [...body.querySelectorAll('[id]')].map(({ id }) => id);
      if (new Set(ids).size < ids.length) faults.push(`ids twice: ${ids}`);
      if (document.documentElement.lang === '' || body.querySelectorAll('main').length !== 1) faults.push('no language, or no main part');
      for (const element of body.querySelectorAll('[style], script:not([nonce])'))
        faults.push(`inline: ${element.outerHTML.slice(0, 120)}`);
      return faults;
    });
  assert.deepEqual(
    wrong.filter((fault) => !/^inline: <div id="tip"/.test(fault)),
    [],
  );
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
async function reload(page, { server, folder }) {
  await page.waitForTimeout(1000);
  await page.goto(workbenchUrl(server, folder, [['extensionDevelopmentPath', remotePath(server, root)]]));
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
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+T');
    await page.locator('.quick-input-widget:visible .quick-input-box input').fill(theme);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: theme }).first().waitFor();
    await page.keyboard.press('Enter');
    const kind = { light: 'vscode-light', dark: 'vscode-dark', contrast: 'vscode-high-contrast' }[name];
    await inside(page).locator(`body.${kind}`).waitFor();
    if (name === 'light' && screenshots) await shootInside(page, 'flow');
    await shoot(`picture-flow-${name}`);
    await open('顾客视角');
    await inside(page).getByRole('button', { name: '全文', exact: true }).click();
    await inside(page).locator('.bad').first().waitFor();
    await page.mouse.move(5, 5);
    if (name === 'light' && screenshots) await shootInside(page, 'preview');
    await shoot(`picture-preview-${name}`);
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
