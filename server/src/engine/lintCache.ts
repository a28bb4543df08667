import type { Scene } from '../dialogue/model.ts';
import type { Finding } from './finding.ts';
import type { Hearing } from './hearing.ts';
import type { LintSettings } from './lintSettings.ts';
import type { FoundPart } from './parts.ts';
import { SceneMemo } from './sceneMemo.ts';

/**
 * Remembers what was found in a file, so that an edit re-lints what it touched: in parts that stand alone, by their text,
 * and in scenes by what is said there. Belongs to one file and one set of rules; what the last run had no use for is
 * forgotten, and so is what was found under other settings.
 */
export class LintCache {
  private lastScenes = new Map<string, SceneMemo[]>();
  private scenes: SceneMemo[] = [];
  private lastParts = new Map<string, KnownPart>();
  private parts = new Map<string, KnownPart>();
  private lastOrder: readonly KnownPart[] = [];
  private order: KnownPart[] = [];
  /** Which part of the last time is to come next. */
  private at = 0;
  private readonly places = new WeakMap<FoundPart, { readonly start: number; readonly findings: readonly Finding[] }>();
  private made: readonly Made[] = [];
  private settings: LintSettings | undefined;
  private heard: Hearing | undefined;

  /** Begins a run. */
  start(settings: LintSettings): void {
    if (settings !== this.settings) {
      this.lastScenes = new Map();
      this.lastParts = new Map();
      this.lastOrder = [];
      this.heard = undefined;
      this.made = [];
    }
    this.settings = settings;
    this.scenes = [];
    this.parts = new Map();
    this.order = [];
    this.at = 0;
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

  /**
   * What a part of the file holds, found once for each text. Parts come in the order of the last time, but for some: whole texts are
   * compared only where they do not. `find` is given a text that keeps no whole file alive.
   */
  part(text: string, find: (text: string) => FoundPart): FoundPart {
    const { lastOrder, order } = this;
    const ahead = lastOrder[this.at]?.text === text ? 0 : lastOrder[this.at + 1]?.text === text ? 1 : -1;
    let one = lastOrder[this.at + ahead];
    this.at += ahead + 1;
    if (ahead < 0 || !one) {
      this.at++;
      one = this.parts.get(text) ?? this.lastParts.get(text);
      if (!one) {
        const own = ` ${text}`.slice(1);
        one = { text: own, found: find(own) };
      }
    }
    this.parts.set(one.text, one);
    order.push(one);
    return one.found;
  }

  /** The findings of a part by offsets of the file, while the part begins where it did. */
  placed(part: FoundPart, start: number, place: (part: FoundPart) => readonly Finding[]): readonly Finding[] {
    if (start === 0 || part.findings.length === 0) return part.findings;
    const last = this.places.get(part);
    if (last?.start === start) return last.findings;
    const findings = place(part);
    this.places.set(part, { start, findings });
    return findings;
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
    this.lastParts = this.parts;
    this.lastOrder = this.order;
    this.parts = new Map();
    this.order = [];
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

/** The text of a part and what it holds. */
interface KnownPart {
  readonly text: string;
  readonly found: FoundPart;
}

/** A text and what was made of it. */
interface Made {
  readonly text: string;
  readonly made: string;
}
