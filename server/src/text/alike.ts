/** How many units two texts have alike at their beginnings and, of the rest, at their ends. */
export function alikeAtBothEnds(a: string, b: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(a.length, b.length);
  const head = longest(most, (from, to) => a.slice(from, to) === b.slice(from, to));
  const tail = longest(most - head, (from, to) => a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from));
  return { head, tail };
}

/** The longest stretch from 0 on that is alike, found by halves: whole stretches are compared at the speed of memory. */
function longest(most: number, isAlike: (from: number, to: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isAlike(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
