import type { Moment } from '../../engine/moment.ts';
import type { Speech } from '../../engine/speech.ts';

/** True for a clause, in English a sentence, that says what will come of things or people of ours: where they are, when they go, come or are mended. Over normal text. */
export function tellsOfOurs(text: string): boolean {
  if (/[a-z]{3}/u.test(text) && !/[\u4e00-\u9fff]{3}/u.test(text)) return WHEN_EN.test(text) && !ABOUT_US.test(text) && !FELT_EN.test(text);
  return PLAN.test(text) && !ABOUT_US.test(text) && !FELT.test(text);
}

/** True for a turn that says so of some thing or person of ours. */
export function promisesOfOurs(moment: Moment): boolean {
  return moment.speeches().some((speech) => speech.derive(tells));
}

function tells(speech: Speech): boolean {
  const spans = speech.lang === 'en' ? speech.sentences() : speech.clauses();
  return spans.some(({ start, end }) => speech.text[end - 1] !== '?' && tellsOfOurs(speech.text.slice(start, end)));
}

const WHEN =
  '(?:今[天日晚早]|明[天日早晚儿]|后天|[本这下]个?(?:周|月|礼拜|星期)|(?:周|星期|礼拜)[一二三四五六日天末]|[上下中]午|傍晚|晚上|夜里|一早|(?<![这那近去了])[零一二两三四五六七八九十几半\\d]+个?半?(?:小时|钟头|分钟|刻钟|天|日|点|号|周|礼拜|月|工作[日天])|马上|立刻|正在|已经?在|路上|这就|月底|月初|下一[班趟批])';
/** What is done to things, or by those who bring and mend them. */
const DONE =
  '(?:送|寄|发|派|补|换|修|装|退|赔|取|(?<![碰遇看听收查找提接])到|来|去|出|回|配|调|搬|开|赶|带|做|重|过|好|完|恢复|处理|启程|上门|[接会]通|复|排|办|生效|上线|开放|供应|在$)';
const PLAN = new RegExp(`${WHEN}[^,\\u3002!?;]{0,14}${DONE}|${DONE}[^,\\u3002!?;]{0,8}${WHEN}`, 'u');
/** What the customer went through, or what should have been. */
const FELT =
  /[让害叫]您|[让害叫]你|[您你][^,]{0,8}[等跑站熬白难气急饿冻忍盼]|没人|没有|没能|竟|居然|白[跑等来]|[这那]么|太|真的?|实在|确实|本来|原本|说好|约好|[应本]?该|昨|前天|才(?!能)|都(?!是由|由)[^,]{0,6}了/u;

/** What is not about things of ours: who speaks, thanks, wishes. */
const ABOUT_US =
  /^(?:好的?|嗯|那)?(?:我|我们|这边|咱们)(?![^,]{0,4}的)|^(?:and |so |but |well,? |ok(?:ay)?,? )?(?:i|we|thanks?|thank you|welcome|hello|hi|good|hope|please|you(?!'ll| will| get| can| have))\b/u;
const WHEN_EN =
  /\b(?:today|tonight|tomorrow|now|already|shortly|this (?:morning|afternoon|evening|week)|next \w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:at|around|about|by|before|after|within|until|till|between|on|in) (?:the )?(?:\w+ )?(?:\d[\d:.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|noon|midday|midnight|an hour|minutes?|hours?|days?)|on (?:its|his|her|their|the) (?:way|van|truck|road|lorry|bike|wagon)|in the (?:post|mail|oven|van|workshop)|out for delivery|being (?:\w+ed|made|sent|rebuilt))\b/u;
const FELT_EN =
  /\byou(?:'ve| have|'d| had| were)\b|\b(?:nobody|no ?one|anyone|anybody|must|should(?:n't)?|shouldn't|imagine|supposed to|was|were|meant to|feel|sounds|hate|ashamed|sorry|apolog\w+|unacceptable|too long|not (?:okay|ok|right|on|good))\b/u;
