import type { Style } from './style.ts';

/** Lines of context around a change. */
const AROUND = 3;

/** What turns `before` into `after`, as `patch` reads it. */
export function unifiedDiff(path: string, before: string, after: string, style: Style): string {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const rows = rowsOf(old, fresh);
  // A name with spaces ends at a tab.
  const end = path.includes(' ') ? '\t' : '';
  const out = [style.bold(`--- a/${path}${end}`), style.bold(`+++ b/${path}${end}`)];
  for (const [from, to] of hunks(rows)) {
    const part = rows.slice(from, to);
    const first = part[0]!;
    out.push(style.cyan(`@@ -${extent(first.old, part, '+')} +${extent(first.fresh, part, '-')} @@`));
    for (const { sign, text } of part) out.push(painted(sign, text, style));
  }
  return `${out.join('\n')}\n`;
}

interface Row {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
  /** How many lines of either side stand before it. */
  readonly old: number;
  readonly fresh: number;
}

const NO_END = '\n\\ No newline at end of file';

/** Lines without their LF; a last one that has none says so. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  const last = lines.pop()!;
  return last === '' ? lines : [...lines, last + NO_END];
}

/** Fixes change lines in place and seldom add any, so the two sides are walked together and meet again soon after a change. */
function rowsOf(old: readonly string[], fresh: readonly string[]): Row[] {
  const rows: Row[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [skipOld, skipFresh] = nextMeeting(old, fresh, i, j);
    for (let k = 0; k < skipOld; k++) rows.push({ sign: '-', text: old[i]!, old: i++, fresh: j });
    for (let k = 0; k < skipFresh; k++) rows.push({ sign: '+', text: fresh[j]!, old: i, fresh: j++ });
    if (i < old.length && j < fresh.length) rows.push({ sign: ' ', text: old[i]!, old: i++, fresh: j++ });
  }
  return rows;
}

/** How many lines to leave on either side until both have the same again; the fewest. */
function nextMeeting(old: readonly string[], fresh: readonly string[], i: number, j: number): [number, number] {
  const most = Math.min(old.length - i + (fresh.length - j), FARTHEST);
  for (let total = 0; total < most; total++) {
    for (let a = Math.min(total, old.length - i); a >= 0 && total - a <= fresh.length - j; a--) {
      const [x, y] = [i + a, j + total - a];
      if (x < old.length && y < fresh.length && old[x] === fresh[y]) return [a, total - a];
    }
  }
  if (most === FARTHEST) return [Math.min(1, old.length - i), Math.min(1, fresh.length - j)];
  return [old.length - i, fresh.length - j];
}

/** Beyond this the sides are taken to be changed line by line. */
const FARTHEST = 200;

/** Stretches of rows around changes, as half-open pairs. */
function hunks(rows: readonly Row[]): [number, number][] {
  const out: [number, number][] = [];
  rows.forEach(({ sign }, i) => {
    if (sign === ' ') return;
    const last = out.at(-1);
    const [from, to] = [Math.max(i - AROUND, 0), Math.min(i + AROUND + 1, rows.length)];
    if (last && from <= last[1]) last[1] = to;
    else out.push([from, to]);
  });
  return out;
}

function extent(start: number, part: readonly Row[], without: '+' | '-'): string {
  const count = part.filter((row) => row.sign !== without).length;
  return `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
}

function painted(sign: Row['sign'], text: string, style: Style): string {
  const paint = sign === '-' ? style.red : sign === '+' ? style.green : (line: string) => line;
  return paint(sign + text);
}
