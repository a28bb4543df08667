import type { Files } from '../host/files.ts';
import type { Offer } from '../mcp/offer.ts';
import type { StartThread } from './threads.ts';

/** Everything a command may touch. */
export interface World {
  readonly argv: readonly string[];
  /** The working directory: absolute, with `/`. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  readonly stdin: {
    read(): Promise<Uint8Array>;
    /** The same piece by piece, as it comes. */
    chunks(): AsyncIterable<Uint8Array>;
  };
  readonly stdout: Output;
  readonly stderr: Output;
  /** Milliseconds from any fixed point. */
  now(): number;
  /** The local date: `2026-12-31`. */
  today(): string;
  /** Lets signals and broken pipes be noticed between two files. */
  breathe(): Promise<void>;
  /** Gives back the memory that reading a very large file took, and is sparing with it from then on, where the runtime can; left to itself it waits until more is asked for. */
  readonly tidy?: () => void;
  /** How many threads can run at a time, this one among them, and how to start another; absent where there is but one. */
  readonly threads?: { readonly most: number; readonly start: StartThread };
  /** Runs the language server, which ends the process. */
  serve(): Promise<never>;
  /** Offers tools to an assistant until it has gone. */
  offer(tools: Offer): Promise<void>;
}

export interface Output {
  readonly isTerminal: boolean;
  /** Cells in a row, where known. */
  readonly columns: number | undefined;
  /** Waits where what listens cannot keep up. */
  write(text: string | Uint8Array): Promise<void> | void;
}

/** Ends a command: one line on standard error, exit code 2. */
export class Refusal extends Error {}
