import type { MappedText, Segment } from './mappedText.ts';

/** Most units of a piece. */
const LONGEST = 2_000;
/** Where a text is best cut: behind the last of these that stands in the latter half of a piece. */
const SEAMS = [/[\u3002\uff01\uff1f!?\u2026\n](?![\u3002\uff01\uff1f!?\u2026"'\u201d\u300d\u300f])|\.(?=\s)/gu, /[\uff0c\uff1b,;\s]/gu];

/**
 * A text in pieces that are short enough to be looked at in many ways: itself, unless nobody could have meant it as one
 * utterance. Cut at the end of a sentence, else of a clause, else anywhere but inside a character.
 */
export function piecesOf(body: MappedText): MappedText[] {
  if (body.text.length <= LONGEST) return [body];
  const out: MappedText[] = [];
  let segment = 0;
  for (let from = 0; from < body.text.length; ) {
    const to = seam(body.text, from);
    const piece = { ...body, text: body.text.slice(from, to) };
    if (!body.segments) out.push({ ...piece, at: body.at + from });
    else {
      const segments: Segment[] = [];
      for (let one = body.segments[segment]; one && one.decoded < to; one = body.segments[++segment]) {
        segments.push(clipped(one, from, to));
        if (one.decoded + one.decodedLength > to) break;
      }
      out.push({ ...piece, segments });
    }
    from = to;
  }
  return out;
}

/** The part of a segment within `from`–`to`, counted from there; an escape stands for itself as a whole. */
function clipped(segment: Segment, from: number, to: number): Segment {
  const start = Math.max(segment.decoded, from);
  const decodedLength = Math.min(segment.decoded + segment.decodedLength, to) - start;
  const decoded = start - from;
  if (segment.kind === 'escape') return { ...segment, decoded, decodedLength };
  return { ...segment, decoded, decodedLength, source: segment.source + start - segment.decoded, sourceLength: decodedLength };
}

/** Where the piece that begins at `from` ends. */
function seam(text: string, from: number): number {
  const to = from + LONGEST;
  if (to >= text.length) return text.length;
  const half = from + LONGEST / 2;
  const latter = text.slice(half, to);
  for (const seams of SEAMS) {
    const last = [...latter.matchAll(seams)].at(-1);
    if (last) return half + last.index + 1;
  }
  const unit = text.charCodeAt(to);
  return unit >= 0xdc00 && unit <= 0xdfff ? to - 1 : to;
}
