import type { SlotName } from '../engine/finding.ts';
import { type Piece, SLOT_NAMES } from '../engine/rule.ts';

/**
 * A template with its captures put in: `{want}` takes a captured stretch, `<alternative>` stays for the writer to decide.
 * Undefined when a capture it names is missing or empty.
 */
export function fillTemplate(template: string, captures: Readonly<Record<string, string>>): Piece[] | undefined {
  const pieces: Piece[] = [];
  let from = 0;
  for (const mark of template.matchAll(/\{([a-z]+)\}|<([a-z]+)>/gu)) {
    if (mark.index > from) pieces.push(template.slice(from, mark.index));
    from = mark.index + mark[0].length;
    if (mark[2] !== undefined) {
      if (!(mark[2] in SLOT_NAMES)) throw new Error(`no slot named ${mark[2]}`);
      pieces.push({ slot: mark[2] as SlotName });
      continue;
    }
    const words = captures[mark[1]!];
    if (!words) return undefined;
    pieces.push(words);
  }
  if (from < template.length) pieces.push(template.slice(from));
  return pieces;
}
