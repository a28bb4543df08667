/** Something that takes up room. */
interface Sized {
  readonly width: number;
  readonly height: number;
}

/** Puts things in rows, in their order, so that the whole is about as wide as a screen is to its height. */
export function pack(things: readonly Sized[], gap: number): Sized & { readonly places: readonly { x: number; y: number }[] } {
  const area = things.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const widest = Math.max(0, ...things.map(({ width }) => width));
  const most = Math.max(
    widest,
    Math.sqrt(area * SHAPE),
    Math.min(
      LEAST,
      things.reduce((sum, { width }) => sum + width + gap, 0),
    ),
  );
  const places: { x: number; y: number }[] = [];
  let [x, y, row, right] = [0, 0, 0, 0];
  for (const { width, height } of things) {
    if (x > 0 && x + width > most) [x, y, row] = [0, y + row + gap, 0];
    places.push({ x, y });
    right = Math.max(right, x + width);
    row = Math.max(row, height);
    x += width + gap;
  }
  return { places, width: right, height: y + row };
}

/** Width of the whole by its height. */
const SHAPE = 1.4;
/** Below this width nothing is put under another. */
const LEAST = 600;
