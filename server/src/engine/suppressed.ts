import type { Comment } from '../dialogue/model.ts';
import { shift } from '../text/span.ts';
import type { Finding } from './finding.ts';
import { lastBefore, placesIn, type Stretch } from './stretch.ts';
import { type Suppression, suppressions, type Unused, unusedParts, withoutSuppressed } from './suppress.ts';

/** Remembers what comments leave of what was found in a part, as long as the same comments bear on it. */
export type Kept = WeakMap<readonly Finding[], { readonly by: string; readonly left: Left }>;

type Left = ReturnType<typeof withoutSuppressed<Finding>>;

/** A part with its comments, by offsets and lines from its beginning. */
export interface Commented extends Pick<Stretch, 'start' | 'line' | 'lines'> {
  readonly comments: readonly Comment[];
}

/** Takes out of the stretches of a file what the comments of its parts suppress, part by part. */
export function applySuppressions(
  stretches: readonly Stretch[],
  parts: readonly Commented[],
  kept?: Kept,
): { readonly left: readonly Stretch[]; readonly suppressed: number; readonly idle: readonly Unused[] } {
  const all = suppressionsIn(parts);
  if (all.length === 0) return { left: stretches, suppressed: 0, idle: [] };
  const used = new Map<Suppression, Set<string>>(all.map((one) => [one, new Set()]));
  const near = nearEach(parts, all);
  let suppressed = 0;
  const left = stretches.map((stretch, i) => {
    const own = near[i]!;
    if (own.length === 0 || stretch.findings.length === 0) return stretch;
    const found = leftOf(stretch, own, parts[i]!.line, parts[i + 1]?.line ?? Number.POSITIVE_INFINITY, kept);
    own.forEach((one, n) => {
      for (const rule of found.used[n]!) used.get(one)!.add(rule);
    });
    suppressed += stretch.findings.length - found.kept.length;
    return { ...stretch, findings: found.kept };
  });
  return { left, suppressed, idle: all.flatMap((one) => unusedParts(one, used.get(one)!)) };
}

/** The comments of parts by the offsets of the whole. */
export function commentsOf(parts: readonly Pick<Commented, 'start' | 'comments'>[]): readonly Comment[] {
  return parts.flatMap(({ start, comments }) =>
    start === 0 ? comments : comments.map((comment) => ({ ...comment, span: shift(comment.span, start) })),
  );
}

function suppressionsIn(parts: readonly Commented[]): readonly Suppression[] {
  const comments = commentsOf(parts);
  return comments.length === 0 ? [] : suppressions(comments, { placeAt: placesIn(parts) });
}

/** For each part the suppressions that bear on it, in order. */
function nearEach(parts: readonly Commented[], all: readonly Suppression[]): readonly (readonly Suppression[])[] {
  const near = parts.map((): Suppression[] => []);
  const partAt = (line: number): number => lastBefore(parts.length, (i) => parts[i]!.line <= line);
  for (const one of all) {
    const last = partAt(one.lastLine);
    for (let i = partAt(one.firstLine); i <= last; i++) near[i]!.push(one);
  }
  return near;
}

/** What suppressions leave of what stands on the lines of a part. */
function leftOf(stretch: Stretch, near: readonly Suppression[], line: number, nextLine: number, known: Kept | undefined): Left {
  const within = (at: number): number => Math.min(Math.max(at, line - 1), nextLine) - line;
  const by = near
    .map(({ firstLine, lastLine, rules, ends }) =>
      [within(firstLine), within(lastLine), ...rules.map(({ id }) => id), ...[...ends].map(([id, at]) => `${id}<${within(at)}`)].join(' '),
    )
    .join(',');
  const before = known?.get(stretch.findings);
  if (before?.by === by) return before.left;
  const left = withoutSuppressed(stretch.findings, near, (offset) => stretch.line + stretch.lines().placeAt(offset).line);
  known?.set(stretch.findings, { by, left });
  return left;
}
