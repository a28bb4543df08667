import type { Localised } from '../core/index.ts';

/** What `search` says. */
export const SEARCH_WORDS = {
  searchExitCodes: {
    en: 'Exit code: 0 a phrase fits, 1 none does, 2 a usage, config or read error.',
    'zh-CN': '退出码：0 找到话术；1 没有合适的；2 用法、配置或读取出错。',
    'zh-TW': '結束碼：0 找到話術；1 沒有合適的；2 用法、設定或讀取出錯。',
  },
  searchWhat: {
    en: 'Say what to look for: huashu search "refund apology".',
    'zh-CN': '请写明要找什么，例如：huashu search "退款 安抚"。',
    'zh-TW': '請寫明要找什麼，例如：huashu search "退款 安撫"。',
  },
  aPhrase: { en: '1 phrase', 'zh-CN': '1 条', 'zh-TW': '1 則' },
  phrases: { en: '{n} phrases', 'zh-CN': '{n} 条', 'zh-TW': '{n} 則' },
  phrasesFit: {
    en: '{n} for “{words}”, of {all} in {files}',
    'zh-CN': '“{words}”：{n}（{files}里共有 {all}认可的话术）',
    'zh-TW': '「{words}」：{n}（{files}裡共有 {all}認可的話術）',
  },
  noPhraseFits: {
    en: 'No approved phrase fits “{words}” (looked at {all} in {files}).',
    'zh-CN': '没有适合“{words}”的话术（看过 {files}里的 {all}）。',
    'zh-TW': '沒有適合「{words}」的話術（看過 {files}裡的 {all}）。',
  },
  noPhrases: {
    en: 'Phrases are lines like “- text”, replies in tables and Markdown phrasebooks, and what the agent says in scenes with @tags approved; what has a warning or an error is left out.',
    'zh-CN': '话术指“- 正文”这样的行、表格和 Markdown 话术库里的回复，以及标有 @tags 标准话术 的场景里客服说的话；有警告或错误的不算。',
    'zh-TW': '話術指「- 正文」這樣的行、表格和 Markdown 話術庫裡的回覆，以及標有 @tags 標準話術 的情境裡客服說的話；有警告或錯誤的不算。',
  },
} as const satisfies Readonly<Record<string, Localised>>;
