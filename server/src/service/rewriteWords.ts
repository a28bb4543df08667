import type { Localised } from '../core/index.ts';

/** Why a language model's wording is not taken, for the writer. `{…}` is filled in. */
export const REFUSALS = {
  changed: {
    en: 'The text has changed meanwhile. Please try again.',
    'zh-CN': '文本在此期间有改动，请再试一次。',
    'zh-TW': '文字在此期間有變動，請再試一次。',
  },
  gone: {
    en: 'There is nothing to reword here any more.',
    'zh-CN': '这里已经没有需要改写的地方。',
    'zh-TW': '這裡已經沒有需要改寫的地方。',
  },
  empty: { en: 'The model gave no sentence.', 'zh-CN': '模型没有给出句子。', 'zh-TW': '模型沒有給出句子。' },
  long: {
    en: 'The model’s answer is much longer than the sentence it should replace, so it is not used.',
    'zh-CN': '模型的回答比原句长得多，没有采用。',
    'zh-TW': '模型的回答比原句長得多，沒有採用。',
  },
  same: { en: 'The model left the sentence as it was.', 'zh-CN': '模型没有改动原句。', 'zh-TW': '模型沒有改動原句。' },
  lost: {
    en: 'The model’s wording is not used: it loses {words}.',
    'zh-CN': '没有采用模型的说法：它丢掉了{words}。',
    'zh-TW': '沒有採用模型的說法：它漏掉了{words}。',
  },
  added: {
    en: 'The model’s wording is not used: it says {words}, which nobody said.',
    'zh-CN': '没有采用模型的说法：{words}是原文里没有的。',
    'zh-TW': '沒有採用模型的說法：{words}是原文裡沒有的。',
  },
  found: {
    en: 'The model’s wording is not used, for it does not pass: {words}',
    'zh-CN': '没有采用模型的说法，它通不过检查：{words}',
    'zh-TW': '沒有採用模型的說法，它通不過檢查：{words}',
  },
  markup: {
    en: 'The sentence is interrupted by markup, so it cannot be replaced as a whole.',
    'zh-CN': '这句话中间有标记，不能整句替换。',
    'zh-TW': '這句話中間有標記，無法整句取代。',
  },
} as const satisfies Readonly<Record<string, Localised>>;
