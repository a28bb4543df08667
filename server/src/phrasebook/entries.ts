import { compareLevels, type Finding } from '../engine/finding.ts';
import type { LintResult } from '../engine/settle.ts';
import type { Item } from '../engine/topic.ts';
import { Wording } from '../engine/wording.ts';
import { overlaps, type Span } from '../text/span.ts';
import { Columns } from './columns.ts';
import { Facet } from './facet.ts';
import { type FrontItem, PHRASES, type PhraseItem, tagKey } from './phraseTopic.ts';
import { Postings } from './postings.ts';
import { moodKey } from './question.ts';
import { termsOf } from './terms.ts';

/** A phrase in the index. */
export interface Entry {
  readonly path: string;
  item: PhraseItem;
  /** Tags of its file, and of its scene. */
  readonly tags: readonly string[];
}

/** Numbers that may be left unused before all are given anew. */
const SLACK = 1000;

export const LANGS = ['zh-Hans', 'zh-Hant', 'en'] as const;

/** The phrases of all files, with what they are found by. Putting a file costs what has changed in it. */
export class Entries {
  readonly columns = new Columns();
  readonly words: Postings;
  readonly around: Postings;
  readonly tags = new Facet<ReadonlySet<string>>();
  readonly moods = new Facet<string>();
  readonly types = new Facet<string>();
  private readonly files = new Map<string, number[]>();
  private readonly entries: (Entry | undefined)[] = [];
  private there = 0;

  constructor() {
    this.words = new Postings((id) => this.entries[id] !== undefined);
    this.around = new Postings((id) => this.entries[id] !== undefined);
  }

  /** How many phrases there are. */
  get size(): number {
    return this.there;
  }

  /** How many phrases each file has that has any. */
  sizes(): Map<string, number> {
    return new Map([...this.files].map(([path, ids]) => [path, ids.length]));
  }

  /** One past the highest number of a phrase. */
  get end(): number {
    return this.entries.length;
  }

  at(id: number): Entry | undefined {
    return this.entries[id];
  }

  /** Puts the phrases of a file in place of those it had; what has a finding at warning or above is left out. */
  put(path: string, { gathered, findings }: Pick<LintResult, 'gathered' | 'findings'>): void {
    this.replace(path, gathered.items.get(PHRASES) ?? [], bad(gathered.items, findings));
  }

  /** A file is gone. */
  remove(path: string): void {
    if (this.files.has(path)) this.replace(path, [], []);
  }

  private replace(path: string, items: readonly Item[], grave: readonly Span[]): void {
    const front = items.flatMap((item) => ('tags' in item ? (item as FrontItem).tags : []));
    const fresh = clean(
      items.filter((item): item is PhraseItem => 'text' in item),
      grave,
    );
    const before = this.files.get(path) ?? [];
    const tagsOf = (item: PhraseItem): readonly string[] =>
      front.length === 0 ? item.scene.tags : [...new Set([...item.scene.tags, ...front])];
    const stays = (id: number, item: PhraseItem): boolean => isSame(this.entries[id]!, item, tagsOf);
    const most = Math.min(before.length, fresh.length);
    let head = 0;
    while (head < most && stays(before[head]!, fresh[head]!)) head++;
    let tail = 0;
    while (tail < most - head && stays(before.at(-1 - tail)!, fresh.at(-1 - tail)!)) tail++;
    const gone = new Set(before.slice(head, before.length - tail));
    const byText = new Map([...gone].map((id) => [this.entries[id]!.item.text, id]));
    const moved = (item: PhraseItem): number | undefined => {
      const id = byText.get(item.text);
      return id !== undefined && stays(id, item) && gone.delete(id) ? id : undefined;
    };
    const after = fresh.map((item, i) => {
      const known = i < head ? before[i] : i >= fresh.length - tail ? before[i - fresh.length + before.length] : moved(item);
      if (known === undefined) return this.add({ path, item, tags: tagsOf(item) });
      this.entries[known]!.item = item;
      return known;
    });
    for (const id of gone) this.take(id);
    if (after.length > 0) this.files.set(path, after);
    else this.files.delete(path);
    if (this.entries.length > 2 * this.there + SLACK) this.renumber();
  }

