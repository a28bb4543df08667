import { formatOf } from '../core/index.ts';
import { folderOf } from '../core/paths.ts';
import type { Book, Library } from '../service/refactor/refactoring.ts';
import { WORDS } from '../service/words.ts';
import type { OpenDocument } from './documents.ts';
import type { ServerHost } from './host.ts';
import type { Session } from './session.ts';

/** Most phrasebooks that a phrase is offered to be added to. */
const MOST_BOOKS = 5;

/** The team's phrasebooks as they are offered in one document. */
export function libraryFor(session: Session, host: ServerHost, { key, path }: OpenDocument): Library {
  const book = (at: string): Book => ({ uri: host.uriOf(at), name: nameOf(session, at), read: () => session.parsedFile(at) });
  const folder = path === undefined ? session.projects.folders[0] : folderOf(path);
  const own = Object.values(WORDS.bookName).map((name) => `${folder}/${name}`);
  const known = booksOf(session, key);
  const there = known.length > 0 || folder === undefined ? known : own.filter((at) => at !== path && host.size(at) !== undefined);
  return {
    books: there.slice(0, MOST_BOOKS).map(book),
    fresh:
      folder === undefined || !session.features.createFiles
        ? undefined
        : (locale) => ({ uri: host.uriOf(`${folder}/${WORDS.bookName[locale]}`), name: WORDS.bookName[locale] }),
  };
}

/** Files with phrases that can be written to: those that config takes for phrasebooks first, then those with the most. */
function booksOf(session: Session, except: string): string[] {
  const isMapped = (path: string): boolean => session.projects.settingsFor(path).settings.phrasebook !== undefined;
  return [...session.phrases.files()]
    .filter(([path]) => path !== except && session.projects.rootOf(path) !== undefined && WRITABLE.has(formatOf(path) ?? ''))
    .map(([path, size]) => ({ path, size, mapped: isMapped(path) ? 1 : 0 }))
    .sort((a, b) => b.mapped - a.mapped || b.size - a.size || (a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}

const WRITABLE: ReadonlySet<string> = new Set(['huashu', 'markdown']);

function nameOf({ projects }: Session, path: string): string {
  const root = projects.rootOf(path);
  return root === undefined ? path.slice(path.lastIndexOf('/') + 1) : path.slice(root.length + 1);
}
