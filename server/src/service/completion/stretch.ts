/** A stretch of a text that can be read by itself: `head` is the front matter, which decides how the rest is read. */
export interface Stretch {
  readonly head: string;
  readonly start: number;
  readonly end: number;
}

/** How far a stretch reaches back where no heading is nearer, and on. */
const BACK = 20_000;
const ON = 3000;
const LONGEST_FRONT_MATTER = 65_536;

/**
 * What must be read to know what stands at a place: from the heading above to the next, so that a file of any size costs what its
 * scene costs. Undefined in front matter, and in comments and code that began on an earlier line.
 */
export function stretchAround(text: string, offset: number, format: string, back = BACK): Stretch | undefined {
  const lineStart = startOfLine(text, offset);
  const lineEnd = endOfLine(text, offset);
  const from = endOfFrontMatter(text);
  if (lineStart < from || isInComment(text, lineStart, offset)) return undefined;
  let start = startOfScene(text, lineStart, Math.max(from, lineStart - back));
  if (format === 'markdown') {
    const fence = lastFence(text, lineStart);
    if (fence?.end === undefined && fence) return undefined;
    if (fence && start > fence.start && start < fence.end!) start = fence.start;
  }
  return { head: text.slice(0, from), start, end: endOfScene(text, lineEnd) };
}

export function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at === 0 && text.charCodeAt(0) === 0xfeff && offset > 0 ? 1 : at;
}

export function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** Where the text begins behind two lines of dashes at its top; an unclosed one ends nowhere, and is passed over. */
function endOfFrontMatter(text: string): number {
  const opening = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/u.exec(text.slice(0, 1000))?.[0];
  if (opening === undefined) return 0;
  const closing = /(?:^|[\r\n])---[ \t]*(?:\r\n|\n|\r|$)/u.exec(text.slice(opening.length, LONGEST_FRONT_MATTER));
  return closing ? opening.length + closing.index + closing[0].length : opening.length;
}

/** True within a comment over several lines. */
function isInComment(text: string, lineStart: number, offset: number): boolean {
  const open = lineStart === 0 ? -1 : text.lastIndexOf('<!--', lineStart - 1);
  return open >= 0 && text.indexOf('-->', open + 4) >= offset;
}

/** The nearest heading above a line; else the blank line, or any, from which on there is little enough. */
function startOfScene(text: string, lineStart: number, from: number): number {
  for (let at = lineStart - 1; at > from; ) {
    const hash = Math.max(text.lastIndexOf('#', at), text.lastIndexOf('\uff03', at));
    if (hash <= from) break;
    if (isLineEnd(text.charCodeAt(hash - 1))) return hash;
    at = hash - 1;
  }
  if (from === 0 || isLineEnd(text.charCodeAt(from - 1))) return from;
  const above = text.slice(from, lineStart);
  const blank = /[\r\n][ \t\u3000]*(?:\r\n|\n|\r)/u.exec(above);
  return blank ? from + blank.index + blank[0].length : from + (above.search(/[\r\n]/u) + 1);
}

function endOfScene(text: string, lineEnd: number): number {
  const below = text.slice(lineEnd, lineEnd + ON);
  const heading = /[\r\n][#\uff03]/u.exec(below);
  if (heading) return lineEnd + heading.index;
  return below.length < ON ? text.length : lineEnd + Math.max(below.lastIndexOf('\n'), 0);
}

/** The last code fence that opens above a line; without `end` where it is still open there. */
function lastFence(text: string, lineStart: number): { readonly start: number; readonly end: number | undefined } | undefined {
  const [ticks, tildes] = [text.indexOf('```'), text.indexOf('~~~')];
  if ((ticks < 0 || ticks >= lineStart) && (tildes < 0 || tildes >= lineStart)) return undefined;
  let last: { start: number; end: number | undefined; mark: string } | undefined;
  for (const found of text.slice(0, lineStart).matchAll(/(?<=^|[\r\n])[ \t>]*(`{3,}|~{3,})/gu)) {
    const mark = found[1]!;
    if (last === undefined || last.end !== undefined) last = { start: found.index, end: undefined, mark };
    else if (mark[0] === last.mark[0] && mark.length >= last.mark.length) last.end = endOfLine(text, found.index);
  }
  return last;
}
