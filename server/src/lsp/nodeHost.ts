import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../host/decode.ts';
import { localDate } from '../host/localDate.ts';
import { nodeFiles, watchFolder } from '../host/node.ts';
import { Walker } from '../host/walk.ts';
import { pagePath } from '../manual/rulePage.ts';
import type { ServerHost } from './host.ts';

/** Folders whose changes are nobody's scripts. */
const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** The disk as the server sees it. `bundle` is the path of the running file, beside which the rules' pages may lie. */
export function nodeHost(bundle: string): ServerHost {
  const files = nodeFiles();
  const pages = new URL('../docs/rules/', pathToFileURL(bundle));
  const shipped = files.kind(fileURLToPath(pages)) === 'folder';
  return {
    session: `${process.pid.toString(36)}${Date.now().toString(36)}`,
    pathOf,
    uriOf: (path) => pathToFileURL(path).href,
    read(path) {
      try {
        const decoded = decode(files.read(path));
        return 'text' in decoded ? decoded.text : undefined;
      } catch {
        return undefined;
      }
    },
    list(folder) {
      try {
        return files.kind(folder) === 'folder' ? files.list(folder) : [];
      } catch {
        return [];
      }
    },
    real: (path) => files.real(path),
    size: (path) => files.size(path),
    files: (folder) => new Walker(files, { ignoreFiles: 'honoured' }).walk(folder, () => {}),
    ignoring: () => {
      const walker = new Walker(files, { ignoreFiles: 'our own' });
      return (path) => walker.isIgnored(path);
    },
    watch: (folder, changed) => watchFolder(folder, PASSED_OVER, changed),
    today: localDate,
    breathe: () => setImmediate(),
    rulePage: (rule, locale) => (shipped ? new URL(pagePath(rule, locale), pages).href : undefined),
  };
}

/** The path of a file URI, with `/` on every system. */
function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri).replaceAll('\\', '/');
  } catch {
    return undefined;
  }
}
