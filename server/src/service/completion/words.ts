import type { Localised } from '../../core/index.ts';

/** What directives are for. */
export const DIRECTIVES: Readonly<Record<string, Localised>> = {
  type: { en: 'what kind of scene this is', 'zh-CN': '这是哪一类场景', 'zh-TW': '這是哪一類情境' },
  customer: { en: 'the customer’s mood', 'zh-CN': '客户的情绪', 'zh-TW': '客戶的情緒' },
  tags: { en: 'tags, to find it by', 'zh-CN': '标签，便于查找', 'zh-TW': '標籤，便於查找' },
  event: { en: 'something that happens here', 'zh-CN': '这里发生的事', 'zh-TW': '這裡發生的事' },
  until: { en: 'the last day on which it may be used', 'zh-CN': '最后可用的日期，过期会提示', 'zh-TW': '最後可用的日期，過期會提示' },
};

/** What values of directives stand for; the directives in them are those with values of their own. */
export const VALUES: Readonly<Record<string, Readonly<Record<string, Localised>>>> = {
  type: {
    complaint: { en: 'the customer complains', 'zh-CN': '投诉', 'zh-TW': '客訴' },
    enquiry: { en: 'the customer asks', 'zh-CN': '咨询', 'zh-TW': '諮詢' },
    sales: { en: 'something is offered or sold', 'zh-CN': '销售', 'zh-TW': '銷售' },
    callback: { en: 'we call the customer', 'zh-CN': '回访', 'zh-TW': '回訪' },
    disconnect: { en: 'the call was cut off', 'zh-CN': '通话中断', 'zh-TW': '通話中斷' },
  },
  customer: {
    cheerful: { en: 'quick and friendly', 'zh-CN': '开朗、爽快', 'zh-TW': '開朗、爽快' },
    assertive: { en: 'strong-willed, wants to decide', 'zh-CN': '强势、要自己做主', 'zh-TW': '強勢、要自己作主' },
    hesitant: { en: 'unsure, needs time', 'zh-CN': '犹豫、拿不定主意', 'zh-TW': '猶豫、拿不定主意' },
    angry: { en: 'angry: soothe first', 'zh-CN': '愤怒：先安抚', 'zh-TW': '憤怒：先安撫' },
  },
  event: { disconnect: { en: 'the call is cut off', 'zh-CN': '通话中断', 'zh-TW': '通話中斷' } },
};

/** What comments that begin with `huashu-` do. */
export const SUPPRESSIONS: Readonly<Record<string, Localised>> = {
  'huashu-disable-next-line': {
    en: 'does not check the next line for the rules named',
    'zh-CN': '下一行不查这里写明的规则',
    'zh-TW': '下一行不查這裡寫明的規則',
  },
  'huashu-disable-line': {
    en: 'does not check this line for the rules named',
    'zh-CN': '这一行不查写明的规则',
    'zh-TW': '這一行不查寫明的規則',
  },
  'huashu-disable': {
    en: 'does not check from here on, as far as huashu-enable',
    'zh-CN': '从这里起不查，直到 huashu-enable',
    'zh-TW': '從這裡起不查，直到 huashu-enable',
  },
  'huashu-enable': { en: 'checks again from here on', 'zh-CN': '从这里起恢复检查', 'zh-TW': '從這裡起恢復檢查' },
};

/** What the slots that fixes leave are for. */
export const SLOTS: Readonly<Record<'alternative' | 'time' | 'reason' | 'name', Localised>> = {
  alternative: { en: 'what can be done instead', 'zh-CN': '可以改为做什么', 'zh-TW': '可以改為做什麼' },
  time: { en: 'a time that will be kept', 'zh-CN': '能做到的时间', 'zh-TW': '能做到的時間' },
  reason: { en: 'the reason, in the customer’s words', 'zh-CN': '原因，用客户听得懂的话', 'zh-TW': '原因，用客戶聽得懂的話' },
  name: { en: 'the customer’s name', 'zh-CN': '客户的姓名', 'zh-TW': '客戶的姓名' },
};

/** What else is said where something is offered or hovered over. */
export const SAID = {
  example: { en: 'e.g. {words}', 'zh-CN': '例如 {words}', 'zh-TW': '例如 {words}' },
  usedHere: { en: 'used in this file', 'zh-CN': '本文件用过', 'zh-TW': '本檔案用過' },
  usedElsewhere: { en: 'used in other files', 'zh-CN': '其他文件用过', 'zh-TW': '其他檔案用過' },
  reserved: { en: 'for the writer to fill in', 'zh-CN': '由撰写人填写', 'zh-TW': '由撰寫人填寫' },
  firesHere: { en: 'found here', 'zh-CN': '这里有', 'zh-TW': '這裡有' },
  disabled: { en: 'switched off above', 'zh-CN': '上文已停用', 'zh-TW': '上文已停用' },
  declared: { en: 'tag of the project', 'zh-CN': '项目标签', 'zh-TW': '專案標籤' },
  today: { en: 'today', 'zh-CN': '今天', 'zh-TW': '今天' },
  endOfMonth: { en: 'end of the month', 'zh-CN': '本月底', 'zh-TW': '本月底' },
  endOfYear: { en: 'end of the year', 'zh-CN': '今年底', 'zh-TW': '今年底' },
  speaks: { en: 'speaks', 'zh-CN': '说话人', 'zh-TW': '說話人' },
  branch: { en: 'branch', 'zh-CN': '分支', 'zh-TW': '分支' },
  phrase: { en: 'approved phrase', 'zh-CN': '团队话术', 'zh-TW': '團隊話術' },
  placeholder: { en: 'Placeholder', 'zh-CN': '占位符', 'zh-TW': '佔位符' },
  meansExample: { en: 'Example: {words}', 'zh-CN': '示例：{words}', 'zh-TW': '範例：{words}' },
  declaredIn: { en: 'Declared in {file}', 'zh-CN': '声明于 {file}', 'zh-TW': '宣告於 {file}' },
  unknown: {
    en: 'Not among the placeholders that {file} declares.',
    'zh-CN': '{file} 里没有声明这个占位符。',
    'zh-TW': '{file} 裡沒有宣告這個佔位符。',
  },
  didYouMean: { en: 'Perhaps {words} is meant.', 'zh-CN': '也许是 {words}？', 'zh-TW': '也許是 {words}？' },
  undeclared: {
    en: 'The project declares no placeholders: say under `placeholders.known` in huashu.yaml what each stands for.',
    'zh-CN': '项目没有声明占位符：可以在 huashu.yaml 的 `placeholders.known` 里写明每个占位符的含义。',
    'zh-TW': '專案沒有宣告佔位符：可以在 huashu.yaml 的 `placeholders.known` 裡寫明每個佔位符的含義。',
  },
  reservedFor: {
    en: 'Left by a fix for the writer to fill in: {words}.',
    'zh-CN': '修复留给撰写人填写的地方：{words}。',
    'zh-TW': '修復留給撰寫人填寫的地方：{words}。',
  },
  leadsTo: { en: 'Leads to **{words}**', 'zh-CN': '跳转到 **{words}**', 'zh-TW': '跳轉到 **{words}**' },
  inFile: { en: 'in {file}', 'zh-CN': '在 {file}', 'zh-TW': '在 {file}' },
  leadsNowhere: { en: 'No scene has this heading or id.', 'zh-CN': '没有场景有这个标题或编号。', 'zh-TW': '沒有情境有這個標題或編號。' },
} as const satisfies Readonly<Record<string, Localised>>;
