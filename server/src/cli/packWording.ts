import type { Locale, Localised } from '../core/index.ts';

/** Says a sentence about packs, with the names in braces filled in. */
export function sayOfPacks(locale: Locale, key: keyof typeof WORDS, data: Readonly<Record<string, string | number>> = {}): string {
  const said = WORDS[key][locale].replace(/\{(\w+)\}/gu, (whole, name: string) => String(data[name] ?? whole));
  return said.replace(/\b1 (rule|example)s\b/gu, '1 $1');
}

const WORDS = {
  noPacks: {
    en: 'No pack to test: name one, or put some under “packs” in huashu.yaml.',
    'zh-CN': '没有可测试的规则包：请写出文件名，或在 huashu.yaml 的 packs 里列出。',
    'zh-TW': '沒有可測試的規則包：請寫出檔名，或在 huashu.yaml 的 packs 裡列出。',
  },
  notAPack: {
    en: '{path}: not a pack of rules (a pack begins with “pack: name”).',
    'zh-CN': '{path}：不是规则包（规则包以“pack: 名称”开头）。',
    'zh-TW': '{path}：不是規則包（規則包以「pack: 名稱」開頭）。',
  },
  noneHere: { en: '{path}: no pack of rules here.', 'zh-CN': '{path}：这里没有规则包。', 'zh-TW': '{path}：這裡沒有規則包。' },
  examples: { en: '{n} examples', 'zh-CN': '{n} 个例子', 'zh-TW': '{n} 個例子' },
  place: { en: '{kind}, line {line}:', 'zh-CN': '{kind}，第 {line} 行：', 'zh-TW': '{kind}，第 {line} 行：' },
  'not found': { en: 'nothing was found', 'zh-CN': '没有找到问题', 'zh-TW': '沒有找到問題' },
  found: { en: 'found, but should not be', 'zh-CN': '不该找到，却找到了', 'zh-TW': '不該找到，卻找到了' },
  'found elsewhere': { en: 'other words were found', 'zh-CN': '找到的是别的词语', 'zh-TW': '找到的是別的詞語' },
  'not fixed so': { en: 'the first rewording is another', 'zh-CN': '第一个改写与预期不同', 'zh-TW': '第一個改寫與預期不同' },
  expected: { en: 'expected', 'zh-CN': '预期', 'zh-TW': '預期' },
  actual: { en: 'found', 'zh-CN': '实际', 'zh-TW': '實際' },
  nothing: { en: '(nothing)', 'zh-CN': '（无）', 'zh-TW': '（無）' },
  never: { en: 'can never match', 'zh-CN': '永远不会命中', 'zh-TW': '永遠不會命中' },
  idle: { en: 'never decides anything', 'zh-CN': '这一项不起作用', 'zh-TW': '這一項不起作用' },
  noBad: {
    en: 'no bad: example shows that it matches anything',
    'zh-CN': '没有 bad: 例子，无从知道它能命中什么',
    'zh-TW': '沒有 bad: 例子，無從知道它能命中什麼',
  },
  allWell: {
    en: '{rules} rules, {examples} examples: all as they should be.',
    'zh-CN': '{rules} 条规则、{examples} 个例子，全部符合预期。',
    'zh-TW': '{rules} 條規則、{examples} 個例子，全部符合預期。',
  },
  notWell: {
    en: '{rules} rules, {examples} examples: {failed} not as they should be, {never} that can never match.',
    'zh-CN': '{rules} 条规则、{examples} 个例子：{failed} 个不符合预期，{never} 条规则永远不会命中。',
    'zh-TW': '{rules} 條規則、{examples} 個例子：{failed} 個不符合預期，{never} 條規則永遠不會命中。',
  },
  importFrom: {
    en: 'huashu import needs --from quality-inspection: other kinds of files are not available in this version.',
    'zh-CN': 'huashu import 需要 --from quality-inspection：这个版本还不能导入其他文件。',
    'zh-TW': 'huashu import 需要 --from quality-inspection：這個版本還不能匯入其他檔案。',
  },
  importNoFile: { en: 'huashu import needs a file.', 'zh-CN': 'huashu import 需要一个文件。', 'zh-TW': 'huashu import 需要一個檔案。' },
  importNothing: {
    en: '{path}: no rule could be taken over.',
    'zh-CN': '{path}：没有可以导入的规则。',
    'zh-TW': '{path}：沒有可以匯入的規則。',
  },
  importWrote: {
    en: 'Wrote {n} rules to {path}. Now run: huashu test {path}',
    'zh-CN': '已把 {n} 条规则写入 {path}。接下来运行：huashu test {path}',
    'zh-TW': '已把 {n} 條規則寫入 {path}。接下來執行：huashu test {path}',
  },
} as const satisfies Readonly<Record<string, Localised>>;
