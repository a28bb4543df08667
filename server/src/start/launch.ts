import module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { nodeFiles } from '../host/node.ts';

type Program = typeof import('./program.ts');

/** What only a later Node has. */
const later = module as { enableCompileCache?: () => unknown };

/**
 * Loads the program that lies beside this file. Where it was built here, its code lies there, too, as the engine compiled it, which takes
 * a quarter off the start; another version of the engine passes that over and compiles anew. Without it a later Node keeps a cache itself.
 */
export function launch(): Program {
  const path = join(__dirname, 'program.js');
  const cache = join(__dirname, 'program.cache');
  const require = createRequire(path);
  const files = nodeFiles();
  if (files.kind(cache) !== 'file') {
    later.enableCompileCache?.();
    return require(path) as Program;
  }
  const { buffer, byteOffset, byteLength } = files.read(path);
  const source = Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
  const script = new Script(module.wrap(source), { filename: path, cachedData: files.read(cache) });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, path, __dirname);
  return loaded.exports as Program;
}
