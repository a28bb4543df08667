import type { NoView } from '../../../server/src/viewProtocol.ts';
import { element, icon } from './dom.ts';
import type { PageLocale } from './page.ts';

/** A friendly word in place of a picture. */
export function notice(title: string, words: string): HTMLElement {
  return element('section', { class: 'notice', role: 'status' }, icon('chat'), element('h2', {}, title), element('p', {}, words));
}

/** Why there is no picture. */
export function noticeOf(why: NoView | 'gone', locale: PageLocale): HTMLElement {
  return notice(...WHY[locale][why]);
}

const WHY: Readonly<Record<PageLocale, Readonly<Record<NoView | 'gone', readonly [string, string]>>>> = {
  en: {
    'not-a-script': ['No script here', 'This file is not read as a script, or checking is switched off for it.'],
    'too-large': ['This file is very large', 'Files of more than 5 MB are left to the command line: huashu lint'],
    'not-open': ['One moment', 'The file is being opened.'],
    gone: ['The file cannot be read', 'It may have been moved or deleted, or the language server is not running.'],
  },
  'zh-CN': {
    'not-a-script': ['这里没有话术', '这个文件没有被当作话术读取，或者已对它关闭检查。'],
    'too-large': ['这个文件太大了', '超过 5 MB 的文件请用命令行检查：huashu lint'],
    'not-open': ['请稍等', '正在打开文件。'],
    gone: ['读不到这个文件', '它可能已被移动或删除，或者语言服务器没有运行。'],
  },
  'zh-TW': {
    'not-a-script': ['這裡沒有話術', '這個檔案沒有被當作話術讀取，或者已對它關閉檢查。'],
    'too-large': ['這個檔案太大了', '超過 5 MB 的檔案請用命令列檢查：huashu lint'],
    'not-open': ['請稍候', '正在開啟檔案。'],
    gone: ['讀不到這個檔案', '它可能已被移動或刪除，或者語言伺服器沒有執行。'],
  },
};
