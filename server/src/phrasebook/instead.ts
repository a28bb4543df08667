import type { ReframeData } from '../engine/pack.ts';
import type { Match } from '../engine/pattern.ts';
import type { Draft, Piece } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { cover, overlaps, type Span } from '../text/span.ts';
import { becauseOf, leadOf } from './lead.ts';
import { lesser } from './ranked.ts';
import { inRegister } from './register.ts';
import { addressIn, fitting, hasMention, isCall, isInPlace, mentions } from './rewording.ts';
import { fillTemplate } from './template.ts';
import { statedBefore, type Topic, topicsOf } from './topic.ts';
import { trimEnd, trimStart } from './trim.ts';

/** A no: its refusing words, those of the whole utterance, and the list that finds rules held up as the reason. */
export interface Refused {
  readonly match: Match;
  readonly refusing: readonly Span[];
  /** Other noes of the same sentence, which may name what this one does not. */
  readonly others?: readonly Match[];
  readonly rules: string;
  /** True where the words say that there is none left, which may be said plainly. */
  readonly isStock?: boolean;
}

/**
 * A refusing sentence said again with what can be done. Templates are taken from the list for what is known: `topic` or
 * `bare`, behind `because-` where the sentence says why, behind `way-` where it goes on to say what the customer can do.
 */
export function* offersInstead(
  speech: Speech,
  { match, refusing, others = [], rules, isStock = false }: Refused,
  templatesOf: (list: string) => readonly ReframeData[] | undefined,
): Generator<Draft> {
  const sentence = withClash(speech, speech.sentence(match.span), [rules]);
  const needed = speech.find(NEED).find(({ whole }) => overlaps(whole, match.span));
  if (needed) yield* neededFirst(speech, sentence, needed, templatesOf('needed') ?? []);
  const why = becauseOf(speech, sentence, refusing, rules);
  const way = wayOf(speech, sentence, match.span, refusing);
  const known = { because: why ? lowerFirst(speech.words(why)) : '', way: way?.said ?? '' };
  const called = addressIn(speech, { start: match.span.end, end: sentence.end });
  const stated = statedBefore(speech, match);
  const cite = citeIn(speech, { start: sentence.start, end: match.span.start });
  const opening = (told?: Span): string =>
    opened(speech, called, stated, leadOf(speech, sentence, match.span, refusing, rules, told ?? cite));
  const lead = opening(why ?? way?.span);
  const named = [match, ...others].map((one) => topicsOf(speech, one)).find((found) => found.length > 1);
  const topics = (named ?? topicsOf(speech, match)).map((one) => withCite(one, cite && speech.words(cite), speech.lang));
  const lists: [prefix: string, lead: string][] = [['', lead]];
  if (why) lists.unshift(['because-', lead]);
  if (way) lists.unshift(['way-', why ? opening(way.span) : lead]);
  const none = isStock ? statedIn(speech, match.span) : '';
  if (none) yield* drafts(speech, sentence, { stated: none }, lead, templatesOf('stock') ?? []);
  let isFirst = needed === undefined && !none;
  for (const [prefix, before] of lists) {
    for (const topic of prefix === 'way-' ? topics.slice(0, 1) : topics) {
      const after = prefix === 'way-' ? AFTER.exec(topic.words['topic'] ?? '') : null;
      const words = after ? { topic: after[1]! } : topic.words;
      const found = drafts(speech, sentence, { ...words, ...known }, before, templatesOf(after ? 'way-after' : prefix + topic.kind) ?? []);
      yield* isFirst ? found : lesser(found);
      isFirst = false;
    }
  }
  const whole = opening();
  for (const start of new Set([whole, opened(speech, called, undefined, '')])) {
    for (const topic of topics) yield* lesser(drafts(speech, sentence, topic.words, start, templatesOf(topic.kind) ?? []));
  }
  const carried: Topic = { kind: 'topic', words: { topic: mentions(speech, sentence) } };
  yield* lesser(drafts(speech, sentence, carried.words, opened(speech, called, undefined, ''), templatesOf('topic') ?? []));
}

