import type { Dialogue } from '../dialogue/dialogues.ts';
import type { ScriptDocument } from '../dialogue/model.ts';
import { shift } from '../text/span.ts';
import type { Hearing } from './hearing.ts';
import { isOn } from './levels.ts';
import type { LintCache } from './lintCache.ts';
import type { LintSettings } from './lintSettings.ts';
import type { RuleSet } from './ruleSet.ts';
import { type Item, isNowhere, type TopicReader } from './topic.ts';

/** What a file, or a part of one, was found to say, by name of topic. */
export type Items = ReadonlyMap<string, readonly Item[]>;

/** The readers of every topic that a rule in force, or whoever lints, asks for; they see each scene as it is linted. */
export class Gathering {
  private readonly readers: readonly (readonly [string, TopicReader])[];

  /** Where scenes link, they come conversation by conversation. */
  private readonly linked: boolean;

  constructor(document: ScriptDocument, rules: RuleSet, settings: LintSettings, cache: LintCache | undefined) {
    this.linked = document.linked;
    const asked = rules.workspace.filter(({ meta }) => isOn(meta, settings.levels)).map(({ topic }) => topic);
    const topics = new Map([...asked, ...(settings.gathers ?? [])].map((topic) => [topic.name, topic]));
    this.readers = [...topics].flatMap(([name, topic]) => {
      const reader = topic.begin(document, settings, cache);
      return reader ? [[name, reader] as const] : [];
    });
  }

  /** `hearing`: what is known of the texts of the dialogue. */
  dialogue({ scenes }: Dialogue, hearing: Hearing): void {
    for (const scene of scenes) for (const [, reader] of this.readers) reader.scene(scene, hearing);
  }

  items(): Items {
    const inOrder = (items: readonly Item[]): readonly Item[] =>
      this.linked ? items.toSorted((a, b) => a.span.start - b.span.start) : items;
    return new Map(this.readers.map(([name, reader]) => [name, inOrder(reader.items())] as const).filter(([, items]) => items.length > 0));
  }
}

/** What the parts of a file say together; each begins at an offset. */
export function joined(parts: readonly { readonly start: number; readonly items: Items }[]): Items {
  const all = new Map<string, Item[]>();
  for (const { start, items } of parts) {
    for (const [name, own] of items) {
      const list = all.get(name) ?? [];
      all.set(name, list);
      for (const item of own) list.push(start === 0 || isNowhere(item) ? item : { ...item, span: shift(item.span, start) });
    }
  }
  return all;
}
