import { type Division, divide, type Parting } from '../text/division.ts';
import { type FoundPart, type Group, groupOf } from './parts.ts';

/**
 * What is known of a file by its parts, in groups of neighbours: an edit costs the parts it touches, whose findings are found anew, and
 * the groups that those are in, which are put together anew.
 */
export class KnownParts {
  private division: Division | undefined;
  private parts: readonly (FoundPart | undefined)[] = [];
  /** Undefined while not every part is known to stand alone. */
  private groups: readonly Group[] | undefined;

  /** The parts a text falls into; undefined where it is all one. */
  divide(text: string, parting: Parting): Division | undefined {
    return divide(text, parting, this.division);
  }

  /**
   * What the parts of a text hold, found once for each part: `find` is given a text that keeps no whole file alive. Undefined as soon as
   * one is found that does not stand alone.
   */
  find(division: Division, find: (text: string) => FoundPart): readonly Group[] | undefined {
    const { text, starts } = division;
    const { parts, from, to } = this.partsOf(division);
    const known = this.groups;
    this.division = division;
    this.parts = parts;
    this.groups = undefined;
    if (!known && parts.some((part) => part?.alone === false)) return undefined;
    const [first, last] = known ? [from, to] : [0, parts.length];
    for (let i = first; i < last; i++) {
      const part = parts[i] ?? find(` ${text.slice(starts[i], starts[i + 1])}`.slice(1));
      parts[i] = part;
      if (!part.alone) return undefined;
    }
    this.groups = regrouped(known ?? [], parts as readonly FoundPart[], first, parts.length - last);
    return this.groups;
  }

  /** Those parts that are as they were, and where they are not. */
  private partsOf({ text, starts, head, tail }: Division): { parts: (FoundPart | undefined)[]; from: number; to: number } {
    const before = this.parts;
    const [kept, rest] = this.division ? [head, tail] : [0, 0];
    const parts = before.slice(0, kept);
    const replaced = new Map(before.slice(kept, before.length - rest).map((part) => [part?.text, part]));
    for (let i = kept; i < starts.length - rest; i++) parts.push(replaced.get(text.slice(starts[i], starts[i + 1])));
    for (let i = before.length - rest; i < before.length; i++) parts.push(before[i]);
    return { parts, from: kept, to: parts.length - rest };
  }
}

/** The groups of so many parts, of which the first and the last are as they were in the groups before. */
function regrouped(before: readonly Group[], parts: readonly FoundPart[], head: number, tail: number): readonly Group[] {
  let first = 0;
  let from = 0;
  while (first < before.length && from + before[first]!.count <= head) from += before[first++]!.count;
  let last = before.length;
  let to = parts.length;
  while (last > first && parts.length - to + before[last - 1]!.count <= tail) to -= before[--last]!.count;
  const count = Math.max(1, Math.round((to - from) / sizeFor(parts.length)));
  const groups = before.slice(0, first);
  for (let i = 0; i < count; i++) {
    const own = parts.slice(from + Math.floor(((to - from) * i) / count), from + Math.floor(((to - from) * (i + 1)) / count));
    if (own.length > 0) groups.push(groupOf(own));
  }
  return [...groups, ...before.slice(last)];
}

/** Parts for each group: many more groups than parts in one, since to put one together costs more than to pass one by. */
function sizeFor(parts: number): number {
  return Math.max(4, Math.ceil(Math.sqrt(parts) / 4));
}
