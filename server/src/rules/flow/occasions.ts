/** What a day or a time of day is for, as far as that tells one from another. */
export type Occasion = 'start' | 'end' | 'past' | 'call';

/** A day or a time of day, with what it is for. */
export interface When {
  readonly unit: 'day' | 'time';
  readonly occasion: Occasion | undefined;
  /** True where it is when the customer wants something. */
  readonly isWish: boolean;
}

/** The days and times of day in some words; of what is to be moved, those it is moved to. */
export function* whensIn(text: string): Generator<When> {
  for (const unit of ['day', 'time'] as const) {
    for (const { index, 0: words } of text.matchAll(WRITTEN[unit])) {
      const before = text
        .slice(Math.max(0, index - AROUND), index)
        .split(MARK)
        .at(-1)!;
      const after = text.slice(index + words.length, index + words.length + AROUND).split(MARK)[0]!;
      if (FROM.test(before) || TAKEN.test(after)) continue;
      const around = before + words + after;
      yield { unit, occasion: occasionIn(around), isWish: !BUSY.test(around) && (unit === 'day' || PLANNED.test(text)) };
    }
  }
}

/** What a day or time is for, in the words of a clause or a question; nothing where they do not tell. */
export function occasionIn(words: string): Occasion | undefined {
  if (CALL.test(words)) return 'call';
  if (END.test(words)) return 'end';
  if (PAST.test(words)) return 'past';
  return START.test(words) ? 'start' : undefined;
}

/** So far around a day it is looked for what the day is for. */
const AROUND = 24;
const MARK = /[,\u3002!?;.\n]/u;
const WRITTEN = {
  day: /(?:周|星期|礼拜)[一二三四五六日天]|(?<![\d月])[明后][天日]|(?<!\d)(?:\d{1,2}|[一二三四五六七八九十]{1,3})[号日](?![线楼桌房柜航门店台床库机院码座])|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btomorrow\b|\bthe \d{1,2}(?:st|nd|rd|th)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b/gu,
  time: /(?:[上下中]午|早上|晚上|凌晨|傍晚|[今明]早|[今明]晚)?(?:\d{1,2}|[二两三四五六七八九十]{1,2}|(?<=[午上晨晚早])一)点(?![心了数名赞])|(?<!\d)\d{1,2}:\d\d(?!\d)|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b(?:at|around|about) (?:(?:half past|quarter (?:past|to)) )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|\d{1,2}(?::\d\d)?)\b(?! (?:[a-z]+ )?(?:street|road|avenue|lane|people|of us|percent|pounds|dollars))/gu,
};
/** What is moved, and what is found wrong, not when it shall be. */
const FROM =
  /(?:把|将|原本|原来|本来|从|每)[^到至成]{0,10}$|\b(?:from|every|each|not|except|instead of)(?: \w+)? $|\b(?:move|change|shift|push|swap|cancel|reschedule)(?: (?:my|our|the|a))?(?: \w+)? $/u;
const TAKEN = /^的?[^,]{0,8}(?:取消|改[成到至期约]|换到|挪[到至]|延[到至后期]|不[来去能行])/u;
const CALL = /接电话|回电|来电|联系|联络|致电|打给|\b(?:call|ring|phone|reach|contact)\b/u;
const END =
  /退房|离店|回程|返程|返回|回来|回国|回去|结束|到期|截止|还车|归还|还回|\bcheck(?:ing)? ?out\b|\breturn|\bcom(?:e|ing) back\b|\bback (?:on|by)\b|\bend(?:s|ing)?\b|\bfinish|\b(?:un)?till?\b|\bleav(?:e|ing) (?:us|the (?:hotel|room))\b/u;
const PAST =
  /昨[天晚日]|前天|上次|上回|那天|上周|上个?(?:月|礼拜|星期)|\byesterday\b|\blast \w+|[买拍订下寄收付办装修发做](?:单|到|货)?的(?!话)|[买拍装修办寄收做](?:了|到)|下的单|下单的|发生|出现|开始(?:有|出|坏|这|不|漏|响|痛|疼|发)|坏的|来过|去过|\b(?:bought|purchased|ordered|happened|received|came|arrived|started|broke|placed|paid|visited|did|was|were|since)\b/u;
const START = /入住|出发|去程|取车|开始|check(?:ing)? ?in\b|\bdepart|\bstart|\bbegin|\bpick(?:ing)? ?up\b/u;
/** True where the customer gives up a day or time for another. */
export function givesUp(text: string): boolean {
  return GIVEN_UP.test(text);
}

/** Says when the customer cannot, or when something else is. */
const BUSY =
  /上班|开会|不在|没空|有空|出差|有事|没时间|航班|飞机|火车|高铁|下班|会议|关门|开门|营业|\b(?:work|busy|away|can't|cannot|flight|train|meeting|open|close|expires?)\b/u;
const PLANNED =
  /[订约预来到过取送拿改换号]|保洁|入住|位子?|\b(?:need|want|like|book|table|reserv|appointment|pick|collect|deliver|slot|seat|lesson|class|session|come|see)/u;
const GIVEN_UP =
  /不行|没空|改(?:天|期|一?天|个)|换(?:一?天|个)|别的(?:天|时间|日子)|其他(?:天|时间)|不方便|\b(?:(?:different|another|other) (?:day|date|time)|chang(?:e|ing) (?:the )?(?:days?|dates?|times?)(?! to)|out of town|(?:isn't|is not|not|won't|doesn't|can't|cannot) (?:\w+ ){0,2}(?:work|make|do|be|suit|go))\b/u;
