/** Paths as text, `/` between the parts: `/a/b`, `C:/a/b`, `untitled`. */

/** The folder a path is in; undefined at the top. */
export function folderOf(path: string): string | undefined {
  const at = path.lastIndexOf('/');
  if (at < 0 || at === path.length - 1) return undefined;
  if (at === 0) return '/';
  return isDrive(path.slice(0, at)) ? path.slice(0, at + 1) : path.slice(0, at);
}

/** `path` with `.` and `..` taken out, seen from `folder` where it is relative. */
export function resolveFrom(folder: string, path: string): string {
  const whole = path.startsWith('/') || /^[a-z]:\//iu.test(path) ? path : `${folder}/${path}`;
  const root = /^(?:[a-z]:)?\//iu.exec(whole)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of whole.slice(root.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return root + parts.join('/');
}

/** `path` seen from `folder`, or undefined when it lies elsewhere. */
export function within(folder: string, path: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) && path.length > prefix.length ? path.slice(prefix.length) : undefined;
}

/** `folder` and every folder above it, nearest first, down to and including `top` where that is one of them. */
export function* upwards(folder: string, top: string): Generator<string> {
  for (let at: string | undefined = folder; at !== undefined; at = folderOf(at)) {
    yield at;
    if (at === top) return;
  }
}

function isDrive(path: string): boolean {
  return /^[a-z]:$/iu.test(path);
}
