import type { LintRun, Looked } from './lintRun.ts';
import type { KnownScript } from './scriptFiles.ts';

/** Units of text kept while files wait; what comes after is read again when its turn comes. */
const MOST_HELD = 12_000_000;

/**
 * Hands files on in order. As long as no file depends on others each goes at once; from the first that does, all wait for the
 * last, since only then is known what the workspace says.
 */
export class Queue {
  private readonly run: LintRun;
  private readonly hand: (looked: Looked) => Promise<void>;
  private readonly waiting: (Looked | KnownScript)[] = [];
  private held = 0;

  constructor(run: LintRun, hand: (looked: Looked) => Promise<void>) {
    this.run = run;
    this.hand = hand;
  }

  async add(looked: Looked): Promise<void> {
    if (this.waiting.length === 0 && !this.run.isOpen(looked)) return this.hand(looked);
    const { text, bytes: _, ...known } = looked.script;
    this.held += text.length;
    this.waiting.push(this.held > MOST_HELD && !looked.fixed ? known : looked);
  }

  async end(): Promise<void> {
    for (const one of this.waiting.splice(0)) {
      const looked = 'linted' in one ? one : this.run.again(one);
      if (looked) await this.hand(looked);
    }
  }
}
