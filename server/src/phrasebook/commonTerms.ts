import { termsOf } from './terms.ts';

/** Characters that carry no topic: a pair with one of them tells little. In normal text. */
const FUNCTION =
  '的了是在我您你妳他她它咱们这那哪有没不也都就能可以请为给把被和与跟呢吗吧啊哦嗯呀啦喔好很个一要想让说还再又什么怎之其及或但而因所如果从向很太最只并且若则使令无';

/** Words of service talk that are about nothing in particular. */
const COMMON =
  '抱歉 感谢 谢谢 帮忙 麻烦 耐心 联系 联络 处理 问题 情况 办理 提供 告诉 知道 理解 明白 放心 稍等 现在 目前 时间 今天 明天 建议 需要 服务 客服 确认 非常 实在 真的 尽快 马上 立即 方便 反馈 安排 解决 先生 女士 小姐 客户 顾客 尊敬 亲爱 生活 愉快 祝愿 再见 欢迎 来电 致电 稍后 之后 之前 已经 正在 关于 对于 根据 按照 规定 公司 系统 情形 部分 方式 方面 帮助 支持 协助 查询 核实 核对 登记 记录 申请 ' +
  'a about after again all also am an and any apologies apologise apologize apology are as at available back be because been before but by call can cannot check come contact could did do does due else etc first for from further get give glad go going good happy has have having hear hello help her here hi his how however if in is it its just kind kindly know let like look make may me mean moment more much must my need next no not now of on once one only or other our out over please policy possible really right see send should so some soon sorry sure take team thank thanks that the their them then there these they this those time to today unable unfortunately until up us very want was way we were what when where which while who why will with wish would you your';

const COMMON_TERMS: ReadonlySet<number> = new Set(COMMON.split(' ').flatMap(termsOf));
const FUNCTION_UNITS: ReadonlySet<number> = new Set([...FUNCTION].map((char) => char.charCodeAt(0)));

/** Pairs of Han characters are above, hashes of words below. */
const FIRST_PAIR = 0x34003400;

/** True for a term that does not tell what a text is about. */
export function isCommon(term: number): boolean {
  if (COMMON_TERMS.has(term)) return true;
  return term >= FIRST_PAIR && (FUNCTION_UNITS.has(term >>> 16) || FUNCTION_UNITS.has(term & 0xffff));
}
