import type { Role, Turn, Utterance } from '../dialogue/model.ts';
import { MappedTextBuilder } from '../text/mappedText.ts';
import { piecesOf } from '../text/pieces.ts';
import { isSpace, skipSpace } from '../text/space.ts';

/** Who says a turn, and where it begins. */
export interface TurnHead {
  readonly kind: Turn['kind'];
  readonly role: Role;
  readonly speaker: string;
  readonly start: number;
}

/** Who says a turn, wherever it stands. */
export type Speaker = Omit<TurnHead, 'start'>;

/** A turn whose words are still coming in. Words in one run stand for themselves and cost no map. */
export class OpenTurn {
  readonly head: TurnHead;
  private end: number;
  private readonly source: string;
  private readonly encode: ((decoded: string) => string) | undefined;
  private readonly utterances: Utterance[] = [];
  private runStart = 0;
  private runEnd = 0;
  private builder: MappedTextBuilder | undefined;
  private joint: { readonly start: number; readonly end: number; readonly how: 'soft' | 'hard' } | undefined;
  private lastUnit = 0;
  private lastEnd = 0;

  constructor(source: string, head: TurnHead, end: number, encode?: (decoded: string) => string) {
    this.source = source;
    this.head = head;
    this.end = end;
    this.encode = encode;
  }

  /** True while no words have come. */
  get isEmpty(): boolean {
    return this.utterances.length === 0 && !this.hasWords();
  }

  /** Where the words so far end in the source. */
  get wordsEnd(): number {
    return this.lastEnd;
  }

  /** Adds source text that stands for itself. */
  words(start: number, end: number): void {
    if (end <= start) return;
    this.join(this.source.charCodeAt(start));
    if (this.builder) this.builder.linear(this.source, start, end);
    else if (this.runEnd === this.runStart) {
      this.runStart = start;
      this.runEnd = end;
    } else if (this.runEnd === start) this.runEnd = end;
    else this.mapped().linear(this.source, start, end);
    this.lastUnit = this.source.charCodeAt(end - 1);
    this.lastEnd = end;
    this.reach(end);
  }

  /** Adds text that a source run stands for as a whole. */
  escape(decoded: string, start: number, end: number): void {
    this.join(decoded.charCodeAt(0));
    this.mapped().escape(decoded, start, end);
    this.lastUnit = decoded.charCodeAt(decoded.length - 1);
    this.lastEnd = end;
    this.reach(end);
  }

  /**
   * What comes next stands on another line; `start`–`end` is the layout between. Nothing joins Chinese, a space joins
   * words; a hard break stays a line end.
   */
  breakLine(start: number, end: number, how: 'soft' | 'hard' = 'soft'): void {
    if (this.hasWords()) this.joint = { start, end, how };
  }

  /** What comes next is an utterance of its own: another paragraph. */
  breakParagraph(): void {
    if (this.hasWords()) {
      const body = this.builder?.build(this.runStart, this.encode) ?? this.plain();
      if (skipSpace(body.text, 0, body.text.length) < body.text.length)
        for (const piece of piecesOf(body)) this.utterances.push({ body: piece });
    }
    this.builder = undefined;
    this.joint = undefined;
    this.runStart = this.runEnd = 0;
  }

  /** Takes source into the turn's span that adds no words. */
  reach(end: number): void {
    if (end > this.end) this.end = end;
  }

  finish(number: number): Turn {
    this.breakParagraph();
    const { kind, role, speaker, start } = this.head;
    return { kind, role, speaker, span: { start, end: this.end }, number, utterances: this.utterances };
  }

  private hasWords(): boolean {
    return this.builder !== undefined || this.runEnd > this.runStart;
  }

  private join(next: number): void {
    const { joint } = this;
    if (!joint) return;
    this.joint = undefined;
    if (joint.how === 'hard') this.mapped().escape('\n', joint.start, joint.end);
    else if (!isSpace(this.lastUnit) && isSpaced(this.lastUnit) && isSpaced(next)) this.mapped().escape(' ', joint.start, joint.end);
    else if (joint.end > joint.start) this.mapped().escape('', joint.start, joint.end);
  }

  private mapped(): MappedTextBuilder {
    if (!this.builder) {
      this.builder = new MappedTextBuilder();
      this.builder.linear(this.source, this.runStart, this.runEnd);
    }
    return this.builder;
  }

  private plain(): Utterance['body'] {
    const { runStart: at, encode } = this;
    const text = this.source.slice(at, this.runEnd);
    return encode ? { text, at, encode } : { text, at };
  }
}

/** Latin, Greek, Cyrillic, digits and half-width marks: what is written with spaces between. */
function isSpaced(unit: number): boolean {
  return unit > 0x20 && unit < 0x2000;
}
