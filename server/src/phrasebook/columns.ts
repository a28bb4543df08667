/** What is compared of every phrase, in columns, so that looking at all of them is looking through a few arrays. */
export interface Row {
  readonly acts: number;
  readonly heard: number;
  readonly tags: number;
  readonly mood: number;
  readonly type: number;
  readonly lang: number;
  /** How many terms it has. */
  readonly terms: number;
}

/** Columns that grow. */
export class Columns {
  acts = new Int32Array(FIRST);
  heard = new Int32Array(FIRST);
  tags = new Int32Array(FIRST);
  mood = new Int32Array(FIRST);
  type = new Int32Array(FIRST);
  lang = new Uint8Array(FIRST);
  terms = new Uint16Array(FIRST);

  set(at: number, row: Row): void {
    if (at >= this.acts.length) this.grow();
    this.acts[at] = row.acts;
    this.heard[at] = row.heard;
    this.tags[at] = row.tags;
    this.mood[at] = row.mood;
    this.type[at] = row.type;
    this.lang[at] = row.lang;
    this.terms[at] = Math.min(row.terms, 0xffff);
  }

  /** Puts a row where another is. */
  move(from: number, to: number): void {
    for (const column of [this.acts, this.heard, this.tags, this.mood, this.type, this.lang, this.terms]) column[to] = column[from]!;
  }

  private grow(): void {
    const length = this.acts.length * 2;
    const wider = (column: Int32Array): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(length);
      grown.set(column);
      return grown;
    };
    this.acts = wider(this.acts);
    this.heard = wider(this.heard);
    this.tags = wider(this.tags);
    this.mood = wider(this.mood);
    this.type = wider(this.type);
    const lang = new Uint8Array(length);
    lang.set(this.lang);
    this.lang = lang;
    const terms = new Uint16Array(length);
    terms.set(this.terms);
    this.terms = terms;
  }
}

const FIRST = 256;
