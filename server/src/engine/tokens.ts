/** Placeholders, numbers with their units, Latin names and codes, titles in 《》: what a rewording must carry over. */
const TOKENS = /\{[^{}\n]{1,60}\}|%\w+%|\[\[[^\]\n]+\]\]|\$\{[^}\n]+\}|《[^》\n]+》|[A-Za-z]*\d[\w.,:/-]*\d|\d/gu;

/** True when every token of `before` stands in `after` at least as often. */
export function keepsTokens(before: string, after: string): boolean {
  const left = tokens(after);
  for (const token of tokens(before)) {
    const at = left.indexOf(token);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return true;
}

export function tokens(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(TOKENS)].map((m) => m[0]);
}
