import { WORD_EDGE } from './pattern.ts';

/**
 * Finds which of many literals occur in a text, in one pass. Units are folded on the way, and a line feed is taken to
 * stand before and behind the text. Literals that begin with Han go by their first two units through a dense table;
 * longer Latin ones by a hash over four or six units, since two letters say little. Both rule out nearly every position at once;
 * what is left is compared unit by unit, so the cost is linear in the text and in the length of the longest literal.
 */
export interface LiteralScan {
  /** Calls `hit` with the id of each literal found in `text`; may repeat an id. */
  scan(text: string, hit: (id: number) => void): void;
}

/** `literals[id]` in folded form, with WORD_EDGE before or behind where a Latin word must begin or end; empty ones never hit. `folds` maps every unit to its folded unit. */
export function literalScan(literals: readonly string[], folds: Uint16Array): LiteralScan {
  const four = gramTable(4, 5);
  const six = gramTable(6, 3);
  const candidates = literals.map(candidateOf).filter(({ literal }) => literal !== '');
  const pairs = pairTable(
    candidates.filter(({ literal }) => !isLongLatin(literal)),
    folds,
  );
  for (const candidate of candidates) {
    if (isLongLatin(candidate.literal)) (candidate.literal.length < 6 ? four : six).add(candidate);
  }
  const { firsts, seconds, columns, table, bits, singles } = pairs;
  const fourBits = four.bits;
  const sixBits = six.bits;

  return {
    scan(text, hit) {
      const end = text.length;
      let row = firsts[LF]!;
      let fourHash = four.step(0, LF);
      let sixHash = six.step(0, LF);
      for (let i = 0; i <= end; i++) {
        const raw = i < end ? text.charCodeAt(i) : LF;
        if (row !== 0) {
          const pair = row * columns + seconds[raw]!;
          if ((bits[pair >> 3]! & (1 << (pair & 7))) !== 0) {
            const bucket = pairs.buckets[table[pair]!]!;
            if (bucket.short.length > 0) report(bucket.short, text, i - 1, folds, hit);
            const longer = bucket.byThird.get(i + 1 < end ? folds[text.charCodeAt(i + 1)]! : LF);
            if (longer) report(longer, text, i - 1, folds, hit);
          }
        }
        row = firsts[raw]!;
        if (row !== 0 && singles[row] !== undefined) report(singles[row]!, text, i, folds, hit);
        const unit = folds[raw]!;
        if (unit >= HAN) {
          fourHash = 0;
          sixHash = 0;
          continue;
        }
        fourHash = four.step(fourHash, unit);
        if ((fourBits[fourHash >> 3]! & (1 << (fourHash & 7))) !== 0) report(four.buckets.get(fourHash)!, text, i - 3, folds, hit);
        sixHash = six.step(sixHash, unit);
        if ((sixBits[sixHash >> 3]! & (1 << (sixHash & 7))) !== 0) report(six.buckets.get(sixHash)!, text, i - 5, folds, hit);
      }
    },
  };
}

/** A literal without its marks, and what they asked for. */
interface Candidate {
  readonly id: number;
  readonly literal: string;
  readonly beginsWord: boolean;
  readonly endsWord: boolean;
}

function candidateOf(marked: string, id: number): Candidate {
  if (!marked.includes(WORD_EDGE)) return { id, literal: marked, beginsWord: false, endsWord: false };
  return { id, literal: marked.replaceAll(WORD_EDGE, ''), beginsWord: marked.startsWith(WORD_EDGE), endsWord: marked.endsWith(WORD_EDGE) };
}

const LF = 10;
/** From here on units are not Latin. */
const HAN = 0x2e80;

function isLongLatin(literal: string): boolean {
  if (literal.length < 4) return false;
  for (let i = 0; i < Math.min(6, literal.length); i++) if (literal.charCodeAt(i) >= HAN) return false;
  return true;
}

