// Builds the bundles in dist/ and, with --tests, the test bundles in out/tests/. --watch rebuilds on change. --docs writes the rules' pages instead; --package builds what packages take.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { build, context } from 'esbuild';
import { parse } from 'yaml';

const RULES = 'server/src/rules';
const PACKS = join(RULES, 'packs');
const SITUATIONS = join(RULES, 'situations.yaml');
const DATA = 'dist/data';
/** The names of what this build has laid there. */
const laid = new Set();
const PROGRAM = 'dist/program.js';
const COMPILED = 'dist/program.cache';
const production = !process.argv.includes('--watch');
/** Built to be shipped, not to run here. */
const shipped = process.argv.includes('--package');

/** Bundles a module of ours and loads it, so that the build compiles packs with the code that checks them at run time. */
async function load(entry, plugins = []) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins,
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/');` },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** `huashu:packs`: the YAML packs, compiled. `huashu:docs`: the rules' documents. `huashu:snippets`: snippets, with their situations. */
const assets = {
  name: 'huashu-assets',
  setup(build) {
    build.onResolve({ filter: /^huashu:/ }, ({ path }) => ({ path, namespace: 'huashu' }));
    build.onLoad({ filter: /packs$/, namespace: 'huashu' }, async () => {
      const files = readdirSync(PACKS)
        .filter((f) => f.endsWith('.yaml'))
        .sort()
        .map((f) => join(PACKS, f));
      const { compilePacks } = await load('server/src/engine/pack.ts');
      const { writePackFile } = await load('server/src/engine/packFile.ts');
      const { fold, foldTable } = await load('server/src/text/fold.ts');
      const table = foldTable();
      const foldHan = (text) => text.replace(/\p{Script=Han}/gu, (char) => (char.length === 1 ? fold(table, char) : char));
      try {
        const { head, ...parts } = writePackFile(compilePacks(files.map(readPack), foldHan));
        return {
          contents: `import { readPackFile } from './server/src/engine/packFile.ts';
${carried(build, 'head', JSON.stringify(head), plainText)}
${Object.entries(parts)
  .map(([name, data]) => carried(build, name, data, typeof data === 'string' ? plainText : columns))
  .join('\n')}
export default readPackFile({ head: JSON.parse(head()), ${Object.keys(parts)} });`,
          resolveDir: '.',
          watchFiles: files,
          watchDirs: [PACKS],
        };
      } catch (error) {
        return { errors: [{ text: error.message }], watchFiles: files, watchDirs: [PACKS] };
      }
    });
    build.onLoad({ filter: /snippets$/, namespace: 'huashu' }, () => {
      const files = ['en', 'zh-Hans', 'zh-Hant'].map((lang) => `snippets/${lang}.json`);
      const snippets = Object.fromEntries(files.map((f) => [basename(f, '.json'), JSON.parse(readFileSync(f, 'utf8'))]));
      const situations = readPack(SITUATIONS).map(({ id, title, snippets }) => ({ id, title, snippets }));
      return {
        contents: `${carried(build, 'snippets', JSON.stringify({ snippets, situations }), plainText)}
export default JSON.parse(snippets());`,
        resolveDir: '.',
        watchFiles: [...files, SITUATIONS],
      };
    });
    build.onLoad({ filter: /docs$/, namespace: 'huashu' }, () => {
      const files = readdirSync(RULES)
        .filter((f) => f.endsWith('.md'))
        .sort();
      const docs = Object.fromEntries(files.map((f) => [basename(f, '.md'), readFileSync(join(RULES, f), 'utf8')]));
      return {
        contents: `${carried(build, 'docs', JSON.stringify(docs), packedText)}
export default () => JSON.parse(docs());`,
        resolveDir: '.',
        watchFiles: files.map((f) => join(RULES, f)),
        watchDirs: [RULES],
      };
    });
  },
};

/**
 * Code of a function that gives a text, or lists of numbers by name: where there is Node, from a file in `dist/data`, since the engine would
 * read the whole as source first. `encode` gives the bytes of the file and how `Data` reads them.
 */
function carried({ initialOptions: { platform, format } }, name, data, encode) {
  const json = JSON.stringify(data);
  if (platform !== 'node') return `const ${name} = () => ${typeof data === 'string' ? json : `JSON.parse('${json}')`};`;
  const [bytes, reading] = encode(data);
  mkdirSync(DATA, { recursive: true });
  writeWhole(join(DATA, name), bytes);
  laid.add(name);
  const path = format === 'cjs' ? `path_${name}.join(__dirname, 'data', '${name}')` : JSON.stringify(resolve(DATA, name));
  return `import * as path_${name} from 'node:path';
import { readData as read_${name} } from './server/src/host/data.ts';
const ${name} = () => read_${name}(${path}).${reading};`;
}

/** As the units the engine works on, which cost nothing to make out. */
function plainText(text) {
  const encoding = /[^\0-\xff]/.test(text) ? 'utf16le' : 'latin1';
  return [Buffer.from(text, encoding), `text('${encoding}')`];
}

