import type { Match } from '../engine/pattern.ts';
import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { englishTopics } from './englishTopic.ts';
import { trimEnd, trimStart } from './trim.ts';

/** What a refusal is about, in the author's own words, as a noun (`topic`), or nothing said (`bare`). */
export interface Topic {
  readonly kind: 'topic' | 'bare';
  readonly words: Readonly<Record<string, string>>;
}

/**
 * What was refused, best guess first, the last one `bare`. The match's span is the refusing words; its part `do` is the
 * verb within them, `what` the thing itself.
 */
export function topicsOf(speech: Speech, match: Match): Topic[] {
  const clause = speech.clauses(speech.sentence(match.span)).find((c) => match.span.start < c.end) ?? speech.sentence(match.span);
  const head = { start: Math.min(clause.start, match.span.start), end: match.span.start };
  const tail = { start: match.span.end, end: Math.max(clause.end, match.span.end) };
  const found = speech.lang === 'en' ? englishTopics(speech, match, head, tail).map(topic) : chineseTopics(speech, match, head, tail);
  return [...found, { kind: 'bare', words: {} }];
}

function chineseTopics(speech: Speech, match: Match, before: Span, after: Span): Topic[] {
  const { text } = speech;
  const head = trimEnd(text, trimStart(text, afterTilde(text, before), OPENING), ADVERBS);
  const tail = trimEnd(text, trimStart(text, trimEnd(text, after, CAUSE_ON), FOR_YOU), PARTICLES);
  const subject = subjectOf(speech, head);
  const action = actionOf(speech, match, tail);
  const isThing = action.length > 2 || (action.length === 2 && TAKES_OBJECT.test(plainOf(speech, match.span)));
  if (match.groups['what'] && action.length > 1) return [topic(action)];
  const topics: string[] = [];
  const lacking = LACKING.exec(plainOf(speech, match.span));
  if (lacking) return [topic(withSituation(speech, { start: match.span.start, end: match.span.start + lacking[1]!.length }))];
  const verb = action.length === 1 ? action : '';
  if (subject && HAPPENED.test(plainOf(speech, head)))
    topics.push(
      `${subject.length < 4 ? ruledBefore(speech, clauseOf(speech, match)) : ''}${subject.replace(OPENED, '$1$2')}${NOUNS['后']![scriptOf(speech)]}的${nounOf(speech, action)}`,
    );
  else if (subject && WHEN.test(subject))
    topics.push(
      isThing ? subject + action : `${subject}的${nounOf(speech, action || (/[办受]理/u.test(plainOf(speech, match.span)) ? '办' : ''))}`,
    );
  else if (subject && verb && NOUNS[verb] && (verb === '赔' || CLASSIFIED.test(plainOf(speech, head))))
    topics.push(`${subject}的${nounOf(speech, verb)}`);
  else if (isThing && subject.length < 16 && !(NAMED.test(subject) && !/[\d\ufffc]/u.test(action))) topics.push(subject + action);
  else if (isThing) topics.push(subject);
  else if (subject || action.length > 1) topics.push(subject || action);
  const whole = plainOf(speech, head);
  const once = /^(.*?)一经(.+)$/u.exec(whole);
  if (once) return [topic(`${speech.words(head).replace(/一[经經]/u, '')}${NOUNS['后']![scriptOf(speech)]}的${nounOf(speech, action)}`)];
  if (topics.length === 0 && HAPPENED.test(whole) && !PRONOUN.test(whole))
    topics.push(
      `${ruledBefore(speech, clauseOf(speech, match))}${speech.words(head).replace(OPENED, '$1$2')}${NOUNS['后']![scriptOf(speech)]}的${nounOf(speech, action)}`,
    );
  if (whole.length > 2 && !PRONOUN.test(whole) && !NOT_A_THING.test(whole) && !statedBefore(speech, match))
    topics.push(withSituation(speech, head));
  return topics.filter((words) => !NO_TOPIC.test(words)).map((words) => topic(words.replace(/^[给給][您你](?=.{2})/u, '')));
}

/** A topic that came out as words of its own: someone's, or half a question. */
const NO_TOPIC = /^(?:只能|只可以|帮[您你]$)|[我谁誰哪]|有$|有的情[况況]$|[说說讲講]$|一旦|就作$|^[少多差缺]一|^商量$/u;
/** 入耳式的拆了封 as what it is called. */
const OPENED = /的?([\u62c6\u5f00\u958b])了(\u5c01)/u;

function clauseOf(speech: Speech, match: Match): Span {
  return speech.clauses(speech.sentence(match.span)).find((c) => match.span.start < c.end) ?? speech.sentence(match.span);
}

