import type { Match } from '../engine/pattern.ts';
import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { trimEnd, trimStart } from './trim.ts';

/** What a refusal is about, in the author's own words: a noun (`topic`), an English verb phrase (`want`), or nothing said (`bare`). */
export interface Topic {
  readonly kind: 'topic' | 'want' | 'bare';
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
  const said = trimStart(text, before, OPENING);
  const thing = thingOf(speech, said);
  const tail = trimEnd(text, trimStart(text, trimEnd(text, after, CAUSE_ON), FOR_YOU), PARTICLES);
  const named = match.groups['what'] ? trimEnd(text, match.groups['what'], PARTICLES) : undefined;
  const verb = match.groups['do'] ? speech.words(match.groups['do']) : '';
  const action = named && named.end - named.start > 1 ? speech.words(named) : verb + speech.words(tail);
  const topics: string[] = [];
  const subject = thing ? speech.words(thing) : '';
  if (subject && WHEN.test(subject))
    topics.push(`${subject}${action.length > 2 ? '' : '的'}${action.length > 1 ? action : nounOf(speech, action)}`);
  else if (action.length > 2 && !EMPTY.test(action)) topics.push(subject.length < 16 ? subject + action : subject);
  else if (subject) topics.push(subject);
  else if (action.length > 1 && !EMPTY.test(action)) topics.push(action);
  const whole = trimEnd(text, said, ADVERBS);
  if (whole.end > whole.start && /[\d\ufffc]/u.test(text.slice(whole.start, whole.end))) {
    topics.push(speech.words(whole) + (speech.lang === 'zh-Hant' ? '的情況' : '的情况'));
  }
  return topics.map((topic) => ({ kind: 'topic', words: { topic } }));
}

/** The noun the clause begins with, as far as it is one; undefined for a pronoun or a sentence of its own. */
function thingOf({ text }: Speech, said: Span): Span | undefined {
  let thing = trimEnd(text, said, ADVERBS);
  const story = STORY.exec(text.slice(thing.start, thing.end));
  if (story) thing = trimEnd(text, { start: thing.start, end: thing.start + story.index }, ADVERBS);
  const words = text.slice(thing.start, thing.end);
  return words.length < 2 || words.length > 24 || PRONOUN.test(words) ? undefined : thing;
}

/** A one-character verb as a noun. */
function nounOf({ lang }: Speech, verb: string): string {
  const [hans, hant] = NOUNS[verb] ?? ['处理', '處理'];
  return lang === 'zh-Hant' ? hant : hans;
}

const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  改: ['修改', '修改'],
  换: ['更换', '更換'],
  換: ['更换', '更換'],
  办: ['办理', '辦理'],
  辦: ['办理', '辦理'],
  退: ['退换', '退換'],
  送: ['配送', '配送'],
  订: ['预订', '預訂'],
  訂: ['预订', '預訂'],
  约: ['预约', '預約'],
  約: ['预约', '預約'],
  赔: ['赔付', '賠付'],
  賠: ['赔付', '賠付'],
};

/** All of these read normal text: simplified, lower case, half width. */
const OPENING =
  /^(?:\s|但是?|不过|可是|只是|然而|而且|所以|因此|那么?(?![天个次些张款种])|因为|由于|真的|确实|的确|实在|其实|目前|现在|暂时|恐怕|亲{1,2}|[您你]好|好的|是的|嗯|抱歉|不好意思|对不起|请恕|恕|很|非常|哈|呃|(?:按照?|根据|依照?|依据)[^,]{0,14}?(?:规定|政策|制度|条款|流程|要求|规则)(?:上|来说|来讲)?)+/u;
const ADVERBS =
  /(?:\s|是|真的?|确实|实在|就|也|都|还|又|一律|一概|暂时|目前|现在|可能|恐怕|根本|完全|绝对|肯定|才|并|却|则|将|均|而|再|的话|其实|系统|后台|我们?|咱们?|这边|这里|本店|本行|平台|客服|门店|公司|,)+$/u;
const PARTICLES = /(?:\s|了|的|呢|哦|喔|哟|噢|呀|啊|啦|哈|嘛|耶|吧|亲|么|~)+$/u;
const FOR_YOU = /^(?:\s|再|继续|直接|另外|(?:为|给|帮|替|跟|向)[您你](?:们)?)+/u;
const CAUSE_ON = /(?:因为|由于|所以|除非).*$/u;
const STORY = /(?:已经?|都已|因为|由于|超过|过了|没有?|了(?!解))/u;
const WHEN = /(?:后|後|之前|以前|时|時|期间|期間|以内|之内)$/u;
const PRONOUN =
  /^(?:这|那|它|此|该|这个|那个|这种|这样|那样|这些|这件事|这事儿?|[您你](?:们)?|他们?|她们?|这个(?:事|问题)|今天|明天|一般|所有|人家|只能|直接|多一.+|差一.+)$/u;
