import type { ProblemCode } from '../dialogue/model.ts';
import type { Localised } from '../engine/finding.ts';
import type { CodeRule } from './registry.ts';

/** What the reader could not make sense of. */
export const syntax: CodeRule = (meta) => ({
  scope: 'problem',
  meta,
  message: ({ code, words }) => {
    const { en, 'zh-CN': hans, 'zh-TW': hant } = MESSAGES[code];
    const told = (message: string): string => message.replace('{words}', () => words);
    return { en: told(en), 'zh-CN': told(hans), 'zh-TW': told(hant) };
  },
});

const MESSAGES: Readonly<Record<ProblemCode, Localised>> = {
  'unknown-directive': {
    en: 'Unknown directive {words}. Known: @type, @customer, @tags, @event, @until.',
    'zh-CN': '不认识的指令 {words}。可以用：@type、@customer、@tags、@event、@until。',
    'zh-TW': '不認識的指令 {words}。可以用：@type、@customer、@tags、@event、@until。',
  },
  'orphan-continuation': {
    en: 'This indented line continues nothing. Put a speaker before it, or remove the indent.',
    'zh-CN': '这一缩进行没有上文可接。请在前面写上说话人，或去掉缩进。',
    'zh-TW': '這一縮排行沒有上文可接。請在前面寫上說話人，或去掉縮排。',
  },
  'empty-turn': {
    en: '{words} says nothing. Write the words after it, or remove the line.',
    'zh-CN': '“{words}”后面没有话。请在后面写上内容，或删除这一行。',
    'zh-TW': '「{words}」後面沒有話。請在後面寫上內容，或刪除這一行。',
  },
  'empty-link': {
    en: 'This link leads nowhere. Write the heading or id of a scene after the arrow.',
    'zh-CN': '这条跳转没有目标。请在箭头后写上场景的标题或编号。',
    'zh-TW': '這條跳轉沒有目標。請在箭頭後寫上場景的標題或編號。',
  },
  'unclosed-comment': {
    en: 'This comment is never closed. Add --> at its end.',
    'zh-CN': '这条注释没有结束。请在末尾加上 -->。',
    'zh-TW': '這則註解沒有結束。請在結尾加上 -->。',
  },
  'unclosed-front-matter': {
    en: 'The front matter is never closed. Add a line with --- after it.',
    'zh-CN': '文件头没有结束。请在它后面加一行 ---。',
    'zh-TW': '檔案標頭沒有結束。請在它後面加一行 ---。',
  },
  'bad-front-matter': {
    en: 'The front matter is not valid YAML: {words}',
    'zh-CN': '文件头不是有效的 YAML:{words}',
    'zh-TW': '檔案標頭不是有效的 YAML:{words}',
  },
  'no-keys': {
    en: 'Front matter is made of keys and values, such as lang: en.',
    'zh-CN': '文件头要写成“键: 值”，例如 lang: zh-Hans。',
    'zh-TW': '檔案標頭要寫成「鍵: 值」，例如 lang: zh-Hant。',
  },
  'bad-date': {
    en: '{words} is not a date. Write it as 2026-12-31.',
    'zh-CN': '“{words}”不是日期。请写成 2026-12-31。',
    'zh-TW': '「{words}」不是日期。請寫成 2026-12-31。',
  },
  'unknown-mood': {
    en: '“{words}” names no mood. After @customer write cheerful, assertive, hesitant or angry.',
    'zh-CN': '“{words}”没有说明客户的情绪。@customer 后可以写 cheerful（开朗）、assertive（强势）、hesitant（犹豫）、angry（愤怒）。',
    'zh-TW': '「{words}」沒有說明客戶的情緒。@customer 後可以寫 cheerful（開朗）、assertive（強勢）、hesitant（猶豫）、angry（憤怒）。',
  },
  'shared-name': {
    en: 'A scene above is called “{words}” as well, and links of that name lead there. Give this one another name, or an {#id} to link to.',
    'zh-CN': '前面已有名为“{words}”的场景，同名跳转都会去那里。请改用别的名称，或写上 {#编号} 再跳转到编号。',
    'zh-TW': '前面已有名為「{words}」的場景，同名跳轉都會到那裡。請改用別的名稱，或寫上 {#編號} 再跳轉到編號。',
  },
  'not-parsed': {
    en: 'This file cannot be read as what it claims to be: {words}',
    'zh-CN': '这个文件的内容与它的格式不符：{words}',
    'zh-TW': '這個檔案的內容與它的格式不符：{words}',
  },
  'no-value': {
    en: 'There is nothing in this file, though its format wants a value.',
    'zh-CN': '这个文件是空的，按它的格式应当有内容。',
    'zh-TW': '這個檔案是空的，按它的格式應當有內容。',
  },
};
