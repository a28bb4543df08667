import { fold } from '../text/fold.ts';
import { ZERO_WIDTH } from '../text/normalise.ts';
import type { Role } from './model.ts';

/** The role of a speaker label as written (marks of emphasis allowed); undefined when it is not known. */
export type RoleOf = (label: string) => Role | undefined;

/** True for a line that someone else, or a note, begins: `主管:…`, `Please note: …`. */
export function opensWithLabel(line: string): boolean {
  return ANY_LABEL.test(line);
}

const ANY_LABEL = /^(?:\p{Script=Han}{1,6}\s?[:\uff1a]|\p{Lu}[\p{L}'\u2019]*(?: \p{L}+){0,2}:(?:\s|$))/u;

/** Longest label, in units; what is longer is prose. */
export const LONGEST_LABEL = 48;

const CUSTOMER = '客户 顾客 用户 买家 来电者 客人 访客 customer caller user client guest visitor'.split(' ');
const AGENT = '客服 坐席 座席 专员 代表 店小二 客服专员 agent rep csr support operator advisor'.split(' ');

/** Knows the label words of both scripts and English, and those a project adds. */
export function speakers(
  folds: Uint16Array,
  more: { readonly agent?: readonly string[]; readonly customer?: readonly string[] } = {},
): RoleOf {
  const words = new Map<string, Role>();
  for (const word of CUSTOMER) words.set(word, 'customer');
  for (const word of AGENT) words.set(word, 'agent');
  for (const word of more.customer ?? []) words.set(fold(folds, word.trim()), 'customer');
  for (const word of more.agent ?? []) words.set(fold(folds, word.trim()), 'agent');
  words.delete('');
  const longestFirst = [...words].sort(([a], [b]) => b.length - a.length);
  const known = new Map<string, Role | null>();
  return (label) => {
    const remembered = known.get(label);
    if (remembered !== undefined) return remembered ?? undefined;
    const role = lookUp(label, folds, words, longestFirst);
    if (label.length <= LONGEST_REMEMBERED && known.size < MOST_REMEMBERED) known.set(label, role ?? null);
    return role;
  };
}

const MOST_REMEMBERED = 5000;
/** Longer labels may share memory with the file they were cut from, and would keep it. */
const LONGEST_REMEMBERED = 12;

const MARKS = /[*_`]/gu;
const NUMBERING = /^\s*(?:[(（]?\d{1,3}[.)、．）]|[-•－·])\s*/u;
const BRACKETED = /^[([【「（［]([^()[\]【】「」（）［］]*)[)\]】」）］]$/u;
/** Marks that set off what is no part of a name: 客服(工号:001). */
const ASIDE = /[([【（［].*?[)\]】）］]/gu;
const BAD_EXAMPLE = /[([【（［]\s*(?:反例|错误|錯誤|不推荐|不推薦|禁用|bad|wrong|[\u2717\u2718\u274c])/iu;

function lookUp(
  label: string,
  folds: Uint16Array,
  words: ReadonlyMap<string, Role>,
  longestFirst: readonly (readonly [string, Role])[],
): Role | undefined {
  const bare = label.replace(MARKS, '').replace(INVISIBLE, '').replace(NUMBERING, '').trim();
  const written = (BRACKETED.exec(bare)?.[1] ?? bare.replace(ASIDE, '')).trim();
  const folded = fold(folds, written);
  const role = words.get(folded) ?? compound(folded) ?? named(written, folded, longestFirst);
  return role && BAD_EXAMPLE.test(bare) ? 'narrator' : role;
}

const INVISIBLE = new RegExp(ZERO_WIDTH.source, 'gu');

/** Several words for one who serves: 在线客服, 客户服务专员, Customer Service Agent. */
function compound(label: string): Role | undefined {
  return AGENT_HAN.test(label) || AGENT_LATIN.test(label) ? 'agent' : undefined;
}

const AGENT_HAN =
  /^(?:在线|人工|售[前中后]|官方|平台|店铺|商城|银行|电话|智能|专属|资深|高级|投诉|服务|客户|客服|退款|物流|技术|会员|理赔|业务){1,4}(?:客服|坐席|座席|专员|代表)\d{0,6}$/u;
const AGENT_LATIN =
  /^(?:(?:customer|client|service|services|support|care|sales|call|center|centre|contact|chat|live|help|desk|technical|tech|senior|billing) ){1,4}(?:agent|rep|representative|csr|support|operator|advisor)\s?#?\d{0,6}$|^(?:customer|client) (?:service|care)$/u;

/** A label word and who bears it: a number, a name, a title. */
function named(written: string, label: string, longestFirst: readonly (readonly [string, Role])[]): Role | undefined {
  for (const [word, role] of longestFirst) {
    if (!label.startsWith(word)) continue;
    const tail = label.slice(word.length);
    const latin = /[a-z]$/u.test(word);
    const end = written.slice(word.length);
    if (latin ? isLatinTail(tail, end) : isHanTail(tail, end)) return role;
  }
  return undefined;
}

const NUMBER = /^\s*(?:[#-]|no\.?)?\s*(?:\d{1,6}|[a-z]\d{0,6})?\s*号?$/u;
const LATIN_NAME = /^(?:\s+|\s*[-\u2013\u2014/\u00b7]\s*)\p{Lu}[\p{L}.'\u2019-]*(?:\s+\p{Lu}[\p{L}.'\u2019-]*)?$/u;
const NO_LATIN_NAME =
  /\b(?:names?|notes?|guides?|scripts?|lists?|ids?|e-?mail|mail|phone|tel|number|hours?|teams?|service|lines?|policy|manuals?|accounts?|profiles?|groups?|types?|info|information|details?|data|feedback|response|repl(?:y|ies)|questions?|requests?|center|centre|desk|portal|page|tickets?|tips?|only|must|should|says?|and|or|is|to|for|the|of)\b/u;

function isLatinTail(tail: string, written: string): boolean {
  if (/^[a-z]/u.test(tail)) return false;
  return NUMBER.test(tail) || (LATIN_NAME.test(written) && !NO_LATIN_NAME.test(tail)) || isHanName(tail.trim());
}

/** Common surnames of one character, in normal text. */
export const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
/** Surnames that many ordinary words begin with, too: known where a speaker's name is looked for alone. */
const OTHER_SURNAMES = '柯洪庄游詹施温欧翁涂纪巫蓝卓褚凌骆裴冉宁柴辛庞樊莫殷陶翟颜倪俞鲁葛伍韦毕聂焦柳邢岳齐梅祝舒耿牟苗靳甄阮覃霍隋鲍卞郎';
/** Ordinary words that begin like a surname. */
const NO_HAN_NAME =
  /^(?:方案|方式|方法|方面|方向|方便|范围|范本|金额|任务|任何|任意|常用|常见|常规|周期|余额|余下|马上|程序|程度|于是|陈述|钱款|高级|高频|高危|谢谢|谢绝|万一|段落|白名|易错|易混|顾虑|文本|文字|文案|文件|文档|许可|何时|何处|何地|郑重|罗列|曾经|杜绝|陆续|江湖|游戏|游客|施工|温馨|温度|纪录|纪念|蓝牙|蓝色|卓越|宁可|辛苦|莫名|陶瓷|颜色|毕业|毕竟|焦点|齐全|祝福|祝您|祝|舒适|凌晨)/u;
/** Given names of one character said twice; what is said twice besides is no name. */
const TWICE =
  /^(?![看谢试常往天人多慢好等说问聊刚仅早家处个件样事时日年月次步点条想查找听写读笑哈呵嘿嗯哦对是不来去走算讲谈连偏明暗渐缓轻悄默偷稍略最非只单光空大小])(\p{Script=Han})\1$/u;
const HAN_NAME = new RegExp(
  `^(?:[甲乙丙丁一二三四五六七八九十]号?|(?:欧阳|司马|诸葛|上官|司徒|皇甫|慕容|公孙|令狐|夏侯|东方|端木)\\p{Script=Han}{1,2}|[小阿老]\\p{Script=Han}{1,2}|[小阿老大][a-z]{2,12}|大[${SURNAMES}${OTHER_SURNAMES}]|(?:人员|员)?\\p{Script=Han}{0,3}(?:先生|女士|小姐|老师|经理|主管|同学|小妹|姐|哥|总|人员)|[${SURNAMES}${OTHER_SURNAMES}]\\p{Script=Han}{1,2})$`,
  'u',
);
const LATIN_NAME_AFTER_HAN = /^(?!(?:qq|app|id|tel|vip|email|mail|wechat|faq|sop|kpi|im|crm|url)\b)[a-z]{2,12}$/u;

const FULL_NAME = /^\s*\p{Lu}[a-z]+ \p{Lu}[a-z]+$/u;

function isHanTail(tail: string, written: string): boolean {
  const name = tail.replace(/^[\s\u00b7\-\u2013\u2014/]+/u, '').replace(/^\d{1,4}号?(?=\p{Script=Han})/u, '');
  return NUMBER.test(tail) || LATIN_NAME_AFTER_HAN.test(name) || (FULL_NAME.test(written) && !NO_LATIN_NAME.test(name)) || isHanName(name);
}

function isHanName(name: string): boolean {
  return /^(.)\1$/u.test(name) ? TWICE.test(name) : HAN_NAME.test(name) && !NO_HAN_NAME.test(name);
}
