import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { launchChromium } from './browser.mjs';
import { cache, root, suite } from './paths.mjs';
import { remotePath, startServer, workbenchUrl } from './server.mjs';

/** Runs the suite in the workbench's own extension host; resolves with the exit code that the editor gives. */
export async function runInServer({ folder, temporary, env, locale, vsix, errors }) {
  return withWorkbench({ temporary, env, locale, vsix }, async ({ server, page }) => {
    const ended = exitOf(page, server, errors);
    const development = vsix ? stub(temporary) : root; // tests run in development mode only, so there has to be something to develop
    const extension = ['extensionDevelopmentPath', remotePath(server, development)];
    const tests = ['extensionTestsPath', remotePath(server, suite)];
    await page.goto(workbenchUrl(server, folder, [extension, tests, ['skipWelcome', 'true']]));
    return ended.catch(async (error) => {
      errors.push(String(error.message ?? error));
      await page.screenshot({ path: path.join(cache, 'failure.png') }).catch(() => {});
      return 1;
    });
  });
}

/** Starts server and browser, hands over a page that shows nothing yet, and ends both. */
export async function withWorkbench({ context: options, ...rest }, use) {
  const server = await startServer(rest);
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: `http://${server.authority}` });
    return await use({ server, page: await context.newPage() });
  } finally {
    await browser.close().catch(() => {});
    server.stop();
  }
}

/** The workbench calls two functions of its page: one for each line of its log, one when the suite has settled. */
async function exitOf(page, server, errors) {
  const log = fs.createWriteStream(path.join(cache, 'workbench.log'));
  return new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationLog', (type, args) => {
      const text = format(...args);
      log.write(`[${type}] ${text}\n`);
      if (type === 'error') errors.push(text);
    });
    page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => reject(new Error('the page crashed')));
    server.child.once('exit', (code) => reject(new Error(`the server of the workbench exited with ${code}`)));
    setTimeout(() => reject(new Error('no result after 5 minutes')), 300_000).unref();
  });
}

function stub(temporary) {
  const folder = path.join(temporary, 'stub');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'package.json'), '{"name":"stub","publisher":"stub","version":"0.0.0","engines":{"vscode":"*"}}');
  return folder;
}