/** The clause that says that there is none left, without what it turns on and its particles. */
function statedIn(speech: Speech, no: Span): string {
  const clause = speech.clauses(speech.sentence(no)).find((c) => no.start < c.end);
  if (!clause || speech.lang === 'en') return '';
  const said = trimEnd(
    speech.text,
    trimStart(speech.text, clause, TURNED),
    /(?:\s|[\u5462\u54e6\u5594\u554a\u5566\u54c8\u5427\u54df\u5440\u8036~])+$/u,
  );
  return said.start <= no.start && said.end >= no.end && said.end - said.start > 3 ? speech.words(said) : '';
}

/** Normal text: what a clause of news turns on. */
const TURNED = /^(?:\s|但是?|不过|可是?|只是|亲|抱歉|不好意思)+/u;

const NEED = 'flat-refusal/need';
/** Something that is refused once a thing has happened. */
const AFTER = /^(.+[\u540e\u5f8c])的/u;

/** The sentence with the next, where that does nothing but what one of the lists finds (hold up a rule, say no once more). */
export function withClash(speech: Speech, sentence: Span, lists: readonly string[]): Span {
  const next = speech.sentences().find(({ start }) => start >= sentence.end);
  if (!next || next.end - next.start > LONGEST_RULE || !lists.some((list) => speech.has(list, next)) || hasMention(speech, next))
    return sentence;
  return speech.clauses(next).length === 1 ? cover(sentence, next) : sentence;
}

const LONGEST_RULE = 60;

/** Drafts that ask for what is lacking first. */
function* neededFirst(speech: Speech, sentence: Span, { whole, groups }: Match, templates: readonly ReframeData[]): Generator<Draft> {
  const words = Object.fromEntries(Object.entries(groups).map(([name, span]) => [name, speech.words(span)]));
  const before = speech
    .clauses({ start: sentence.start, end: whole.start })
    .filter((clause) => clause.end > clause.start && isCall(speech, clause));
  const lead = before.map((clause) => `${speech.words(clause)}${speech.lang === 'en' ? ', ' : '\uff0c'}`).join('');
  yield* drafts(speech, sentence, words, lead, templates);
}

/** The clause of a contract that the sentence cites before its no (合同第六条写了，押金不退). */
function citeIn(speech: Speech, before: Span): Span | undefined {
  if (speech.lang === 'en') return undefined;
  const found = CITE.exec(speech.text.slice(before.start, before.end));
  return found ? { start: before.start + found.index, end: before.start + found.index + found[1]!.length } : undefined;
}

const CITE =
  /((?:(?:合同|协议|合约|契约|条款|章程|约定|须知)的?)?第[^,。!?;]{1,6}[条款项])(?:里|上|中)?(?:就|也|都)?(?:有|已经?)?(?:写|规定|约定|载|列|说)/u;

/** A topic as the cited clause's. */
function withCite(one: Topic, cite: string | undefined, lang: Speech['lang']): Topic {
  if (!cite || one.kind !== 'topic') return one;
  return { ...one, words: { topic: `${cite}${lang === 'zh-Hant' ? '裡' : '里'}的${one.words['topic']!}` } };
}

/** The lead with whom it calls in front, and what the refusing clause says first behind. */
function opened(speech: Speech, called: string, stated: Span | undefined, lead: string): string {
  if (speech.lang === 'en') return called && !lead.includes(called) ? `${called}, ${lowerFirst(lead)}` : lead;
  const named = called && !lead.includes(called) ? `${called}\uff0c${lead}` : lead;
  return stated ? `${named}${speech.words(stated)}\u3002` : named;
}

