import type { Asked, PlainFound } from '../core/index.ts';
import type { Script } from './scriptFiles.ts';

/** What a thread is told once, so that it lints as this one does. */
export interface ThreadSetup {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly today: string;
  /** Folders whose config may be in force. */
  readonly folders: readonly string[];
  readonly asked: Asked;
}

/** A script for a thread to lint. */
export interface ThreadJob extends Pick<Script, 'path' | 'text' | 'format'> {
  readonly id: number;
}

/** What a thread found; nothing where the script broke the linter. */
export interface ThreadAnswer {
  readonly id: number;
  readonly found: PlainFound | undefined;
}

/** A thread that lints one script after another. */
export interface Thread {
  give(job: ThreadJob): void;
  end(): void;
}

/** Starts a thread; `gone` is called where it ends by itself. */
export type StartThread = (setup: ThreadSetup, answered: (answer: ThreadAnswer) => void, gone: () => void) => Thread;

/** Scripts a thread is given ahead, so that it never waits for the next. */
const MOST_AHEAD = 16;

type Done = (found: PlainFound | undefined) => void;

/** Threads that lint beside this one. */
export class Threads {
  private readonly crew: { readonly thread: Thread; readonly jobs: Map<number, Done> }[];
  private last = 0;

  constructor(start: StartThread, count: number, setup: ThreadSetup) {
    this.crew = Array.from({ length: count }, () => {
      const jobs = new Map<number, Done>();
      const finish = (id: number, found: PlainFound | undefined): void => {
        const done = jobs.get(id);
        jobs.delete(id);
        done?.(found);
      };
      const gone = (): void => {
        const at = this.crew.findIndex((one) => one.jobs === jobs);
        if (at >= 0) this.crew.splice(at, 1);
        for (const id of [...jobs.keys()]) finish(id, undefined);
      };
      return { thread: start(setup, ({ id, found }) => finish(id, found), gone), jobs };
    });
  }

  /** Gives a script to the thread with the least to do; false where all have enough. `done` is told what was found, or nothing where that came to no end. */
  take({ path, text, format }: Script, done: Done): boolean {
    const [free] = this.crew.toSorted((a, b) => a.jobs.size - b.jobs.size);
    if (!free || free.jobs.size >= MOST_AHEAD) return false;
    const id = ++this.last;
    free.jobs.set(id, done);
    free.thread.give({ id, path, text, format });
    return true;
  }

  end(): void {
    for (const { thread } of this.crew.splice(0)) thread.end();
  }
}
