import { fold } from '../text/fold.ts';
import type { Role } from './model.ts';

/** The role of a speaker label as written (marks of emphasis allowed); undefined when it is not known. */
export type RoleOf = (label: string) => Role | undefined;

const CUSTOMER = '客户 顾客 用户 买家 来电者 客人 访客 customer caller user client guest visitor'.split(' ');
const AGENT = '客服 坐席 座席 专员 代表 店小二 客服专员 agent rep csr support operator advisor'.split(' ');

/** What may follow a label word and still be the same speaker: a number, a name, a title, something in brackets. */
const TAIL_HAN =
  /^(?:[a-z]{0,3}\d{0,6}|[甲乙丙丁一二三四五六七八九十]|[小阿老]\p{Script=Han}{1,2}|\p{Script=Han}{1,3}(?:先生|女士|小姐|老师|经理|主管|同学|姐|哥|总)|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]\p{Script=Han}{1,2})$/u;
const TAIL_LATIN = /^(?:\s*[#-]?\s*\d{0,6}|\s+(?!and\b|or\b|is\b|to\b|for\b|the\b|of\b|line\b|team\b|hours?\b|service\b)[a-z][a-z.'-]*(?:\s+[a-z][a-z.'-]*)?)$/u;

/** Knows the label words of both scripts and English, and those a project adds. */
export function speakers(folds: Uint16Array, more: { readonly agent?: readonly string[]; readonly customer?: readonly string[] } = {}): RoleOf {
  const words = new Map<string, Role>();
  for (const word of CUSTOMER) words.set(word, 'customer');
  for (const word of AGENT) words.set(word, 'agent');
  for (const word of more.customer ?? []) words.set(fold(folds, word.trim()), 'customer');
  for (const word of more.agent ?? []) words.set(fold(folds, word.trim()), 'agent');
  const longestFirst = [...words].sort(([a], [b]) => b.length - a.length);
  const known = new Map<string, Role | undefined>();
  return (label) => {
    if (known.has(label)) return known.get(label);
    const role = lookUp(clean(fold(folds, label)), words, longestFirst);
    if (known.size < MOST_REMEMBERED) known.set(label, role);
    return role;
  };
}

const MOST_REMEMBERED = 5000;
/** Longest label, in units; what is longer is prose. */
export const LONGEST_LABEL = 32;

function clean(label: string): string {
  return label
    .replace(/[*_`]/gu, '')
    .replace(/[([【].*?[)\]】]/gu, '')
    .replace(/^\s*(?:\d{1,3}[.)、]|[-•])\s*/u, '')
    .trim();
}

function lookUp(label: string, words: ReadonlyMap<string, Role>, longestFirst: readonly (readonly [string, Role])[]): Role | undefined {
  const exact = words.get(label);
  if (exact) return exact;
  for (const [word, role] of longestFirst) {
    if (!label.startsWith(word)) continue;
    const tail = label.slice(word.length);
    if (/^[a-z]/u.test(word) ? TAIL_LATIN.test(tail) : TAIL_HAN.test(tail.trim())) return role;
  }
  return undefined;
}
