import type { Moment, Words } from '../../engine/moment.ts';

/** True when all that is asked is what somebody is called, or what is to be put in place of what is there: neither tells who asks. */
export function asksForNoProof(words: readonly Words[]): boolean {
  return words.every(({ speech, span }) => {
    const { start, end } = speech.sentence(span);
    const sentence = speech.text.slice(start, end);
    return FOR_NEW.test(sentence) || (NAME.test(sentence) && !BESIDES.test(sentence));
  });
}

/** True when the customer says that they have not got what was asked for, and gives nothing else that can be looked up. */
export function hasNoProof(moment: Moment): boolean {
  return moment.isWritten(MISSING) && !moment.isWritten(NUMBER);
}

/** True when the customer gives a number, by which they can be looked up. */
export function givesNumber(moment: Moment): boolean {
  return moment.isWritten(NUMBER);
}

/** True for what is ordered over a counter, which is nobody's account. */
export function isAtCounter(moment: Moment): boolean {
  return moment.isWritten(COUNTER);
}

const FOR_NEW =
  /新的?(?:地址|号码?|手机|电话|邮箱|信箱|卡号|密码|名字|联[系络])|(?:改|换|变更|更新)(?:成|到|为)(?:什么|哪|多少|几)|\bnew (?:\w+ )?(?:address|number|e-?mail|phone|card|name|password|postcode)\b|\bchange (?:it|that|this) to\b/u;
const NAME =
  /贵姓|怎么称呼|如何称呼|姓什么|您姓|哪位|姓名|名字|全名|大名|\b(?:(?:your|the|a|full|first|last|sur) ?name|who am i (?:speaking|talking|chatting)|who'?s (?:calling|this|speaking))\b/u;
/** What else is asked for beside a name. */
const BESIDES =
  /号|电话|手机|单|码|尾|证|生日|出生|地址|邮箱|信箱|住址|验证|密码|房间|座位|身[份分]|\b(?:number|post ?code|zip|e-?mail|digits|birth|birthday|reference|code|phone|address|password|pin|security|id|dob|mobile|order|booking|room)\b/u;
const MISSING =
  /不[记記]得|[记記]不(?:得|清|住|起)|忘[了记記]|不知道|不清楚|想不起|找不[到着著]|不见了|不見了|[弄搞][丢丟]|没带|沒帶|没有|沒有|没号|没在手|不在手|丢了|不(?:想|愿意?|方便|便)(?:说|说|給|给|讲|講|透露|提供|告)|不(?:给|給)你|不告[诉訴]你|[凭憑]什[么麼]|为什么要(?:给|告诉|说)|為什麼要(?:給|告訴|說)|\b(?:rather not|why (?:should|do) (?:i|you need)|none of your|(?:not|n'?t want to|refuse to) (?:giv|tell|say)\w*|don'?t (?:have|remember|know|recall)|do not (?:have|remember|know)|not (?:on me|sure|to hand|with me)|haven'?t got|can'?t (?:find|remember)|no idea|lost it|forgot(?:ten)?)\b/iu;
const NUMBER = /[0-9\uff10-\uff19]{3}/u;
const COUNTER =
  /[大中小]杯|薯[条條]|沙拉|[汉漢]堡|炸[鸡雞]|牛排|三明治|披[萨薩]|奶茶|珍奶|咖啡|拿[铁鐵]|[去少多正]冰|[半少无無微全]糖|[微不中重]辣|香菜|加[料蛋珠]|热饮|熱飲|冷饮|\b(?:flat white|mocha|cortado|macchiato|chai|juice|latte|coffee|cappuccino|espresso|americano|tea|milk|decaf|burger|fries|pizza|sandwich|steak|rice|noodles|wine|beer|dessert|starter|smoothie|toppings?|drink|soup|salad|spicy)\b/iu;
