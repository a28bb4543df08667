import { isTurn, type ScriptDocument } from '../dialogue/model.ts';
import type { RoleOf } from '../dialogue/speakers.ts';
import { LineCursor } from '../text/lineCursor.ts';
import { speakerLabel } from './label.ts';

const LIST_OR_QUOTE = /^(?:[ \t>*\u3000]|[-+](?=[ \t])|\d{1,3}[.)\u3001](?=[ \t]?))+/u;

/** False where no line begins with a speaker we know, whatever list, quote or emphasis it stands in. */
export function mayHaveSpeakers(source: string, roleOf: RoleOf): boolean {
  for (const lines = new LineCursor(source, source.charCodeAt(0) === 0xfeff ? 1 : 0); lines.next(); ) {
    const { start, end } = lines;
    if (speakerLabel(source, start, end, roleOf)) return true;
    const marks = LIST_OR_QUOTE.exec(source.slice(start, Math.min(end, start + 40)));
    if (marks && speakerLabel(source, start + marks[0].length, end, roleOf)) return true;
  }
  return false;
}

/** True once an agent says something. */
export function agentSpeaks(document: ScriptDocument): boolean {
  for (const scene of document.scenes) if (scene.items.some((item) => isTurn(item) && item.role === 'agent')) return true;
  return false;
}
