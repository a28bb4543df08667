import type { Scene, SceneItem } from '../dialogue/model.ts';
import type { Ruled } from './lint.ts';
import { REACH } from './speech.ts';

/**
 * What utterance rules found in one scene, for the next run to take over where nothing within a rule's reach has changed:
 * items are compared from both ends, and what lies deep enough in the equal stretches is as it was.
 */
export class SceneMemo {
  readonly title: string;
  private readonly items: readonly SceneItem[];
  private readonly found: (readonly Ruled[])[][];
  private before: SceneMemo | undefined;
  /** How many items at either end are as they were. */
  private readonly head: number;
  private readonly tail: number;

  constructor({ title, items }: Scene, before: SceneMemo | undefined) {
    this.title = title;
    this.items = items;
    this.found = new Array(items.length);
    this.before = before;
    const old = before?.items ?? [];
    const most = Math.min(items.length, old.length);
    let head = 0;
    while (head < most && isSame(items[head]!, old[head]!)) head++;
    let tail = 0;
    while (tail < most - head && isSame(items[items.length - 1 - tail]!, old[old.length - 1 - tail]!)) tail++;
    this.head = head;
    this.tail = tail;
  }

  /** What was found in an utterance of an item, where it must be the same again. */
  recall(at: number, utterance: number): readonly Ruled[] | undefined {
    const old = this.formerly(at);
    const found = old === undefined ? undefined : this.before!.found[old]?.[utterance];
    if (found) this.keep(at, utterance, found);
    return found;
  }

  keep(at: number, utterance: number, ruled: readonly Ruled[]): void {
    this.found[at] ??= [];
    this.found[at][utterance] = ruled;
  }

  /** Ends the run: what was found before it is let go. */
  settle(): void {
    this.before = undefined;
  }

  /** The place an item had, if everything it is judged by was there around it. */
  private formerly(at: number): number | undefined {
    if (!this.before) return undefined;
    const { head, tail, items } = this;
    const grown = items.length - this.before.items.length;
    const reach = items[at]!.kind === 'phrase' ? 0 : REACH;
    if (at + reach < head || (head === items.length && grown === 0)) return at;
    return at - reach >= items.length - tail ? at - grown : undefined;
  }
}

function isSame(a: SceneItem, b: SceneItem): boolean {
  if (a.kind !== b.kind) return false;
  if (!('utterances' in a) || !('utterances' in b)) return true;
  if (a.role !== b.role || a.utterances.length !== b.utterances.length) return false;
  return a.utterances.every(({ body }, i) => body.text === b.utterances[i]!.body.text);
}
