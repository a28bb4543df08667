import { ADDRESSED, AGED, DATED, HELD, SEVERAL } from './englishMentions.ts';
import { isWithin } from './multiset.ts';

/*
 * What a rewording must carry over: placeholders, numbers and codes, amounts and times in Chinese numerals, named
 * people, titles in 《》. Said once, for checking a rewording (over text as written) and for building one (over normal text).
 */
const NUMERALS = '零〇一二三四五六七八九十百千万萬';
/** A Chinese numeral that counts: 一 alone only before a word of time, since 一个 and 一下 count nothing. */
const COUNT = `(?:[零〇二两兩三四五六七八九十百千万萬]|一(?=[${NUMERALS}]|[个個](?:工作日|月|小[时時])|年|[周週]))[${NUMERALS}]*`;
const COUNTED = '(?:[个個]?工作日|[个個]?小[时時]|[个個]月|分[钟鐘]|[天日元块塊号號年周週折条條])';
const SURNAMES =
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范石姚谭譚廖邹鄒熊金陆陸孔白崔康毛邱秦江史顾顧侯邵孟龙龍段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔';
const PERSON = `[${SURNAMES}](?:先生|女士|小姐|太太|老[师師]|[经經]理|主管|[师師]傅|[医醫]生)`;
const TITLE = '《[^》\\n]+》';

/** Stands behind words of saying, where how often something was said follows, which is no fact. */
const OFTEN =
  '(?!(?<=[说說讲講问問提催][了过過]?)\\d{1,2} ?遍)(?!(?<=\\b(?:told|said|asked|explained|mentioned)\\b[^.!?\\n]{0,20} )\\d{1,2} times\\b)';

const TOKENS = new RegExp(
  `${TITLE}|${PERSON}|\\b(?:Mr|Mrs|Ms|Miss|Dr)\\.? \\p{Lu}[\\p{L}'’-]+|(?:(?<!\\d)${OFTEN}|(?<=\\d))(?:[A-Za-z]*\\d[\\w.,:/-]*\\d|\\d)|${COUNT}(?=${COUNTED})`,
  'gu',
);

/** A person by name, in normal text. "Miss" is a verb too: not before the words that follow it then. */
const NAMED = `${PERSON}|\\b(?:(?:mr|mrs|ms|dr)\\.?|miss(?! (?:the|you|it|a|an|this|that|out|our|your|any)\\b)) [\\p{L}][\\p{L}'-]+`;

/** A clause of normal text that does nothing but address somebody. */
export const ADDRESS = new RegExp(`^(?:${NAMED}|\\ufffc+(?:先生|女士|小姐|太太|老[师師]|同[学學])?)$`, 'u');

/** In normal text, where a placeholder is masked: what must be carried, with the unit or word that makes it readable. */
export const MENTION = new RegExp(
  [
    '\\uFFFC+(?:(?:先生|女士|小姐|太太|老师|同学|经理|主管|师傅|医生)(?:的(?:合同|订单|账户|账号|包裹|快递|预约|资料|保单|申请|退款|房间|座位|行李|手机|号码|套餐))?)?',
    TITLE,
    NAMED,
    DATED,
    ADDRESSED,
    AGED,
    HELD,
    SEVERAL,
    `(?:the (?=\\d+(?:st|nd|rd|th)\\b)|(?:section|clause|article|order|room|flight|line|gate|seat|table|window|platform|terminal|floor|page|step|size|number|model|plan|version|case|(?:(?:order|invoice|ticket|booking|case|account|flight|room) )?no\\.|tel\\.?|ext\\.?|extension) |第|分机号?|(?:订单|运单|工单)号?|单号|尾号|编号|[£$€¥])?${OFTEN}[a-z]*\\d[\\w.,:/%-]*(?<![.,:])(?: ?(?:个?工作日|个?小时|个?月|分钟?|公斤|单元|房间?|[天日元块件张号点年次遍趟回位名人份台部本片杯瓶盒箱包袋只辆套双支种笔期单条折万千款项米楼层室床桌排栋页章节岁]|(?:business |working |calendar )?(?:days?|hours?|minutes?|months?|weeks?|years?|pounds?|dollars?|euros?|items?|kg|am|pm)\\b|[ap]\\.m\\.))?`,
    `第?${COUNT}${COUNTED}`,
  ].join('|'),
  'gu',
);

/** True when every token of `before` stands in `after` at least as often. `placeholders` finds those of the project. */
export function keepsTokens(before: string, after: string, placeholders: RegExp): boolean {
  if (after.includes(before)) return true;
  const held = tokens(before, placeholders);
  return held.length === 0 || isWithin(held, tokens(after, placeholders));
}

/** What must survive of a text as written; width does not matter. */
export function tokens(text: string, placeholders: RegExp): string[] {
  const plain = text.normalize('NFKC');
  const written = [...plain.matchAll(placeholders)].map((m) => m[0]);
  const rest = written.length > 0 ? plain.replace(placeholders, ' ') : plain;
  return [...written, ...[...rest.matchAll(TOKENS)].map((m) => m[0])];
}
