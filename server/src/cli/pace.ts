/** How long a run is slower than it will be, in milliseconds: code is still being made ready. */
const WARM_UP = 300;
/** Least time from which its pace is told. */
const WATCHED = 100;

/** Tells how long a run that is under way will still take, in milliseconds; 0 as long as there is no telling. */
export function pace(now: () => number): (done: number, total: number) => number {
  const startedAt = now();
  let from = { at: startedAt, done: 0 };
  return (done, total) => {
    const at = now();
    if (at - startedAt < WARM_UP) from = { at, done };
    const took = at - from.at;
    return took < WATCHED || done === from.done ? 0 : (took / (done - from.done)) * (total - done);
  };
}
