/**
 * Finds which of many literals occur in a text, in one pass. Units are folded on the way. A dense table over pairs of
 * unit classes rules out nearly every position with two loads; what is left is compared unit by unit, so the cost is
 * linear in the text and in the length of the longest literal.
 */
export interface LiteralScan {
  /** Calls `hit` with the id of each literal found in `text`; may repeat an id. A line feed stands before and behind the text. */
  scan(text: string, hit: (id: number) => void): void;
}

interface Candidate {
  readonly id: number;
  readonly literal: string;
}

/** `literals[id]` in folded form; empty ones never hit. `folds` maps every unit to its folded unit. */
export function literalScan(literals: readonly string[], folds: Uint16Array): LiteralScan {
  const { classOf, count } = unitClasses(literals, folds);
  const singles: (number | undefined)[] = new Array(count);
  const pairs = new Uint16Array(count * count);
  const buckets: Map<number, Candidate[]>[] = [new Map()];
  literals.forEach((literal, id) => {
    if (literal.length === 1) singles[classOf[literal.charCodeAt(0)]!] = id;
    if (literal.length < 2) return;
    const pair = classOf[literal.charCodeAt(0)]! * count + classOf[literal.charCodeAt(1)]!;
    if (pairs[pair] === 0) pairs[pair] = buckets.push(new Map()) - 1;
    const bucket = buckets[pairs[pair]!]!;
    const third = literal.length > 2 ? literal.charCodeAt(2) : NONE;
    bucket.set(third, [...(bucket.get(third) ?? []), { id, literal }]);
  });
  const lineEnd = classOf[LF]!;
  const hasSingles = singles.some((id) => id !== undefined);

  return {
    scan(text, hit) {
      const end = text.length;
      let first = lineEnd;
      for (let i = -1; i < end; i++) {
        const second = i + 1 < end ? classOf[text.charCodeAt(i + 1)]! : lineEnd;
        if (hasSingles && singles[second] !== undefined && i + 1 < end) hit(singles[second]!);
        const bucket = pairs[first * count + second]!;
        if (bucket !== 0) {
          reportAll(buckets[bucket]!.get(NONE), text, i, folds, hit);
          reportAll(buckets[bucket]!.get(i + 2 < end ? folds[text.charCodeAt(i + 2)]! : LF), text, i, folds, hit);
        }
        first = second;
      }
    },
  };
}

const LF = 10;
const NONE = -1;

function unitClasses(literals: readonly string[], folds: Uint16Array): { classOf: Uint16Array; count: number } {
  const classes = new Map<number, number>();
  for (const literal of literals) {
    for (let i = 0; i < Math.min(2, literal.length); i++) {
      const unit = literal.charCodeAt(i);
      if (!classes.has(unit)) classes.set(unit, classes.size + 1);
    }
  }
  const classOf = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) classOf[unit] = classes.get(folds[unit]!) ?? 0;
  return { classOf, count: classes.size + 1 };
}

function reportAll(
  candidates: readonly Candidate[] | undefined,
  text: string,
  at: number,
  folds: Uint16Array,
  hit: (id: number) => void,
): void {
  if (!candidates) return;
  const end = text.length;
  for (const { id, literal } of candidates) {
    if (at + literal.length > end + 1) continue;
    let same = 2;
    while (same < literal.length && (at + same < end ? folds[text.charCodeAt(at + same)] : LF) === literal.charCodeAt(same)) same++;
    if (same >= literal.length) hit(id);
  }
}
