import type { Position, SelectionRange } from 'vscode-languageserver';
import type { Span } from '../../core/index.ts';
import { sentencesOf } from '../../core/naming.ts';
import { isTurn, type Scene, type SceneItem, sourceExtent, toSource } from '../../core/reading.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Parsed } from '../parsed.ts';
import { endsOf } from './outline.ts';

/** What a selection grows to around each position: word, sentence, what is said at one go, turn, scene, the scenes around it, file. */
export function selectionRanges(parsed: Parsed, positions: readonly Position[]): SelectionRange[] {
  const scenes = [...parsed.document.scenes];
  const ends = endsOf(scenes, parsed.text);
  return positions.map((position) => {
    const offset = toOffset(parsed.lines, position);
    const spans = [...within(parsed, scenes, offset), ...around(scenes, ends, offset), { start: 0, end: parsed.text.length }];
    return nested(parsed, [{ start: offset, end: offset }, ...spans]);
  });
}

/** From the smallest to the largest; what does not hold the one before is left out. */
function nested({ lines }: Parsed, spans: readonly Span[]): SelectionRange {
  const [first, ...rest] = spans as [Span, ...Span[]];
  const growing = [first];
  for (const span of rest) {
    const inner = growing.at(-1)!;
    const holds = span.start <= inner.start && inner.end <= span.end;
    if (holds && span.end - span.start > inner.end - inner.start) growing.push(span);
  }
  return growing.reduceRight<SelectionRange | undefined>((parent, span) => {
    const range = toRange(lines, span);
    return parent ? { range, parent } : { range };
  }, undefined)!;
}

function within(parsed: Parsed, scenes: readonly Scene[], offset: number): Span[] {
  const { text, lines } = parsed;
  const line = lines.placeAt(offset).line;
  const [start, end] = [lines.lineStart(line), lines.lineEnd(line)];
  const content = text.slice(start, end);
  const indent = content.length - content.trimStart().length;
  const whole = { start: start + indent, end: start + content.trimEnd().length };
  const item = itemAt(scenes, offset);
  return [...wordAt(text, { start, end }, offset), ...(item ? parts(item, offset) : []), whole, ...(item ? [item.span] : [])];
}

/** Sentence and utterance of what is said. */
function parts(item: SceneItem, offset: number): Span[] {
  if (!isTurn(item)) return [];
  for (const { body } of item.utterances) {
    const extent = sourceExtent(body);
    if (offset < extent.start || offset > extent.end) continue;
    const all = sentencesOf(body.text).map((span) => toSource(body, span));
    return [...all.filter(({ start, end }) => start <= offset && offset <= end).slice(-1), extent];
  }
  return [];
}

/** A line that is longer than a writer makes it is looked at around the cursor alone. */
const REACH = 200;

function wordAt(text: string, line: Span, offset: number): Span[] {
  const from = Math.max(line.start, offset - REACH);
  const near = text.slice(from, Math.min(line.end, offset + REACH));
  for (const { segment, index, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(near)) {
    const span = { start: from + index, end: from + index + segment.length };
    if (
      isWordLike &&
      span.start <= offset &&
      offset <= span.end &&
      (offset < span.end || !/^[\p{L}\p{N}]/u.test(text.slice(offset, offset + 2)))
    )
      return [span];
  }
  return [];
}

function itemAt(scenes: readonly Scene[], offset: number): SceneItem | undefined {
  const scene = scenes.find(({ span }) => span.start <= offset && offset <= span.end && offset < span.end) ?? scenes.at(-1);
  return scene?.items.find(({ span }) => span.start <= offset && offset <= span.end);
}

/** The scene that holds an offset and those it is nested in, innermost first. */
function around(scenes: readonly Scene[], ends: readonly number[], offset: number): Span[] {
  return scenes
    .map(({ span, level }, i) => ({ start: span.start, end: ends[i]!, level }))
    .filter(({ start, end, level }) => level > 0 && start <= offset && offset <= end)
    .reverse();
}
