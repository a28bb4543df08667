import type { Turn } from '../../dialogue/model.ts';
import { OpenTurn, type TurnHead } from '../openTurn.ts';

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** What is said in a JSON string that stands at `start`–`end`, quotes included. */
export function turnOfString(source: string, start: number, end: number, head: Omit<TurnHead, 'start'>, number: number): Turn {
  const open = new OpenTurn(source, { ...head, start }, end, written);
  let from = start + 1;
  for (let at = source.indexOf('\\', from); at >= 0 && at < end - 1; at = source.indexOf('\\', from)) {
    open.words(from, at);
    const mark = source[at + 1]!;
    const length = mark === 'u' ? 6 : 2;
    open.escape(
      mark === 'u' ? String.fromCharCode(Number.parseInt(source.slice(at + 2, at + 6), 16)) : (ESCAPES[mark] ?? mark),
      at,
      at + length,
    );
    from = at + length;
  }
  open.words(from, end - 1);
  return open.finish(number);
}

/** Words as they are written inside a JSON string. */
function written(words: string): string {
  return JSON.stringify(words).slice(1, -1);
}
