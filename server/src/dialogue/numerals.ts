const DIGITS = '〇零一二三四五六七八九';
const VALUES: ReadonlyMap<string, number> = new Map([
  ...[...DIGITS].map((char, i) => [char, Math.max(0, i - 1)] as const),
  ['两', 2],
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** The characters that write numbers in Chinese, simplified. */
export const NUMERALS = [...VALUES.keys()].join('');

/** What a lone 一 counts before: 一天, 一楼; and behind: 周一. Elsewhere (一下, 一样) it is no number. */
const COUNTED = /^(?:[天年月号周折楼元块层级路期倍岁米]|小时|分钟|个(?:月|小时|工|星|礼)|点(?:[前钟半整左到之]|$))/u;
const DAY_BEFORE = /[周期拜第]$/u;

/**
 * The number a run of Chinese numerals stands for, in Arabic digits; undefined where the characters are words: 一下, 十分,
 * 万一. `before` and `behind` are what stands around it.
 */
export function readNumeral(run: string, before: string, behind: string): string | undefined {
  if (run === '一') return COUNTED.test(behind) || DAY_BEFORE.test(before) ? '1' : undefined;
  if (run === '十' && /^分(?!钟|之)/u.test(behind)) return undefined;
  if (run === '万一' || (run === '千万' && !/^[元块人次条]/u.test(behind))) return undefined;
  if (run === '两' && /^[边者]/u.test(behind)) return undefined;
  if (/^[百千万亿]$/u.test(run)) return undefined;
  return /[十百千万亿]/u.test(run) ? String(amountOf(run)) : [...run].map((char) => VALUES.get(char)).join('');
}

/** What 百, 千, 万 or 亿 multiplies the Arabic digits before it by; undefined for other characters. */
export function multiplier(char: string): number | undefined {
  const value = VALUES.get(char);
  return value !== undefined && value >= 100 ? value : undefined;
}

/** 三百五十 → 350, 两万 → 20000. */
function amountOf(run: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const char of run) {
    const value = VALUES.get(char)!;
    if (value < 10) digit = value;
    else if (value < 10_000) {
      section += (digit || 1) * value;
      digit = 0;
    } else {
      total = value === 10_000 ? total + (section + digit || 1) * value : (total + section + digit || 1) * value;
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
}