/** What the customer can do, as the sentence says behind its no (只能在原门市领 → 您可以在原门市领). */
function wayOf(speech: Speech, sentence: Span, no: Span, refusing: readonly Span[]): { span: Span; said: string } | undefined {
  const { text } = speech;
  if (speech.lang === 'en') {
    const found = WAY_EN.exec(text.slice(no.end, sentence.end));
    if (!found) return undefined;
    const span = trimEnd(text, { start: no.end + found.index, end: no.end + found.index + found[0].length }, /[\s,]+$/u);
    return { span, said: speech.words(span) };
  }
  const behind = speech.clauses(sentence).filter((clause) => clause.start >= no.end);
  const first = behind.findIndex(({ start, end }) => WAY.test(text.slice(start, end)) || STANDS.test(text.slice(start, end)));
  if (first < 0 || behind.slice(first).some((clause) => refusing.some((span) => overlaps(span, clause)))) return undefined;
  const span = trimEnd(text, { start: behind[first]!.start, end: behind.at(-1)!.end }, PARTICLES);
  const asked = ASKED.test(text.slice(span.start, span.end)) || STANDS.test(text.slice(span.start, span.end));
  const can = trimStart(text, span, WAY);
  const ours = OURS.test(text.slice(can.start, can.end)) && !/^[\s]*[您你]/u.test(text.slice(span.start, span.end));
  const said = asked
    ? speech.words(span)
    : (ours ? (speech.lang === 'zh-Hant' ? '我們可以' : '我们可以') : inRegister(speech, '您可以')) + speech.words(can);
  return { span, said: said.replace(TRAILING, '') };
}

/** Particles that leave it to the customer, at the end of a clause. */
const TRAILING = /[\u5427\u5457\u5566\u561b](?=[\uff0c,])/gu;

/** Normal text: there is something else. */
const STANDS = /^\s*(?:目前|现在)?(?:最早|最快|最近的?|下一?[班场次趟]|还有|还剩)(?!不|没)[^,]{2,}/u;
/** Normal text: it is for us to do. */
const OURS = /^(?:[给为帮替][您你]|送|寄|发|配送|派|安排|换|退|补|改|原路|提供|赠|走)/u;
/** Normal text: the customer is asked to do it. */
const ASKED = /^\s*(?:请|麻烦|烦请|还请)/u;
/** Normal text: what leads up to the thing that can be done. */
const WAY =
  /^\s*(?:所以|那|就|目前|现在)*(?:(?:[您你]|顾客|客人)?(?:就|目前|都|也)?(?:只(?:能|可以)|可以)|(?:请|麻烦|烦请|还请)[您你]?|[您你](?=[点到在拨打走带找]))(?!谅解|理解|见谅|体谅|放心|包涵|说|等)/u;
const PARTICLES = /(?:\s|[了的呢哦喔啊啦哈吧哟哲~])+$/u;
const WAY_EN = /(?<=\b(?:you (?:can|could|may)(?: only| always)?|please) )(?!not\b|understand\b|accept\b|bear\b|see\b)[a-z][^.!?;]+/u;

function lowerFirst(words: string): string {
  return words.replace(/^(?!I\b)[A-Z](?=[a-z]| )/u, (letter) => letter.toLowerCase());
}

function* drafts(
  speech: Speech,
  sentence: Span,
  captures: Readonly<Record<string, string>>,
  lead: string,
  templates: readonly ReframeData[],
): Generator<Draft> {
  for (const data of templates) {
    if (data.when !== undefined && !speech.has(data.when, sentence)) continue;
    const template = data[speech.lang];
    const pieces =
      template && isInPlace(speech, sentence, data)
        ? fillTemplate(inRegister(speech, fitting(speech, sentence, template)), captures)
        : undefined;
    const otherwise = data.otherwise === true && ({ otherwise: true } as const);
    if (pieces) yield { span: sentence, ...otherwise, pieces: lead ? [inRegister(speech, lead), ...goingOn(pieces, lead)] : pieces };
  }
}

/** Behind an English name with a comma a sentence goes on in lower case. */
function goingOn(pieces: readonly Piece[], lead: string): Piece[] {
  const [first, ...rest] = pieces;
  if (typeof first !== 'string' || !lead.endsWith(', ')) return [...pieces];
  return [first.replace(/^(?!I\b)\p{Lu}/u, (letter) => letter.toLowerCase()), ...rest];
}
