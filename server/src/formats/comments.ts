import type { Comment, Problem } from '../dialogue/model.ts';
import { nextIndex } from '../text/nextIndex.ts';
import { isSpace } from '../text/space.ts';

/**
 * The comments of a script, in order, in one pass: `//` at the start of a line or behind white space, to the end of the
 * line; `<!-- … -->`, over lines too. One that is never closed ends with its line.
 */
export function readComments(source: string, from: number): { comments: Comment[]; problems: Problem[] } {
  const comments: Comment[] = [];
  const problems: Problem[] = [];
  const nextMarkup = nextIndex(source, '<!--');
  const nextClose = nextIndex(source, '-->');
  const nextLf = nextIndex(source, '\n');
  const nextCr = nextIndex(source, '\r');
  const slashes = nextSlashComment(source, from);
  let at = from;
  while (true) {
    const start = Math.min(nextMarkup(at), slashes(at));
    if (start === Number.POSITIVE_INFINITY) return { comments, problems };
    const close = source.charCodeAt(start) === LESS ? nextClose(start + 4) + 3 : Number.NaN;
    const end = close < Number.POSITIVE_INFINITY ? close : Math.min(nextLf(start), nextCr(start), source.length);
    const comment = { span: { start, end }, text: source.slice(start, end) };
    comments.push(comment);
    if (close === Number.POSITIVE_INFINITY)
      problems.push({ span: comment.span, code: 'unclosed-comment', words: comment.text.slice(0, 40) });
    at = end;
  }
}

const LESS = 0x3c;

/** `//` opens a comment at the start of a line or behind white space, never inside `https://`. */
function nextSlashComment(source: string, from: number): (at: number) => number {
  const next = nextIndex(source, '//');
  let found = -1;
  return (at) => {
    if (found < at) found = next(at);
    while (found > from && found < source.length && !mayStandBefore(source.charCodeAt(found - 1))) found = next(found + 1);
    return found;
  };
}

function mayStandBefore(unit: number): boolean {
  return isSpace(unit) || unit === 10 || unit === 13;
}
