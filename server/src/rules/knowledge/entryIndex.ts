import type { Localised } from '../../engine/finding.ts';
import type { HasMoved, Item, TopicIndex, WorkspaceReport } from '../../engine/topic.ts';
import { type Entry, type Occurrence, precedes, type Wording, wordingFrom } from './entryWording.ts';
import { LikeWordings } from './likeWordings.ts';

const OTHER: Localised = { en: 'The entry like it', 'zh-CN': '与它相同或相近的条目', 'zh-TW': '與它相同或相近的條目' };

/**
 * The entries of all files. What says the same is one wording; alike wordings are found in `LikeWordings` once somebody asks. Of
 * entries that are the same or alike the first stands, by path and place, and the others are reported.
 */
export class EntryIndex implements TopicIndex {
  private readonly files = new Map<string, Occurrence[]>();
  private readonly wordings = new Map<string, Wording>();
  private likes: LikeWordings | undefined;

  update(path: string, items: readonly Item[], hasMoved: HasMoved): Iterable<string> {
    const entries = items as readonly Entry[];
    const before = this.files.get(path) ?? [];
    let head = 0;
    while (head < before.length && head < entries.length && before[head]!.entry.words === entries[head]!.words) head++;
    let tail = 0;
    const most = Math.min(before.length, entries.length) - head;
    while (tail < most && before[before.length - 1 - tail]!.entry.words === entries[entries.length - 1 - tail]!.words) tail++;
    const gone = before.slice(head, before.length - tail);
    const kept = [
      ...before.slice(0, head),
      ...new Array<Occurrence | undefined>(entries.length - head - tail),
      ...before.slice(before.length - tail),
    ];
    const touched = new Set<Wording>();
    for (const occurrence of gone) this.take(occurrence, touched);
    const come: Occurrence[] = [];
    const moved: Wording[] = [];
    const after = kept.map((occurrence, at): Occurrence => {
      const entry = entries[at]!;
      if (occurrence) {
        if (isPointedAt(occurrence) && hasMoved(occurrence.entry, entry)) moved.push(occurrence.wording);
        return Object.assign(occurrence, { at, entry });
      }
      const added = { path, at, entry, wording: this.wordingOf(entry.words) };
      come.push(added);
      return added;
    });
    if (after.length > 0) this.files.set(path, after);
    else this.files.delete(path);
    for (const occurrence of come) this.put(occurrence, touched);
    for (const wording of [...touched]) if (wording.places.length === 0) this.wordings.delete(wording.words);
    const bearing = [...touched, ...moved].flatMap(({ places }) => places);
    const looking = moved.flatMap(({ later }) => [...(later ?? [])].flatMap(({ places }) => places[0]!));
    return new Set([...bearing, ...looking].map((place) => place.path));
  }

  isOpen(): boolean {
    return true;
  }

  *reports(_rule: string, path: string): Generator<WorkspaceReport> {
    this.likes ??= new LikeWordings(this.wordings.values());
    for (const occurrence of this.files.get(path) ?? []) {
      const { wording, entry } = occurrence;
      const [first] = wording.places;
      const other = first === occurrence ? wording.first?.places[0] : first;
      if (!other) continue;
      const related = [{ path: other.path, span: other.entry.span, message: OTHER }];
      yield { span: entry.span, related, scene: entry.scene, turn: entry.turn };
    }
  }

  private wordingOf(words: string): Wording {
    const known = this.wordings.get(words);
    if (known) return known;
    const wording = wordingFrom(words);
    this.wordings.set(words, wording);
    return wording;
  }

  /** Takes an entry out; a wording that loses its first place is compared anew. */
  private take(occurrence: Occurrence, touched: Set<Wording>): void {
    const { wording } = occurrence;
    const at = wording.places.indexOf(occurrence);
    touched.add(wording);
    if (at === 0) this.likes?.remove(wording, touched);
    wording.places.splice(at, 1);
    if (at === 0 && wording.places.length > 0) this.likes?.add(wording, touched);
  }

  private put(occurrence: Occurrence, touched: Set<Wording>): void {
    const { wording } = occurrence;
    let at = wording.places.length;
    while (at > 0 && precedes(occurrence, wording.places[at - 1]!)) at--;
    touched.add(wording);
    if (at === 0 && wording.places.length > 0) this.likes?.remove(wording, touched);
    wording.places.splice(at, 0, occurrence);
    if (at === 0) this.likes?.add(wording, touched);
  }
}

/** True for an entry that findings of other entries point at. */
function isPointedAt(occurrence: Occurrence): boolean {
  const { places, later } = occurrence.wording;
  return places[0] === occurrence && (places.length > 1 || (later?.size ?? 0) > 0);
}
