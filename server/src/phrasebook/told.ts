import type { Speech } from '../engine/speech.ts';
import { cover, overlaps, type Span } from '../text/span.ts';
import { capital } from './capital.ts';
import { uncapital } from './retelling.ts';
import { isCall } from './rewording.ts';
import { trimEnd, trimmed, trimStart } from './trim.ts';

/** What stands beside an offence and is to be said again: what it states, and what it asks the customer to do. */
export interface Told {
  /** What goes out and is said again: the sentence, with the next where that is told, too. */
  readonly stretch: Span;
  /** Statements; empty for none. `opening` begins a sentence with them. */
  readonly told: string;
  readonly opening: string;
  /** What the customer is asked to do, as it follows 请您 or please; empty for nothing. */
  readonly ask: string;
}

/**
 * The clauses beside the offending ones that state a fact or ask for something. `kept` stands in front anyhow; clauses that
 * one of `sour` finds go with the offence. A last sentence that does nothing but state facts is told before what comes instead.
 */
export function toldBeside(speech: Speech, sentence: Span, offence: Span, kept: Span, sour: readonly string[]): Told[] {
  const own = partsOf(speech, sentence, offence, kept, sour);
  const told = [toldOf(speech, sentence, own)];
  const all = speech.sentences();
  const next = all[all.findIndex(({ start }) => start === sentence.start) + 1];
  if (next && next === all.at(-1) && !speech.text.slice(next.start, next.end).includes('?')) {
    const more = partsOf(speech, next, offence, { start: next.start, end: next.start }, sour);
    if (more.every(({ kind }) => kind === 'fact')) told.unshift(toldOf(speech, cover(sentence, next), [...own, ...more]));
  }
  return told;
}

/** A clause as it can be said again; `other` is neither a fact nor something asked for. */
interface Part {
  readonly kind: 'fact' | 'ask' | 'other';
  readonly words: string;
}

function toldOf(speech: Speech, stretch: Span, parts: readonly Part[]): Told {
  const said = (kind: Part['kind']): string =>
    parts
      .filter((part) => part.kind === kind)
      .map(({ words }) => words)
      .join(speech.lang === 'en' ? ', and ' : '\uff0c');
  const told = said('fact');
  return { stretch, told, opening: capital(told), ask: said('ask') };
}

function partsOf(speech: Speech, sentence: Span, offence: Span, kept: Span, sour: readonly string[]): Part[] {
  const parts: Part[] = [];
  const who = named(speech, offence);
  for (const whole of speech.clauses(sentence)) {
    if (overlaps(whole, offence) || (kept.end > kept.start && overlaps(whole, kept)) || isCall(speech, whole)) continue;
    const clause = trimmed(speech.text, whole);
    const isQuestion = speech.text.slice(whole.end, sentence.end).startsWith('?');
    if (isQuestion || sour.some((list) => speech.has(list, clause))) parts.push({ kind: 'other', words: '' });
    else parts.push(speech.lang === 'en' ? englishPart(speech, clause, who) : chinesePart(speech, clause, who));
  }
  return parts;
}

/** Who the offending sentence speaks of, to be named where a clause that is told only points at them. */
function named(speech: Speech, offence: Span): string {
  const { start, end } = speech.sentence(offence);
  const found = (speech.lang === 'en' ? WHO_EN : WHO).exec(speech.text.slice(start, end));
  return found
    ? speech
        .words({ start: start + found.index, end: start + found.index + found[0].length })
        .replace(/^(?:My|Our|The)\b/u, (word) => word.toLowerCase())
    : '';
}

function chinesePart(speech: Speech, clause: Span, who: string): Part {
  const span = trimEnd(speech.text, trimStart(speech.text, clause, JOINT), PARTICLES);
  const said = speech.text.slice(span.start, span.end);
  const asking = ASKING.exec(said);
  if (asking) return { kind: 'ask', words: speech.words(trimStart(speech.text, span, ASKING)) };
  const points = THEY.test(said);
  if ((points && who === '') || !/\p{Script=Han}{2}[^,]{2}|\d/u.test(said) || NO_FACT.test(said)) return { kind: 'other', words: '' };
  const bare = speech.words(span).replace(STRESS, '').replace(STRESS_ON, '\u662f');
  const words = LACKS.test(said) ? `\u76ee\u524d${bare}` : bare;
  return { kind: 'fact', words: points ? words.replace(THEY, who) : words };
}

function englishPart(speech: Speech, clause: Span, who: string): Part {
  const span = trimStart(speech.text, clause, JOINT_EN);
  const said = speech.text.slice(span.start, span.end);
  const asking = ASKING_EN.exec(said);
  if (asking) return { kind: 'ask', words: speech.words(trimStart(speech.text, span, ASKING_EN)) };
  const points = THEY_EN.test(said);
  if ((points && who === '') || (NO_FACT_EN.test(said) && !points) || !STATES_EN.test(said)) return { kind: 'other', words: '' };
  const words = uncapital(speech.words(span));
  return { kind: 'fact', words: points ? words.replace(TOLD_YOU, 'you were told').replace(THEY_EN, who) : words };
}

