import picomatch from 'picomatch';
import { globFault } from '../engine/config/globFault.ts';
import { describeFault } from '../engine/config/problem.ts';
import type { Localised } from '../engine/finding.ts';

/** Tells which paths fit a glob: `*` and `?` in a name, `**` across folders, `[…]`, `{a,b}`. Everything else stands for itself, round brackets too. */
export function globTest(glob: string, options: { readonly dot?: boolean; readonly basename?: boolean } = {}): (path: string) => boolean {
  const plain = glob.replace(/\\.|[()|+]/gu, (mark) => (mark.length > 1 ? mark : `\\${mark}`)).replaceAll('[!', '[^');
  const matches = picomatch(plain, { ...options, noextglob: true });
  return (path) => matches(path);
}

/** Why a glob is not used, if anything is wrong with it. */
export function whyNotUsed(glob: string): Localised | undefined {
  const fault = globFault(glob);
  return fault && describeFault({ code: fault.code, span: { start: 0, end: 0 }, data: { words: fault.words } });
}

/** The folder that a glob begins with, and what it asks of the paths there. */
export function globParts(glob: string): { readonly base: string; readonly rest: string } {
  const names = glob.split('/');
  const first = names.findIndex((name) => /[*?[{!]/u.test(name));
  const rest = first < 0 ? names.length - 1 : first;
  const base = names.slice(0, rest).join('/');
  return { base: base === '' && rest > 0 ? '/' : base, rest: names.slice(rest).join('/') };
}
