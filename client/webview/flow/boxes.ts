import type { PlacedBox } from '../../../server/src/picture/layout.ts';

type Way = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The box that lies nearest in the direction of an arrow key: what lies straight ahead counts for more than what lies aside. */
export function boxTowards(boxes: readonly PlacedBox[], from: PlacedBox, way: Way): PlacedBox | undefined {
  const [a, sign] = { ArrowUp: ['y', -1], ArrowDown: ['y', 1], ArrowLeft: ['x', -1], ArrowRight: ['x', 1] }[way] as ['x' | 'y', 1 | -1];
  const start = middle(from);
  let best: { box: PlacedBox; far: number } | undefined;
  for (const box of boxes) {
    const to = middle(box);
    const ahead = (to[a] - start[a]) * sign;
    const aside = Math.abs(a === 'x' ? to.y - start.y : to.x - start.x);
    if (box === from || ahead < 8) continue;
    const far = ahead + aside * 2;
    if (!best || far < best.far) best = { box, far };
  }
  return best?.box;
}

export function isWay(key: string): key is Way {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';
}

function middle({ x, y, width, height }: PlacedBox): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}