/** What the clause before is about, where it says nothing but that a rule holds for it (会员积分按章程来，过期不补). */
function ruledBefore(speech: Speech, clause: Span): string {
  const before = speech.clauses(speech.sentence(clause)).findLast(({ end }) => end <= clause.start);
  return before ? ruledThing(speech, before) : '';
}

/** What a clause is about that says nothing but that a rule holds for it. */
export function ruledThing(speech: Speech, before: Span): string {
  const found = RULED.exec(speech.text.slice(before.start, before.end));
  return found ? speech.words({ start: before.start + found[1]!.length, end: before.start + found[1]!.length + found[2]!.length }) : '';
}

const RULED =
  /^((?:但是?|不过|可是?|只是)?)(\p{Script=Han}{2,6}?)(?:都|一律|也|系|是)?(?:按照?|依照?|根据)[^,]{1,12}(?:来|走|办|执行|处理)$/u;

/** What the clause says before its refusing words, where that is news of its own (票已经开出去了没办法退): nothing to be made a noun of. */
export function statedBefore(speech: Speech, match: Match): Span | undefined {
  const clause = speech.clauses(speech.sentence(match.span)).find((c) => match.span.start < c.end);
  if (!clause || speech.lang === 'en') return undefined;
  const head = trimEnd(
    speech.text,
    trimStart(speech.text, { start: Math.min(clause.start, match.span.start), end: match.span.start }, OPENING),
    SO,
  );
  return NEWS.test(plainOf(speech, head)) ? head : undefined;
}

/** Normal text: news that stands by itself, and what leads on from it to a refusal. */
const NEWS = /^(?!如果|要是|若|因为).+(?:已经?|都)[^,]{1,10}了$|^.{3,}(?:过期|满|完|光|截止|结束|关|停|离职|下班)了$/u;
const SO = /(?:\s|所以|就|也|都|又|还|我们?|这边|真的|确实|实在|是)+$/u;

/** The noun the clause begins with; empty for a pronoun, a rule or a sentence of its own. */
function subjectOf(speech: Speech, head: Span): string {
  const words = plainOf(speech, head);
  const story = STORY.exec(words);
  if (story?.index === 0 && /^已经?[^,]{1,10}的[^的了]{1,8}$/u.test(words)) return speech.words(head);
  const thing = story ? trimEnd(speech.text, { start: head.start, end: head.start + story.index }, ADVERBS) : head;
  const plain = plainOf(speech, thing);
  if (plain.length < 2 || plain.length > 24 || PRONOUN.test(plain) || NOT_A_THING.test(plain) || (story && story[0] === '了')) return '';
  return /的$|以[下上内外]$/u.test(plain) ? withSituation(speech, thing) : speech.words(thing);
}

/** A stretch that is no noun, made one. */
function withSituation(speech: Speech, span: Span): string {
  const words = speech.words(span);
  return `${words}${words.endsWith('\u7684') ? '' : '\u7684'}${NOUNS['情况']![scriptOf(speech)]}`;
}

/** What was to be done: the verb in the refusing words with what follows them; empty when that says nothing. */
function actionOf(speech: Speech, { groups }: Match, tail: Span): string {
  const what = groups['what'] && trimEnd(speech.text, groups['what'], PARTICLES);
  if (what && what.end - what.start > 1) return EMPTY.test(plainOf(speech, what)) ? '' : speech.words(what);
  const verb = groups['do'];
  const plain = (verb ? plainOf(speech, verb) : '') + plainOf(speech, tail);
  return EMPTY.test(plain) ? (plain.length === 1 && NOUNS[plain] ? plain : '') : (verb ? speech.words(verb) : '') + speech.words(tail);
}

function plainOf({ text }: Speech, { start, end }: Span): string {
  return text.slice(start, end);
}

function afterTilde(text: string, span: Span): Span {
  const at = text.slice(span.start, span.end).search(/[~—][^~—]*$/u);
  return at < 0 ? span : { start: span.start + at + 1, end: span.end };
}

/** What is lacking, where that is why: 没有小票一律不能换. */
const LACKING = /^(没有?[^,不无]{1,8}?)(?:一律|一概|就|都|也|是|的话)*(?:不|无法|没法|没办法)/u;

/** A verb of one character as a noun. */
function nounOf(speech: Speech, action: string): string {
  return action.length > 1 ? action : (NOUNS[action] ?? NOUNS['处理']!)[scriptOf(speech)];
}

function topic(words: string): Topic {
  return { kind: 'topic', words: { topic: words } };
}

function scriptOf({ lang }: Speech): 0 | 1 {
  return lang === 'zh-Hant' ? 1 : 0;
}

