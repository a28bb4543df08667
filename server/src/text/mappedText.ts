import type { Span } from './span.ts';

/**
 * One run of decoded text and where it was written.
 * `linear`: unit for unit the same. `escape`: the source run stands for the decoded run as a whole, so a span that touches it covers all of it.
 */
export interface Segment {
  readonly decoded: number;
  readonly source: number;
  readonly decodedLength: number;
  readonly sourceLength: number;
  readonly kind: 'linear' | 'escape';
}

/**
 * Decoded text that remembers the source offset of every unit.
 * Without `segments` the text stands in the source as it is, from `at` on. With them, they are ordered, and gaps between
 * them in the source are markup (quotes, indents, emphasis marks) that belongs to no decoded unit.
 */
export interface MappedText {
  readonly text: string;
  readonly at: number;
  readonly segments?: readonly Segment[];
  /** Writes decoded text in the notation of the place it goes to; absent where text stands for itself. */
  readonly encode?: (decoded: string) => string;
  /** How all of it is written anew where a part that does not fit the place as it is written is put in; no `write`: it cannot be. */
  readonly anew?: { readonly span: Span; readonly fits: (decoded: string) => boolean; readonly write?: (decoded: string) => string };
}

/** The source span of a decoded span, widened to whole escapes. */
export function toSource(body: MappedText, span: Span): Span {
  if (!body.segments) return { start: body.at + span.start, end: body.at + span.end };
  const start = sourceStart(body.segments, span.start, body.at);
  if (span.end <= span.start) return { start, end: start };
  return { start, end: sourceEnd(body.segments, span.end) };
}

/** The source span the whole text covers. */
export function sourceExtent(body: MappedText): Span {
  return toSource(body, { start: 0, end: body.text.length });
}

/** A decoded offset for a source offset: the nearest unit at or after it that lies in the text, else the text's end. */
export function toDecoded(body: MappedText, offset: number): number {
  if (!body.segments) return Math.min(Math.max(offset - body.at, 0), body.text.length);
  for (const segment of body.segments) {
    if (offset < segment.source) return segment.decoded;
    if (offset < segment.source + segment.sourceLength) {
      return segment.kind === 'linear' ? segment.decoded + (offset - segment.source) : segment.decoded;
    }
  }
  return body.text.length;
}

/**
 * The source edit that puts `replacement` in place of a decoded span, or undefined where that would swallow markup
 * standing between segments (a fix that crosses markup is withheld).
 */
export function sourceEdit(body: MappedText, span: Span, replacement: string): { span: Span; text: string } | undefined {
  if (body.segments && crossesMarkup(body.segments, span)) return undefined;
  if (body.anew && !body.anew.fits(replacement)) {
    const { span: whole, write } = body.anew;
    return write && { span: whole, text: write(body.text.slice(0, span.start) + replacement + body.text.slice(span.end)) };
  }
  return { span: toSource(body, span), text: body.encode ? body.encode(replacement) : replacement };
}

/** True where something else may stand between a unit and the one before it: a line end, an indent, a mark. */
export function beginsRun({ text, segments }: MappedText, offset: number): boolean {
  return text[offset - 1] === '\n' || (segments?.some(({ decoded }) => decoded === offset) ?? false);
}

/** Collects decoded text run by run. */
export class MappedTextBuilder {
  private text = '';
  private readonly segments: Segment[] = [];

  /** Adds source text that stands for itself. */
  linear(source: string, start: number, end: number): void {
    if (end <= start) return;
    const last = this.segments.at(-1);
    if (last?.kind === 'linear' && last.source + last.sourceLength === start) {
      const length = last.decodedLength + end - start;
      this.segments[this.segments.length - 1] = { ...last, decodedLength: length, sourceLength: length };
    } else {
      this.segments.push({
        decoded: this.text.length,
        source: start,
        decodedLength: end - start,
        sourceLength: end - start,
        kind: 'linear',
      });
    }
    this.text += source.slice(start, end);
  }

  /** Adds text that the source run `start`–`end` stands for as a whole; empty text for layout that stands for nothing. */
  escape(decoded: string, start: number, end: number): void {
    this.segments.push({
      decoded: this.text.length,
      source: start,
      decodedLength: decoded.length,
      sourceLength: end - start,
      kind: 'escape',
    });
    this.text += decoded;
  }

  build(at: number, encode?: (decoded: string) => string): MappedText {
    const only = this.segments.length === 1 ? this.segments[0] : undefined;
    const base = only?.kind === 'linear' ? { text: this.text, at: only.source } : { text: this.text, at, segments: this.segments };
    return encode ? { ...base, encode } : base;
  }
}

function sourceStart(segments: readonly Segment[], offset: number, fallback: number): number {
  const segment = segmentAt(segments, offset);
  if (!segment) {
    const last = segments.at(-1);
    return last ? last.source + last.sourceLength : fallback;
  }
  return segment.kind === 'linear' ? segment.source + (offset - segment.decoded) : segment.source;
}

function sourceEnd(segments: readonly Segment[], end: number): number {
  const segment = segmentAt(segments, end - 1) ?? segments.at(-1)!;
  return segment.kind === 'linear' ? segment.source + (end - segment.decoded) : segment.source + segment.sourceLength;
}

function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle]!;
    if (offset < segment.decoded) high = middle - 1;
    else if (offset >= segment.decoded + segment.decodedLength) low = middle + 1;
    else return segment;
  }
  return undefined;
}

function crossesMarkup(segments: readonly Segment[], span: Span): boolean {
  let end: number | undefined;
  for (const segment of segments) {
    if (segment.decoded + segment.decodedLength <= span.start || segment.decoded >= span.end) continue;
    if (end !== undefined && segment.source !== end) return true;
    end = segment.source + segment.sourceLength;
  }
  return false;
}
