import type { Role, Turn } from '../../dialogue/model.ts';
import { type MappedText, MappedTextBuilder } from '../../text/mappedText.ts';
import type { Blanks } from './blanks.ts';

/** A turn whose lines are still coming in. One line without comments stands for itself and costs no map. */
export class OpenTurn {
  private readonly source: string;
  private readonly blanks: Blanks;
  private readonly kind: 'turn' | 'phrase';
  private readonly role: Role;
  private readonly speaker: string;
  private readonly start: number;
  private end: number;
  private readonly runs: { start: number; end: number }[] = [];

  constructor(source: string, blanks: Blanks, kind: 'turn' | 'phrase', role: Role, speaker: string, start: number, end: number) {
    this.source = source;
    this.blanks = blanks;
    this.kind = kind;
    this.role = role;
    this.speaker = speaker;
    this.start = start;
    this.end = end;
  }

  /** Adds the words of one line. */
  add(first: number, end: number): void {
    for (const run of this.blanks.speech(this.blanks.skip(first, end), end)) this.runs.push(run);
    this.end = Math.max(this.end, end);
  }

  finish(number: number): Turn {
    const { kind, role, speaker, runs } = this;
    const span = { start: this.start, end: this.end };
    const body = runs.length === 1 ? { text: this.source.slice(runs[0]!.start, runs[0]!.end), at: runs[0]!.start } : this.joined();
    return { kind, role, speaker, span, number, utterances: body && body.text.trim() !== '' ? [{ body }] : [] };
  }

  /** Lines join with nothing between Chinese, with a space between words. */
  private joined(): MappedText | undefined {
    if (this.runs.length === 0) return undefined;
    const builder = new MappedTextBuilder();
    let before: number | undefined;
    for (const { start, end } of this.runs) {
      if (before !== undefined) {
        const apart = isWord(this.source.charCodeAt(before - 1)) && isWord(this.source.charCodeAt(start));
        builder.escape(apart ? ' ' : '', before, start);
      }
      builder.linear(this.source, start, end);
      before = end;
    }
    return builder.build(this.runs[0]!.start);
  }
}

/** Latin, Cyrillic, digits and half-width marks: what is written with spaces between. */
function isWord(unit: number): boolean {
  return unit > 0x20 && unit < 0x2e80;
}
