import type { ReframeData } from '../engine/pack.ts';
import type { Draft, Piece } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { ADDRESS, MENTION } from '../engine/tokens.ts';
import { contains, cover, overlaps, type Span } from '../text/span.ts';
import { capital } from './capital.ts';
import { inRegister } from './register.ts';
import { fillTemplate } from './template.ts';

/** A sentence to say again: `lead` is kept word for word, the rest is said by a template. Spans are over normal text. */
export interface Reworded {
  readonly sentence: Span;
  /** The words before the offending part, without the mark after them; empty when there are none. */
  readonly lead: Span;
  /** Courtesies that stand behind the offending part and go in front of what is said instead. */
  readonly courtesies?: readonly Span[];
  /** Stretches of the rest that templates may use, as the author wrote them. */
  readonly captures: Readonly<Record<string, string>>;
}

/**
 * Drafts that keep the lead and say the rest by each template. A template begins with what joins it to a lead ("，",
 * ", and ", ". "), which goes where there is no lead. Forms of address and width of marks follow the author.
 */
export function* reworded(speech: Speech, how: Reworded, templates: readonly ReframeData[]): Generator<Draft> {
  const { sentence, lead, courtesies = [], captures } = how;
  const called = addressIn(speech, { start: Math.max(sentence.start, lead.end), end: sentence.end });
  const head = [called, ...[lead, ...courtesies].map((span) => speech.words(span))]
    .filter((words) => words !== '')
    .join(speech.lang === 'en' ? ', ' : inRegister(speech, '\uff0c'));
  for (const data of templates) {
    const template = data[speech.lang];
    if (template === undefined || !isInPlace(speech, { start: Math.max(sentence.start, lead.end), end: sentence.end }, data)) continue;
    const rest = fillTemplate(inRegister(speech, joined(closed(speech, sentence, fitting(speech, sentence, template)), head)), captures);
    if (!rest) continue;
    const pieces = [head, ...rest].filter((piece) => piece !== '');
    if (pieces.length === 0) continue;
    yield { span: sentence, pieces: cased(speech, sentence.start, pieces), ...standing(data) };
  }
}

/** Where a template's drafts stand among others. */
export function standing({ otherwise, another }: ReframeData): Pick<Draft, 'otherwise' | 'another'> {
  return { ...(otherwise === true && { otherwise }), ...(another === true && { another }) };
}

/** True where a template may stand by what is said around the span it takes: see `place`, `near` and `unlessNear`. */
export function isInPlace(speech: Speech, span: Span, { place, near, unlessNear }: ReframeData): boolean {
  if (place !== undefined && (place === 'ahead') !== MORE.test(speech.text.slice(span.end))) return false;
  if (near !== undefined && speech.find(near).every(({ whole }) => overlaps(whole, span))) return false;
  return unlessNear === undefined || speech.find(unlessNear).every(({ whole }) => overlaps(whole, span));
}

/** The sentences right before and right behind a stretch of whole ones. */
export function beside(speech: Speech, stretch: Span): Span[] {
  const all = speech.sentences();
  const first = all.findIndex((sentence) => overlaps(sentence, stretch));
  const last = all.findLastIndex((sentence) => overlaps(sentence, stretch));
  return [all[first - 1], all[last + 1]].filter((sentence) => sentence !== undefined);
}

/** A statement that ends in the semicolon its sentence ended in. */
function closed(speech: Speech, sentence: Span, template: string): string {
  return speech.text.slice(0, sentence.end).trimEnd().endsWith(';') ? template.replace(/\.$/u, ';') : template;
}

/** A template without the question that closes it, where the agent goes on to say more behind the sentence. */
export function fitting(speech: Speech, sentence: Span, template: string): string {
  if (!MORE.test(speech.text.slice(sentence.end))) return template;
  const statement = template.replace(CLOSING_QUESTION, (_, mark?: string) => mark ?? '\u3002');
  return /[\p{L}>}]/u.test(statement) ? statement : template;
}

const MORE = /[\p{L}\p{N}\ufffc]/u;
/** What asks whether that will do, or for more, behind a statement that can stand alone; with the mark that closes the statement. */
const CLOSING_QUESTION = /(?:([\u3002.])[^\u3002\uff1f.?<>{}]+[\uff1f?]|\uff0c您(?:看|觉得|覺得)[^\u3002\uff1f\uff0c<>{}]*\uff1f)$/u;

