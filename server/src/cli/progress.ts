import type { World } from './world.ts';

/** A bar on standard error for runs that take long; never in a pipe, whoever asks for it. */
export interface Progress {
  /** Called between files; draws at most ten times a second. */
  step(done: number): void;
  /** Takes the bar away, so that something else can be written. */
  clear(): void;
}

const PATIENCE = 700;
const PAUSE = 100;
const CELLS = 24;

export function progress(world: World, total: number, isWanted: boolean): Progress {
  const { stderr } = world;
  if (!isWanted || !stderr.isTerminal || total < 2) return { step() {}, clear() {} };
  const start = world.now();
  let drawn = Number.NEGATIVE_INFINITY;
  let visible = false;
  return {
    step(done) {
      const now = world.now();
      if (now - start < PATIENCE || now - drawn < PAUSE) return;
      const filled = Math.round((done / total) * CELLS);
      drawn = now;
      visible = true;
      void stderr.write(`\r${'\u2588'.repeat(filled)}${'\u2591'.repeat(CELLS - filled)} ${done}/${total}`);
    },
    clear() {
      if (visible) void stderr.write('\r\u001b[K');
      visible = false;
    },
  };
}
