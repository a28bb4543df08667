// Runs every suite: mocha over the bundled tests, then Neovim and the real workbench. What cannot be run here says so.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
const failed = [];
if (run(['esbuild.mjs', '--tests']) !== 0) failed.push('build');
else if (run(['node_modules/mocha/bin/mocha.js', '--reporter', 'dot', '--timeout', '60000', 'out/tests/**/*.test.mjs']) !== 0)
  failed.push('mocha');
for (const suite of ['tests/neovim', 'tests/vscode'])
  if (existsSync(`${suite}/run.mjs`) && run([`${suite}/run.mjs`]) !== 0) failed.push(suite);
if (failed.length > 0) console.error(`FAILED: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
