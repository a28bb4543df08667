import type { PageLocale } from '../shared/page.ts';

/** The words of the customer's view. `{n}`, `{name}` … are filled in. */
export interface ChatWords {
  readonly chat: string;
  readonly bar: string;
  readonly whole: string;
  readonly walk: string;
  readonly flow: string;
  readonly again: string;
  readonly walkFromHere: string;
  readonly agent: string;
  readonly customer: string;
  readonly agentMark: string;
  readonly customerMark: string;
  readonly phrase: string;
  readonly bad: string;
  readonly sample: string;
  readonly sampleFor: string;
  readonly next: string;
  readonly choose: string;
  readonly takes: string;
  readonly none: string;
  readonly goesOn: string;
  readonly elsewhere: string;
  readonly over: Readonly<Record<'end' | 'elsewhere' | 'circle', string>>;
  readonly before: string;
  readonly behind: string;
  readonly part: string;
  readonly moreOptions: string;
  readonly moreFindings: string;
  readonly file: string;
  readonly empty: readonly [string, string];
  readonly severity: Readonly<Record<'error' | 'warning' | 'info' | 'hint', string>>;
  readonly goTo: string;
  readonly about: Readonly<Record<string, string>>;
}

export const CHAT_WORDS: Readonly<Record<PageLocale, ChatWords>> = {
  en: {
    chat: 'The script as a chat',
    bar: 'Customer’s view',
    whole: 'Whole script',
    walk: 'Walk through',
    flow: 'Flow',
    again: 'Start again',
    walkFromHere: 'Walk from here',
    agent: 'Agent',
    customer: 'Customer',
    agentMark: 'A',
    customerMark: 'C',
    phrase: 'Phrase',
    bad: 'Not to say',
    sample: 'sample values',
    sampleFor: 'Sample for {name}',
    next: 'Goes on with “{name}”',
    choose: 'What happens next?',
    takes: 'You chose',
    none: 'None of these, go on',
    goesOn: 'Went on',
    elsewhere: 'No scene “{name}” in this file',
    over: {
      end: 'The conversation ends here.',
      elsewhere: 'The script goes on outside of this file.',
      circle: 'The jumps go round in a circle from here.',
    },
    before: 'Show what comes before',
    behind: 'Show what comes next',
    part: 'A long script: {from}–{to} of {total} entries are shown.',
    moreOptions: 'and {n} more',
    moreFindings: 'and {n} more findings',
    file: 'About the file as a whole',
    empty: ['Nothing is said here yet', 'Write a line such as “Agent: Good morning.” and it appears here.'],
    severity: { error: 'Error', warning: 'Warning', info: 'Suggestion', hint: 'Hint' },
    goTo: 'go to it in the editor',
    about: {
      customer: 'Customer',
      type: 'Kind',
      tags: 'Tags',
      angry: 'angry',
      cheerful: 'cheerful',
      assertive: 'assertive',
      hesitant: 'hesitant',
      complaint: 'complaint',
      enquiry: 'enquiry',
      sales: 'sales',
      callback: 'callback',
      disconnect: 'dropped call',
    },
  },
  'zh-CN': {
    chat: '话术对话',
    bar: '顾客视角',
    whole: '全文',
    walk: '走一遍',
    flow: '流程图',
    again: '重新开始',
    walkFromHere: '从这里走一遍',
    agent: '客服',
    customer: '客户',
    agentMark: '服',
    customerMark: '客',
    phrase: '常用语',
    bad: '不要这样说',
    sample: '示例值',
    sampleFor: '{name} 的示例值',
    next: '接着：{name}',
    choose: '接下来怎么走？',
    takes: '您选了',
    none: '都不选，继续',
    goesOn: '没有选，继续',
    elsewhere: '本文件里没有“{name}”',
    over: { end: '对话到这里结束。', elsewhere: '后面的内容不在本文件里。', circle: '从这里开始一直在跳转，绕成了一圈。' },
    before: '看前面的内容',
    behind: '看后面的内容',
    part: '话术很长，这里显示第 {from}–{to} 条，共 {total} 条。',
    moreOptions: '另有 {n} 项',
    moreFindings: '另有 {n} 处发现',
    file: '关于整个文件',
    empty: ['这里还没有对话', '写一行“客服：您好”，就会出现在这里。'],
    severity: { error: '错误', warning: '警告', info: '建议', hint: '提示' },
    goTo: '在编辑器中查看',
    about: {
      customer: '客户',
      type: '类型',
      tags: '标签',
      angry: '生气',
      cheerful: '开朗',
      assertive: '强势',
      hesitant: '犹豫',
      complaint: '投诉',
      enquiry: '咨询',
      sales: '销售',
      callback: '回访',
      disconnect: '断线',
    },
  },
  'zh-TW': {
    chat: '話術對話',
    bar: '顧客視角',
    whole: '全文',
    walk: '走一遍',
    flow: '流程圖',
    again: '重新開始',
    walkFromHere: '從這裡走一遍',
    agent: '客服',
    customer: '客戶',
    agentMark: '服',
    customerMark: '客',
    phrase: '常用語',
    bad: '不要這樣說',
    sample: '範例值',
    sampleFor: '{name} 的範例值',
    next: '接著：{name}',
    choose: '接下來怎麼走？',
    takes: '您選了',
    none: '都不選，繼續',
    goesOn: '沒有選，繼續',
    elsewhere: '本檔案裡沒有「{name}」',
    over: { end: '對話到這裡結束。', elsewhere: '後面的內容不在本檔案裡。', circle: '從這裡開始一直在跳轉，繞成了一圈。' },
    before: '看前面的內容',
    behind: '看後面的內容',
    part: '話術很長，這裡顯示第 {from}–{to} 條，共 {total} 條。',
    moreOptions: '另有 {n} 項',
    moreFindings: '另有 {n} 處發現',
    file: '關於整個檔案',
    empty: ['這裡還沒有對話', '寫一行「客服：您好」，就會出現在這裡。'],
    severity: { error: '錯誤', warning: '警告', info: '建議', hint: '提示' },
    goTo: '在編輯器中檢視',
    about: {
      customer: '客戶',
      type: '類型',
      tags: '標籤',
      angry: '生氣',
      cheerful: '開朗',
      assertive: '強勢',
      hesitant: '猶豫',
      complaint: '客訴',
      enquiry: '諮詢',
      sales: '銷售',
      callback: '回訪',
      disconnect: '斷線',
    },
  },
};
