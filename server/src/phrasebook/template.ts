import type { SlotName } from '../engine/finding.ts';
import { type Piece, SLOT_NAMES } from '../engine/rule.ts';

/**
 * A template with its captures put in: `{want}` takes a captured stretch, `<alternative>` stays for the writer to decide.
 * `{want?}` may be missing. Undefined when any other capture it names is missing or empty.
 */
export function fillTemplate(template: string, captures: Readonly<Record<string, string>>): Piece[] | undefined {
  const pieces: Piece[] = [];
  let from = 0;
  for (const mark of template.matchAll(/\{([a-z]+)(\??)\}|<([a-z]+)>/gu)) {
    if (mark.index > from) pieces.push(template.slice(from, mark.index));
    from = mark.index + mark[0].length;
    if (mark[3] !== undefined) {
      if (!(mark[3] in SLOT_NAMES)) throw new Error(`no slot named ${mark[3]}`);
      pieces.push({ slot: mark[3] as SlotName });
      continue;
    }
    const words = captures[mark[1]!];
    if (words) pieces.push(words);
    else if (mark[2] === '') return undefined;
  }
  if (from < template.length) pieces.push(template.slice(from));
  return pieces;
}
