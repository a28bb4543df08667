/** Placeholders, numbers, codes, amounts and times in Chinese numerals, titles in 《》: what a rewording must carry over. */
const TOKENS =
  /\{[^{}\n]{1,60}\}|%\w+%|\[\[[^\]\n]+\]\]|\$\{[^}\n]+\}|《[^》\n]+》|[A-Za-z]*\d[\w.,:/-]*\d|\d|(?:[零〇二两兩三四五六七八九十百千万萬]|一(?=[零〇一二三四五六七八九十百千万萬]|[个個](?:工作日|月|小[时時])|年|[周週]))[零〇一二三四五六七八九十百千万萬]*(?=[个個](?:工作日|月|小[时時])|小[时時]|分[钟鐘]|工作日|[天日元块塊号號年周週折条條])/gu;

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
