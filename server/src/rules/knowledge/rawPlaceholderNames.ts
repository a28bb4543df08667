import { SLOT_NAMES } from '../../engine/rule.ts';
import type { Lang } from '../../engine/wording.ts';

/** A blank as somebody typed it, with the words around it. */
export interface Blank {
  readonly kind: 'person' | 'named' | 'choice' | 'unknown' | 'words' | 'others' | 'line' | 'run';
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** What a blank is to be filled with: names for it, by script, the likeliest first. */
interface Meaning {
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly 'zh-Hans': readonly string[];
  readonly 'zh-Hant': readonly string[];
  readonly en: readonly string[];
}

const SURNAME: Meaning = {
  'zh-Hans': ['姓氏', '姓', '客户姓氏', '称呼', '姓名'],
  'zh-Hant': ['姓氏', '姓', '客戶姓氏', '稱呼', '姓名'],
  en: ['name', 'surname', 'last name', 'lastname', 'last_name', 'customer'],
};
/** Behind a surname. */
const GIVEN: Meaning = {
  before: /[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董许許曹曾彭吕呂苏蘇蔡]$/u,
  'zh-Hans': ['名字'],
  'zh-Hant': ['名字'],
  en: ['first name', 'name'],
};
/** Whose somebody is: 我是XX的小李. */
const HOUSE: Meaning = {
  before: /(?:我是|这里是|這裡是)\s?$/u,
  after: /^\s?的/u,
  'zh-Hans': ['公司名', '公司', '品牌'],
  'zh-Hant': ['公司名稱', '公司', '品牌'],
  en: ['company', 'brand'],
};
const PERSON: Meaning = {
  before: /(?:我是|我叫|名叫|名字[叫是]|姓名[是:\uff1a]?|我姓|\bmy name is|\bi'm|\bi am|\bthis is|\bname[:,]?)\s?$/iu,
  'zh-Hans': ['姓名', '名字', '客服姓名', '坐席'],
  'zh-Hant': ['姓名', '名字', '客服姓名', '專員'],
  en: ['name', 'agent', 'first name'],
};
const MEANINGS: readonly Meaning[] = [
  HOUSE,
  PERSON,
  {
    before: /(?:运单|快递单|物流单|運單|快遞單|物流單|宅配單)(?:号|號|編號|编号)?[码碼]?(?:是|为|為|[:\uff1a])?\s?$/u,
    'zh-Hans': ['运单号', '快递单号', '单号'],
    'zh-Hant': ['運單號', '物流編號', '單號'],
    en: ['tracking'],
  },
  {
    before:
      /(?:订单|訂單|单号|單號|案件|工单|案號)(?:号|號|編號|编号)?[码碼]?(?:是|为|為|[:\uff1a])?\s?$|\b(?:order|case|ticket|reference|booking)(?: (?:number|no\.?|id))?(?: is)?[: #]*$/iu,
    'zh-Hans': ['订单号', '单号', '编号'],
    'zh-Hant': ['訂單編號', '訂單號', '編號'],
    en: ['order', 'order number', 'order_id', 'number'],
  },
  {
    before: /(?:工号|工號|客服)(?:是|为|為|[:\uff1a])?\s?$/u,
    'zh-Hans': ['工号'],
    'zh-Hant': ['工號'],
    en: ['agent'],
  },
  {
    before:
      /(?:电话|热线|手机号?码?|致电|拨打|電話|熱線|專線|手機號?碼?|撥打|請撥)(?:是|为|為|[:\uff1a])?\s?$|\b(?:phone(?: number)?|call(?: us)?(?: at| on)?|hotline|dial)(?: is)?:?\s?$/iu,
    'zh-Hans': ['电话', '热线'],
    'zh-Hant': ['電話', '專線'],
    en: ['phone', 'phone number'],
  },
  { before: /[$\u00a3\u20ac\uffe5\u00a5]\s?$/u, 'zh-Hans': ['金额'], 'zh-Hant': ['金額'], en: ['amount', 'price', 'total'] },
  {
    after: /^\s?(?:元|块钱?|塊錢?)|^\s?(?:dollars|pounds|euros|usd)\b/iu,
    'zh-Hans': ['金额'],
    'zh-Hant': ['金額'],
    en: ['amount', 'price', 'total'],
  },
  {
    after: /^\s?(?:个|個)?(?:工作日|小时|小時|分钟|分鐘|天)|^\s?(?:business |working )?(?:days?|hours?|minutes?)\b/iu,
    'zh-Hans': ['时限', '天数'],
    'zh-Hant': ['時限', '天數'],
    en: ['time', 'days'],
  },
  {
    before: /(?:日期|于|於|在|将于|將於|截止到?|有效期至|到)\s?$/u,
    after: /^\s?(?:前|之前|以前|到|送达|送達|到账|到帳|截止)/u,
    'zh-Hans': ['时间', '日期'],
    'zh-Hant': ['時間', '日期'],
    en: ['time', 'date'],
  },
  { before: /\b(?:by|before|on|until|at)\s$/iu, 'zh-Hans': ['时间', '日期'], 'zh-Hant': ['時間', '日期'], en: ['time', 'date'] },
  {
    before:
      /(?:欢迎(?:致电|光临|来到|咨询)?|歡迎(?:致電|光臨|來到)?|感谢(?:致电|您?选择|来电)|感謝(?:致電|您?選擇|來電)|这里是|這裡是|\b(?:calling|choosing|contacting|welcome to|thanks for (?:calling|choosing)))\s?$/iu,
    'zh-Hans': ['公司名', '公司', '品牌'],
    'zh-Hant': ['公司名稱', '公司', '品牌'],
    en: ['company', 'brand'],
  },
  {
    after: /^\s?(?:公司|商城|官网|官網|平台|旗舰店|旗艦店|品牌)/u,
    'zh-Hans': ['公司名', '公司', '品牌'],
    'zh-Hant': ['公司名稱', '公司', '品牌'],
    en: ['company', 'brand'],
  },
  {
    before: /(?:商品|产品|產品|型号|型號|款式)(?:是|为|為|[:\uff1a])?\s?$/u,
    'zh-Hans': ['商品', '产品'],
    'zh-Hant': ['商品', '產品'],
    en: ['item', 'product'],
  },
];
const CLOCK = /[年月日点點时時分:\uff1a]/u;
const TIME: Meaning = { 'zh-Hans': ['时间', '日期'], 'zh-Hant': ['時間', '日期'], en: ['time', 'date'] };
const ANYTHING: Meaning = { 'zh-Hans': ['内容'], 'zh-Hant': ['內容'], en: ['text'] };

/**
 * The name of the placeholder that should stand in a blank's place. Where config declares placeholders it is one of those, or one that is
 * always known; a blank that nothing around it explains is named only where any name will do.
 */
export function meaningOf(blank: Blank, lang: Lang, known: readonly string[] | undefined): { name: string; sure: boolean } | undefined {
  if (blank.kind === 'named' || blank.kind === 'choice' || blank.kind === 'words' || blank.kind === 'others')
    return ownName(blank.words, known);
  const fitting = fittingMeaning(blank);
  const names = (fitting ?? ANYTHING)[lang];
  const guesses = fitting === undefined || fitting === GIVEN || fitting === HOUSE || OPEN_CHOICE.test(blank.after);
  if (known === undefined) return { name: names[0]!, sure: !guesses };
  const found = names.find((name) => known.includes(name)) ?? reserved(fitting, lang);
  return found === undefined ? undefined : { name: found, sure: !guesses || fitting === undefined };
}

/** Titles of which somebody is still to choose one. */
const OPEN_CHOICE = /^\s?(?:先生|女士|小姐|太太)\s?[/\uff0f、或]\s?(?:先生|女士|小姐|太太)/u;

function fittingMeaning({ kind, words, before, after }: Blank): Meaning | undefined {
  if (kind === 'person') return GIVEN.before?.test(before) ? GIVEN : SURNAME;
  if (CLOCK.test(words)) return TIME;
  if (TITLED.test(before) || TITLED_BEHIND.test(after)) return SURNAME;
  return MEANINGS.find((meaning) => (meaning.before?.test(before) ?? true) && (meaning.after?.test(after) ?? true));
}

const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s?$|\b[Dd]ear $/u;
const TITLED_BEHIND = /^\s?(?:先生|女士|小姐|太太)/u;

/** What is in the brackets is its name. */
function ownName(words: string, known: readonly string[] | undefined): { name: string; sure: boolean } | undefined {
  const inside = words
    .slice(1, -1)
    .replace(/[,\uff0c\u3001 ]\s?(?:如|比如|例如|e\.g\.).*$/u, '')
    .trim();
  const name = inside === inside.toUpperCase() ? inside.toLowerCase() : inside;
  if (known === undefined) return { name, sure: true };
  const same = known.find((other) => other.toLowerCase() === name.toLowerCase());
  const slot = Object.values(SLOT_NAMES).flatMap((names) => Object.values(names));
  const found = same ?? slot.find((other) => other === name);
  return found === undefined ? undefined : { name: found, sure: true };
}

function reserved(meaning: Meaning | undefined, lang: Lang): string | undefined {
  if (meaning === SURNAME || meaning === PERSON) return SLOT_NAMES.name[lang];
  return meaning?.en[0] === 'time' ? SLOT_NAMES.time[lang] : undefined;
}
