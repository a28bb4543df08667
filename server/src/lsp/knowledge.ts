import type { Linted, Settled, Workspace } from '../core/index.ts';

/**
 * What the files of the workspace say to one another, open or closed, each under its path. What is in no open folder, or no file at all, is
 * a workspace of its own.
 * Until every file has been seen once nothing is made of it, so that nobody is told of a lack that is none.
 */
export class Knowledge {
  private readonly make: () => Workspace;
  private readonly belongs: (key: string) => boolean;
  private readonly touched: (keys: ReadonlySet<string>) => void;
  private workspace: Workspace;
  private readonly alone = new Map<string, Workspace>();
  private known = new Set<string>();
  private complete = false;

  /**
   * `belongs` tells what is in an open folder; `touched` is told of the files whose findings may be others now, because of what
   * another file says.
   */
  constructor(make: () => Workspace, belongs: (key: string) => boolean, touched: (keys: ReadonlySet<string>) => void) {
    this.make = make;
    this.belongs = belongs;
    this.touched = touched;
    this.workspace = make();
  }

  /** Puts what a file says in place of what it said before; undefined when it is gone or no longer ours. */
  take(key: string, linted: Pick<Linted, 'gathered'> | undefined): void {
    if (!this.belongs(key)) {
      this.takeAlone(key, linted);
      return;
    }
    if (linted) this.known.add(key);
    else if (!this.known.delete(key)) return;
    const touched = this.workspace.update(key, linted);
    if (this.complete && touched.size > 0) this.touched(touched);
  }

  /** What was found in a file that has been taken in. */
  found(key: string, linted: Settled & Pick<Linted, 'gathered' | 'with'>): Settled {
    if (this.belongs(key)) return this.complete ? this.workspace.complete(key, linted) : linted;
    return this.alone.get(key)?.complete(key, linted) ?? linted;
  }

  /** True where something was gathered that is compared with what other files say. */
  compares(gathered: Linted['gathered']): boolean {
    return this.workspace.compares({ gathered });
  }

  /** Every file has been seen. */
  seenAll(): void {
    if (this.complete) return;
    this.complete = true;
    if (this.known.size > 0) this.touched(new Set(this.known));
  }

  /** Config or settings have changed: every file must be seen again. */
  forget(): void {
    this.workspace = this.make();
    this.alone.clear();
    this.known = new Set();
    this.complete = false;
  }

  private takeAlone(key: string, linted: Pick<Linted, 'gathered'> | undefined): void {
    if (!linted) this.alone.delete(key);
    else {
      const workspace = this.alone.get(key) ?? this.make();
      this.alone.set(key, workspace);
      workspace.update(key, linted);
    }
  }
}
