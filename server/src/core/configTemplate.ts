import type { Lang, Locale } from './index.ts';

/** What is known of a project before it has a config. */
export interface Survey {
  readonly lang?: Lang | undefined;
  /** Folders, relative, with Markdown files in which nobody speaks: they may be phrasebooks. */
  readonly silent?: readonly string[];
}

/** The text of a commented `huashu.yaml` to begin with. */
export function configTemplate(locale: Locale, { lang, silent = [] }: Survey = {}): string {
  const say = WORDS[locale];
  const folders = silent.length > 0 ? silent : ['kb'];
  return [
    `# ${say.head}`,
    '',
    `# ${say.preset}`,
    'extends: recommended',
    '',
    `# ${say.lang}`,
    lang === undefined ? '# lang: auto' : `lang: ${lang}`,
    '',
    `# ${say.rules}`,
    '# rules:',
    '#   policy-pushing: warning',
    '#   repeated-phrase: off',
    '',
    `# ${say.files}`,
    '# files:',
    ...folders.map((folder) => `#   ${JSON.stringify(`${folder}/**/*.md`)}: phrasebook`),
    '',
    `# ${say.ignore}`,
    '# ignore: ["drafts/**"]',
    '',
    `# ${say.roles}`,
    `# roles: {agent: [${say.agent}], customer: [${say.customer}]}`,
    '',
    `# ${say.placeholders}`,
    `# placeholders: {syntax: ["{\u2026}"], known: {${say.known}}}`,
    '',
    `# ${say.declared}`,
    `# tags: [${say.tags}]`,
    `# terms: {${say.terms}}`,
    `# facts: {refund-days: {match: '${say.match}', value: "3"}}`,
    '',
    `# ${say.allow}`,
    `# allow: ["${say.phrase}"]`,
    '',
  ].join('\n');
}

const WORDS = {
  en: {
    head: 'huashu: checks what is said to customers. Each rule is explained by: huashu explain RULE',
    preset: 'minimal (errors alone), recommended, or strict.',
    lang: 'The language of the scripts: zh-Hans, zh-Hant, en, or auto.',
    rules: 'A level for a rule: off, hint, info, warning, error.',
    files: 'Files that hold phrases without speakers.',
    ignore: 'Files not to check, as in .gitignore. There is .huashuignore, too.',
    roles: 'More words for who speaks.',
    agent: 'Concierge',
    customer: 'Member',
    placeholders: 'What is filled in later. The first is the one that fixes insert; others than the known are reported.',
    known: 'name: {example: Ms. Patel}',
    declared: 'Tags that exist, preferred words with those they stand in for, and what must be stated alike everywhere.',
    tags: 'refund, delivery',
    terms: 'refund: [money back]',
    match: 'refund.{0,20}?(\\d+) (?:working|business) days',
    allow: 'Phrases never reported.',
    phrase: 'in due course',
  },
  'zh-CN': {
    head: 'huashu 话术检查。每条规则的说明:huashu explain 规则名',
    preset: 'minimal(只报错误)、recommended(推荐)或 strict(严格)。',
    lang: '脚本的语言:zh-Hans、zh-Hant、en,或 auto(自动判断)。',
    rules: '单独设定规则的级别:off、hint、info、warning、error。',
    files: '没有说话人、逐条写话术的文件。',
    ignore: '不检查的文件,写法同 .gitignore;也可以写在 .huashuignore 里。',
    roles: '另外哪些称呼是客服、哪些是客户。',
    agent: '小蜜',
    customer: '会员',
    placeholders: '占位符的写法和名称;第一种写法用于自动修改,名称不在其中的会提示。',
    known: '姓氏: {example: 王}',
    declared: '有哪些标签;统一的说法和它代替的词;各处必须一致的事实。',
    tags: '退款, 安抚',
    terms: '退款: [退钱, 返款]',
    match: '退款.{0,6}?(\\d+)个?工作日',
    allow: '从不提示的说法。',
    phrase: '尽快为您核实',
  },
  'zh-TW': {
    head: 'huashu 話術檢查。每條規則的說明:huashu explain 規則名',
    preset: 'minimal(只報錯誤)、recommended(推薦)或 strict(嚴格)。',
    lang: '腳本的語言:zh-Hans、zh-Hant、en,或 auto(自動判斷)。',
    rules: '個別設定規則的級別:off、hint、info、warning、error。',
    files: '沒有說話人、逐條寫話術的檔案。',
    ignore: '不檢查的檔案,寫法同 .gitignore;也可以寫在 .huashuignore 裡。',
    roles: '另外哪些稱呼是客服、哪些是客戶。',
    agent: '小編',
    customer: '會員',
    placeholders: '預留位置的寫法和名稱;第一種寫法用於自動修改,名稱不在其中的會提示。',
    known: '姓氏: {example: 王}',
    declared: '有哪些標籤;統一的說法和它代替的詞;各處必須一致的事實。',
    tags: '退款, 安撫',
    terms: '退款: [退錢, 返款]',
    match: '退款.{0,6}?(\\d+)個?工作日',
    allow: '從不提示的說法。',
    phrase: '儘快為您核實',
  },
} as const satisfies Readonly<Record<Locale, object>>;
