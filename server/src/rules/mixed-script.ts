import type { TypingReport } from '../engine/rule.ts';
import { TO_SIMPLIFIED, TO_TRADITIONAL } from '../text/convert.ts';
import { LEAN } from '../text/script.ts';
import type { Span } from '../text/span.ts';
import type { CodeRule } from './registry.ts';

/** Characters of the other script this near to one another are one finding. */
const NEAR = 3;

export const mixedScript: CodeRule = (meta) => ({
  scope: 'typing',
  meta,
  mayApply(source, { reading: { lang, script = lang } }) {
    return HAN.test(source) && foreign(source, 0, script) >= 0;
  },
  *check(text, { reading: { lang, script = lang } }): Generator<TypingReport> {
    const conversion = script === 'zh-Hant' ? TO_TRADITIONAL : TO_SIMPLIFIED;
    let from = 0;
    for (let at = foreign(text, 0, script); at >= 0; at = foreign(text, from, script)) {
      const found = stretch(text, at, script);
      const { start, end } = conversion.widened(text, found);
      if (found.end - found.start > 1 || !isInName(text, at))
        yield changed(text.slice(start, end), conversion.converted(text.slice(start, end)), start);
      from = end;
    }
  },
});

/** True of one character that is written in its own way in a name: 尺木·無山, 麗枫酒店. */
function isInName(text: string, at: number): boolean {
  if (DOTTED.test(text.slice(Math.max(0, at - 3), at + 4))) return true;
  return NAMING.has(text[at]!) && HOUSE.test(text.slice(at + 1, at + 10));
}

const DOTTED = /[\u3400-\u9fff][·•・][\u3400-\u9fff]/u;
/** Characters that names like to keep in the other script. */
const NAMING = new Set(
  '麗華龍鳳閣軒雲興豐樂鴻蘭齋莊嶺灣聖萬寶貴維納爾悅禦榮風漁鵬濱陽國盛潤穎玉丽华龙凤阁轩云兴丰乐鸿兰斋庄岭湾圣万宝贵维纳尔悦荣风渔鹏滨阳国润颖',
);
const HOUSE =
  /^[\u3400-\u9fff]{0,3}?(?:酒店|飯店|饭店|宾馆|賓館|餐厅|餐廳|餐馆|餐室|茶楼|茶樓|茶餐厅|酒楼|酒樓|酒家|公寓|大厦|大廈|广场|廣場|民宿|客栈|客棧|小镇|路[\d一-九]|寺|庙)/u;

/** Not in any text of Latin letters alone, which is seen at once. */
const HAN = /[\u3400-\u9fff]/;

/** The part of the words at `start` that would be written otherwise. */
function changed(words: string, instead: string, start: number): TypingReport {
  let from = 0;
  let to = words.length;
  while (from < to - 1 && words[from] === instead[from]) from++;
  while (to > from + 1 && words[to - 1] === instead[to - 1]) to--;
  return { span: { start: start + from, end: start + to }, suggestions: [instead.slice(from, to)] };
}

/** Where the next character stands that the script of the file does not have; −1 where there is none. */
function foreign(text: string, from: number, script: string): number {
  const wrong = script === 'zh-Hant' ? -1 : 1;
  for (let i = from; i < text.length; i++) if (LEAN[text.charCodeAt(i)] === wrong) return i;
  return -1;
}

/** The stretch from one such character to the last near it, with nothing of the file's own script between. */
function stretch(text: string, start: number, script: string): Span {
  const wrong = script === 'zh-Hant' ? -1 : 1;
  let end = start + 1;
  for (let i = end; i < text.length && i - end < NEAR; i++) {
    const lean = LEAN[text.charCodeAt(i)];
    if (lean === wrong) end = i + 1;
    else if (lean !== 0 || BREAKS.test(text[i]!)) break;
  }
  return { start, end };
}

const BREAKS = /["'\u201c\u201d\u300c-\u300f{}<>[\]%$\n]/u;
