/** A source with its \u escapes put as what they stand for: what is looked for in a whole source may be written so. */
export function unescaped(source: string): string {
  if (!source.includes('\\u')) return source;
  return source.replace(/\\u([0-9a-f]{4})/giu, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)));
}
