import path from 'node:path';

/** The root of the checkout. */
export const root = path.resolve(import.meta.dirname, '../../..');
/** Where editors are kept between runs; ignored by git, and the folder that @vscode/test-electron uses too. */
export const cache = path.join(root, '.vscode-test');
/** The bundled suite that the editor is asked to run. */
export const suite = path.join(root, 'out/vscode/index.cjs');
/** The files that the suite works on; each run gets a copy. */
export const workspaceFiles = path.join(root, 'tests/vscode/workspace');
