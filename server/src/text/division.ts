import { alikeAtBothEnds } from './alike.ts';

/** How texts of a kind fall into parts that may be read each by itself. */
export interface Parting {
  /** Behind which unit the second part may begin: where what stands at the top of the text ends; infinite where it is all one. */
  top(text: string): number;
  /** Finds where a part may begin, at the start of a line; looks at one unit before it and AHEAD behind. Global. */
  readonly begins: RegExp;
  /** What may go on over such a place: a text with it on any line is all one. */
  readonly goesOn?: RegExp;
}

/** A text with the places where its parts begin, the first of them 0. */
export interface Division {
  readonly text: string;
  readonly parting: Parting;
  readonly top: number;
  readonly starts: readonly number[];
  /** How many of the first parts, and of the last, are those of the division before. */
  readonly head: number;
  readonly tail: number;
}

/** How many units a place where a part begins is known by. */
const AHEAD = 8;

/** Divides a text, looking only at what is not as it was when it was last divided; undefined where it is all one. */
export function divide(text: string, parting: Parting, before?: Division): Division | undefined {
  const top = parting.top(text);
  if (top >= text.length) return undefined;
  const known = before?.parting === parting && before.top === top ? before : undefined;
  const same = known ? alikeAtBothEnds(known.text, text) : NOTHING;
  if (!known || same.head < top) return goesOn(text, 0, text.length, parting) ? undefined : anew(text, parting, top);
  if (same.head === text.length && known.text.length === text.length) return { ...known, head: known.starts.length, tail: 0 };
  if (goesOn(text, same.head, text.length - same.tail, parting)) return undefined;
  const next = places(text, parting, top);
  const grown = text.length - known.text.length;
  let head = 0;
  while (head + 1 < known.starts.length && known.starts[head + 1]! + AHEAD <= same.head) head++;
  const starts = known.starts.slice(0, head + 1);
  for (let at = next(starts[head]!); at < Number.POSITIVE_INFINITY; at = next(at)) {
    if (at > text.length - same.tail) {
      const rest = known.starts.slice(known.starts.indexOf(at - grown));
      for (const start of rest) starts.push(start + grown);
      return { text, parting, top, starts, head, tail: rest.length };
    }
    starts.push(at);
  }
  return { text, parting, top, starts, head, tail: 0 };
}

const NOTHING = { head: 0, tail: 0 };

function anew(text: string, parting: Parting, top: number): Division {
  const starts = [0];
  const next = places(text, parting, top);
  for (let at = next(0); at < Number.POSITIVE_INFINITY; at = next(at)) starts.push(at);
  return { text, parting, top, starts, head: 0, tail: 0 };
}

/** The first place behind another where a part begins. */
function places(text: string, { begins }: Parting, top: number): (at: number) => number {
  const search = new RegExp(begins);
  return (at) => {
    search.lastIndex = Math.max(at, top) + 1;
    return search.exec(text)?.index ?? Number.POSITIVE_INFINITY;
  };
}

/** True where something on the lines from one place to another goes on over them. */
function goesOn(text: string, from: number, to: number, { goesOn: mark }: Parting): boolean {
  if (!mark) return false;
  const start = from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to);
  return mark.test(text.slice(start, end < 0 ? text.length : end));
}
