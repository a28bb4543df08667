import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'mocha';
import { importsOf, sources } from './sources.ts';

/** What each layer may import: other layers, and packages. Imports point one way. */
const MAY_IMPORT: Readonly<Record<string, { readonly layers: readonly string[]; readonly packages?: readonly string[] }>> = {
  text: { layers: [] },
  dialogue: { layers: ['text'] },
  formats: { layers: ['text', 'dialogue'], packages: ['yaml', 'jsonc-parser', '@lezer/common', '@lezer/markdown'] },
  engine: { layers: ['text', 'dialogue'], packages: ['@eslint-community/regexpp', 're2js', 'yaml'] },
  phrasebook: { layers: ['text', 'dialogue', 'engine'] },
  rules: { layers: ['text', 'dialogue', 'engine', 'phrasebook'] },
  core: {
    layers: ['text', 'dialogue', 'formats', 'engine', 'phrasebook', 'rules'],
    packages: ['huashu:packs', 'ignore', 'picomatch', 'yaml'],
  },
  manual: { layers: ['core'], packages: ['huashu:docs', 'yaml'] },
  assistant: { layers: ['core', 'manual'] },
  mcp: { layers: [], packages: ['node:', '@modelcontextprotocol/sdk'] },
  host: { layers: [], packages: ['node:', 'ignore'] },
  picture: { layers: ['viewProtocol.ts'], packages: ['@dagrejs/dagre'] },
  service: { layers: ['core', 'manual', 'protocol.ts', 'viewProtocol.ts', 'assistantProtocol.ts'], packages: ['vscode-languageserver'] },
  lsp: {
    layers: ['core', 'manual', 'service', 'assistant', 'host', 'picture', 'protocol.ts', 'viewProtocol.ts', 'assistantProtocol.ts'],
    packages: ['huashu:docs', 'huashu:snippets', 'node:', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  cli: {
    layers: ['core', 'manual', 'assistant', 'mcp', 'host'],
    packages: ['huashu:docs', 'node:', 'get-east-asian-width', 'picomatch', 'sarif'],
  },
  start: { layers: ['cli', 'host', 'lsp', 'mcp'], packages: ['node:'] },
  'protocol.ts': { layers: [] },
  'viewProtocol.ts': { layers: ['protocol.ts'] },
  'assistantProtocol.ts': { layers: ['protocol.ts'] },
  'assets.d.ts': { layers: ['engine', 'manual'] },
};
/** Who may touch the disk. */
const FILE_SYSTEM = ['server/src/host/node.ts'];
const ROOT = 'server/src';

describe('the layers', () => {
  const files = sources(ROOT);
  const layerOf = (path: string): string => path.slice(ROOT.length + 1).split('/')[0]!;

  it('are all in the table', () => {
    assert.deepEqual(
      [...new Set(files.map(({ path }) => layerOf(path)))].filter((layer) => !(layer in MAY_IMPORT)),
      [],
    );
  });

  for (const [layer, { layers, packages = [] }] of Object.entries(MAY_IMPORT)) {
    it(`${layer} imports ${[...layers, ...packages].join(', ') || 'nothing'} alone`, () => {
      const wrong = files
        .filter(({ path }) => layerOf(path) === layer)
        .flatMap(({ path, text }) =>
          importsOf(text)
            .filter((from) => {
              if (!from.startsWith('.'))
                return !packages.some((name) => from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`));
              const target = layerOf(join(dirname(path), from).replaceAll('\\', '/'));
              return target !== layer && !layers.includes(target);
            })
            .map((from) => `${path} imports ${from}`),
        );
      assert.deepEqual(wrong, []);
    });
  }

  it('keep a rule to a file: what several share has a room of its own', () => {
    const own = readdirSync(`${ROOT}/rules`).filter((name) => name.endsWith('.ts') && name !== 'registry.ts');
    assert.deepEqual(
      own.filter((name) => !existsSync(`${ROOT}/rules/${name.replace(/ts$/u, 'md')}`)),
      [],
    );
  });

  it('leave the disk to one file', () => {
    const touching = files.filter(({ text }) => importsOf(text).some((from) => /^(?:node:)?fs\b/u.test(from))).map(({ path }) => path);
    assert.deepEqual(touching, FILE_SYSTEM);
  });

  it('leave the editor to the client, which knows of the server the protocols alone, and its pages the drawing', () => {
    assert.deepEqual(
      files.filter(({ text }) => importsOf(text).includes('vscode')).map(({ path }) => path),
      [],
    );
    const reaching = (folder: string, known: RegExp): string[] =>
      sources(folder).flatMap(({ path, text }) =>
        importsOf(text)
          .filter((from) => from.includes('/server/') && !known.test(from))
          .map((from) => `${path} imports ${from}`),
      );
    assert.deepEqual(reaching('client/src', /\/(?:protocol|viewProtocol|assistantProtocol)\.ts$/u), []);
    assert.deepEqual(reaching('client/webview', /\/(?:viewProtocol\.ts|picture\/\w+\.ts)$/u), []);
  });

  it('import files by their whole name', () => {
    const short = files.flatMap(({ path, text }) =>
      importsOf(text)
        .filter((from) => from.startsWith('.') && !/\.(?:ts|json)$/u.test(from))
        .map((from) => `${path}: ${from}`),
    );
    assert.deepEqual(short, []);
  });
});
