import type { Localised } from '../engine/finding.ts';

/** A kind of phrase people look for by name: what such a phrase does, and for customers in which mood it is. Names are normal text. */
export interface Kind {
  readonly names: readonly string[];
  /** Acts of the agent, any of which makes a phrase one of the kind. */
  readonly acts?: readonly string[];
  readonly mood?: string;
}

/** What people call what they look for. */
export const KINDS: readonly Kind[] = [
  { names: ['安抚', '安慰', '共情', '同理', '情绪', 'soothe', 'soothing', 'calm', 'empathy', 'reassure'], acts: ['empathy', 'apology'] },
  { names: ['道歉', '致歉', '抱歉', '赔礼', '对不起', 'apology', 'apologise', 'apologize', 'sorry'], acts: ['apology'] },
  { names: ['感谢', '谢谢', '致谢', 'thanks', 'thank'], acts: ['thanks'] },
  { names: ['问候', '开场', '开头', '迎接', '招呼', '欢迎', 'greeting', 'greet', 'opening', 'welcome'], acts: ['greeting'] },
  { names: ['拒绝', '婉拒', '回绝', '推辞', '替代', '变通', 'refusal', 'refuse', 'decline', 'alternative'], acts: ['options', 'offer'] },
  { names: ['转接', '转交', '升级', '主管', '经理', 'handover', 'transfer', 'escalate', 'escalation', 'supervisor'], acts: ['handover'] },
  {
    names: ['回访', '跟进', '回电', '后续', '追踪', 'follow-up', 'followup', 'callback'],
    acts: ['callback', 'commitment', 'progress'],
  },
  {
    names: ['结束', '收尾', '结尾', '结束语', '道别', '告别', '再见', 'closing', 'close', 'farewell', 'goodbye', 'ending', 'wrap up'],
    acts: ['farewell', 'more-help'],
  },
  { names: ['复述', '确认', '核对', 'paraphrase', 'confirm', 'confirmation'], acts: ['paraphrase', 'resolution-check'] },
  { names: ['核实身份', '身份', '验证', '核身', 'identity', 'verification'], acts: ['identify', 'verified'] },
  { names: ['询问', '提问', '了解', '收集', 'question', 'ask', 'questions'], acts: ['question', 'collect'] },
  { names: ['排查', '诊断', '判断', 'diagnosis', 'diagnose', 'troubleshoot'], acts: ['diagnosis', 'check'] },
  { names: ['方案', '解决', '提议', '建议', 'solution', 'offer', 'proposal'], acts: ['offer', 'options'] },
  { names: ['选择', '选项', 'choice', 'options'], acts: ['options', 'choice'] },
  { names: ['承诺', '时限', '答复时间', 'commitment', 'promise', 'deadline'], acts: ['commitment'] },
  { names: ['进度', '催促', '等待', '稍等', 'progress', 'waiting', 'hold'], acts: ['progress', 'check'] },
  { names: ['登记', '记录', '受理', 'record', 'recorded'], acts: ['recorded', 'received'] },
  { names: ['解释', '说明', 'explain', 'explanation', 'reason'], acts: ['account', 'answer'] },
  { names: ['操作', '步骤', '指引', '引导', 'steps', 'instruction', 'instructions'], acts: ['instruction'] },
  { names: ['断线', '掉线', '中断', '重拨', 'reconnect', 'disconnected'], acts: ['reconnect'] },
  { names: ['生气', '愤怒', '激动', '发火', '暴躁', 'angry', 'anger', 'upset'], mood: 'angry', acts: ['empathy', 'apology'] },
  { names: ['犹豫', '迟疑', 'hesitant', 'unsure'], mood: 'hesitant' },
  { names: ['强势', '果断', '主导', 'assertive', 'demanding'], mood: 'assertive' },
  { names: ['开朗', '爽快', '愉快', 'cheerful', 'friendly'], mood: 'cheerful' },
];

/** Names of one topic, in normal text: who looks for one finds the others, too, in either language. */
export const TOPICS: readonly (readonly string[])[] = [
  ['退款', '退钱', '退费', 'refund'],
  ['退货', '退换', 'return'],
  ['换货', '更换', 'exchange', 'replacement'],
  ['物流', '快递', '包裹', '配送', '发货', '出货', 'delivery', 'shipping', 'shipment', 'parcel', 'package'],
  ['发票', 'invoice', 'receipt'],
  ['账单', '帐单', '扣款', 'bill', 'billing', 'charge'],
  ['投诉', '客诉', 'complaint', 'complain'],
  ['维修', '修理', '报修', 'repair'],
  ['取消', '退订', 'cancel', 'cancellation'],
  ['密码', '登录', '登入', 'password', 'login'],
  ['优惠', '折扣', '优惠券', 'discount', 'coupon', 'voucher'],
  ['价格', '价钱', '差价', 'price', 'pricing'],
  ['预约', '预订', '订位', 'booking', 'appointment', 'reservation'],
  ['会员', '积分', '点数', 'membership', 'points'],
  ['地址', 'address'],
  ['缺货', '没货', '补货', 'stock', 'restock'],
  ['赔偿', '补偿', '理赔', 'compensation', 'claim'],
  ['保修', '质保', '保固', 'warranty'],
  ['宽带', '网络', '上网', 'broadband', 'internet'],
  ['故障', '坏了', '损坏', '破损', 'fault', 'broken', 'damaged'],
];

