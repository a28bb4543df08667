import { acts } from '../engine/acts.ts';
import type { Moment, Words } from '../engine/moment.ts';
import type { CompiledPacks } from '../engine/pack.ts';
import type { Draft, Piece } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { capital } from '../phrasebook/capital.ts';
import { retold, uncapital } from '../phrasebook/retelling.ts';
import { trimEnd, trimStart } from '../phrasebook/trim.ts';
import { cover, overlaps, type Span } from '../text/span.ts';
import { answers, type Exchange } from './flow/answers.ts';
import { ASKS, ASKS_EN, QUESTION_WORDS } from './flow/listing.ts';
import { behindGreeting } from './flow/saying.ts';
import type { CodeRule } from './registry.ts';

/** Marks between three questions or their parts. */
const SEVERAL = /(?:[?,;\uff1f\uff0c\u3001\uff1b\u5417\u55ce\u5462][\s\S]*?){3}/u;
/** So many questions at once are too many. */
const TOO_MANY = 3;
/** With more than so many of the customer's, an agent offers to take them together. */
const MANY = 3;

/** Questions that come in heaps: from the agent, or from the customer with nobody collecting them. */
export const questionOverload: CodeRule = (meta, packs) => {
  const asking = acts(packs, 'agent', 'question');
  const confirming = acts(packs, 'agent', 'resolution-check', 'paraphrase');
  const collect = acts(packs, 'agent', 'collect');
  const asked = acts(packs, 'customer', 'question');
  const inner = answers(meta, {
    asks: (moment) =>
      moment.does(asked) && moment.isWritten(SEVERAL) && moment.speeches().reduce((n, speech) => n + ownQuestions(speech).length, 0) > MANY,
    judge(questioned, answer, tell) {
      if (!answer.some((moment) => moment.does(collect))) tell({ ...answer[0]!.opening(), because: questioned.slice(0, 1) });
    },
  });
  return {
    ...inner,
    reframes: (speech, { span }) => reframes(speech, span, packs),
    step(state: Exchange, moment, tell) {
      if (moment.kind === 'agent' && moment.does(asking) && moment.isWritten(SEVERAL)) {
        const heap = heapOf(moment, confirming);
        if (heap) tell(heap);
      }
      return inner.step(state, moment, tell);
    },
  };
};

/** Their own questions in one list, or the first alone; an answer to a heap of the customer's with a word on taking them in turn. */
function* reframes(speech: Speech, span: Span, packs: CompiledPacks): Generator<Draft> {
  const asked = questions(speech).filter((question) => overlaps(question, span));
  if (asked.length < TOO_MANY) {
    const rest = behindGreeting(speech, speech.sentence(span));
    yield* retold(speech, rest, { words: speech.words(rest) }, packs.reframes['question-overload/collected']);
    return;
  }
  const whole = cover(asked[0]!, { start: span.start, end: speech.sentence(asked.at(-1)!).end });
  const lead = speech
    .clauses({ start: speech.sentence(asked[0]!).start, end: asked[0]!.end })
    .filter((clause) => clause.end <= asked[0]!.start);
  const { start } = lead.length > 0 ? asked[0]! : behindGreeting(speech, whole);
  const items = asked.map((question) => itemOf(speech, { start: Math.max(start, question.start), end: question.end }));
  const captures = {
    list: items
      .map((item, i) => (speech.lang === 'en' ? `${i + 1}. ${item}` : String.fromCharCode(0x2460 + i) + item))
      .join(speech.lang === 'en' ? '; ' : '\uff1b'),
    first: items[0]!,
  };
  const told = toldAmong(speech, asked);
  for (const draft of retold(speech, { start, end: whole.end }, captures, packs.reframes['question-overload/numbered'])) {
    yield told === '' ? draft : { ...draft, pieces: behind(speech, lead.length > 0 ? uncapital(told) : told, draft.pieces) };
  }
}

/** What is told in sentences of its own between the first question and the last; empty for nothing. */
function toldAmong(speech: Speech, asked: readonly Span[]): string {
  return speech
    .sentences()
    .filter((one) => one.start >= asked[0]!.end && one.end <= asked.at(-1)!.start && !asked.some((question) => overlaps(question, one)))
    .map((one) => speech.words(one))
    .join(speech.lang === 'en' ? ' ' : '');
}

/** Pieces as sentences of their own behind what is told. */
function behind(speech: Speech, told: string, [first, ...rest]: readonly Piece[]): Piece[] {
  return [speech.lang === 'en' ? `${told} ` : told, typeof first === 'string' ? capital(first) : first!, ...rest];
}

