// The list that comes as a writer types: placeholders with their meaning, the approved phrase for what the customer just said, and its
// grey continuation. Nothing in prose.
import assert from 'node:assert/strict';
import { hideSide, openScript, runScenario } from './scenario.mjs';

const config = `placeholders:
  known:
    姓氏: { description: 客户的姓, example: 王 }
    订单号: { description: 客户报出的订单号, example: SF20261122 }
    工号: { description: 客服的工号, example: "8021" }
tags: [退款, 物流]
`;
const book = `# 退款没有到账
@tags 退款
- {姓氏}先生，让您久等了，我马上为您核对退款的进度，今天18点前给您回电说明结果。

# 物流查询
@tags 物流
- 包裹已经到了您所在的城市，预计明天上午送到，到之前快递员会给您打电话。
`;
const script = `# 退款
@customer angry
@tags 退款
客户：我的退款怎么还没有到账？
`;

const settings = {
  'workbench.activityBar.location': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.codeLens': false,
};

/** Drives the workbench; true when everything was as it should be. */
export function runCompletion() {
  return runScenario({
    ...{ title: 'as you type', files: { 'huashu.yaml': config, '话术库.huashu': book, '退款.huashu': script }, settings },
    context: { viewport: { width: 1120, height: 540 }, deviceScaleFactor: 2 },
    open,
    steps: [completePhrase, completeInline, completePlaceholder, takePlaceholder, quietInProse],
  });
}

async function open(page, place) {
  await openScript(page, place);
  await hideSide(page);
  await page.locator('.view-line', { hasText: '我的退款' }).click();
  await page.keyboard.press('Control+End');
}

const list = (page) => page.locator('.suggest-widget.visible .monaco-list-row');

/** Behind the label of an agent the list opens by itself; the approved phrase comes first. */
async function completePhrase(page) {
  const phrase = list(page).filter({ hasText: '先生，让您久等了' });
  for (let attempt = 0; ; attempt++) {
    await page.keyboard.insertText('客服');
    await page.keyboard.type('：');
    const found = await phrase
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
    if (found) break;
    assert.ok(attempt < 8, 'the approved phrase is offered');
    await page.keyboard.press('Escape');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace');
  }
  assert.match(await list(page).first().innerText(), /先生，让您久等了/u);
  assert.ok((await list(page).filter({ hasText: '致歉' }).count()) > 0, 'snippets by situation follow');
}

/** With the list away, the phrase stands in grey behind the cursor, and Tab takes it. */
async function completeInline(page) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('：');
  await page.keyboard.press('Escape');
  await page.keyboard.insertText('包裹已经');
  await page.locator('[class*="ghost-text"]', { hasText: '到了您所在的城市' }).first().waitFor();
}

/** An opening bracket brings the placeholders that the project declares, each with its meaning. */
async function completePlaceholder(page) {
  await page.keyboard.press('Tab');
  await page.locator('.view-line', { hasText: '快递员会给您打电话。' }).waitFor();
  await page.keyboard.type('{');
  await list(page).filter({ hasText: '客户的姓' }).first().waitFor();
  assert.match(await list(page).first().innerText(), /\{姓氏\}/u);
}

/** What is taken closes the bracket, once. */
async function takePlaceholder(page) {
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: '打电话。{姓氏}' }).waitFor();
}

/** Words, spaces and colons in what is said bring no list. */
async function quietInProse(page) {
  await page.keyboard.type('ok, fine: yes ');
  await page.waitForTimeout(800);
  assert.equal(await list(page).count(), 0);
}
