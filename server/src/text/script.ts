import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './generated/scripts.ts';

/** By unit: 1 for what only traditional text has, −1 for what only simplified text has, 0 for the rest. */
export const LEAN = new Int8Array(65536);
for (const char of SIMPLIFIED_ONLY) LEAN[char.charCodeAt(0)] = -1;
for (const char of TRADITIONAL_ONLY) LEAN[char.charCodeAt(0)] = 1;

/** Positive where more of a text is traditional than simplified, negative where less, 0 where it does not tell. */
export function scriptLean(text: string): number {
  let lean = 0;
  for (let i = 0; i < text.length; i++) lean += LEAN[text.charCodeAt(i)]!;
  return lean;
}
