/** Up to this many wordings with the same digits are looked at one by one. */
const FEW = 8;

/** Wordings with the same digits, by number. Few are kept as they are, many are listed by their rarest runs. */
export class Group {
  private readonly rarest: (number: number) => readonly number[];
  private few: number[] | undefined;
  private readonly byRun = new Map<number, number | number[]>();

  constructor(rarest: (number: number) => readonly number[], members: number[]) {
    this.rarest = rarest;
    this.few = members;
  }

  add(number: number): void {
    if (!this.few) this.listByRun(number);
    else if (this.few.push(number) > FEW) {
      const all = this.few;
      this.few = undefined;
      for (const one of all) this.listByRun(one);
    }
  }

  remove(number: number): void {
    if (this.few) this.few = this.few.filter((one) => one !== number);
    else for (const run of this.rarest(number)) this.unlist(run, number);
  }

  *lists(number: number): Generator<readonly number[]> {
    if (this.few) yield this.few;
    else {
      for (const run of this.rarest(number)) {
        const list = this.byRun.get(run);
        if (list !== undefined) yield Array.isArray(list) ? list : [list];
      }
    }
  }

  private listByRun(number: number): void {
    for (const run of this.rarest(number)) {
      const list = this.byRun.get(run);
      if (list === undefined) this.byRun.set(run, number);
      else if (Array.isArray(list)) list.push(number);
      else this.byRun.set(run, [list, number]);
    }
  }

  private unlist(run: number, number: number): void {
    const list = this.byRun.get(run);
    if (Array.isArray(list)) list.splice(list.indexOf(number), 1);
    else if (list === number) this.byRun.delete(run);
  }
}
