#!/usr/bin/env node
// Runs the language server under Neovim's own client, started the way the README says. Without Neovim it says so.
//
//   node tests/neovim/run.mjs       NEOVIM  which one, else the one on the PATH
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const nvim = process.env.NEOVIM ?? 'nvim';
const version = spawnSync(nvim, ['--version'], { encoding: 'utf8' });

process.exitCode = main() ? 0 : 1;

function main() {
  if (version.error || version.status !== 0) {
    console.log('NOT RUN: tests/neovim (no Neovim on the PATH: install it, or set NEOVIM)');
    return !process.env.CI;
  }
  console.log(version.stdout.split('\n')[0]);
  const { green, said } = run();
  console.log(said);
  const turnsRed = run('assertion').said.includes('FAIL  so is a but') && run('server').said.includes('FAIL  a refusal is found');
  console.log(`  a broken assertion and a dead server turn it red: ${turnsRed ? 'yes' : 'NO'}`);
  return green && turnsRed;
}

/** One session in a folder of its own: whether it went well to its end, and what it said. */
function run(fault) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'huashu-neovim-'));
  try {
    const workspace = path.join(folder, 'workspace');
    fs.cpSync(path.join(here, 'workspace'), workspace, { recursive: true });
    fs.writeFileSync(path.join(folder, 'init.lua'), snippet());
    fs.mkdirSync(path.join(folder, 'bin'));
    const command = fault === 'server' ? 'exit 1' : `exec '${process.execPath}' '${path.join(root, 'dist/cli.js')}' "$@"`;
    fs.writeFileSync(path.join(folder, 'bin/huashu'), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
    const own = Object.fromEntries(['CONFIG', 'DATA', 'STATE', 'CACHE'].map((kind) => [`XDG_${kind}_HOME`, path.join(folder, kind)]));
    const { status, stdout, stderr } = spawnSync(
      nvim,
      ['--headless', '--clean', '-n', '-i', 'NONE', '-u', path.join(folder, 'init.lua'), '-S', path.join(here, 'session.lua')],
      {
        cwd: workspace,
        encoding: 'utf8',
        timeout: 120_000,
        env: {
          ...process.env,
          ...own,
          PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env.PATH}`,
          HUASHU_TEST_FAULT: fault ?? '',
        },
      },
    );
    const green = status === 0 && /^END$/m.test(stdout);
    return { green, said: stdout.replace(/^END\n/m, '') + (green ? '' : `  it ended with ${status}\n${stderr}`) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the README tells users of this Neovim to write. */
function snippet() {
  const fences = [...fs.readFileSync(path.join(root, 'README.md'), 'utf8').matchAll(/^```lua\n([\s\S]*?)^```/gm)].map(([, code]) => code);
  const own = fences.find((code) => code.includes('start_client'));
  if (!own) throw new Error('README.md has no snippet for this Neovim');
  return own;
}
