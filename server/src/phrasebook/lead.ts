import type { Speech } from '../engine/speech.ts';
import { ADDRESS as NAME } from '../engine/tokens.ts';
import { overlaps, type Span } from '../text/span.ts';
import { capital } from './capital.ts';
import { startOfEnglishClause, trimEnd, trimStart } from './trim.ts';

/** Why something was refused, in so many words: the clause that says because, without the word. Nothing where none says so. */
export function becauseOf(speech: Speech, sentence: Span, refusing: readonly Span[], without: string): Span | undefined {
  const isOther = (clause: Span): boolean => !refusing.some((span) => overlaps(span, clause)) && !speech.has(without, clause);
  if (speech.lang !== 'en') {
    const clause = speech.clauses(sentence).find((c) => BECAUSE.test(speech.text.slice(c.start, c.end)) && isOther(c));
    const said = clause && trimEnd(speech.text, trimStart(speech.text, clause, BECAUSE), SO_THAT);
    return said && said.end - said.start > 3 ? said : undefined;
  }
  const text = speech.text.slice(sentence.start, sentence.end);
  const found = BECAUSE_EN.exec(text);
  if (!found) return undefined;
  const span = trimEnd(speech.text, { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length }, END_EN);
  return isOther(span) && !NAMED_ONLY.test(speech.text.slice(span.start, span.end)) ? span : undefined;
}

const BECAUSE = /^\s*(?:这?主?要?是)?(?:因为|由于|因(?![此而该]))/u;
const SO_THAT = /(?:\s|所以|因此|的缘故|的原因|啦|呢|啊|哦|哈)+$/u;
const BECAUSE_EN =
  /(?<=\b(?:because|since|as) )(?!of\b)(?:the|your|our|it|its|we|they|this|that|all|there|you|every|another|today|payment|stock)\b[^.!?;,]+/u;
