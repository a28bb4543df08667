import type { Speech } from '../../engine/speech.ts';
import type { Span } from '../../text/span.ts';

/** True where words stand in what is so for everybody: a fee, a term, a way, a place. What it names is nobody's own. */
export function isSoForAll(speech: Speech, span: Span): boolean {
  const sentence = speech.sentence(span);
  const whole = speech.text.slice(sentence.start, sentence.end);
  if (speech.lang === 'en') return RULE_EN.test(whole) && !OWN_EN.test(whole);
  if (OWN.test(whole)) return false;
  if (RULE.test(whole)) return true;
  return speech.clauses(sentence).some(({ start, end }) => start < span.end && end > span.start && WAY.test(speech.text.slice(start, end)));
}

/** What it costs by the piece, from where on, up to where, by which rule, when there is somebody. */
const RULE =
  /以[上下内外]|(?<![周期拜\u4e00])[一每](?:度|晚|夜|天|年|张|位|人|个月|小时|公斤|斤|平米?|站|壶|杯|趟)[^,\u3002!?]{0,6}[\d一二三四五六七八九十百元块免收加]|(?:收费|免费|工本费|手续费|票价|单价|限高|限重|年费)[^,\u3002!?]{0,6}[\d一二三四五六七八九十百免不]|第[一二三]段|[积兑]?分起|起[换算送订批租](?=[,\u3002!]|$)|规定|原则上|所有(?:的)?(?:客户|会员|用户|卡|机型|订单|门店)|(?:营业|开放|服务|上班|探视|门诊)(?:时间|到)|现在叫到|叫号/u;
/** How to go about it: what to bring where, what will do, how long at most. */
const WAY =
  /不用(?:去|到|来|带|另外|再)|[带凭持][^,\u3002!?]{1,16}(?:到|去|来|办|就)|就(?:能|可以)[^,\u3002!?]{0,6}[换办补领退改用]|[\d一二两三四五六七八九十几半]+(?:个?(?:工作)?[天日周月]|小时|分钟)(?:之?内|以内)(?!已)|(?:到|去)[^,\u3002!?]{1,10}(?:窗口|柜台|网点|门店|营业厅|柜面)(?=[,\u3002!]|办|补|换|领)/u;
/** Whose it is, or what has become of it. */
const OWN =
  /[您你他她](?:的|那|这|目前|现在|还|账上|名下|户头|卡里|家|昨|今天|上[次个]|有|欠|剩|订|约|预|报|买|定|选|挂|存|办)|已经|正在|还[剩差欠有]|欠|[到发签扣退][\u4e00-\u9fff]?了/u;
const RULE_EN =
  /\b(?:for (?:all|everyone|everybody|any)|(?:a|per|each|every) (?:day|night|week|person|bottle|bag|item|kilo|car|dog|passenger|hour|visit|head|guest)|(?:at|in|from|to) any (?:\w+ )?(?:branch|counter|office|store|shop|desk|station|outlet)|(?:is|are|it's) (?:always |completely )?free\b|free of charge|for free|on (?:weekdays|weekends)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days|within \w+ (?:working )?(?:days?|hours)|(?:leaves?|departs?|goes|runs) from (?:terminal|platform|gate|bay|stand|stop)|we(?:'re| are) open|(?:[a-z]{2,3} ?\d{2,4}|the \d{1,2}[:.]\d\d) (?:is|leaves|departs|arrives|boards|goes|runs)|gate \d|at the moment|or more|or over|or under|under the age|from [$£€]\d|all our \w+)\b/u;
const OWN_EN =
  /\byour (?!name|(?:\w+ ){0,2}(?:id|passport|cards?|licen[cs]e|papers?|documents?|certificates?|forms?|proof)\b(?! (?:is|was|has|will|ends|expires))|ticket office)|\byou(?:'ve| have|'re| are|'d| owe| had| paid| ordered| booked)\b|\b(?:it|they|he|she)(?:'s| has|'ve| have|'re| was| were) (?!(?:always |completely )?free)|\b(?:already|overdue|outstanding)\b/u;
