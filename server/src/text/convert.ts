import { AS_SIMPLIFIED, AS_TRADITIONAL, SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './generated/scripts.ts';
import type { Span } from './span.ts';

/** How one script is put into the other: character by character, but for words in which that would be wrong. */
export interface Conversion {
  /** The span, with the whole of any such word at its ends. */
  widened(text: string, span: Span): Span;
  converted(text: string): string;
}

/** Words that go by themselves: simplified, traditional. */
const WORDS =
  '头发頭髮 理发理髮 发型髮型 发质髮質 洗发洗髮 护发護髮 染发染髮 烫发燙髮 假发假髮 发廊髮廊 发膜髮膜 发夹髮夾 美发美髮 剪发剪髮 发色髮色 毛发毛髮 脱发脫髮 发丝髮絲 ' +
  '回复回覆 答复答覆 反复反覆 复盖覆蓋 复杂複雜 重复重複 复制複製 复印複印 复习複習 复选複選 复数複數 复合複合 复查複查 复诊複診 复检複檢 ' +
  '日历日曆 农历農曆 公历公曆 挂历掛曆 年历年曆 月历月曆 尽快儘快 尽量儘量 尽管儘管 尽早儘早 尽可儘可 标签標籤 书签書籤 抽签抽籤 竹签竹籤 牙签牙籤 ' +
  '词汇詞彙 汇总彙總 汇报彙報 汇整彙整 心脏心臟 内脏內臟 肝脏肝臟 肾脏腎臟 收获收穫 冲洗沖洗 冲泡沖泡 冲水沖水 冲凉沖涼 冲印沖印 ' +
  '联系聯繫 关系關係 体系體系 准备準備 标准標準 准时準時 准确準確 对准對準 面条麵條 面包麵包 干净乾淨 饼干餅乾 干燥乾燥 干脆乾脆 干洗乾洗 烘干烘乾 这里這裡 那里那裡 哪里哪裡 里面裡面 ' +
  '几个幾個 几时幾時 几点幾點 几张幾張 几单幾單 余额餘額 结余結餘 剩余剩餘 采购採購 采访採訪 台风颱風 伙伴夥伴 钟表鐘錶 手表手錶 游戏遊戲 旅游旅遊 咨询諮詢 占用佔用 计划計劃 云端雲端 后续後續 售后售後 然后然後 以后以後 之后之後 最后最後 稍后稍後 后台後台 后面後面 ' +
  '账号帳號 账户帳戶 账单帳單 账款帳款 入账入帳 到账到帳 转账轉帳 对账對帳 干部幹部 才能才能 制作製作 定制訂製 征信徵信 特征特徵 松开鬆開 轻松輕鬆 周一週一 周二週二 周三週三 周四週四 周五週五 周六週六 周日週日 周末週末 本周本週 下周下週 上周上週 两周兩週 ' +
  '接着接著 随着隨著 看着看著 等着等著 跟着跟著 带着帶著 拿着拿著 于是於是 关于關於 对于對於 由于由於 属于屬於 终于終於 至于至於 位于位於 在于在於 低于低於 高于高於 等于等於 小于小於 大于大於 借由藉由 了解瞭解 着急著急 着想著想';

export const TO_TRADITIONAL: Conversion = conversion(
  SIMPLIFIED_ONLY,
  AS_TRADITIONAL,
  WORDS.split(' ').map((pair) => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)]),
);

export const TO_SIMPLIFIED: Conversion = conversion(
  TRADITIONAL_ONLY,
  AS_SIMPLIFIED,
  WORDS.split(' ').map((pair) => [pair.slice(pair.length / 2), pair.slice(0, pair.length / 2)]),
);

function conversion(from: string, to: string, pairs: readonly (readonly [string, string])[]): Conversion {
  const chars = new Map(Array.from(from, (char, i) => [char, to[i]!]));
  const words = new Map(pairs.filter(([before, after]) => before !== after));
  const isWord = (text: string, at: number): boolean => words.has(text.slice(at, at + 2));
  return {
    widened(text, { start, end }) {
      return { start: isWord(text, start - 1) ? start - 1 : start, end: isWord(text, end - 1) ? end + 1 : end };
    },
    converted(text) {
      let out = '';
      for (let i = 0; i < text.length; i++) {
        const word = words.get(text.slice(i, i + 2));
        out += word ?? chars.get(text[i]!) ?? text[i]!;
        if (word !== undefined) i++;
      }
      return out;
    },
  };
}
