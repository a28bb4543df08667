import type { Target } from './collect.ts';
import { askedOf, type LintRun, type Looked, type RunContext } from './lintRun.ts';
import { Threads } from './threads.ts';
import type { World } from './world.ts';

/** Most scripts on their way at once; further ones wait for the first of them. */
const MOST_WAITING = 256;

/** A script on its way. */
interface Waiting {
  /** Gives the script linted, once that is so. */
  ready?: () => Looked | undefined;
}

/** Threads to start, and the folders whose config they need. */
interface Help {
  readonly count: number;
  readonly folders: readonly string[];
}

/** Lints targets in threads, here what those have no room for, and hands everything on in the order of the targets. */
export async function lintBeside(
  context: RunContext,
  run: LintRun,
  { count, folders }: Help,
  targets: Iterable<Target>,
  hand: (looked: Looked | undefined) => Promise<void>,
): Promise<void> {
  const { world, options } = context;
  const setup = { argv: world.argv, cwd: world.cwd, today: options.over.today ?? world.today(), folders, asked: askedOf(context) };
  const threads = new Threads(world.threads!.start, count, setup);
  try {
    await lintInOrder(world, run, threads, targets, hand);
  } finally {
    threads.end();
  }
}

async function lintInOrder(
  { breathe }: World,
  run: LintRun,
  threads: Threads,
  targets: Iterable<Target>,
  hand: (looked: Looked | undefined) => Promise<void>,
): Promise<void> {
  const waiting: Waiting[] = [];
  let wake = (): void => {};
  const handReady = async (most: number): Promise<void> => {
    while (waiting.length > 0) {
      const { ready } = waiting[0]!;
      if (ready) {
        waiting.shift();
        await hand(ready());
      } else if (waiting.length <= most) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  };
  for (const target of targets) {
    const script = run.open(target);
    if (!script) {
      waiting.push({ ready: () => undefined });
      continue;
    }
    const one: Waiting = {};
    waiting.push(one);
    const isTaken = threads.take(script, (found) => {
      one.ready = () => run.taken(script, found);
      wake();
    });
    if (!isTaken) one.ready = run.ahead(script);
    await breathe();
    await handReady(MOST_WAITING);
  }
  await handReady(0);
}
