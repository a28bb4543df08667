import { formatIds, formatOf, type Settings } from '../core/index.ts';
import { resolveFrom, within } from '../core/paths.ts';
import type { FileSettings } from '../core/project.ts';
import { Refusal } from './shape.ts';
import type { ScriptFile } from './tool.ts';

/** The files of a project, for reading. Paths are absolute, with `/`. */
export interface Shelf {
  /** The folders that may be read in. */
  readonly roots: readonly string[];
  kind(path: string): 'file' | 'folder' | undefined;
  size(path: string): number | undefined;
  /** The path with links followed; undefined where it leads nowhere. */
  real(path: string): string | undefined;
  /** The decoded text; undefined where it is none. */
  read(path: string): string | undefined;
  settingsFor(path: string): FileSettings;
}

/** Files beyond this many bytes are left to the command line. */
const MOST_BYTES = 2_000_000;

/** Opens a script inside the project's folders, whichever way its path is written; a Refusal for everything else. */
export function openFile(shelf: Shelf, given: string, inForce: (settings: Settings) => Settings): ScriptFile {
  const found = find(shelf, given);
  if (!found) throw new Refusal(`${quoted(given)} is not inside the workspace, or not there`);
  const { path, name, real } = found;
  if (shelf.kind(real) !== 'file') throw new Refusal(`${quoted(given)} is a folder: give the path of one script`);
  const { format: mapped, settings, ignored } = shelf.settingsFor(path);
  if (ignored) throw new Refusal(`${quoted(given)} is ignored by the project’s config`);
  const format = mapped ?? formatOf(path);
  if (format === undefined || !formatIds().includes(format)) {
    throw new Refusal(`${quoted(given)} is not a kind of file that is read as a script (${formatIds().join(', ')})`);
  }
  const size = shelf.size(real) ?? 0;
  if (size > MOST_BYTES) throw new Refusal(`${quoted(given)} is too large: ${size} bytes, of at most ${MOST_BYTES}`);
  // A pipe has no size, and would keep whoever reads it waiting.
  const text = size === 0 ? '' : shelf.read(real);
  if (text === undefined) throw new Refusal(`${quoted(given)} cannot be read as text`);
  return { name, text, format, settings: inForce(settings) };
}

interface Found {
  readonly path: string;
  /** Seen from its root. */
  readonly name: string;
  readonly real: string;
}

/** The file a path stands for in the first root that has it; links may not lead out of the roots. */
function find(shelf: Shelf, given: string): Found | undefined {
  const slashed = given.replaceAll('\\', '/');
  if (slashed === '' || slashed.includes('\0')) return undefined;
  const allowed = shelf.roots.map((root) => shelf.real(root) ?? root);
  for (const root of shelf.roots) {
    const path = resolveFrom(root, slashed);
    const name = within(root, path);
    const real = name === undefined ? undefined : shelf.real(path);
    if (name !== undefined && real !== undefined && allowed.some((one) => within(one, real) !== undefined)) return { path, name, real };
  }
  return undefined;
}

function quoted(path: string): string {
  return JSON.stringify(path.length > 200 ? `${path.slice(0, 200)}…` : path);
}