  private add(entry: Entry): number {
    const { item, tags } = entry;
    const { reading, scene } = item;
    const id = this.entries.push(entry) - 1;
    const { text, lang } = new Wording(item.text, reading);
    const fold = (name: string): string => new Wording(name, reading).text;
    const terms = termsOf(text);
    const key = tags.join('\n');
    this.columns.set(id, {
      acts: item.acts,
      heard: item.heard,
      tags: this.tags.number(key, () => new Set(tags.map((tag) => tagKey(tag, fold)))),
      mood: this.moods.number(scene.mood ?? '', () => (scene.mood === undefined ? '' : moodKey(scene.mood, fold))),
      type: this.types.number(scene.type ?? '', () => scene.type?.toLowerCase() ?? ''),
      lang: LANGS.indexOf(lang),
      terms: terms.length,
    });
    this.words.put(id, terms);
    this.around.put(id, this.termsAround(item));
    this.there++;
    return id;
  }

  private take(id: number): void {
    const { item } = this.entries[id]!;
    this.entries[id] = undefined;
    this.words.remove(termsOf(new Wording(item.text, item.reading).text));
    this.around.remove(this.termsAround(item));
    this.there--;
  }

  /** Closes the gaps that phrases leave which are gone. */
  private renumber(): void {
    const numbers = new Int32Array(this.entries.length).fill(-1);
    let next = 0;
    for (const [id, entry] of this.entries.entries()) {
      if (!entry) continue;
      numbers[id] = next;
      this.entries[next] = entry;
      this.columns.move(id, next++);
    }
    this.entries.length = next;
    this.words.renumber(numbers);
    this.around.renumber(numbers);
    for (const [path, ids] of this.files)
      this.files.set(
        path,
        ids.map((id) => numbers[id]!),
      );
  }

  /** Of the heading it stands under, and of what the customer said. */
  private termsAround({ scene, said, reading }: PhraseItem): number[] {
    if (scene.title === '' && said === '') return [];
    return termsOf(new Wording(`${scene.title}\n${said}`, reading).text);
  }
}

/** Where a file has findings at warning or above, or says other than its project has it, in order. */
function bad(items: LintResult['gathered']['items'], findings: readonly Finding[]): Span[] {
  const found = findings.filter(({ severity }) => compareLevels(severity, 'warning') >= 0);
  const wrong = [...items.values()].flatMap((own) => own.filter((item) => item.wrong !== undefined));
  return [...found, ...wrong].map(({ span }) => span).sort((a, b) => a.start - b.start);
}

/** The phrases that share no unit with a bad place. Both are in order. */
function clean(items: readonly PhraseItem[], grave: readonly Span[]): PhraseItem[] {
  let from = 0;
  return items.filter(({ span }) => {
    while (from < grave.length && grave[from]!.end <= span.start) from++;
    for (let i = from; i < grave.length && grave[i]!.start < span.end; i++) if (overlaps(grave[i]!, span)) return false;
    return true;
  });
}

/** True for a phrase that is what it was but for its place. */
function isSame({ item: known, tags }: Entry, item: PhraseItem, tagsOf: (item: PhraseItem) => readonly string[]): boolean {
  if (known.text !== item.text || known.said !== item.said || known.reading !== item.reading) return false;
  const [a, b] = [known.scene, item.scene];
  const sameScene = a === b || (a.title === b.title && a.id === b.id && a.type === b.type && a.mood === b.mood);
  const now = tagsOf(item);
  return sameScene && tags.length === now.length && tags.every((tag, i) => tag === now[i]);
}
