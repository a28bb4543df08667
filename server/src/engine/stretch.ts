import type { LineIndex, Place } from '../text/lineIndex.ts';
import { type Span, shift } from '../text/span.ts';
import type { Edit, Finding, Fix, Related } from './finding.ts';

/** A stretch of a file with what is found in it, by offsets and lines from its beginning: the same array as long as that stays the same. */
export interface Stretch {
  readonly start: number;
  readonly line: number;
  /** In order of place. */
  readonly findings: readonly Finding[];
  readonly lines: () => LineIndex;
}

/** The findings of a file by its own offsets, in order of place. */
export function findingsOf(stretches: readonly Stretch[]): readonly Finding[] {
  if (stretches.length === 1 && stretches[0]!.start === 0) return stretches[0]!.findings;
  return stretches.flatMap(inPlace);
}

/** Those findings of a file that stand at certain places, in order of place. */
export function findingsAmong(stretches: readonly Stretch[], isWanted: (span: Span) => boolean): readonly Finding[] {
  return stretches.flatMap(({ start, findings }) =>
    inPlace({ start, findings: findings.filter(({ span }) => isWanted(start === 0 ? span : shift(span, start))) }),
  );
}

/**
 * The same stretches with further findings, which come by offsets of the file: a stretch with some of them is by offsets of the file too.
 * `parts`: where the stretches begin.
 */
export function withAdded(
  stretches: readonly Stretch[],
  parts: readonly Pick<Stretch, 'start'>[],
  added: readonly Finding[],
  lines: () => LineIndex,
): readonly Stretch[] {
  if (added.length === 0) return stretches;
  const byPart = new Map<number, Finding[]>();
  for (const finding of added) {
    const at = lastBefore(parts.length, (i) => parts[i]!.start <= finding.span.start);
    const own = byPart.get(at);
    if (own) own.push(finding);
    else byPart.set(at, [finding]);
  }
  return stretches.map((stretch, i) => {
    const own = byPart.get(i);
    return own ? { start: 0, line: 0, lines, findings: [...inPlace(stretch), ...own].sort(byPlace) } : stretch;
  });
}

/** Where offsets of a file stand, by its stretches. */
export function placesIn(stretches: readonly Pick<Stretch, 'start' | 'line' | 'lines'>[]): (offset: number) => Place {
  return (offset) => {
    const { start, line, lines } = stretches[lastBefore(stretches.length, (i) => stretches[i]!.start <= offset)]!;
    const place = lines().placeAt(offset - start);
    return { line: line + place.line, column: place.column };
  };
}

/** The last of so many, in order, that is not behind what is looked for; the first where all are. */
export function lastBefore(count: number, isBefore: (i: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isBefore(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Tells of two findings which comes first. */
export function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1);
}

/** The findings of a stretch by offsets of the file. */
function inPlace({ start, findings }: Pick<Stretch, 'start' | 'findings'>): readonly Finding[] {
  return start === 0 ? findings : findings.map((finding) => moved(finding, start));
}

function moved(finding: Finding, by: number): Finding {
  const { related, safe, why } = finding;
  const movedFix = (fix: Fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => movedPlace(edit, by)) });
  return {
    ...finding,
    span: shift(finding.span, by),
    related: related.length === 0 ? related : related.map((place) => movedPlace(place, by)),
    fixes: () => finding.fixes().map(movedFix),
    safe: safe && movedFix(safe),
    why: why && (() => why().map(({ span, ...reason }) => (span ? { ...reason, span: shift(span, by) } : reason))),
  };
}

/** A place of the stretch by offsets of the file; one in another file stays. */
function movedPlace<P extends Edit | Related>(place: P, by: number): P {
  return 'path' in place && place.path !== undefined ? place : { ...place, span: shift(place.span, by) };
}
