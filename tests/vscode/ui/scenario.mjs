// What all scenarios driven by hand share: a folder of their own, a bare workbench, a picture of each step, and a verdict.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cache, root } from '../host/paths.mjs';
import { remotePath, workbenchUrl } from '../host/server.mjs';
import { withWorkbench } from '../host/workbench.mjs';

/** Only the editor: no bars, nothing that moves. */
const BARE = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.lightbulb.enabled': 'off',
};

/**
 * Drives a workbench over a folder of `files` (name → text) through `open`, the `steps` and `end`, each called with the page and
 * the place: `server`, `folder`, `temporary`, `pictures`, and `shoot(name)`, which takes a picture. True when all was as it should be.
 */
export async function runScenario({ title, files, settings, context, prefix = '', ...course }) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'huashu-ui-'));
  const folder = path.join(temporary, '话术');
  const pictures = path.join(cache, 'pictures');
  fs.mkdirSync(folder);
  fs.mkdirSync(pictures, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  console.log(`VS Code (code-server), ${title}`);
  try {
    return await withWorkbench({ temporary, locale: 'zh-cn', settings: { ...BARE, ...settings }, context }, ({ server, page }) => {
      const pictureOf = (name) => path.join(pictures, `${prefix}${name}.png`);
      const shoot = (name) => page.screenshot({ path: pictureOf(name) });
      return drive(page, { server, folder, temporary, pictures, pictureOf, shoot }, course);
    });
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function drive(page, place, { open, steps, end }) {
  page.setDefaultTimeout(30_000);
  try {
    await open(page, place);
    for (const step of steps) {
      await step(page, place);
      await place.shoot(step.name);
      console.log(`  ok    ${step.name}`);
    }
    await end?.(page, place);
    return true;
  } catch (error) {
    await place.shoot('failure').catch(() => {});
    console.error(`  FAIL  ${error.stack}\n  see ${place.pictureOf('failure')}`);
    return false;
  }
}

/** Opens a window on 退款.huashu. */
export async function openScript(page, { server, folder }) {
  await openWindow(page, { server, folder }, [['openFile', remotePath(server, path.join(folder, '退款.huashu'))]]);
  await page.waitForSelector('.monaco-editor .view-line');
}

/** Opens a window on the folder, with the extension. */
export async function openWindow(page, { server, folder }, more = []) {
  const extension = ['extensionDevelopmentPath', remotePath(server, root)];
  await page.goto(workbenchUrl(server, folder, [extension, ...more, ['skipWelcome', 'true']]));
}

export async function hideSide(page) {
  if (await page.locator('.part.sidebar').isVisible()) await page.keyboard.press('Control+B');
}
