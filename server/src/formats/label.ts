import type { Role } from '../dialogue/model.ts';
import { LONGEST_LABEL, type RoleOf } from '../dialogue/speakers.ts';

/** A speaker at the start of a line. `words` is where what they say begins. */
export interface Label {
  readonly role: Role;
  readonly speaker: string;
  readonly words: number;
}

/** A colon in brackets is none behind a speaker: 客服(工号:001). */
const OPEN = /[(（][^)）]*$/u;

/** The speaker a stretch of text begins with, when it is one we know. */
export function speakerLabel(text: string, start: number, end: number, roleOf: RoleOf): Label | undefined {
  const limit = Math.min(end, start + LONGEST_LABEL);
  for (let at = start; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x3a && unit !== 0xff1a) continue;
    const speaker = text.slice(start, at);
    if (OPEN.test(speaker)) continue;
    const role = roleOf(speaker);
    return role ? { role, speaker, words: at + 1 } : undefined;
  }
  return undefined;
}
