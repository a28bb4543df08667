#!/usr/bin/env node
// Runs the extension in the real VS Code: the suite in its extension host, in English and in Chinese, and the workbench by hand.
//
//   node tests/vscode/run.mjs [--suite | --ui] [--screenshots] [--self-test]
//
//   --screenshots   also writes the pictures of docs/
//   --self-test     proves that a broken assertion and a dead extension host turn the run red
//
//   VSCODE_TEST=desktop|server   the host, else: desktop where there is a screen and one can be had, then code-server
//   VSCODE_EXECUTABLE, CHROMIUM  which ones;  VSCODE_VERSION  of code-server;  VSCODE_TEST_VSIX  an installed package instead
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { findChromium } from './host/browser.mjs';
import { findDesktop, runOnDesktop } from './host/desktop.mjs';
import { root, workspaceFiles } from './host/paths.mjs';
import { judge } from './host/results.mjs';
import { installServer } from './host/server.mjs';
import { runInServer } from './host/workbench.mjs';
import { runRefactor } from './ui/refactor.mjs';
import { runRename } from './ui/rename.mjs';
import { runUi } from './ui.mjs';

const flag = (name) => process.argv.includes(name);
const vsix = process.env.VSCODE_TEST_VSIX && path.resolve(process.env.VSCODE_TEST_VSIX);

process.exitCode = (await main()) ? 0 : 1;

async function main() {
  const host = await chooseHost();
  if (host.missing) {
    console.log(`NOT RUN: tests/vscode (${host.missing})`);
    return !process.env.CI;
  }
  await bundleSuite();
  if (flag('--self-test')) return selfTest(host);
  let green = true;
  if (!flag('--ui')) for (const locale of [undefined, 'zh-cn']) green = (await runSuite(host, { locale })) && green;
  if (!flag('--suite') && !host.desktop) {
    for (const scenario of [() => runUi({ screenshots: flag('--screenshots') }), runRename, runRefactor]) {
      green = ((await scenario()) || (await onceMore(scenario))) && green;
    }
  }
  return green;
}

/** A key that a busy workbench swallowed is no fault of ours: what is one fails again. */
function onceMore(scenario) {
  console.log('  once more:');
  return scenario();
}

async function chooseHost() {
  const wish = process.env.VSCODE_TEST;
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const desktop = wish !== 'server' && (screen || wish === 'desktop') && (await findDesktop());
  if (desktop) return { desktop };
  if (wish === 'desktop') return { missing: 'no desktop VS Code, and none could be downloaded' };
  if (!findChromium()) return { missing: 'no Chromium and no desktop VS Code: install one, or set CHROMIUM' };
  try {
    installServer();
    return {};
  } catch (error) {
    return { missing: `code-server could not be installed: ${String(error.message).split('\n')[0]}` };
  }
}

async function bundleSuite() {
  const folder = path.join(root, 'tests/vscode/suite');
  await build({
    entryPoints: fs.readdirSync(folder).map((name) => path.join(folder, name)),
    outdir: path.join(root, 'out/vscode'),
    outExtension: { '.js': '.cjs' },
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20', sourcemap: 'inline', logLevel: 'warning' },
    external: ['vscode', 'mocha'],
  });
}

async function runSuite({ desktop }, { locale, env = {} }) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'huashu-vscode-'));
  const folder = path.join(temporary, 'workspace');
  const results = path.join(temporary, 'results.jsonl');
  const errors = [];
  fs.cpSync(workspaceFiles, folder, { recursive: true });
  const options = { folder, temporary, locale, vsix, errors, env: { ...env, HUASHU_TEST_RESULTS: results } };
  const started = Date.now();
  try {
    console.log(`VS Code (${desktop ? 'desktop' : 'code-server'}, ${locale ?? 'en'})`);
    const code = await (desktop ? runOnDesktop(desktop, options) : runInServer(options));
    return judge(code, results, errors);
  } finally {
    console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function selfTest(host) {
  let good = true;
  for (const fault of ['assertion', 'exit']) {
    const red = !(await runSuite(host, { env: { HUASHU_TEST_FAULT: fault } }));
    console.log(`self-test: with the fault “${fault}” the run is ${red ? 'red, as it must be' : 'GREEN'}`);
    good &&= red;
  }
  return good;
}
