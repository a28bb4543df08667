import type { Moment } from '../../engine/moment.ts';

/** True when the customer praises or thanks where there was bad news, and goes on to what comes of it: "Lovely. I'll sleep in the car, then." */
export function mocks(moment: Moment, last: Moment): boolean {
  if (!moment.isWritten(PRAISING)) return false;
  const text = written(moment);
  if (CONTRASTED.test(text)) return true;
  if (text.includes('?') || TAKES.test(text)) return false;
  const answer = written(last);
  return (BAD_NEWS.test(answer) && (ADMIRING.test(text) || MOCKING.test(text))) || echoes(text, answer);
}

/** True when a good word of an answer is said again with too much weight: "Very safe indeed." */
function echoes(text: string, answer: string): boolean {
  const word = ECHO.exec(text)?.[1];
  return word !== undefined && answer.includes(word);
}

function written(moment: Moment): string {
  return moment
    .speeches()
    .map(({ text }) => text)
    .join('\n');
}

/** What no mock is without, as it is written. */
const PRAISING =
  /真[\u4e00-\u9fff]|好[\u4e00-\u9fff]{1,3}[喔哦噢]|倒[是挺]|就[当當]|[谢謝]|[厉厲]害|太好|佩服|楷模|典[范範]|榜[样樣]|了不起|高明|有本事|精彩|大[开開]眼界|[长長漲涨][见見知]|不[错錯]不[错錯]|得很|恭喜|[好真]棒|\b(?:lovely|great|brilliant|wonderful|fantastic|perfect|charming|marvell?ous|super\w*|terrific|nice|thanks?|cheers|good|glad|well|bravo|splendid|classy|kind|generous|convenient|impressive|bargain|treat|joy|hats off|dream|applause|medal|award|prize|congrat\w*|marks|out of ten|stars|lucky|indeed|delightful|excellent|stunning|genius|thrilled|delighted|bliss)\b/iu;
/** Ironic whatever went before: one thing goes well and another, that matters, does not; a loss put down to charity. */
const CONTRASTED =
  /倒是?(?:挺|很|真|蛮|够)[^,。!?]{1,8},[^。!?]{0,6}(?:就|却|才|得|要|没|不|怎么|轮到|到了)|(?:我|全)?就当(?:是)?(?:我)?(?:今天|专门|花钱|交学费|做慈善|捐|喂|请假|买个?教训|倒霉|丢)|\bthanks for nothing\b|\b(?:great|excellent|fantastic|brilliant|wonderful|top-notch|lovely|amazing|stellar) (?:customer )?(?:service|care|support)\b[^.!?]{0,12}\b(?:as (?:always|usual|ever)|again|once more|guys|you lot)\b/u;
/** Admires, awards and congratulates. */
const ADMIRING =
  /佩服|楷模|典范|榜样|了不起|高明|有本事|精彩|大开眼界|长见识|涨知识|不错不错|[厉害棒]了,?我的|恭喜你们|好棒棒|[\u4e00-\u9fff]得很(?=[。!]|$)|[可还]真(?:是)?(?:够)?(?!可惜|遗憾|麻烦|抱歉|不|没|慢|久|远|贵|难|烦|累|惨|糟|巧)[\u4e00-\u9fff]{1,3}(?=[,。!]|$)|真(?:会|行|有你们的|有一套|够意思|省心|贴心|体贴|周到)|好(?!可惜|遗憾|麻烦|慢|久|远|贵|难|烦|累|惨|糟|吵|热|冷|奇怪|失望|倒霉|不|没|好|吧|的|像|多|了)[\u4e00-\u9fff]{1,3}[喔哦噢](?=[,。!~]|$)|(?:谢谢|感谢|多谢)[^,。!?]{0,4}[喔哦噢呵],|\b(?:hats off|living the dream|round of applause|slow clap|gold (?:star|medal)|(?:full|top) marks|(?:ten|10) out of (?:ten|10)|five stars|well (?:done|played)|bravo|congrat\w*|lucky (?:me|us|him|her)|just what (?:i|we) (?:needed|wanted)|made my (?:day|week)|couldn't be better|deserves? (?:a|an) (?:medal|award|prize|raise)|(?:give|hand) (?:\w+ )?(?:a|an) (?:medal|award|prize)|pure genius|absolute genius|(?:so |really |very )?glad (?:i|we) (?:pay|paid|bothered|trusted|chose|upgraded|signed|joined|waited|asked|called|rang|booked|took)|(?:i'm|we're) (?:so |absolutely )?(?:thrilled|delighted|overjoyed)|what a (?:bargain|treat|joy|relief|surprise|privilege|triumph|coincidence)|how (?:kind|generous|convenient|helpful|thoughtful|reassuring|comforting|lovely|nice|wonderful|delightful))\b/u;
const GOOD_EN =
  '(?:lovely|great|brilliant|wonderful|fantastic|perfect|charming|marvell?ous|superb|super|terrific|nice|thanks(?: a (?:lot|bunch|million))?|cheers|good|oh good|excellent|splendid|delightful|stunning)';
/** Praise, and what comes of it or what it is for. */
const MOCKING = new RegExp(
  [
    '(?:太好|太棒|真好|真棒|很好|厉害|谢谢|感谢|多谢)(?:了|你们|您们?|你|喔|哦|啊|呀|呢)*,[^\\u3002!?]{0,3}(?:那|所以|又|反正|这下)[^,\\u3002!?]{0,12}(?:就|只好|只能|可以|得|要|等)[^,\\u3002!?]{2,20}',
    `^(?:oh,? |well,? )?${GOOD_EN}(?: \\w+)?[.,!]+ [^?]*(?:\\b(?:then|i (?:suppose|guess))[.!]*$|\\b(?:i (?:suppose|guess)|guess) (?:i'll|i'd|we'll|my|that|the|it|he|she)\\b)`,
  ].join('|'),
  'u',
);
/** Takes what was said after all. */
const TAKES =
  /\b(?:works?(?: for|,|\.| fine| great)|i'll (?:take|have|do|wait|be|come|see|try|go|pick|call|use|book|get)(?! (?:it to my|in a|on a|without))(?=[^.!?]{0,24}[.!]?$)|see you|it is,? then|book (?:it|me|that)|go ahead|sounds good|that's (?:fine|great|perfect|ok|good|helpful|sorted|all)|please|thank you|thanks[.!]*$|enjoy|(?:pick|collect|come|be there|bring)\b)|没问题|那就这样|麻烦(?:您|你)|辛苦|可以的|我要了|就订|帮我|我(?:来|去|等|到时|试|过去)|知道了|明白/u;
const ECHO = /\b(?:very|really|how|truly) ([a-z]{4,}) (?:indeed|of (?:you|him|her|them)|isn't it|right)\b/u;
const BAD_NEWS =
  /不(?!客气|用谢|错|过|仅|但|好意思|少|用担心)|没|无法|只能|要等|再等|等[^,。]{0,6}[天日]|自[费理付己]|收费|\d元|工作日|堵车|晚[点了到]|抱歉|延[误迟期后]|过期|停|取消|满了|超[过出]|才[会能来]|损|最[早快]|抢修|预计|改到|断|n't\b|\b(?:not?|unfortunately|afraid|sorry|wait|(?:\d+|two|three|four|five|six|seven|ten|twenty|thirty|forty|fifty|few|several|business|working) (?:\w+ )?(?:minutes|hours|days|weeks)|delay\w*|own (?:cost|expense)|fees?|charged?|costs?|pay|until|cancell?ed|lost|late|still|expired?|out of|full|policy|busy|broken|closed|missed|down (?:until|till|for|at)|next one)\b/u;
