import type { Scene } from '../dialogue/model.ts';
import { KnownParts } from './knownParts.ts';
import type { LintSettings } from './lintSettings.ts';
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
  /** What is known of the parts of the file. */
  parts = new KnownParts();
  /** What comments left of what was found in parts. */
  readonly kept: Kept = new WeakMap();
  private made: readonly Made[] = [];
  private settings: LintSettings | undefined;

  /** Begins a run. */
  start(settings: LintSettings): void {
    if (settings !== this.settings) {
      this.lastScenes = new Map();
      this.parts = new KnownParts();
      this.made = [];
    }
    this.settings = settings;
    this.scenes = [];
  }

  /** A place for what is found in a scene, with what was found in the one of that title (in order, where there are more). */
  scene(scene: Scene): SceneMemo {
    const memo = new SceneMemo(scene, this.lastScenes.get(scene.title)?.shift());
    this.scenes.push(memo);
    return memo;
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

/** A text and what was made of it. */
interface Made {
  readonly text: string;
  readonly made: string;
}
