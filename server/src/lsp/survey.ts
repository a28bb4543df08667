/** How many files are looked at before waiting messages are read. */
const AT_ONCE = 8;

/** Looks at every file of the workspace in the background, once and again after changes; what has been looked at costs nothing. */
export class Survey {
  private readonly list: () => Promise<readonly string[]>;
  private readonly look: (path: string) => void;
  private readonly done: () => void;
  private readonly breathe: () => Promise<void>;
  private running: Promise<void> | undefined;
  private due = false;
  private ended = false;

  constructor(list: () => Promise<readonly string[]>, look: (path: string) => void, done: () => void, breathe: () => Promise<void>) {
    this.list = list;
    this.look = look;
    this.done = done;
    this.breathe = breathe;
  }

  /** Looks at whatever is new; settles once there is nothing left. */
  begin(): Promise<void> {
    this.due = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  end(): void {
    this.ended = true;
  }

  private async run(): Promise<void> {
    while (this.due && !this.ended) {
      this.due = false;
      const paths = await this.list();
      for (const [i, path] of paths.entries()) {
        if (i % AT_ONCE === AT_ONCE - 1) await this.breathe();
        if (this.ended || this.due) break;
        this.look(path);
      }
      if (!this.ended && !this.due) this.done();
    }
  }
}
