import type { SceneItem, Utterance } from '../dialogue/model.ts';
import { isTurn } from '../dialogue/model.ts';
import type { Ruled } from './lint.ts';
import type { FoundPart } from './parts.ts';
import { type Lang, REACH } from './speech.ts';

/**
 * Remembers what utterance rules found, by the words of the turn and of its neighbours, so that an edit re-lints what it
 * touched. Belongs to one file and one set of rules and settings; what two runs in a row did not ask for is forgotten.
 */
export class LintCache {
  private last = new Map<string, Ruled[]>();
  private current = new Map<string, Ruled[]>();
  private lastParts = new Map<string, FoundPart>();
  private currentParts = new Map<string, FoundPart>();
  private lang: Lang | undefined;

  /** Begins a run; what was found in another language is of no use. */
  start(lang: Lang): void {
    if (lang !== this.lang) {
      this.last = new Map();
      this.lastParts = new Map();
    }
    this.lang = lang;
    this.current = new Map();
    this.currentParts = new Map();
  }

  key(items: readonly SceneItem[], at: number, utterance: Utterance): string {
    const parts: string[] = [];
    const own = items[at]!;
    const from = own.kind === 'phrase' ? at : Math.max(0, at - REACH);
    const to = own.kind === 'phrase' ? at : Math.min(items.length - 1, at + REACH);
    for (let i = from; i <= to; i++) {
      const item = items[i]!;
      if (!isTurn(item)) continue;
      parts.push(item.kind === 'phrase' ? 'p' : item.role);
      for (const { body } of item.utterances) parts.push(body === utterance.body ? '\u0001' : '\u0002', body.text);
    }
    return parts.join('\u0000');
  }

  get(key: string): Ruled[] | undefined {
    const found = this.current.get(key) ?? this.last.get(key);
    if (found) this.current.set(key, found);
    return found;
  }

  set(key: string, ruled: Ruled[]): void {
    this.current.set(key, ruled);
  }

  /** What a part of the file holds, found once for each text. `find` is given a text that keeps no whole file alive. */
  part(text: string, find: (text: string) => FoundPart): FoundPart {
    let found = this.currentParts.get(text);
    if (found) return found;
    found = this.lastParts.get(text);
    const own = found ? text : ` ${text}`.slice(1);
    found ??= find(own);
    this.currentParts.set(own, found);
    return found;
  }

  /** Ends a run. */
  turnOver(): void {
    this.last = this.current;
    this.current = new Map();
    this.lastParts = this.currentParts;
    this.currentParts = new Map();
  }
}
