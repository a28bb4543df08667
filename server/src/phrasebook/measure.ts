import type { Lang } from '../engine/wording.ts';

/** How long a sentence is: characters of a Chinese one, words of an English one. */
export interface Measure {
  readonly lang: 'zh' | 'en';
  readonly count: number;
}

/** Measures normal text. Spaces and punctuation are left out; a link is one word, a placeholder stands for a name. */
export function measured(text: string): Measure {
  const plain = text.replace(LINK, 'x').replace(PLACEHOLDER, 'xx');
  const han = plain.match(HAN)?.length ?? 0;
  const words = plain.match(WORD)?.length ?? 0;
  if (han < words) return { lang: 'en', count: words };
  return { lang: 'zh', count: plain.match(COUNTED)?.length ?? 0 };
}

/** How much of a language a text is, whatever else is in it. */
export function lengthIn(lang: Lang, text: string): number {
  const plain = text.replace(LINK, 'x').replace(PLACEHOLDER, 'xx');
  return plain.match(lang === 'en' ? WORD : COUNTED)?.length ?? 0;
}

const LINK = /(?:https?:\/\/|www\.)[^\s\u3400-\u9fff]+|\b[\w.-]+@[\w.-]+\b/gu;
const PLACEHOLDER = /\ufffc+/gu;
const HAN = /[\u3400-\u9fff]/gu;
/** Latin words and numbers; what hyphens, apostrophes or points join is one. */
const WORD = /[\p{Script=Latin}\d\ufffb]+(?:['\u2019.,:/@&_-]+[\p{Script=Latin}\d\ufffb]+)*/gu;
const COUNTED = /[\p{L}\p{N}\ufffb]/gu;

/** True for a list: its items are numbered, or it is an item itself. Normal text. */
export function isList(text: string): boolean {
  let marks = 0;
  for (const mark of text.matchAll(ITEM)) {
    marks++;
    if (marks > 1 || mark.index === 0) return true;
  }
  return /^[-*] |(?:[^、,]{1,12}、){5}/u.test(text);
}

const ITEM = new RegExp(
  [
    '[\\u2460-\\u2473\\u2022\\u25aa\\u25cf\\u25c6\\u25b6\\u25ba]',
    '(?<=^|[\\s,:;、])\\(?(?:\\d{1,2}|[a-e]|[一二三四五六])\\)',
    '(?<=^|[\\s,:;])(?:\\d{1,2}\\.(?!\\d)|(?:\\d{1,2}|[一二三四五六])、)',
    '第[一二三四五六\\d](?:[步点种项条个]?[,:是、]|步)|其[一二三四][,:是]|(?<=^|[\\s,:;])[一二三四][是来则]',
    '(?:选项|方案|步骤|方式|方法|option|step|choice) ?(?:[a-e1-5]\\b|[一二三四五]|one\\b|two\\b|three\\b)',
    '\\b(?:first|second|third|fourth)(?:ly)?,',
  ].join('|'),
  'gu',
);
