/** About how wide words are, in ems: without a screen nobody can measure them, and a picture must look the same everywhere. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += widthOfChar(char.codePointAt(0)!);
  return width;
}

/** Words in lines of at most `width` ems; what does not fit into the last line is cut, with an ellipsis. */
export function wrap(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.replace(/\s+/gu, ' ').trim();
  while (rest !== '' && lines.length < most) {
    const last = lines.length === most - 1;
    const taken = widthOf(rest) <= width ? rest : last ? `${head(rest, width - 1).trimEnd()}…` : atWord(rest, head(rest, width));
    lines.push(taken.trim());
    rest = last ? '' : rest.slice(taken.length).trimStart();
  }
  return lines;
}

function head(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const char of text) {
    used += widthOfChar(char.codePointAt(0)!);
    if (used > width && taken !== '') break;
    taken += char;
  }
  return taken;
}

/** Not amid a Latin word, where one has begun late enough. */
function atWord(text: string, taken: string): string {
  if (!/[\p{Script=Latin}\d]$/u.test(taken) || !/^[\p{Script=Latin}\d]/u.test(text.slice(taken.length))) return taken;
  const space = Math.max(taken.lastIndexOf(' '), taken.search(/[^\p{Script=Latin}\d'’-](?=[\p{Script=Latin}\d'’-]*$)/u));
  return space > taken.length / 2 ? taken.slice(0, space + 1) : taken;
}

function widthOfChar(code: number): number {
  if (code >= 0x2e80) return 1;
  if (code === 0x20 || (code >= 0x27 && code <= 0x2e) || code === 0x69 || code === 0x6c) return 0.32;
  return code >= 0x41 && code <= 0x5a ? 0.68 : 0.56;
}
