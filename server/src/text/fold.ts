import { SIMPLIFIED, TRADITIONAL } from './generated/traditional.ts';

/** Stands for each unit of a placeholder in folded text; matches no word. */
export const PLACEHOLDER_UNIT = 0xfffc;
/** Stands for each unit of quoted words in folded text; matches no word. */
export const QUOTED_UNIT = 0xfffb;

/**
 * The folded unit of every UTF-16 unit: traditional → simplified, full width → half width, upper case → lower case,
 * compatibility ideographs and radicals → the ordinary character, curly quotes → straight. One unit to one unit, so offsets stay.
 */
export function foldTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) table[unit] = unit;
  for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = unit + 32;
  foldWidth(table);
  foldCompatibility(table);
  for (let i = 0; i < TRADITIONAL.length; i++) table[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
  for (let unit = 0xf900; unit <= 0xfaff; unit++) table[unit] = table[table[unit]!]!;
  table[0x2018] = table[0x2019] = 0x27;
  table[0x201c] = table[0x201d] = 0x22;
  return table;
}

/** The ordinary character for a CJK compatibility ideograph or a Kangxi radical, else undefined. */
export function ordinaryCharacter(char: string): string | undefined {
  const unit = char.codePointAt(0)!;
  const compatible = (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0x2e80 && unit <= 0x2fdf) || (unit >= 0x2f800 && unit <= 0x2fa1f);
  if (!compatible) return undefined;
  const plain = char.normalize('NFKC');
  return plain === char ? undefined : plain;
}

/** Folds `text` from `start` to `end`; the result has exactly `end - start` units. */
export function fold(table: Uint16Array, text: string, start = 0, end = text.length): string {
  let changed = false;
  for (let i = start; i < end && !changed; i++) {
    const unit = text.charCodeAt(i);
    changed = table[unit] !== unit;
  }
  if (!changed) return text.slice(start, end);
  const parts: string[] = [];
  for (let from = start; from < end; from += CHUNK) {
    const length = Math.min(CHUNK, end - from);
    const units: number[] = new Array(length);
    for (let i = 0; i < length; i++) units[i] = table[text.charCodeAt(from + i)]!;
    parts.push(String.fromCharCode.apply(undefined, units));
  }
  return parts.length === 1 ? parts[0]! : parts.join('');
}

const CHUNK = 4096;

function foldWidth(table: Uint16Array): void {
  for (let unit = 0xff01; unit <= 0xff5e; unit++) {
    const half = unit - 0xfee0;
    table[unit] = half >= 0x41 && half <= 0x5a ? half + 32 : half;
  }
  table[0x3000] = 0x20;
  table[0xa0] = 0x20;
  table[0xfe50] = 0x2c;
}

function foldCompatibility(table: Uint16Array): void {
  const blocks: readonly (readonly [number, number])[] = [
    [0xf900, 0xfaff],
    [0x2f00, 0x2fdf],
  ];
  for (const [first, last] of blocks) {
    for (let unit = first; unit <= last; unit++) {
      const plain = String.fromCharCode(unit).normalize('NFKC');
      if (plain.length === 1) table[unit] = plain.charCodeAt(0);
    }
  }
}
