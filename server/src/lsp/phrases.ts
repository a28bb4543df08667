import type { Choice, Linted, Phrasebook, Recommendation, Situation } from '../core/index.ts';

/** What a file was found to hold, when somebody wants to know. */
type Found = () => Pick<Linted, 'gathered' | 'findings'>;

/**
 * The approved phrases of the open folders and documents, each file under its path, or its URI where it is no file. It follows edits, saved
 * and deleted files: what a file holds is taken in when somebody asks for phrases.
 */
export class Phrases {
  private readonly make: () => Phrasebook;
  private book: Phrasebook;
  private readonly changed = new Map<string, Found>();

  constructor(make: () => Phrasebook) {
    this.make = make;
    this.book = make();
  }

  /** How many phrases there are. */
  get size(): number {
    return this.upToDate().size;
  }

  /** How many phrases each file has that has any, by what it is known by. */
  files(): ReadonlyMap<string, number> {
    return this.upToDate().files();
  }

  /** The phrases that fit a situation, best first; `path` in them is what the file is known by. */
  recommend(situation: Situation, choice?: Choice): readonly Recommendation[] {
    return this.upToDate().recommend(situation, choice);
  }

  /** A file was linted; undefined when it is gone or no longer ours. `edited`: it is being written at, and may change before anybody asks. */
  take(key: string, found: Found | undefined, edited: 'edited' | 'as it is on disk'): void {
    this.changed.delete(key);
    if (!found) this.book.remove(key);
    else if (edited === 'edited') this.changed.set(key, found);
    else this.book.put(key, found());
  }

  /** Config or settings have changed: every file must be seen again. */
  forget(): void {
    this.changed.clear();
    this.book = this.make();
  }

  private upToDate(): Phrasebook {
    for (const [key, found] of this.changed) this.book.put(key, found());
    this.changed.clear();
    return this.book;
  }
}
