import module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { nodeFiles } from '../host/node.ts';

/** What only a later Node has. */
const later = module as { enableCompileCache?: () => unknown };

start(join(__dirname, 'program.js'), join(__dirname, 'program.cache'));

/**
 * Runs the program. Beside a program that was built here lies its code as the engine compiled it, which takes a quarter off the start;
 * another version of the engine passes it over and compiles anew. Without it a later Node keeps a cache of its own.
 */
function start(program: string, cache: string): void {
  const files = nodeFiles();
  const require = createRequire(program);
  if (files.kind(cache) !== 'file') {
    later.enableCompileCache?.();
    require(program);
    return;
  }
  const { buffer, byteOffset, byteLength } = files.read(program);
  const source = Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
  const script = new Script(module.wrap(source), { filename: program, cachedData: files.read(cache) });
  script.runInThisContext()({}, require, { exports: {} }, program, __dirname);
}
