import { isWordUnit } from '../literals.ts';
import { type Match, type PatternData, WORD_EDGE } from '../pattern.ts';

/** A word as it is written, found in normal text. One that begins or ends with a Latin letter or digit must begin or end a Latin word there. */
export function wordPattern(word: string): PatternData {
  const begins = isWordUnit(word.charCodeAt(0));
  const ends = isWordUnit(word.charCodeAt(word.length - 1));
  const literal = `${begins ? WORD_EDGE : ''}${word}${ends ? WORD_EDGE : ''}`;
  const stands = (text: string, at: number): boolean =>
    !(begins && isWordUnit(text.charCodeAt(at - 1))) && !(ends && isWordUnit(text.charCodeAt(at + word.length)));
  const exec = (text: string, from: number): Match | undefined => {
    for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!stands(text, at)) continue;
      const span = { start: at, end: at + word.length };
      return { span, whole: span, groups: {} };
    }
    return undefined;
  };
  return { source: word, literals: [[literal]], plain: true, make: () => ({ source: word, exec }) };
}
