/**
 * The next place of some words at or after an offset, or Infinity. Asked with growing offsets, it searches the text
 * once in all, however many times it is asked.
 */
export function nextIndex(text: string, words: string): (from: number) => number {
  let asked = 0;
  let found = -2;
  return (from) => {
    if (found === -2 || from < asked || from > found) {
      const at = text.indexOf(words, from);
      found = at < 0 ? Number.POSITIVE_INFINITY : at;
      asked = from;
    }
    return found;
  };
}
