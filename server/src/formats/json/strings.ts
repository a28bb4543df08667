import type { Piece } from '../piece.ts';
import type { Place } from '../voices.ts';

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The words of a JSON string that stands at `start`–`end`, quotes included. */
export function placeOfString(source: string, start: number, end: number): Place {
  const pieces: Piece[] = [];
  // Looked through no further than it reaches: a file of many strings without a mark would be looked through for each.
  const upTo = source.slice(0, end - 1);
  let from = start + 1;
  for (let at = upTo.indexOf('\\', from); at >= 0; at = upTo.indexOf('\\', from)) {
    if (at > from) pieces.push({ start: from, end: at });
    const mark = source[at + 1]!;
    const length = mark === 'u' ? 6 : 2;
    const decoded = mark === 'u' ? String.fromCharCode(Number.parseInt(source.slice(at + 2, at + 6), 16)) : (ESCAPES[mark] ?? mark);
    pieces.push({ start: at, end: at + length, decoded });
    from = at + length;
  }
  if (from < end - 1) pieces.push({ start: from, end: end - 1 });
  return { source, pieces, whole: { start, end }, encode: written };
}

/** Words as they are written inside a JSON string. */
function written(words: string): string {
  return JSON.stringify(words).slice(1, -1);
}
