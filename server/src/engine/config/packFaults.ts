import type { Localised } from '../finding.ts';

/** What can be wrong with a pack beside what can be wrong with any config file. */
export const PACK_FAULTS = {
  'bad-rule-id': {
    en: '“{words}” cannot name a rule: small letters, digits and hyphens can, a letter first.',
    'zh-CN': '“{words}”不能作规则名：只能用小写字母、数字和连字符，以字母开头。',
    'zh-TW': '「{words}」不能作規則名：只能用小寫字母、數字和連字號，以字母開頭。',
  },
  'rule-taken': {
    en: 'There is a rule “{words}” already; call this one something else.',
    'zh-CN': '已经有名为“{words}”的规则，请换一个名字。',
    'zh-TW': '已經有名為「{words}」的規則，請換一個名字。',
  },
  'no-condition': {
    en: 'The rule “{words}” has no “when”: it could never find anything.',
    'zh-CN': '规则“{words}”没有写 when，什么也找不到。',
    'zh-TW': '規則「{words}」沒有寫 when，什麼也找不到。',
  },
  'says-nothing': {
    en: 'This condition says nothing: give it words, a pattern, an act or a place.',
    'zh-CN': '这个条件是空的：请写上词语、表达式、行为或位置。',
    'zh-TW': '這個條件是空的：請寫上詞語、運算式、行為或位置。',
  },
  'not-the-agent': {
    en: 'Only what an agent says is reported. Say what the agent does here, and what the customer said under “after:”.',
    'zh-CN': '只有客服说的话会被指出。这里请写客服怎么说，客户说的写在 after: 里。',
    'zh-TW': '只有客服說的話會被指出。這裡請寫客服怎麼說，客戶說的寫在 after: 裡。',
  },
  'other-speaker': {
    en: 'All of a turn is said by one speaker. What somebody else says goes under “after:”, “before:” or “around:”, or take “in: dialogue”.',
    'zh-CN': '一轮话只有一个人说。别人说的请写在 after:、before: 或 around: 里，或者用 in: dialogue。',
    'zh-TW': '一輪話只有一個人說。別人說的請寫在 after:、before: 或 around: 裡，或者用 in: dialogue。',
  },
  'no-word': {
    en: 'Nothing can be looked for here: “{words}” holds no letter, digit or character.',
    'zh-CN': '这里没有可找的内容：“{words}”里没有文字或数字。',
    'zh-TW': '這裡沒有可找的內容：「{words}」裡沒有文字或數字。',
  },
  'no-class': {
    en: 'There is no word class “{words}”.{hint}',
    'zh-CN': '没有名为“{words}”的词类。{hint}',
    'zh-TW': '沒有名為「{words}」的詞類。{hint}',
  },
  'class-cycle': {
    en: 'The word class “{words}” comes back to itself, or makes too many words.',
    'zh-CN': '词类“{words}”绕回了自己，或者展开后太多。',
    'zh-TW': '詞類「{words}」繞回了自己，或者展開後太多。',
  },
  'no-list': {
    en: 'There is no list “{words}”.{hint}',
    'zh-CN': '没有名为“{words}”的列表。{hint}',
    'zh-TW': '沒有名為「{words}」的清單。{hint}',
  },
  'no-act': {
    en: 'There is no act “{words}”.{hint} Known: {known}.',
    'zh-CN': '没有名为“{words}”的行为。{hint}可用的有：{known}。',
    'zh-TW': '沒有名為「{words}」的行為。{hint}可用的有：{known}。',
  },
  'empty-pattern': {
    en: 'This pattern matches where there is nothing, so it would match everything: {words}',
    'zh-CN': '这个表达式什么都没有也能匹配，等于匹配一切：{words}',
    'zh-TW': '這個運算式什麼都沒有也能比對，等於比對一切：{words}',
  },
  'large-pattern': {
    en: 'This pattern is too large to be matched quickly; make its counts smaller or its lists shorter.',
    'zh-CN': '这个表达式太大，匹配会很慢；请减少重复次数或选项。',
    'zh-TW': '這個運算式太大，比對會很慢；請減少重複次數或選項。',
  },
  'short-sentence': {
    en: '“{words}” is too short to be compared with; write a whole sentence, or use words.',
    'zh-CN': '“{words}”太短，无法比较；请写完整的一句话，或改用词语。',
    'zh-TW': '「{words}」太短，無法比較；請寫完整的一句話，或改用詞語。',
  },
  'no-slot': {
    en: 'There is no slot <{words}>.{hint} Known: {known}.',
    'zh-CN': '没有 <{words}> 这种待填项。{hint}可用的有：{known}。',
    'zh-TW': '沒有 <{words}> 這種待填項。{hint}可用的有：{known}。',
  },
  'no-capture': {
    en: 'Nothing is called {words} here. {mentions} is what must be kept, {found} are the words found; others are named groups of the patterns.',
    'zh-CN': '这里没有 {words}。{mentions} 是必须保留的内容，{found} 是找到的词语，其余是表达式里的命名分组。',
    'zh-TW': '這裡沒有 {words}。{mentions} 是必須保留的內容，{found} 是找到的詞語，其餘是運算式裡的具名群組。',
  },
  'no-pack': {
    en: 'No file matches “{words}”.',
    'zh-CN': '没有文件符合“{words}”。',
    'zh-TW': '沒有檔案符合「{words}」。',
  },
} as const satisfies Readonly<Record<string, Localised>>;
