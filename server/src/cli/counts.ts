import type { Locale } from '../core/index.ts';
import { say } from './wording.ts';

/** `3 problems`, `1 file`. */
export function countOf(n: number, what: 'problems' | 'files', locale: Locale): string {
  if (n === 1) return say(locale, what === 'problems' ? 'aProblem' : 'aFile');
  return say(locale, what, { n: String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',') });
}