/** What an agent would do who hears a customer do something. */
export const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  fault: ['apology', 'check', 'offer'],
  challenge: ['empathy', 'account'],
  rejection: ['options', 'offer'],
  question: ['answer', 'specific', 'check'],
  enquiry: ['answer', 'specific', 'check'],
  how: ['instruction', 'answer'],
  request: ['offer', 'options', 'commitment'],
  need: ['offer', 'options', 'commitment'],
};

/** What an agent should do, whatever it is about, who hears a customer do something. */
export const CALLS_FOR: Readonly<Record<string, readonly string[]>> = {
  complaint: ['empathy', 'apology'],
  anger: ['empathy', 'apology'],
  supervisor: ['handover'],
  sensitive: ['handover', 'empathy'],
  thanks: ['more-help', 'farewell'],
  'hang-up': ['farewell', 'more-help'],
};

/** What acts are called where it is told why a phrase is recommended. */
export const ACT_NAMES: Readonly<Record<string, Localised>> = {
  greeting: { en: 'greets', 'zh-CN': '问候', 'zh-TW': '問候' },
  apology: { en: 'apologises', 'zh-CN': '致歉', 'zh-TW': '致歉' },
  empathy: { en: 'shows empathy', 'zh-CN': '共情', 'zh-TW': '同理' },
  thanks: { en: 'thanks', 'zh-CN': '感谢', 'zh-TW': '感謝' },
  question: { en: 'asks', 'zh-CN': '询问', 'zh-TW': '詢問' },
  paraphrase: { en: 'says it back', 'zh-CN': '复述', 'zh-TW': '複述' },
  check: { en: 'looks it up', 'zh-CN': '查询', 'zh-TW': '查詢' },
  diagnosis: { en: 'gives a diagnosis', 'zh-CN': '判断原因', 'zh-TW': '判斷原因' },
  offer: { en: 'makes an offer', 'zh-CN': '给方案', 'zh-TW': '給方案' },
  instruction: { en: 'guides', 'zh-CN': '指引操作', 'zh-TW': '引導操作' },
  commitment: { en: 'promises a time', 'zh-CN': '承诺时间', 'zh-TW': '承諾時間' },
  progress: { en: 'tells the progress', 'zh-CN': '说明进度', 'zh-TW': '說明進度' },
  callback: { en: 'calls back', 'zh-CN': '回电', 'zh-TW': '回電' },
  handover: { en: 'hands over', 'zh-CN': '转接', 'zh-TW': '轉接' },
  'resolution-check': { en: 'asks whether it is solved', 'zh-CN': '确认解决', 'zh-TW': '確認解決' },
  'more-help': { en: 'offers more help', 'zh-CN': '询问其他需要', 'zh-TW': '詢問其他需要' },
  farewell: { en: 'says goodbye', 'zh-CN': '道别', 'zh-TW': '道別' },
  received: { en: 'acknowledges', 'zh-CN': '告知收到', 'zh-TW': '告知收到' },
  recorded: { en: 'takes it down', 'zh-CN': '登记', 'zh-TW': '登記' },
  identify: { en: 'asks who is speaking', 'zh-CN': '核对身份', 'zh-TW': '核對身分' },
  verified: { en: 'confirms who is speaking', 'zh-CN': '确认身份', 'zh-TW': '確認身分' },
  account: { en: 'explains', 'zh-CN': '解释原因', 'zh-TW': '解釋原因' },
  reconnect: { en: 'takes up a lost call', 'zh-CN': '断线重连', 'zh-TW': '斷線重連' },
  answer: { en: 'answers', 'zh-CN': '解答', 'zh-TW': '解答' },
  specific: { en: 'is specific', 'zh-CN': '给出具体信息', 'zh-TW': '給出具體資訊' },
  options: { en: 'gives a choice', 'zh-CN': '给选择', 'zh-TW': '給選擇' },
  choice: { en: 'asks which', 'zh-CN': '请客户选', 'zh-TW': '請客戶選' },
  collect: { en: 'collects details', 'zh-CN': '收集信息', 'zh-TW': '收集資訊' },
};

/** What moods are called. */
export const MOOD_NAMES: Readonly<Record<string, Localised>> = {
  angry: { en: 'angry', 'zh-CN': '愤怒', 'zh-TW': '憤怒' },
  hesitant: { en: 'hesitant', 'zh-CN': '犹豫', 'zh-TW': '猶豫' },
  assertive: { en: 'assertive', 'zh-CN': '强势', 'zh-TW': '強勢' },
  cheerful: { en: 'cheerful', 'zh-CN': '开朗', 'zh-TW': '開朗' },
};
