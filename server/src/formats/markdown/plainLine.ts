/** What a line is when its first and every other unit says so by itself; `complex` when the parser must be asked. */
export type PlainLine = 'heading' | 'text' | 'blank' | 'complex';

/** Tells plain lines of Markdown, cheaply: no markup in them, nothing at their start that opens a block. */
export function plainLine(source: string, start: number, end: number): PlainLine {
  const first = start < end ? source.charCodeAt(start) : 0x20;
  if (first === 0x20 || first === 9) return isBlank(source, start, end) ? 'blank' : 'complex';
  let from = start;
  if (first < 128) {
    if (OPENS_BLOCK.has(first)) return 'complex';
    if (first >= 0x30 && first <= 0x39 && NUMBERED.test(source.slice(start, start + 12))) return 'complex';
    if (first === 0x23) {
      while (source.charCodeAt(from) === 0x23) from++;
      const behind = from < end ? source.charCodeAt(from) : 0x20;
      if (from - start > 6 || (behind !== 0x20 && behind !== 9) || source.charCodeAt(end - 1) === 0x23) return 'complex';
    }
  }
  if (end - start > 1 && source.charCodeAt(end - 1) === 0x20 && source.charCodeAt(end - 2) === 0x20) return 'complex';
  return hasMarkup(source, from, end) ? 'complex' : from > start ? 'heading' : 'text';
}

/** True for a line that, behind a blank one, belongs to no block before it, whatever that is (but code or HTML left open). */
export function beginsAnew(source: string, start: number, end: number): boolean {
  const unit = source.charCodeAt(start);
  if (start >= end || unit === 0x20 || unit === 9 || unit === 0x2d || unit === 0x2b || (unit >= 0x30 && unit <= 0x39)) return false;
  return unit !== 0x2a || (start + 1 < end && source.charCodeAt(start + 1) !== 0x20 && source.charCodeAt(start + 1) !== 9);
}

export function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = source.charCodeAt(at);
    if (unit !== 0x20 && unit !== 9) return false;
  }
  return true;
}

const OPENS_BLOCK = new Set([...'-+>=~'].map((char) => char.charCodeAt(0)));
const NUMBERED = /^\d{1,9}[.)](?:[ \t\r\n]|$)/u;

/** 1: markup wherever it stands. 2: `~`, twice. 3: `_`, unless inside a word. 4: `&`, before a name or number. */
const MARKUP = new Uint8Array(128);
for (const char of '\\`*[<|') MARKUP[char.charCodeAt(0)] = 1;
MARKUP[0x7e] = 2;
MARKUP[0x5f] = 3;
MARKUP[0x26] = 4;

function hasMarkup(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = source.charCodeAt(at);
    if (unit >= 128 || MARKUP[unit] === 0) continue;
    const next = at + 1 < end ? source.charCodeAt(at + 1) : 0;
    const kind = MARKUP[unit]!;
    if (kind === 1) return true;
    if (kind === 2 && next === 0x7e) return true;
    if (kind === 3 && !(at > start && isAlphanumeric(source.charCodeAt(at - 1)) && isAlphanumeric(next))) return true;
    if (kind === 4 && (next === 0x23 || isAlphanumeric(next))) return true;
  }
  return false;
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