/** True when a literal stands in the folded text at an offset; −1 and the text's length are line feeds. */
function stands({ literal, beginsWord, endsWord }: Candidate, text: string, at: number, folds: Uint16Array): boolean {
  const end = text.length;
  if (at < -1 || at + literal.length > end + 1) return false;
  for (let i = 0; i < literal.length; i++) {
    const place = at + i;
    const unit = place >= 0 && place < end ? folds[text.charCodeAt(place)]! : LF;
    if (unit !== literal.charCodeAt(i)) return false;
  }
  return (
    !(beginsWord && isWordUnit(folds[text.charCodeAt(at - 1)])) && !(endsWord && isWordUnit(folds[text.charCodeAt(at + literal.length)]))
  );
}

/** A Latin letter, digit or underscore, as `\b` has it; the text is folded, so letters are lower case. */
export function isWordUnit(unit: number | undefined): boolean {
  return unit !== undefined && ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f);
}

function report(candidates: readonly Candidate[], text: string, at: number, folds: Uint16Array, hit: (id: number) => void): void {
  for (const candidate of candidates) if (stands(candidate, text, at, folds)) hit(candidate.id);
}

/** Literals by a rolling hash of their first `units` units; a unit that many places back has left the hash. */
function gramTable(units: number, shift: number) {
  const mask = (1 << (units * shift)) - 1;
  const bits = new Uint8Array((mask + 1) >> 3);
  const buckets = new Map<number, Candidate[]>();
  const step = (hash: number, unit: number): number => ((hash << shift) ^ (unit * 0x9e5)) & mask;
  return {
    bits,
    buckets,
    step,
    add(candidate: Candidate): void {
      let hash = 0;
      for (let i = 0; i < units; i++) hash = step(hash, candidate.literal.charCodeAt(i));
      bits[hash >> 3]! |= 1 << (hash & 7);
      const bucket = buckets.get(hash);
      if (bucket) bucket.push(candidate);
      else buckets.set(hash, [candidate]);
    },
  };
}

/** The literals that begin with one pair of units: those that are no longer, and the others by their third unit. */
interface PairBucket {
  readonly short: Candidate[];
  readonly byThird: Map<number, Candidate[]>;
}

/** The first and second units of the literals, as classes (0: no literal has it there), and what each pair begins. */
function pairTable(candidates: readonly Candidate[], folds: Uint16Array) {
  const firsts = new Uint16Array(65536);
  const seconds = new Uint16Array(65536);
  let rows = 1;
  let columns = 1;
  for (const { literal } of candidates) {
    if (firsts[literal.charCodeAt(0)] === 0) firsts[literal.charCodeAt(0)] = rows++;
    if (literal.length > 1 && seconds[literal.charCodeAt(1)] === 0) seconds[literal.charCodeAt(1)] = columns++;
  }
  const table = new Uint16Array(rows * columns);
  const bits = new Uint8Array((rows * columns + 7) >> 3);
  const buckets: PairBucket[] = [{ short: [], byThird: new Map() }];
  const singles: (Candidate[] | undefined)[] = new Array(rows).fill(undefined);
  for (const candidate of candidates) {
    const { literal } = candidate;
    const first = firsts[literal.charCodeAt(0)]!;
    if (literal.length === 1) {
      singles[first] = [...(singles[first] ?? []), candidate];
      continue;
    }
    const pair = first * columns + seconds[literal.charCodeAt(1)]!;
    if (table[pair] === 0) table[pair] = buckets.push({ short: [], byThird: new Map() }) - 1;
    bits[pair >> 3]! |= 1 << (pair & 7);
    const { short, byThird } = buckets[table[pair]!]!;
    if (literal.length === 2) short.push(candidate);
    else byThird.set(literal.charCodeAt(2), [...(byThird.get(literal.charCodeAt(2)) ?? []), candidate]);
  }
  return { firsts: unfolded(firsts, folds), seconds: unfolded(seconds, folds), columns, table, bits, buckets, singles };
}

/** A table over units as written, from one over folded units. */
function unfolded(table: Uint16Array, folds: Uint16Array): Uint16Array {
  return folds.map((folded) => table[folded]!);
}
