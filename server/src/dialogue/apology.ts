/** The units of a clause in a pool of units. */
interface Units {
  readonly from: number;
  readonly to: number;
}

/** True for short clauses that may be an apology: 非常抱歉, 对不起, 不好意思; any in Latin letters. */
export function maySorry(pool: Uint16Array, { from, to }: Units): boolean {
  if (pool[from]! < HAN) return to - from >= SORRY_LATIN.least && to - from <= SORRY_LATIN.most;
  if (to - from > SORRY_HAN) return false;
  for (let i = from; i < to; i++) if (isLastOf(pool[i]!)) return true;
  return false;
}

/** The units of a sorry that is laid on thick, without what it is for: 非常抱歉 of 非常抱歉让您久等, so sorry of I'm so sorry about the delay. */
export function emphasised(pool: Uint16Array, { from, to }: Units): Units | undefined {
  for (let i = from; i < to; i++) {
    const unit = pool[i]!;
    if (unit === Y ? isWord(pool, i - SORRY.length + 1, to) : unit >= HAN && isLastOf(unit)) {
      const begin = unit === Y ? wordBefore(pool, from, i - SORRY.length + 1) : firstBefore(pool, from, i);
      if (begin !== undefined) return { from: begin, to: i + 1 };
    }
  }
  return undefined;
}

function isLastOf(unit: number): boolean {
  return unit === REGRET || unit === RISE || unit === THINK;
}

/** Where the emphasis on a Chinese apology that ends at `last` begins; undefined where there is none, or no apology. */
function firstBefore(pool: Uint16Array, from: number, last: number): number | undefined {
  const length = lengthOf(pool, from, last);
  if (length === 0) return undefined;
  const sorry = last - length + 1;
  let at = sorry;
  while (at > from && EMPHATIC.has(pool[at - 1]!)) at--;
  return at < sorry ? at : undefined;
}

function lengthOf(pool: Uint16Array, from: number, last: number): number {
  const before = last > from ? pool[last - 1]! : 0;
  if (pool[last] === REGRET) return before === HOLD ? 2 : 0;
  if (pool[last] === RISE) return before === NOT ? 3 : 0;
  return before === MEAN ? 4 : 0;
}

function isWord(pool: Uint16Array, at: number, to: number): boolean {
  if (at < 0 || isLetter(pool[at - 1]) || (at + SORRY.length < to && isLetter(pool[at + SORRY.length]))) return false;
  return SORRY.every((unit, i) => pool[at + i] === unit);
}

/** Where the word that lays stress on the one at `at` begins; undefined where none does. */
function wordBefore(pool: Uint16Array, from: number, at: number): number | undefined {
  let begin = at - 1;
  while (begin > from && isLetter(pool[begin - 1])) begin--;
  return begin >= from && STRESS.has(String.fromCharCode(...pool.subarray(begin, at - 1))) ? begin : undefined;
}

function isLetter(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0x61 && unit <= 0x7a;
}

const HAN = 0x2e80;
const [REGRET, RISE, THINK, HOLD, NOT, MEAN] = [...'歉起思抱不意'].map(codeOf) as [number, number, number, number, number, number];
/** The letters of 非常, 实在, 真的很, 万分, 特别, 深感, 深表. */
const EMPHATIC: ReadonlySet<number> = new Set([...'非常实在真的很万分特别深感表太'].map(codeOf));
const SORRY = [...'sorry'].map(codeOf);
const Y = codeOf('y');
const STRESS: ReadonlySet<string> = new Set(['so', 'very', 'really', 'terribly', 'truly', 'deeply', 'extremely', 'awfully']);
/** An apology longer than this says what it is for, in units. */
const SORRY_HAN = 9;
const SORRY_LATIN = { least: 5, most: 40 };

function codeOf(char: string): number {
  return char.charCodeAt(0);
}
