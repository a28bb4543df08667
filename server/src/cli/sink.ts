import type { Locale } from '../core/index.ts';
import { reason } from './collect.ts';
import { absolute } from './paths.ts';
import { say } from './wording.ts';
import { type Output, Refusal, type World } from './world.ts';

/** Where a report goes. */
export interface Sink {
  write(pieces: Iterable<string>): Promise<void>;
  /** Passes on what is held back. */
  flush(): Promise<void>;
  end(): Promise<void>;
  /** Gives up: nothing of a report that is not complete stays behind. */
  abandon(): void;
}

/** Units of text held back before they are passed on. */
const CHUNK = 1 << 16;

export function outputSink(output: Output): Sink {
  let held = '';
  const flush = async (): Promise<void> => {
    const text = held;
    held = '';
    if (text !== '') await output.write(text);
  };
  return {
    async write(pieces) {
      for (const piece of pieces) {
        held += piece;
        if (held.length >= CHUNK) await flush();
      }
    },
    flush,
    end: flush,
    abandon() {},
  };
}

/** A file that appears when the report is complete. */
export function fileSink(world: World, path: string, locale: Locale): Sink {
  const refuse = (error: unknown): never => {
    throw new Refusal(say(locale, 'cannotWrite', { path, why: reason(error) }));
  };
  if (/[\\/]$/u.test(path)) refuse(Object.assign(new Error('a folder'), { code: 'EISDIR' }));
  const pending = attempt(() => world.files.begin(absolute(world.cwd, path)), refuse);
  return {
    async write(pieces) {
      attempt(() => {
        for (const piece of pieces) pending.write(piece);
      }, refuse);
    },
    async flush() {},
    async end() {
      attempt(() => pending.commit(), refuse);
    },
    abandon: () => pending.discard(),
  };
}

function attempt<T>(work: () => T, refuse: (error: unknown) => never): T {
  try {
    return work();
  } catch (error) {
    return refuse(error);
  }
}
