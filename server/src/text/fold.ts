import { SIMPLIFIED, TRADITIONAL } from './generated/traditional.ts';

/** Stands for each unit of a placeholder in folded text; matches no word. */
export const PLACEHOLDER_UNIT = 0xfffc;
/** Stands for each unit of quoted words in folded text; matches no word. */
export const QUOTED_UNIT = 0xfffb;

/**
 * The folded unit of every UTF-16 unit: traditional → simplified, full width → half width, upper case → lower case, every space and picture → a plain space,
 * compatibility ideographs and radicals → the ordinary character, curly quotes → straight. One unit to one unit, so offsets stay.
 */
export function foldTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) table[unit] = unit;
  for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = unit + 32;
  foldWidth(table);
  foldCompatibility(table);
  for (let i = 0; i < TRADITIONAL.length; i++) table[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
  for (const [first, last] of COMPATIBILITY) for (let unit = first; unit <= last; unit++) table[unit] = table[table[unit]!]!;
  table[0x2018] = table[0x2019] = 0x27;
  table[0x201c] = table[0x201d] = 0x22;
  return table;
}

/** The ordinary character for a CJK compatibility ideograph or a radical, else undefined. */
export function ordinaryCharacter(char: string): string | undefined {
  const unit = char.codePointAt(0)!;
  const compatible = (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0x2e80 && unit <= 0x2fdf) || (unit >= 0x2f800 && unit <= 0x2fa1f);
  if (!compatible) return undefined;
  const plain = RADICAL_FORMS.get(char) ?? char.normalize('NFKC');
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
  for (const space of [0xa0, 0x1680, 0x202f, 0x205f, 0x3000]) table[space] = 0x20;
  for (let space = 0x2000; space <= 0x200a; space++) table[space] = 0x20;
  for (let half = 0xd800; half <= 0xdfff; half++) table[half] = 0x20;
  for (let picture = 0x2600; picture <= 0x27bf; picture++) table[picture] = 0x20;
  table[0x2028] = table[0x2029] = 0x0a;
  table[0xfe50] = 0x2c;
}

const COMPATIBILITY: readonly (readonly [number, number])[] = [
  [0xf900, 0xfaff],
  [0x2e80, 0x2fdf],
];

/** Radicals that stand for whole characters and that Unicode does not decompose: text copied from PDF files has them. */
const RADICAL_FORMS: ReadonlyMap<string, string> = new Map(
  '\u2e81厂\u2e84乙\u2e85亻\u2e88刀\u2e89刂\u2e8a卜\u2e8e兀\u2e90尢\u2e92巳\u2e93幺\u2e96忄\u2e98扌\u2e99攵\u2e9b旡\u2e9c日\u2e9d月\u2ea0民\u2ea1氵\u2ea3灬\u2ea4爫\u2ea7牛\u2ea8犭\u2ea9王\u2eaa疋\u2eac示\u2ead礻\u2eae竹\u2eaf糹\u2eb0纟\u2eb6羊\u2eb9耂\u2ebb聿\u2ebd臼\u2ebe艹\u2ec1虎\u2ec2衤\u2ec4西\u2ec5见\u2ec6角\u2ec8讠\u2ec9贝\u2ecb车\u2ecc辶\u2ed0钅\u2ed1長\u2ed3长\u2ed4门\u2ed7雨\u2ed8青\u2ed9韦\u2eda页\u2edb风\u2edc飞\u2edd食\u2ee0饣\u2ee2马\u2ee3骨\u2ee4鬼\u2ee5鱼\u2ee6鸟\u2ee7卤\u2ee8麦\u2ee9黄\u2eea黾\u2eeb斉\u2eec齐\u2eed歯\u2eee齿\u2eef竜\u2ef0龙\u2ef1龜\u2ef2亀'
    .match(/../gu)!
    .map((pair) => [pair[0]!, pair[1]!]),
);

function foldCompatibility(table: Uint16Array): void {
  for (const [first, last] of COMPATIBILITY) {
    for (let unit = first; unit <= last; unit++) {
      const plain = ordinaryCharacter(String.fromCharCode(unit));
      if (plain?.length === 1) table[unit] = plain.charCodeAt(0);
    }
  }
}
