import type { Finding, Fix } from '../engine/finding.ts';

/** Units from which a sentence said twice is noticed. */
const NOTICED = 8;

/**
 * For fixes that are made at once, asked from the top down: tells whether one says in its scene what one before it says there.
 * Each would be right by itself; such a one waits until the other stands, for then something else is offered. Phrases have nobody to repeat
 * themselves to.
 */
export function saidTwice(): (finding: Pick<Finding, 'scene' | 'turn' | 'alone'>, fix: Pick<Fix, 'edits'>) => boolean {
  let said = new Set<string>();
  let last: Pick<Finding, 'scene' | 'turn'> = { scene: undefined, turn: undefined };
  return (finding, { edits }) => {
    if (finding.alone) return false;
    if (finding.scene !== last.scene || (finding.turn ?? 0) < (last.turn ?? 0)) said = new Set();
    last = finding;
    const sentences = edits
      .flatMap(({ text }) => text.split(/[\u3002\uff01\uff1f!?;\n]|\.\s/u))
      .filter((one) => one.trim().length >= NOTICED);
    if (sentences.some((one) => said.has(one.trim()))) return true;
    for (const one of sentences) said.add(one.trim());
    return false;
  };
}