const NAMED_ONLY = /^(?:it|that|this)(?:'s| is) (?:our |the )?(?:policy|rule)/u;

/**
 * What to keep of a sentence in front of its new ending: the clauses before the refusing one, and those after it that
 * apologise or say why. Clauses with refusing words, and those `without` finds, are left out. It ends in a comma after a
 * courtesy, else in a full stop; empty when there is nothing worth keeping.
 */
export function leadOf(speech: Speech, sentence: Span, at: Span, refusing: readonly Span[], without: string, told?: Span): string {
  if (speech.lang === 'en') return englishLead(speech, sentence, at, without, told);
  const clauses = speech
    .clauses(sentence)
    .filter((clause) => !refusing.some((span) => overlaps(span, clause)) && !(told && overlaps(told, clause)))
    .filter((clause) => clause.end <= at.start || worthKeeping(speech, clause));
  return chineseLead(
    speech,
    clauses.flatMap((clause) => sayableIn(speech, clause, without)),
    (clause) => !clauses.some(({ start }) => start === clause.start),
  );
}

/** A clause, or what stands in it behind the words that must not be said again (店里规定保留十分钟 → 保留十分钟). */
export function sayableIn(speech: Speech, clause: Span, without: string): Span[] {
  const last = speech.find(without).findLast((m) => overlaps(m.span, clause));
  if (!last || ORDER.test(speech.text.slice(last.span.start, last.span.end))) return [clause];
  const rest = trimStart(speech.text, { start: Math.max(clause.start, last.span.end), end: clause.end }, RULE_SAYS);
  return /[\d\ufffc]|\p{Script=Han}{4}/u.test(speech.text.slice(rest.start, rest.end)) &&
    !HOLLOW.test(speech.text.slice(rest.start, rest.end))
    ? [rest]
    : [];
}

/** Drives home that there is none (没有记录就是没有). */
const NONE = /(?<=没有[^,]{1,4})就是没有$/u;
/** What has to be done, said as an order; said again as something needed. */
const ORDER = /^(?:必[须須]|一定要|[务務]必要?)/u;
const ORDERED = /必[须須]|一定要|[务務]必要?/u;

/** Normal text: what joins a rule to what it says, and what it says where it says nothing. */
const RULE_SAYS = /^(?:\s|就是|是|的|要求|规定|了|着|:)+/u;
const HOLLOW = /这样|那样|这么|摆在|一样|来$|没|无/u;

function chineseLead(speech: Speech, clauses: readonly Span[], isRule: (clause: Span) => boolean): string {
  const kept = clauses
    .map((clause) => trimEnd(speech.text, clause, NONE))
    .map((clause) => ({ put: isRule(clause) ? '目前' : '', ...trimEnd(speech.text, trimStart(speech.text, clause, TURN), CLOSE) }))
    .filter((clause) => clause.end > clause.start && !TOPIC_OR_BLAME.test(speech.text.slice(clause.start, clause.end)));
  const last = kept.at(-1);
  if (!last) return '';
  const courtesy =
    (last.end - last.start < 5 && !STATES.test(speech.text.slice(last.start, last.end))) ||
    ADDRESS.test(speech.text.slice(last.start, last.end)) ||
    speech.has('acts/apology', last) ||
    speech.has('acts/empathy', last);
  const hangs = courtesy || isCondition(speech, last);
  return kept.map((clause) => clause.put + asked(speech, clause)).join('\uff0c') + (hangs ? '\uff0c' : '\u3002');
}

/** What has to be done as something asked for, or as something needed. */
function asked(speech: Speech, clause: Span): string {
  const please = speech.lang === 'zh-Hant' ? '\u9ebb\u7169' : '\u9ebb\u70e6';
  return speech.words(clause).replace(YOU_MUST, `${please}$1`).replace(ORDERED, '\u9700\u8981');
}

const YOU_MUST = /^([您你])(?:必[须須]|一定要|[务務]必要?)/u;

/** True for a clause that says when something holds: it cannot end a sentence. */
export function isCondition(speech: Speech, { start, end }: Span): boolean {
  return CONDITION.test(speech.text.slice(start, end));
}

const CONDITION =
  /^\s*(?:那|亲)?(?:如果|如(?=您|你|未|没|无|需)|要是|假如|假设|倘若|若是?|万一|只要|只有|除非|一旦|凡是?|既然|等到|(?:[您你]|客户|顾客|用户)?(?:这边|那边)?(?:没有?|未|无|不)(?!办法|关系|客气|好意思|用|能|可|会|是)[^了]+$)|的话$/u;

function worthKeeping(speech: Speech, clause: Span): boolean {
  return (
    /[\d\ufffc]|^(?:都|已经?)[^,]{1,8}了$|[还尚](?:没|未|在)|^(?:我们|这边)?只(?:送|收|做|有|支持|接|办|卖)/u.test(
      speech.text.slice(clause.start, clause.end),
    ) || ['acts/apology', 'acts/reason', 'acts/empathy'].some((list) => speech.has(list, clause))
  );
}

/** Normal text: words that join a clause to the one before, which a new ending must not keep. */
const TURN = /^(?:\s|但是?|不过|可是?|只是|然而|因为|由于|所以|虽然|尽管)+(?:呢|啊)?/u;
const CLOSE = /(?:\s|,|但是?|不过|可是|(?<=[\u3400-\u9fff]{3})[呢呀哦喔耶])+$/u;
const ADDRESS = /(?:客户|用户|先生|女士|小姐|[您你]好|亲)$/u;
/** A short clause that says something all the same. */
const STATES = /^已|[了过满]$/u;
/** A clause that names the topic, or that lays the fault with the customer. */
const TOPIC_OR_BLAME =
  /的话$|^(?:哎呀?|唉|喂|啧|诶|欸|齁|嗨)$|^(?:系统|后台|平台|总部)(?:就|都)?(?:限制|锁|不让|规定|设定|要求)|别(?:闹|吵|烦|催|为难)|^不是我|^(?:是|谁[叫让])[您你]|[您你](?:自己|当初|没有?看)|就是(?:没|不)|[跟与和](?:我们|本).{0,4}[没无]关|^(?:大家|别人|谁)都|没什么好|^责任/u;

function englishLead(speech: Speech, sentence: Span, at: Span, without: string, told?: Span): string {
  const { text } = speech;
  const before = { start: sentence.start, end: startOfEnglishClause(text, sentence.start, at.start) };
  const after = told ? undefined : REASON_EN.exec(text.slice(at.end, sentence.end));
  const kept = speech
    .clauses(before)
    .filter((clause) => clause.start < before.end && !speech.has(without, clause) && !(told && overlaps(told, clause)));
  const parts = kept.length > 0 ? [asSentence(speech, { start: kept[0]!.start, end: Math.min(before.end, kept.at(-1)!.end) })] : [];
  if (after) parts.push(asSentence(speech, trimEnd(text, { start: at.end + after.index, end: sentence.end }, END_EN)));
  const fact = AND_FACT.exec(text.slice(at.end, sentence.end));
  if (fact) parts.unshift(asSentence(speech, trimEnd(text, { start: at.end + fact.index, end: sentence.end }, END_EN)));
  return parts.map((part) => part && `${part} `).join('');
}

/** A stretch as a sentence of its own: without its conjunction, with a capital and a full stop; a name called out takes a comma. */
function asSentence(speech: Speech, span: Span): string {
  const bare = trimEnd(speech.text, trimStart(speech.text, span, OPENING_EN), JOINT_EN);
  const words = speech.words(bare);
  const said = speech.text.slice(bare.start, bare.end);
  if (NAME.test(said) || GREETING.test(said)) return `${words},`;
  if (words === '' || /^(?:no|nope|nah|yes|yeah|yep|yup|well|look|listen|afraid|unfortunately)$/iu.test(words) || HANGING_EN.test(words))
    return '';
  return `${capital(words)}.`;
}

/** Normal text: whom a letter begins with. */
const GREETING = /^(?:dear|hi|hello|hey) [\p{L}.'\ufffc -]{2,30}$/u;
/** A fact with figures in it, put after the refusing words. */
const AND_FACT = /\band (?:it|we|i|they|the|your|there|you)\b[^.!?;]*[\d\ufffc][^!?;]*/u;
const JOINT_EN =
  /(?:[\s,;:\u2013\u2014-]|\b(?:but|and|so|however|though|unfortunately|sadly|regrettably|i'm afraid|we're afraid|(?<!hear )that|to (?:say|inform you|tell you))\b)+$/u;
const END_EN = /(?:,? (?:and (?:i|we|it|that)|but|so|which)\b.*|[\s.,!;]+)$/u;
const REASON_EN = /\b(?:because (?!of\b)|since (?=the|your|our|it|we|they|this)|as (?=the|your|our|it|we|they|this))[^.!?;]+/u;
const OPENING_EN =
  /^(?:\s|no, |ok(?:ay)?, |unfortunately,? |but |and |so |because (?!of\b)|since (?!\w+ \d)|as (?=the|your|our|it|we|they|this)|however,? |although |though |while )+/u;
/** A phrase that cannot stand alone. */
const HANGING_EN =
  /^(?:due to|because of|owing to|given|after|before|once|with|without|for|in|on|at|by|when|if|at this|per|under|according to|to)\b/iu;
