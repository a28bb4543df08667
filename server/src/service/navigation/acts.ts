import type { Localised } from '../../core/index.ts';

/** What an agent does by saying something, as far as a reader wants to be told. The others serve rules alone. */
export const SHOWN_ACTS = [
  'greeting',
  'apology',
  'empathy',
  'thanks',
  'question',
  'paraphrase',
  'diagnosis',
  'offer',
  'options',
  'instruction',
  'commitment',
  'progress',
  'callback',
  'handover',
  'identify',
  'refusal',
  'resolution-check',
  'more-help',
  'farewell',
] as const;

type ShownAct = (typeof SHOWN_ACTS)[number];

/** What those acts are called. */
export const ACT_WORDS: Readonly<Record<ShownAct, Localised>> = {
  greeting: { en: 'greeting', 'zh-CN': '问候', 'zh-TW': '問候' },
  apology: { en: 'apology', 'zh-CN': '道歉', 'zh-TW': '道歉' },
  empathy: { en: 'empathy', 'zh-CN': '共情', 'zh-TW': '同理' },
  thanks: { en: 'thanks', 'zh-CN': '感谢', 'zh-TW': '感謝' },
  question: { en: 'question', 'zh-CN': '询问', 'zh-TW': '詢問' },
  paraphrase: { en: 'paraphrase', 'zh-CN': '复述', 'zh-TW': '複述' },
  diagnosis: { en: 'diagnosis', 'zh-CN': '了解原因', 'zh-TW': '了解原因' },
  offer: { en: 'offer', 'zh-CN': '提出方案', 'zh-TW': '提出方案' },
  options: { en: 'options', 'zh-CN': '给出选择', 'zh-TW': '給出選擇' },
  instruction: { en: 'instruction', 'zh-CN': '操作指引', 'zh-TW': '操作指引' },
  commitment: { en: 'commitment', 'zh-CN': '承诺', 'zh-TW': '承諾' },
  progress: { en: 'progress', 'zh-CN': '告知进度', 'zh-TW': '告知進度' },
  callback: { en: 'callback', 'zh-CN': '约定回电', 'zh-TW': '約定回電' },
  handover: { en: 'handover', 'zh-CN': '转接', 'zh-TW': '轉接' },
  identify: { en: 'identity check', 'zh-CN': '核实身份', 'zh-TW': '核對身分' },
  refusal: { en: 'refusal', 'zh-CN': '拒绝', 'zh-TW': '拒絕' },
  'resolution-check': { en: 'resolution check', 'zh-CN': '确认解决', 'zh-TW': '確認解決' },
  'more-help': { en: 'more help', 'zh-CN': '询问其他需要', 'zh-TW': '詢問其他需要' },
  farewell: { en: 'farewell', 'zh-CN': '结束语', 'zh-TW': '結束語' },
};
