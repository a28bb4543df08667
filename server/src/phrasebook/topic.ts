import type { Match } from '../engine/pattern.ts';
import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { doing } from './gerund.ts';
import { startOfEnglishClause, trimEnd, trimStart } from './trim.ts';

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
  const found = speech.lang === 'en' ? englishTopics(speech, match, head, tail) : chineseTopics(speech, match, head, tail);
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
  const verb = action.length === 1 ? action : '';
  if (subject && HAPPENED.test(plainOf(speech, head)))
    topics.push(`${subject}${NOUNS['后']![scriptOf(speech)]}的${nounOf(speech, action)}`);
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
  if (topics.length === 0 && HAPPENED.test(whole) && !PRONOUN.test(whole))
    topics.push(`${speech.words(head)}${NOUNS['后']![scriptOf(speech)]}的${nounOf(speech, action)}`);
  if (whole.length > 2 && !PRONOUN.test(whole) && !NOT_A_THING.test(whole)) topics.push(withSituation(speech, head));
  return topics.map(topic);
}

/** The noun the clause begins with; empty for a pronoun, a rule or a sentence of its own. */
function subjectOf(speech: Speech, head: Span): string {
  const words = plainOf(speech, head);
  const story = STORY.exec(words);
  const thing = story ? trimEnd(speech.text, { start: head.start, end: head.start + story.index }, ADVERBS) : head;
  const plain = plainOf(speech, thing);
  if (plain.length < 2 || plain.length > 24 || PRONOUN.test(plain) || NOT_A_THING.test(plain) || (story && story[0] === '了')) return '';
  return plain.endsWith('的') ? withSituation(speech, thing) : speech.words(thing);
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

/** A verb of one character as a noun. */
function nounOf(speech: Speech, action: string): string {
  return action.length > 1 ? action : (NOUNS[action] ?? NOUNS['处理']!)[scriptOf(speech)];
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
  /^(?:\s|但是?|不过|可是|只是|然而|而且|所以|因此|那么?(?![天个次些张款种])|因为|由于|真的|确实|的确|实在|其实|目前|现在|暂时|恐怕|亲{1,2}|[您你]好|好的|是的|嗯|抱歉|不好意思|对不起|请恕|恕|很|非常|哈|呃|(?:按照?|根据|依照?|依据)[^,]{0,14}?(?:规定|政策|制度|条款|流程|要求|规则)(?:上|来说|来讲)?|[^,\d\ufffc]{0,5}(?:规定|规矩|政策|制度)(?:就是|是|上)?(?!的))+/u;
const ADVERBS =
  /(?:\s|是|真的?|确实|实在|就|也|都|还|又|一律|一概|暂时|目前|现在|可能|恐怕|根本|完全|绝对|肯定|才|并|却|则|将|均|而|再|恕|的话|其实|今天|今晚|明天|(?:系统|后台|平台|门店)[上里]?|我们?|咱们?|这边|这里|本店|本行|客服|店里|公司|[您你]|(?:\p{Script=Han}{2})?(?:支行|分行|网点|分店|营业厅|柜台)|,)+$/u;
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
const NOT_A_THING = /(?:规定|政策|规矩|制度|流程)$|^(?:我们|是|您自己|什么|谁)/u;
/** A thing well enough named to be the topic alone. */
const NAMED = /^(?:您|你|这|這|那|该|該|我们的|我們的).{3,}$/u;
/** Something that has happened to the thing, named last. */
const HAPPENED =
  /(?:拆封|开封|拆了封|开了封|过了?期|出了?票|付了?款|用过|穿过|洗过|过期|签收|超时|激活|出库|发货|出票|下单|付款|确认|提交|成交|开课|到期)$/u;
/** Refusing words that end in a verb of their own: what follows is its object. */
const TAKES_OBJECT = /(?:提供|支持|接受|受理|办理|开放|承接|接待|承担|参与|享受)$/u;
const EMPTY =
  /^(?:.|[这该](?:[项些个]|[一两几]项)?(?:服务|业务|要求)|办理?|处理|解决|操作|帮忙?|满足|这样|这么做|破例|通融|帮到|帮上忙|考虑|受理|服务|业务|能力|这项|提供|支持|接受)?$/u;

function englishTopics(speech: Speech, match: Match, before: Span, after: Span): Topic[] {
  const { text } = speech;
  const what = match.groups['what'];
  const tail = trimEnd(text, trimEnd(text, trimStart(text, after, LINK_EN), STOP_EN), FILLER_EN);
  const rest = plain(speech.words(tail));
  const subject = plain(
    speech.words(
      trimEnd(
        text,
        trimStart(
          text,
          afterConjunction(text, { start: startOfEnglishClause(text, before.start, before.end), end: before.end }),
          OPENING_EN,
        ),
        AUXILIARY_EN,
      ),
    ),
  );
  if (what && what.end > what.start) return [topic(withArticle([plain(speech.words(what)).trim(), rest].filter(Boolean).join(' ')))];
  const refusing = text.slice(match.span.start, match.span.end);
  const topics: Topic[] = [];
  const named = /^of (.+)$/iu.exec(rest)?.[1] ?? (/ing$/iu.test(refusing) ? rest : undefined);
  if (named) return [topic(named)];
  if (OF_THING.test(refusing)) {
    const asked = !subject || PRONOUN_EN.test(subject) ? /^for (.+)$/iu.exec(rest)?.[1] : undefined;
    if (asked) topics.push(topic(asked));
    else if (/^to /iu.test(rest)) topics.push(topic(doing(rest.slice(3))));
    else if (subject && !PRONOUN_EN.test(subject) && subject.split(' ').length < 12) {
      const when = WHEN_EN.exec(rest)?.[0] ?? '';
      topics.push(topic(uncapital(when ? `${subject} ${when}` : subject)));
    }
  } else if (rest && !EMPTY_EN.test(rest) && !NO_VERB.test(rest)) topics.push(topic(doing(rest)));
  return topics;
}

function topic(words: string): Topic {
  return { kind: 'topic', words: { topic: words } };
}

/** A countable thing needs its article; what ends in s, or has one, does not. */
function withArticle(words: string): string {
  const noun = words.split(/ (?:at|on|for|in|of|until|before|after|with|left|over|tonight|today|tomorrow|now|this|available)\b/u)[0]!;
  if (/^(?:the|an?|your|our|this|that|more|any|such|cash|further)\b/iu.test(noun) || /s$|s and /u.test(noun)) return words;
  return `${/^[aeiou]/iu.test(noun) ? 'an' : 'a'} ${words}`;
}

/** A request says `a` where the refusal said `any`. */
function plain(words: string): string {
  return words
    .replace(/\bany(?=thing\b|one\b|where\b)/giu, 'some')
    .replace(/\bany (?=more\b|\w+(?:s|er)\b)/giu, '')
    .replace(/\bany\b/giu, 'a');
}

function uncapital(words: string): string {
  return words.replace(
    /^(?:An?|The|Your|Our|This|That|These|Those|All|Each|Every|Refunds?|Returns?|Exchanges?|Changes?|Delivery|(?!\w+days\b|James|Paris|Wales)[A-Z][a-z]+(?:s|ing)\b(?!['\u2019]| [A-Z]))\b/u,
    (w) => w.toLowerCase(),
  );
}

function afterConjunction(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const last = [
    ...words.matchAll(/\b(?:but|and|so|because|since|as|however|that(?= (?:we|i|it|the|your|our|there|this|all|no)\b))\s/gu),
  ].at(-1);
  return last ? { start: span.start + last.index + last[0].length, end: span.end } : span;
}

const LINK_EN =
  /^(?: |be (?:able|willing|allowed|possible|in a position) to |(?:for )?(?:us|me|you|i|we) (?:to |can |could )|to (?=\w)|(?:the|any|that|enough) (?:authority|ability|power|option|means|permission|capacity|clearance) to |(?:just|simply|really|actually|currently|even|ever|personally|unfortunately) )+/u;
const STOP_EN =
  /(?:\s*\b(?:because|since|unless|until|but|although|though|however|which means|so (?:that|you|we|i)|and (?:we|i|it|that|there|you)|as (?:the|your|it|we|this|i)|due to|owing to)\b|\s[-\u2013\u2014]).*$/u;
const FILLER_EN =
  /(?:[\s.,!]|\b(?:at all|either|any ?more|any longer|anyway|unfortunately|i'm afraid|sorry|for you|right now|at this (?:time|point|stage)|at the moment|currently|yet|sir|ma'am|madam|though|myself|ourselves)\b)+$/u;
const OPENING_EN =
  /^(?:\s|no,?|sorry,?|but|and|so|well,?|unfortunately,?|i'm afraid|we're afraid|regrettably,?|sadly,?|currently|all|i regret|to (?:say|inform you|tell you)(?: that)?|it (?:looks|seems|appears)(?: like| that)?)+\b\s*/u;
const AUXILIARY_EN =
  /(?:\s|\b(?:is|are|was|were|has|have|just|simply|really|unfortunately|currently|also|already|now|all|fully|completely|sadly|been|that|it)\b|'s|'re)+$/u;
const OF_THING =
  /\bbe \w|covered|approved|ineligible|successful|possible|permitted|allowed|option|eligible|able$|negotiable|question|table|happen|fly|declined|rejected|denied|refused|turned down|sold out|out of stock|booked|available|unavailable|left|ordered|something|anything|service|beyond|outside|within/u;
/** When it is wanted. */
const WHEN_EN =
  /^(?:for|on|at|until|from|before|after|by|in) [^,.!?;]+|^(?:today|tonight|tomorrow|this (?:week|month|weekend|morning|afternoon|evening))\b/iu;
/** What no verb begins. */
const NO_VERB =
  /^(?:on|in|at|for|to|by|the|an?|any|some|your|our|my|this|that|these|until|before|after|with|without|you|it|us|me|them|all|both|either|not|as|of)\b/iu;
const PRONOUN_EN =
  /^(?:that|it|this|they|we|i|there|he|she|who|which|these|those|none|you|nothing|something|anything|one)?$|^(?:it|i|we|they|he|she|there|you)\b/iu;
const EMPTY_EN =
  /^(?:do|help|make|accommodate|change|offer|allow|process|give|go|assist|be|have|refund|return|cancel|fix)?(?: ?(?:it|that|this|so|some|something|more|one|you|for|with|about|here|any|better|further|faster))*$/iu;
