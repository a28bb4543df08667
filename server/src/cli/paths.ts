import { relative, resolve } from 'node:path';
import { folderOf } from '../core/paths.ts';

/** A path as this program writes it: `/` on every system. */
export function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

export function absolute(folder: string, path: string): string {
  return SEPARATOR_IS_SLASH ? resolve(folder, path) : slashed(resolve(folder, path));
}

/** A path for people: seen from the working directory. */
export function shown(cwd: string, path: string): string {
  if (path.startsWith(`${cwd}/`)) return path.slice(cwd.length + 1);
  return slashed(relative(cwd, path)) || '.';
}

/** The folder of a path; the top is its own. */
export function parentOf(path: string): string {
  return folderOf(path) ?? path;
}

const SEPARATOR_IS_SLASH = resolve('/').startsWith('/');