/** Words put into a topic, simplified and traditional. */
const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  改: ['修改', '修改'],
  换: ['更换', '更換'],
  办: ['办理', '辦理'],
  退: ['退换', '退換'],
  补: ['补发', '補發'],
  送: ['配送', '配送'],
  赔: ['赔付', '賠付'],
  修: ['维修', '維修'],
  查: ['查询', '查詢'],
  订: ['预订', '預訂'],
  约: ['预约', '預約'],
  寄: ['寄送', '寄送'],
  装: ['安装', '安裝'],
  调: ['调整', '調整'],
  用: ['使用', '使用'],
  处理: ['处理', '處理'],
  情况: ['情况', '情況'],
  后: ['后', '後'],
};

/** All of these read normal text: simplified, lower case, half width. */
const OPENING =
  /^(?:\s|但是?|不过|可是|只是|然而|而且|所以|因此|那么?(?![天个次些张款种])|因为|由于|真的|确实|的确|实在|其实|目前|现在|暂时|恐怕|亲{1,2}|[您你]好|好的|是的|嗯|抱歉|不好意思|对不起|请恕|恕|很|非常|哈|呃|(?:按照?|根据|依照?|依据)[^,]{0,14}?(?:规定|政策|制度|条款|流程|要求|规则)(?:上|来说|来讲)?|[^,\d\ufffc]{0,5}(?:规定|规矩|政策|制度|店规|馆规|校规|院规|章程)(?:就是|是|上)?(?!的))+/u;
const ADVERBS =
  /(?:\s|是|真的?|确实|实在|就|也|都|还|又|一律|一概|暂时|目前|现在|可能|恐怕|根本|完全|绝对|肯定|才|并|却|则|将|均|而|再|(?:敬|还)?请?恕|的话|其实|今天|今晚|明天|(?:系统|后台|平台|门店)[上里]?|我们(?:店|家|这里|馆|院|行|公司|这边)里?|我们?|咱们?|这边|这里|本店|本行|客服|店里|公司|[您你]|(?:\p{Script=Han}{2})?(?:支行|分行|网点|分店|营业厅|柜台)|,)+$/u;
const PARTICLES = /(?:\s|了|的|呢|哦|喔|哟|噢|呀|啊|啦|哈|嘛|耶|吧|亲|么|囉|啰|~|[给到回][您你])+$/u;
const FOR_YOU = /^(?:\s|再|继续|直接|另外|提供(?=.{2})|(?:为|给|帮|替|跟|向)[您你](?:们)?)+/u;
const CAUSE_ON = /(?:因为|由于|所以|除非).*$/u;
const STORY = /(?:已经?|都已|因为|由于|超过|过了|没有?|了(?!解|[^,]{1,8}的[^,]))/u;
const WHEN =
  /(?:后|後|之前|以前|时|時|期间|期間|以内|以內|之内|之內|当[日天]|當[日天]|[周週礼禮][一二三四五六日天末]|週末|周末|假日|平日|[早晚]上|[上下]午|中午|[时時]段|[今明后後]天|\d[号號日点點])$/u;
/** A thing that is only pointed at. */
const CLASSIFIED = /^[这那该本][副款个件双条张单台只把辆套份次笔种]$/u;
const PRONOUN =
  /^(?:这|那|它|此|该|这个|那个|这种|这样|那样|这些|这件事|这事儿?|[您你](?:们)?|他们?|她们?|这个(?:事|问题)|今天|明天|一般|所有|人家|只能|直接|[多差]一.+|一[分毛个点].*|本.{1,2}|酒店|医院|学校|再.{1,3})$/u;
/** A thing that names a rule. */
const NOT_A_THING = /(?:规定|政策|规矩|制度|流程)$|^(?:我们|是|您自己|什么|谁|[您你](?:一直|老是?|总是?|再|怎么))/u;
/** A thing well enough named to be the topic alone. */
const NAMED = /^(?:您|你|这|這|那|该|該|我们的|我們的).{3,}$/u;
/** Something that has happened to the thing, named last. */
const HAPPENED =
  /(?:拆封|开封|隔[夜天日]|拆了封|开了封|过了?期|出了?票|付了?款|用过|穿过|洗过|过期|签收|超时|激活|出库|发货|出票|下单|付款|确认|提交|成交|开课|到期)$/u;
/** Refusing words that end in a verb of their own: what follows is its object. */
const TAKES_OBJECT = /(?:提供|支持|接受|受理|办理|开放|承接|接待|承担|参与|享受)$/u;
const EMPTY =
  /^(?:.|[这该](?:[项些个]|[一两几]项)?(?:服务|业务|要求)|[办做弄搞]得?[到成]|办理?|处理|解决|操作|实现|执行|落实|配合|协助|帮助|答应|同意|答允|应允|批准|允许|如愿|帮忙?|满足|这样|这么做|破例|通融|帮到|帮上忙|考虑|受理|服务|业务|能力|这项|提供|支持|接受)?$/u;