const EMPTY = /^(?:办|做|改|退|处理|解决|操作|帮忙?|满足|的|了|到|这样|这么做|帮到|帮上忙)?$/u;

function englishTopics(speech: Speech, match: Match, before: Span, after: Span): Topic[] {
  const { text } = speech;
  const named = match.groups['what'];
  const tail = trimEnd(text, trimEnd(text, trimStart(text, after, LINK_EN), STOP_EN), FILLER_EN);
  const rest = plain(speech.words(tail));
  const subject = plain(speech.words(trimEnd(text, trimStart(text, afterConjunction(text, before), OPENING_EN), AUXILIARY_EN)));
  if (named) return [topic([plain(speech.words(named)), rest].filter(Boolean).join(' '))];
  const refusing = text.slice(match.span.start, match.span.end);
  const topics: Topic[] = [];
  if (OF_THING.test(refusing)) {
    const asked = /^for (.+)$/iu.exec(rest)?.[1];
    if (asked) topics.push(topic(asked));
    else if (/^to /iu.test(rest)) topics.push({ kind: 'want', words: { want: rest.slice(3) } });
    else if (subject && !PRONOUN_EN.test(subject) && subject.split(' ').length < 12) topics.push(topic(uncapital(subject)));
  } else if (rest && !EMPTY_EN.test(rest)) topics.push({ kind: 'want', words: { want: rest } });
  return topics;
}

function topic(words: string): Topic {
  return { kind: 'topic', words: { topic: words } };
}

/** A request says `a` where the refusal said `any`. */
function plain(words: string): string {
  return words
    .replace(/\bany(?=thing\b|one\b|where\b)/giu, 'some')
    .replace(/\bany (?=more\b|\w+s\b)/giu, '')
    .replace(/\bany\b/giu, 'a');
}

function uncapital(words: string): string {
  return words.replace(
    /^(?:An?|The|Your|Our|This|That|These|Those|All|Each|Every|Refunds?|Returns?|Exchanges?|Changes?|Delivery|Cancellations?)\b/u,
    (w) => w.toLowerCase(),
  );
}

function afterConjunction(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const last = [...words.matchAll(/\b(?:but|and|so|because|since|as|however|that)\s/gu)].at(-1);
  return last ? { start: span.start + last.index + last[0].length, end: span.end } : span;
}

const LINK_EN =
  /^(?: |be (?:able|willing|allowed|possible|in a position) to |(?:for )?(?:us|me|you|i|we) (?:to |can |could )|to (?=\w)|(?:the|any|that|enough) (?:authority|ability|power|option|means|permission|capacity|clearance) to |(?:just|simply|really|actually|currently|even|ever|personally|unfortunately) )+/u;
const STOP_EN =
  /(?:\s*\b(?:because|since|unless|until|but|although|though|however|which means|so (?:that|you|we|i)|and (?:we|i|it|that|there|you)|as (?:the|your|it|we|this|i)|due to|owing to)\b|\s[-\u2013\u2014]).*$/u;
const FILLER_EN =
  /(?:[\s.,!]|\b(?:at all|either|any ?more|any longer|anyway|unfortunately|i'm afraid|sorry|for you|right now|at this (?:time|point|stage)|at the moment|currently|yet|sir|ma'am|madam|though|myself|ourselves)\b)+$/u;
const OPENING_EN =
  /^(?:\s|no,?|sorry,?|but|and|so|well,?|unfortunately,?|i'm afraid|we're afraid|regrettably,?|sadly,?|currently|all)+\b\s*/u;
const AUXILIARY_EN = /(?:\s|\b(?:is|are|was|were|has|have|just|simply|really|unfortunately|currently|also|that|it)\b|'s|'re)+$/u;
const OF_THING =
  /\bbe \w|possible|permitted|allowed|option|eligible|able$|negotiable|question|table|happen|fly|declined|rejected|denied|refused|turned down|sold out|out of stock|booked|available|unavailable|left|ordered|something|anything|service|beyond|outside|within/u;
const PRONOUN_EN = /^(?:that|it|this|they|we|i|there|he|she|who|which|these|those|none|you|nothing|something|anything|one)?$/iu;
const EMPTY_EN =
  /^(?:do|help|make|accommodate|change|offer|allow|process|give|go|assist|be|have|refund|return|cancel|fix)?(?: ?(?:it|that|this|so|some|something|more|one|you|for|with|about|here|any|better|further|faster))*$/iu;