/**
 * Drafts that put a template in place of a stretch of a sentence and leave the rest: in lower case where the stretch does not
 * begin it, and without the template's end mark where it does not end it.
 */
export function* saidInstead(
  speech: Speech,
  stretch: Span,
  captures: Readonly<Record<string, string>>,
  data: ReframeData,
): Generator<Draft> {
  const template = data[speech.lang];
  if (template === undefined) return;
  const { start, end } = speech.sentence(stretch);
  const ends = END_MARK.test(template) && LAST.test(speech.text.slice(stretch.end, end));
  const pieces = fillTemplate(inRegister(speech, ends ? template : template.replace(END_MARK, '')), captures);
  if (!pieces) return;
  const said = stretch.start === start ? cased(speech, start, pieces) : speech.lang === 'en' ? lowered(pieces) : pieces;
  yield { span: ends ? { start: stretch.start, end } : stretch, pieces: said };
}

const END_MARK = /[\u3002\uff1f.?]$/u;
/** Nothing but marks and particles is left of the sentence. */
const LAST = /^[\s\p{P}~]*$/u;

/**
 * Everything in stretches that a rewording must carry, as one enumeration: numbers with their units, names, placeholders, titles. Empty
 * where one of them is a bare number, which says nothing without its sentence.
 */
export function mentions(speech: Speech, ...spans: readonly Span[]): string {
  const found = spans.flatMap((span) => mentioned(speech, span));
  const words = found.map((mention) => speech.words(mention).trim().replace(DOTTED, '$1m'));
  const said = speech.lang === 'en' ? words.map((one, i) => readable(one, words[i - 1])) : words;
  return said.some((one) => BARE.test(one)) ? '' : listed(speech, said);
}

/** The same for keys to press and marks to give, bare numbers as they are. */
export function figures(speech: Speech, span: Span): string {
  return listed(
    speech,
    mentioned(speech, span).map((mention) => speech.words(mention).trim()),
  );
}

function listed({ lang }: Speech, words: readonly string[]): string {
  return words.join(lang === 'en' ? ' and ' : '、');
}

/** True where a stretch holds something that a rewording must carry. */
export function hasMention(speech: Speech, span: Span): boolean {
  return mentioned(speech, span).length > 0;
}

/** Few digits and nothing else. */
const BARE = /^\d{1,4}$/u;

function mentioned(speech: Speech, span: Span): Span[] {
  const called = speech.clauses(span).filter((clause) => isAddress(speech, clause));
  const found: Span[] = [];
  for (const m of speech.text.slice(span.start, span.end).matchAll(MENTION)) {
    const mention = { start: span.start + m.index, end: span.start + m.index + m[0].length };
    if (called.some((clause) => contains(clause, mention))) continue;
    const last = found.at(-1);
    if (last && TOGETHER.test(speech.text.slice(last.end, mention.start))) found[found.length - 1] = cover(last, mention);
    else found.push(mention);
  }
  return found;
}

/** A mention as it is read among others: a sum after one in the same money, a fee with its article. */
function readable(mention: string, last: string | undefined): string {
  const unit = /^\d[\d.,]*$/u.test(mention) && mention.length < CODE ? UNIT.exec(last ?? '')?.[0] : undefined;
  return unit
    ? mention + unit
    : mention.replace(ONE, 'the $&').replace(/^[A-Z](?=[a-z]+ (?:under|over|aged|below|above) )/u, (letter) => letter.toLowerCase());
}

/** Digits of a number that stands for something by itself. */
const CODE = 5;
const UNIT = / (?:dollars|pounds|euros|kg|(?:(?:business|working|calendar) )?(?:days|hours|minutes|months|weeks|years))$/iu;
/** One thing, told by its sum or its term. */
const ONE =
  /^[£$€]?\d\S*(?: \p{L}+)* (?:fee|charge|surcharge|deposit|refund|discount|voucher|coupon|credit|fine|limit|warranty|guarantee)$/iu;

/** Mentions as a matter to be dealt with: 十分钟的时限, 3号的情况, the 30-day limit; any other English one is as it is. */
export function matterOf(speech: Speech, mentioned: string): string {
  if (speech.lang === 'en') return mentioned.replace(TERM_EN, 'the $1-$2 limit');
  if (mentioned === '' || THING_OF.test(mentioned)) return mentioned;
  const isTerm = mentioned.split('、').every((one) => TERM.test(one));
  if (speech.lang === 'zh-Hant') return `${mentioned}${isTerm ? '的時限' : '的情況'}`;
  return `${mentioned}${isTerm ? '的时限' : '的情况'}`;
}

