/** True for a unit that is white space within a line, in any script. */
export function isSpace(unit: number): boolean {
  if (unit > 0x3000) return false;
  return (
    unit === 0x20 ||
    unit === 9 ||
    unit === 0x3000 ||
    unit === 0xa0 ||
    unit === 11 ||
    unit === 12 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x205f
  );
}

/** True for a unit that shows nothing and takes no room: what copying leaves behind. */
export function isInvisible(unit: number): boolean {
  return (unit >= 0x200b && unit <= 0x200f) || unit === 0x2060 || unit === 0xfeff || unit === 0xad;
}

/** The first offset from `start` on, at most `end`, that is neither white space nor invisible. */
export function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit > 0x3000 ? unit !== 0xfeff : !isSpace(unit) && !isInvisible(unit)) break;
    at++;
  }
  return at;
}

/** The offset behind the last unit before `end`, at least `start`, that is not white space. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
