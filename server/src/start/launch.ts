import module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { nodeFiles } from '../host/node.ts';
import { ENGINE_FLAGS } from './engineFlags.ts';
import { unseal } from './seal.ts';

type Program = typeof import('./program.ts');

/** What only a later Node has. */
const later = module as { enableCompileCache?: () => unknown };

/**
 * Loads the program that lies beside this file. Where it was built here, its code lies there, too, as the engine compiled it, which takes
 * a quarter off the start; another version of the engine passes that over and compiles anew. Without it, or where it is damaged or of
 * another program, a later Node keeps a cache itself.
 */
export function launch(): Program {
  // A thread has those of its process; Electron, which desktop editors run on, may refuse what Node takes.
  if (isMainThread && !process.versions['electron']) setFlagsFromString(ENGINE_FLAGS);
  const path = join(__dirname, 'program.js');
  const require = createRequire(path);
  const files = nodeFiles();
  const cache = join(__dirname, 'program.cache');
  const source = bytes(files.read(path));
  const compiled = files.kind(cache) === 'file' ? unseal(bytes(files.read(cache)), source) : undefined;
  if (!compiled) {
    later.enableCompileCache?.();
    return require(path) as Program;
  }
  const script = new Script(module.wrap(source.toString('latin1')), { filename: path, cachedData: compiled });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, path, __dirname);
  return loaded.exports as Program;
}

function bytes({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
