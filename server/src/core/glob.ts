import picomatch from 'picomatch';

/** Tells which paths fit a glob: `*` and `?` in a name, `**` across folders, `[…]`, `{a,b}`. Everything else stands for itself, round brackets too. */
export function globTest(glob: string, options: { readonly dot?: boolean; readonly basename?: boolean } = {}): (path: string) => boolean {
  const plain = glob.replace(/\\.|[()|+]/gu, (mark) => (mark.length > 1 ? mark : `\\${mark}`)).replaceAll('[!', '[^');
  const matches = picomatch(plain, { ...options, noextglob: true });
  return (path) => matches(path);
}