/* All of these but STRESS read normal text. */
const JOINT = /^(?:\s|按照?规定|但是?|可是?|不过|只是|而且|况且|毕竟|其实|因为|反正|再说|人家)+/u;
const PARTICLES = /(?:\s|[呀啊哦喔呢啦哈嘛呗咯吧耶~])+$/u;
const ASKING =
  /^(?:(?:请|麻烦|烦请|劳烦)(?:[您你](?!的))?(?:先|再)?|[您你]?(?:务必|一定要|记得)(?:要)?|[您你](?=(?:再|重新)(?!说|讲|来|找|问|这样|那样|不)))(?=\p{Script=Han}{2})(?![^,]{0,2}(?:清楚|明白))/u;
/** Neither a fact nor said in peace: asks, orders, shrugs, judges the customer, or points at somebody who is not named. */
const NO_FACT =
  /^(?:所以|那就|那您|就|不然|否则|难道|要不|要么|还|又|都怪|谁|哪|怎么|什么|干嘛|何必|凭|别|不要|只能|只好|不服|爱|随|知道|听|是[您你]|人家|对方|也|才)|[您你](?:自己|自行|去|得|要(?!的)|找|问|再|就|爱|还|怎|凭|应该|必须|当|为|不|没|别|非|最好|也|都|又|才|可以)|(?:[吗么]|不是我们?|不是我[^,]{0,4}|多了|这样|那样|承认|知道|明白|明明白白|清楚|清清楚楚|算了|来的|再说|写着|摆着|办法|常识|道理|废话)$|谁都|大家都|哪有|不就[行好是]|经[^,]{0,4}(?:核实|调查|查证)$|不认真|没看住|至于|一分钱一分货|不接$|这么大|那么大|多了$|[您你](?:才|还|都没|又)|的(?:东西|房间|价钱?|货|玩意儿?|票)$|随便|反悔|嫌|怪|赖/u;
/** Somebody who is only pointed at. */
const THEY = /[他她它][们們]|人家|[对對]方|他(?!人)|她/u;
const TOLD_YOU = /^(?:he|she|they) told you\b/iu;
const THEY_EN = /^(?:he|she|they)\b/iu;
const WHO =
  /(?:快递|物流|货运|航空|保险|电力)公司|航司|快递员?|物流|驿站|银行|厂家|原厂|厂商|卖家|商家|供应商|物业|仓库|地接社|合作网点|维修点|师傅|同事|同仁|专员|司机|骑手/u;
const WHO_EN =
  /\b(?:my|our|the) (?:colleagues?|manager|agent|driver|courier|carrier|technician|engineer|clerk|supervisor|airline|bank|warehouse|seller|manufacturer|hotel|florist|garage|printer|airport)\b/u;
const JOINT_EN = /^(?:\s|so (?=(?:the|your|our|there) )|but |and |because |since |as |well |actually |anyway )+/u;
const ASKING_EN = /^(?:please |could you (?:please )?|can you (?:please )?)/u;
const NO_FACT_EN =
  /^(?:so|or|then|if|just|don't|do|go|call|ask|try|read|check|not|no|yes|what|why|who|how|that's|that is|which|it's (?:the|your|their) \w+'s|i'm|i am|(?:i|we)(?:'ve| have)? (?:just )?(?:checked|looked|double-checked|asked)$|i can't|i cannot|i don't|it's not|it isn't|i do\b|i see|i understand|i hear)\b|\byou(?:'ve|'d|'ll|'re| have| had| should| must| need| were| are| just| did| can| could| will| would)?\b|\b(?:nothing|nobody|everyone|everybody|obvious\w*|common sense|fault|blame|problem|anyone|responsibility|never happened|not true|deal with|simple|clearly)\b/u;
const STATES_EN =
  /^(?:the|our|this|these|those|your|there|it|we|i|\w+)\b.*\b(?:is|are|was|were|has|have|had|does|did|will|can|went|always|never|\w+s|\w+ed|left|sent|came|told|rang|paid)\b|^(?:it|there|we|that)['\u2019](?:s|ve|re)\b/u;
/** Says of something that is not named what it is not. */
const LACKS = /^(?:不在|不属于|保留)/u;
/** Words that only press the point. */
const STRESS = /明明(?!白)(?:就)?|根本|[压壓]根|(?:真的|完全|[从從][来來])(?=[没沒不])|自己(?=\p{Script=Han})(?!的|[选選]择)/gu;
const STRESS_ON = /就是(?=[^\uff0c\u3002])/gu;
