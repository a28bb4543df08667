import type { Moment, Words } from '../../engine/moment.ts';
import { CODED, sentenceOf, type Thing, TOWNS, VERSIONED } from './things.ts';

/** True when what is asked for is another of its kind than what was given: the model of the phone, not of the projector. */
export function isOfAnother(thing: Thing, words: Words, given: Moment): boolean {
  const asked = sentenceOf(words);
  const all = given.speeches().map(({ text }) => text);
  if (thing === 'model') return all.every((text) => isElsewhere(CODED, asked, text));
  if (thing === 'version') return all.every((text) => isOtherSystem(asked, text));
  if (thing === 'branch') return TO_COME.test(asked);
  return thing === 'area' && all.every((text) => isNarrower(asked, text));
}

/** True when a question names another device than the one whose code was given. */
function isElsewhere(code: RegExp, asked: string, told: string): boolean {
  const named = asked.match(DEVICES) ?? [];
  const found = code.exec(told);
  if (named.length === 0 || !found) return false;
  const end = found.index + found[0].length;
  const behind = told.slice(end, end + BESIDE).split(/[,\u3002.!?]/u)[0]!;
  const before = told
    .slice(Math.max(0, found.index - AHEAD), found.index)
    .split(/[,\u3002.!?]/u)
    .at(-1)!;
  const beside = before + found[0] + behind;
  if (named.some((device) => beside.includes(device))) return false;
  return (beside.match(DEVICES) ?? []).length > 0 || named.some((device) => told.includes(device));
}

/** True when a question is about the system and an app's version was given, or the other way round. */
function isOtherSystem(asked: string, told: string): boolean {
  const found = VERSIONED.exec(told);
  if (!found) return false;
  const around = told.slice(Math.max(0, found.index - BESIDE), found.index + found[0].length + BESIDE);
  const isSystem = SYSTEM.test(found[0]) || (SYSTEM.test(around) && !APP.test(around));
  return isSystem ? APP.test(asked) && !SYSTEM.test(asked) : SYSTEM.test(asked) && !SYSTEM.test(around);
}

/** True when a question asks for more than the town that was given. */
function isNarrower(asked: string, told: string): boolean {
  return WITHIN.test(asked) ? TOWN.test(told) : WHICH_TOWN.test(asked) && !TOWN.test(told) && /[区县镇路街]/u.test(told);
}

/** So far beside a code it is said of what it is the code. */
const BESIDE = 14;
const AHEAD = 8;
const DEVICES =
  /手机|电脑|笔电|笔记本|平板|路由器?|打印机|印表机|洗碗机|冷气|遥控器?|机车|电视|相机|耳机|手表|空调|冰箱|洗衣机|热水器|扫地机|投影仪|净水器|除湿机|音箱|车(?!间|位|票)|\b(?:phone|laptop|computer|tablet|router|printer|tv|camera|watch|dishwasher|washer|fridge|oven|projector|speaker|headset|boiler|car|bike|mower|stroller|vacuum)\b/gu;
const SYSTEM = /系统|ios|安卓|鸿蒙|windows|win\d|macos|android|固件|firmware/u;
const APP = /app|应用|软体|软件|客户端|小程序|程式|程序|browser|浏览器|plug-?in/u;

/** Asks where the customer would like to go, not where they were. */
const TO_COME = /[想要便算以](?:去|到|来|在)|\b(?:would you (?:like|prefer)|(?:suits?|works?|easiest|nearest|prefer|want))\b/u;
const TOWN = new RegExp(
  `${TOWNS}|\\b(?:london|new york|nyc|los angeles|chicago|houston|boston|seattle|san francisco|dallas|austin|miami|atlanta|toronto|vancouver|montreal|sydney|melbourne|brisbane|perth|auckland|manchester|birmingham|glasgow|edinburgh|dublin|leeds|liverpool|bristol|singapore|delhi|mumbai|bangalore|england|scotland|wales|ireland|texas|california|florida|canada|australia)\\b`,
  'u',
);
const WITHIN =
  /whereabouts|\b(?:part|area|neighbou?rhood|suburb|borough|district|street|address)\b|区|哪[里儿边]|位置|一带|小区|具体|住哪/u;
const WHICH_TOWN = /城市|哪个市|哪个县|\b(?:city|town)\b/u;
