/**
 * An expression that matches, in text as written, wherever one of the folded words may stand: each character in any script, width
 * or case. What it does not match needs no folding.
 */
export function loosely(words: readonly string[], folds: Uint16Array): RegExp {
  const wanted = new Set(words.flatMap((word) => [...word].map((char) => char.charCodeAt(0))));
  const written = new Map<number, string>();
  for (let unit = 0; unit < 65536; unit++) {
    const folded = folds[unit]!;
    if (wanted.has(folded)) written.set(folded, (written.get(folded) ?? '') + escaped(unit));
  }
  const one = (char: string): string => `[${written.get(char.charCodeAt(0)) ?? escaped(char.charCodeAt(0))}]`;
  return new RegExp(words.map((word) => Array.from({ length: word.length }, (_, i) => one(word[i]!)).join('')).join('|') || '(?!)');
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