/** For what few runs ask for. */
function packedText(text) {
  return [brotliCompressSync(text), 'packedText()'];
}

/** Lists of numbers by name, as `Column` reads them. */
function columns(lists) {
  const bytes = Object.values(lists).flatMap((list) => [0, 8, 16, 24].map((bits) => Buffer.from(list.map((number) => number >>> bits))));
  const lengths = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length]));
  return [Buffer.concat(bytes), `numbers(${JSON.stringify(lengths)})`];
}

/** Replaces a file at once: who reads it has the one or the other. */
function writeWhole(file, bytes) {
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}

function readPack(file) {
  try {
    return parse(readFileSync(file, 'utf8'), { uniqueKeys: true });
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}

/** The library of the Model Context Protocol would check, with ajv, what a user answers to a server's questions: ours asks none. */
const noQuestions = {
  name: 'huashu-no-questions',
  setup(build) {
    build.onLoad({ filter: /[\\/]sdk[\\/].*[\\/]ajv-provider\.js$/ }, () => ({ contents: 'export class AjvJsonSchemaValidator {}' }));
  },
};

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const common = {
  bundle: true,
  sourcemap: production ? false : 'linked',
  minify: production,
  target: 'node20',
  charset: 'ascii',
  mainFields: ['module', 'main'],
  define: { HUASHU_VERSION: JSON.stringify(version) },
  plugins: [assets, noQuestions],
  logLevel: 'warning',
};
const node = { ...common, platform: 'node', format: 'cjs' };

const bundles = [
  // What starts, and what is started: one program for the command line and the server.
  { ...node, entryPoints: { cli: 'server/src/start/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: { server: 'server/src/start/server.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { thread: 'server/src/start/thread.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { program: 'server/src/start/program.ts' }, outdir: 'dist' },
  // Without Node: libraries come in their build for browsers, which needs nothing but the language.
  { ...common, platform: 'browser', format: 'cjs', entryPoints: { core: 'server/src/core/index.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { extension: 'client/src/extension.node.ts' }, outdir: 'dist', external: ['vscode'] },
  // What the pages of the pictures are made of.
  ...['ts', 'css'].map((kind) => ({
    ...common,
    platform: 'browser',
    format: 'iife',
    target: 'chrome128',
    entryPoints: {
      preview: `client/webview/preview/${kind === 'ts' ? 'main.ts' : 'preview.css'}`,
      flow: `client/webview/flow/${kind === 'ts' ? 'main.ts' : 'flow.css'}`,
    },
    outdir: 'dist/webview',
  })),
].filter((b) => Object.values(b.entryPoints).every(exists));

function exists(file) {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}

const tests = {
  ...common,
  platform: 'node',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  minify: false,
  sourcemap: 'inline',
  packages: 'external',
  entryPoints: readdirSync('tests', { recursive: true })
    .map((f) => join('tests', String(f)))
    .filter((f) => f.endsWith('.test.ts') && !f.startsWith(join('tests', 'vscode'))),
  outdir: 'out/tests',
  outbase: 'tests',
};

/** Writes every generated document; what is no longer generated goes. */
async function writeDocs() {
  const { generatedDocs } = await load('server/src/manual/library.ts', [assets]);
  const files = generatedDocs((path) => readFileSync(path, 'utf8'));
  rmSync('docs/rules', { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Writes what regular expressions leave beyond ASCII as escapes: a text of single bytes is read faster and takes half the memory. */
function escaped(file) {
  const written = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, written));
}

/** The program's code as this engine compiles it, written once it has linted the samples, so that what a run needs is in it. */
async function keepCompiled() {
  const { seal } = await load('server/src/start/seal.ts');
  const { ENGINE_FLAGS } = await load('server/src/start/engineFlags.ts');
  setFlagsFromString(ENGINE_FLAGS);
  const program = resolve(PROGRAM);
  const script = new Script(module.wrap(readFileSync(program, 'latin1')), { filename: program });
  const folder = mkdtempSync(join(tmpdir(), 'huashu-build-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
    const sealed = seal(script.createCachedData(), readFileSync(program));
    if (sealed) writeWhole(COMPILED, sealed);
  });
  process.argv = [process.execPath, program, 'lint', 'samples', '--format', 'ndjson', '-o', join(folder, 'report'), '--fail-on', 'never'];
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(program), loaded, program, dirname(program));
  void loaded.exports.runCommand();
}

const wanted = process.argv.includes('--tests') ? [...bundles, tests] : bundles;
if (process.argv.includes('--docs')) await writeDocs();
else {
  rmSync(shipped ? 'dist' : COMPILED, { force: true, recursive: true });
  if (production) {
    await Promise.all(wanted.map((options) => build(options)));
    escaped(PROGRAM);
    for (const name of readdirSync(DATA)) if (!laid.has(name)) rmSync(join(DATA, name));
    if (!shipped) await keepCompiled();
  } else for (const options of wanted) await (await context(options)).watch();
}
