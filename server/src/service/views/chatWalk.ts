import type { ChatWalk } from '../../viewProtocol.ts';
import type { Entry } from './entries.ts';

/** What is said on one way through the scenes. */
export interface Walked {
  /** The last of what is come by. */
  readonly steps: readonly Step[];
  /** How much is come by in all. */
  readonly total: number;
  /** The choices that could be gone by. */
  readonly walk: ChatWalk;
  readonly over: 'choice' | 'end' | 'elsewhere' | 'circle';
}

/** An entry come by, and at a choice what was chosen. */
export interface Step {
  readonly entry: Entry;
  readonly taken?: number;
}

/**
 * Goes through the scenes from the first of a walk: jumps are followed, and at each choice the branch that the walk names.
 * It ends where the walk names none, where a scene ends, where a link leads out of the file, after jumps in a circle, or when it is longer than
 * anybody goes who does not go in a circle. The last `most` steps are told.
 */
export function walkThrough(
  scenes: readonly (readonly Entry[])[],
  find: (target: string) => number | undefined,
  walk: ChatWalk,
  most: number,
): Walked {
  const steps: Step[] = [];
  const from = scenes[walk.from] ? walk.from : firstOf(scenes);
  const taken: number[] = [];
  const ended = (over: Walked['over']): Walked => ({
    steps: steps.slice(-most),
    total: steps.length,
    walk: { from, choices: taken },
    over,
  });
  let jumped = new Set<number>();
  for (let scene = from; ; ) {
    if (jumped.has(scene) || steps.length > LONGEST) return ended('circle');
    jumped.add(scene);
    const entries = scenes[scene] ?? [];
    let next: number | undefined;
    for (let i = 0; i < entries.length && next === undefined; i++) {
      const entry = entries[i]!;
      if (isBeside(entry)) continue;
      if (entry.kind !== 'choice') {
        steps.push({ entry });
        continue;
      }
      const choice = entry.links[0]?.kind === 'jump' ? 0 : walk.choices[taken.length];
      if (choice === undefined || !(entry.links[choice] || (choice === NONE && fallsThrough(entries, entry)))) {
        steps.push({ entry });
        return ended('choice');
      }
      steps.push({ entry, taken: choice });
      if (entry.links[0]?.kind === 'branch') {
        taken.push(choice);
        jumped = new Set();
      }
      if (choice === NONE) continue;
      next = find(entry.links[choice]!.target);
      if (next === undefined) return ended('elsewhere');
    }
    if (next === undefined) return ended('end');
    scene = next;
  }
}

/** As many steps as one walk takes. */
const LONGEST = 100_000;

/** None of the branches. */
const NONE = -1;

/** True where a conversation may go on behind a choice: something other than notes and bad examples stands there. */
export function fallsThrough(entries: readonly Entry[], choice: Entry): boolean {
  if (choice.kind !== 'choice' || choice.links[0]?.kind !== 'branch') return false;
  const last = entries.findLast((entry) => !isBeside(entry));
  return last !== undefined && last.span.start > choice.span.start;
}

/** Nothing that happens in a conversation. */
function isBeside({ kind }: Entry): boolean {
  return kind === 'bad' || kind === 'aside';
}

/** The first scene in which something happens. */
function firstOf(scenes: readonly (readonly Entry[])[]): number {
  const found = scenes.findIndex((entries) => entries.some((entry) => entry.kind !== 'scene' && !isBeside(entry)));
  return Math.max(found, 0);
}