const TERM_EN = /^(\d+) (day|week|month|hour|year|minute)s?$/iu;
/** Before a full stop, the stop of p.m. would stand twice. */
const DOTTED = /\b([ap])\.m\.$/iu;
/** Already a thing that belongs to somebody. */
const THING_OF = /的\p{Script=Han}{2}$/u;
const TERM = /(?:天|小[时時]|分[钟鐘]|月|年|[周週]|工作日)$/u;

/** True for a clause that calls the customer and says nothing else: it stays in front whatever is said instead. */
export function isCall(speech: Speech, clause: Span): boolean {
  return CALL.test(speech.text.slice(clause.start, clause.end));
}

const CALL =
  /^(?:亲{1,2}(?:爱的|们)?|宝(?:子|贝|宝)?|先生|女士|小姐|太太|[大小]?[姐哥]|阿姨|叔叔|老师|同学|家长|业主|[客用]户|顾客|您好|你好|哈喽|嗨)(?:[您你]好|们)?[呀啊哈呢哦]?$|^(?:sir|madam|ma'am|miss|hi|hello|hi there|hello there)$/u;

/** What stands between two mentions that are one: 13楼的陈小姐, Mr Cole in 402. */
const TOGETHER = /^(?:[楼室号房栋层座排年月日点至到的-]{1,3}|元|块| (?:in|at|on|of|to|from|and) |)$/u;

/** Whom a clause of a stretch addresses by name ("…，陈小姐。"): that goes in front of what is said instead. */
export function addressIn(speech: Speech, span: Span): string {
  const called = speech.clauses(span).find((clause) => isAddress(speech, clause));
  return called ? speech.words(called) : '';
}

/** True for a clause that does nothing but address somebody by name. */
export function isAddress(speech: Speech, clause: Span): boolean {
  return ADDRESS.test(speech.text.slice(clause.start, clause.end)) && !APPOSED.test(speech.text.slice(0, clause.start));
}

/** Behind a noun a name says who that is. */
const APPOSED =
  /(?:^|[,.!?;] )(?:the|another|an?|one|our|your|my|last|previous) (?![^,.!?;]*\b(?:is|are|was|were|be|been|has|have|had|can|can't|cannot|will|won't|could|may not|takes?|does|doesn't)\b)[^,.!?;]{3,40}, $/u;

/** The template with what joins it to its lead; an address takes a comma. */
function joined(template: string, head: string): string {
  if (!head) return template.replace(JOINT, '');
  if (template.startsWith('\u3002') && HAN_CALL.test(head)) return `\uff0c${template.slice(1)}`;
  if (!COURTESY.test(head)) return template;
  return template.replace(/^\. (?:(?=I\b)|(\p{Lu}?))/u, (_, first: string | undefined) => `, ${first?.toLowerCase() ?? ''}`);
}

/** A call or a word of excuse, which a sentence goes on from. */
const HAN_CALL = /^(?:亲{1,2}|[您你]好|先生|女士|小姐|.{0,6}(?:不好意思|抱歉|[对對]不起)[哈啊呀喔哦]?)$/u;
const COURTESY = /^(?:sir|madam|ma'am|miss|mr|mrs|ms|dr|hi|hello|well|okay|ok)\b[\w .']{0,20}$/iu;
const JOINT = /^(?:，(?:而|同时|同時)?|。|, and |\. )/u;

/** An English sentence begins with a capital, and behind a semicolon in lower case; the letters of a Chinese one stay as they are. */
function cased(speech: Speech, start: number, pieces: readonly Piece[]): readonly Piece[] {
  if (speech.lang !== 'en') return pieces;
  return /;\s*$/u.test(speech.text.slice(0, start)) ? lowered(pieces) : capitalised(pieces);
}

function lowered(pieces: readonly Piece[]): Piece[] {
  const [first, ...rest] = pieces;
  return typeof first === 'string' ? [first.replace(/^(?!I\b)[A-Z](?=[a-z]| )/u, (letter) => letter.toLowerCase()), ...rest] : [...pieces];
}

function capitalised(pieces: readonly Piece[]): Piece[] {
  const [first, ...rest] = pieces;
  return typeof first === 'string' ? [capital(first), ...rest] : [...pieces];
}
