import type { Scene } from '../dialogue/model.ts';
import { type Division, divide, type Parting } from '../text/division.ts';
import type { Hearing } from './hearing.ts';
import type { LintSettings } from './lintSettings.ts';
import type { FoundPart } from './parts.ts';
import { SceneMemo } from './sceneMemo.ts';
import type { Kept } from './suppressed.ts';

/**
 * Remembers what was found in a file, so that an edit re-lints what it touched: in parts that stand alone, by their text,
 * and in scenes by what is said there. Belongs to one file and one set of rules; what the last run had no use for is
 * forgotten, and so is what was found under other settings.
 */
export class LintCache {
  private lastScenes = new Map<string, SceneMemo[]>();
  private scenes: SceneMemo[] = [];
  private divided: Divided | undefined;
  /** What comments left of what was found in parts. */
  readonly kept: Kept = new WeakMap();
  private made: readonly Made[] = [];
  private settings: LintSettings | undefined;
  private heard: Hearing | undefined;

  /** Begins a run. */
  start(settings: LintSettings): void {
    if (settings !== this.settings) {
      this.lastScenes = new Map();
      this.divided = undefined;
      this.heard = undefined;
      this.made = [];
    }
    this.settings = settings;
    this.scenes = [];
  }

  /** What is known of the texts of the file. */
  hearing(make: () => Hearing): Hearing {
    this.heard ??= make();
    return this.heard;
  }

  /** A place for what is found in a scene, with what was found in the one of that title (in order, where there are more). */
  scene(scene: Scene): SceneMemo {
    const memo = new SceneMemo(scene, this.lastScenes.get(scene.title)?.shift());
    this.scenes.push(memo);
    return memo;
  }

  /** The parts a text falls into; undefined where it is all one. */
  divide(text: string, parting: Parting): Division | undefined {
    return divide(text, parting, this.divided?.division);
  }

  /**
   * What the parts of a text hold: of those that it had the last time, what they were found to hold then. `find` is given a text that
   * keeps no whole file alive. Undefined as soon as one is found that does not stand alone.
   */
  parts(division: Division, find: (text: string) => FoundPart): readonly FoundPart[] | undefined {
    const { text, starts, head, tail } = division;
    const before = this.divided?.parts ?? [];
    const isKnown = before.length > 0;
    const parts: (FoundPart | undefined)[] = isKnown ? before.slice(0, head) : [];
    const changed = new Map(isKnown ? before.slice(head, before.length - tail).map((part) => [part?.text, part]) : []);
    for (let i = parts.length; i < starts.length - (isKnown ? tail : 0); i++) parts.push(changed.get(text.slice(starts[i], starts[i + 1])));
    if (isKnown) for (const part of before.slice(before.length - tail)) parts.push(part);
    this.divided = { division, parts };
    if (parts.some((part) => part?.alone === false)) return undefined;
    for (const [i, part] of parts.entries()) {
      const found = part ?? find(` ${text.slice(starts[i], starts[i + 1])}`.slice(1));
      parts[i] = found;
      if (!found.alone) return undefined;
    }
    return parts as readonly FoundPart[];
  }

  /** Remembers what is made of texts that come one after another, as long as they come in the order of the last time, but for some. */
  sequence(): (text: string, make: (text: string) => string) => string {
    const { made } = this;
    const next: Made[] = [];
    this.made = next;
    let at = 0;
    return (text, make) => {
      const ahead = made[at]?.text === text ? 0 : made[at + 1]?.text === text ? 1 : -1;
      const known = made[at + ahead];
      at += ahead + 1;
      const one = ahead >= 0 && known ? known : { text, made: make(text) };
      next.push(one);
      return one.made;
    };
  }

  /** Ends a run. */
  turnOver(): void {
    if (this.scenes.length === 0) return;
    this.lastScenes = new Map();
    for (const memo of this.scenes) {
      memo.settle();
      const alike = this.lastScenes.get(memo.title);
      if (alike) alike.push(memo);
      else this.lastScenes.set(memo.title, [memo]);
    }
    this.scenes = [];
  }
}

/** A text with what is known of its parts. */
interface Divided {
  readonly division: Division;
  readonly parts: readonly (FoundPart | undefined)[];
}

/** A text and what was made of it. */
interface Made {
  readonly text: string;
  readonly made: string;
}
