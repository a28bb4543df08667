import type { Lang, Settings } from '../../core/index.ts';

type Samples = Readonly<Record<Lang, string>>;

/** What stands in a placeholder's stead: the example its project gives, else one that suits its name, else the name itself. */
export function sampleFor(name: string, known: Settings['known'], lang: Lang): string {
  const given = known && Object.hasOwn(known, name) ? known[name]?.example : undefined;
  return given ?? SAMPLES.find(([named]) => named.test(name))?.[1][lang] ?? name;
}

/** Invented values by what a placeholder is called. The first that fits counts. */
const SAMPLES: readonly (readonly [RegExp, Samples])[] = [
  [/订单|訂單|单号|單號|order/iu, same('202611220018')],
  [/工号|工號|坐席号|(?:agent|staff)[ ._-]?(?:id|no)/iu, same('1024')],
  [/验证码|驗證碼|\b(?:otp|code)\b/iu, same('482913')],
  [/尾号|末四|末四碼|last[ ._-]?(?:4|four)/iu, same('6688')],
  [/姓氏|surname|(?:last|family)[ ._-]?name/iu, { 'zh-Hans': '王', 'zh-Hant': '王', en: 'Patel' }],
  [/称呼|稱呼|尊称|尊稱|salutation|honorific/iu, { 'zh-Hans': '王女士', 'zh-Hant': '王小姐', en: 'Ms. Patel' }],
  [/电话|電話|手机|手機|phone|mobile|\btel\b/iu, { 'zh-Hans': '138 0000 0000', 'zh-Hant': '0912-345-678', en: '555-0142' }],
  [/邮箱|信箱|邮件|e-?mail/iu, same('name@example.com')],
  [/链接|連結|网址|網址|link|url/iu, same('https://example.com')],
  [/地址|address/iu, { 'zh-Hans': '长安路 8 号', 'zh-Hant': '中山路 8 號', en: '8 Mill Road' }],
  [/城市|city/iu, { 'zh-Hans': '上海', 'zh-Hant': '台北', en: 'Leeds' }],
  [/公司|品牌|店铺|店名|店家|company|brand|shop/iu, { 'zh-Hans': '晴天商城', 'zh-Hant': '晴天商城', en: 'Sunny Store' }],
  [/商品|产品|產品|货品|套餐|方案名|product|item|plan/iu, { 'zh-Hans': '无线耳机', 'zh-Hant': '無線耳機', en: 'wireless earbuds' }],
  [/客服|专员|專員|坐席|agent|advisor|staff/iu, { 'zh-Hans': '小林', 'zh-Hant': '小林', en: 'Sam' }],
  [/姓名|名字|名称|名稱|客户|客戶|顾客|顧客|name|customer|client/iu, { 'zh-Hans': '王芳', 'zh-Hant': '王小美', en: 'Anna Patel' }],
  [/金额|金額|价格|價格|费用|費用|余额|餘額|amount|price|fee|total|balance/iu, { 'zh-Hans': '¥128', 'zh-Hant': 'NT$1,280', en: '£128' }],
  [/日期|date/iu, { 'zh-Hans': '11月25日', 'zh-Hant': '11月25日', en: '25 November' }],
  [/小时|小時|hours?/iu, same('24')],
  [/分钟|分鐘|minutes?/iu, same('15')],
  [/天数|天數|工作日|days?/iu, same('3')],
  [/时间|時間|时点|time/iu, { 'zh-Hans': '今天 18:00', 'zh-Hant': '今天 18:00', en: '6 pm today' }],
  [/数量|數量|次数|次數|数|數|count|number|quantity/iu, same('2')],
];

function same(value: string): Samples {
  return { 'zh-Hans': value, 'zh-Hant': value, en: value };
}