/** A question as an item of a list. */
function itemOf(speech: Speech, question: Span): string {
  const bare = trimEnd(speech.text, trimStart(speech.text, question, OPENING), /[\s?!~.。]+$/u);
  const words = speech.words(bare);
  return speech.lang === 'en' ? uncapital(words) : words.replace(/\u5462$/u, '');
}

const OPENING = /^(?:\s|[您你]好[,!]?|请问|想问一?下|那么?(?=[您你]))+|^(?:and |also |plus |then )+/u;

function heapOf(moment: Moment, confirming: number): Words | undefined {
  const confirmations = moment.find(confirming);
  for (const speech of moment.speeches()) {
    const open = questions(speech).filter((span) => !confirmations.some((one) => one.speech === speech && overlaps(one.span, span)));
    if (open.length >= TOO_MANY) return { speech, span: cover(open[0]!, open.at(-1)!) };
  }
  return undefined;
}

/** The questions of a customer: a bare word that takes up what was said, or guesses at the answer of the one before, belongs to the others. */
function ownQuestions(speech: Speech): Span[] {
  const all = questions(speech);
  const isBare = ({ start, end }: Span): boolean => !INTERROGATIVE.test(speech.text.slice(start, end)) && end - start <= BARE;
  const bare = all.filter(isBare);
  const guesses = all[0] !== undefined && !isBare(all[0]) && bare[0] !== undefined && NAMED.test(speech.text.slice(bare[0].start));
  if (!guesses && (bare.length === 0 || bare.length * 2 > all.length + 1)) return all;
  return all.filter((one, i) => !isBare(one) || (i > 0 && speech.lang !== 'en'));
}

/** What a guess at an answer begins with. */
const NAMED = /^(?:the|an?|my|too|not)\b/u;
/** A question no longer than this, without a word that asks, is a word with a mark. */
const BARE = 14;
const INTERROGATIVE = new RegExp(
  `[吗呢么]|${QUESTION_WORDS}|\\b(?:what|when|where|which|who|how|why|do|does|did|is|are|was|can|could|will|would|may|should|have|has)\\b`,
  'u',
);

/** The clauses of a speech that ask something of their own. Where questions have their mark, a particle without one is a tone. */
function questions(speech: Speech): Span[] {
  const isMarked = speech.text.includes('?');
  return speech.sentences().flatMap((sentence) => {
    const text = speech.text.slice(sentence.start, sentence.end);
    const isAsked = /\?[\s"')\]]*$/u.test(text) || (!isMarked && /[吗呢么][。!~…]*$/u.test(text));
    if (!isAsked || GUESSES.test(text) || (speech.lang === 'en' ? CONFIRMS_EN : CONFIRMS).test(text)) return [];
    const asks = speech.lang === 'en' ? ASKS_EN : ASKS;
    const clauses = speech.clauses(sentence).filter((clause) => {
      const words = speech.text.slice(clause.start, clause.end);
      return asks.test(words) && (speech.lang === 'en' || speech.text[clause.end] === '?' || !TONE.test(words));
    });
    return clauses.length > 1 ? clauses : [sentence];
  });
}

/** Asks only whether something known is so: 对吗, 是这个订单吗. */
const CONFIRMS =
  /(?:对吗|对吧|是吗|是吧|没错吧|对不对|是不是)[?。!~]*$|(?:^|,)[^,]{0,6}是(?:[您你]的?)?[这那]一?[个张笔单件份款台位间][^,]{0,8}吗[?。!~]*$/u;

/** A clause that asks nothing: a particle of tone without a word that asks, and what is no question but for its form. */
const TONE = new RegExp(
  `^(?!.*(?:${QUESTION_WORDS})).*呢$|^(?:可不是|那还用说|不就是|这不)|怎么能|怎么就|[哪怎么什啥谁][么里儿]?都|没什么|没多少|不怎么|不知道|不清楚|好几|几[个天家位]都`,
  'u',
);
/** Goes on with the question before: what the answer may be. */
const GUESSES =
  /^(?:or|maybe|perhaps|like|say)\b(?! (?:what|when|where|who|how|why|do|did|are|is|can|would)\b)|^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|\d|today|tomorrow|tonight|morning|afternoon|evening|noon)\b[^?]{0,16}\?|^(?:还是|或者?|比如|例如|譬如)/u;
/** Plays back what was asked for. */
const CONFIRMS_EN =
  /^(?:(?:ok(?:ay)?|al ?right|so|then|and|great|sure|got it)[,.]? )*(?:you(?:'d|'re| are| would| want| need)|that(?:'s| is) )|^are you sure|^(?:just )?to confirm|^is (?:that|this|everything) (?:right|correct|ok|okay|all)\b|, (?:right|correct)\?$/u;
