import { acts } from '../engine/acts.ts';
import type { Moment, Words } from '../engine/moment.ts';
import type { FlowState, Tell } from '../engine/rule.ts';
import type { Speech } from '../engine/speech.ts';
import { overlaps, type Span } from '../text/span.ts';
import { asksAlone, asksForProof, turnsElsewhere } from './flow/asking.ts';
import { answerTo, questionsOf } from './flow/sameQuestion.ts';
import { isOfTheMatter, isWhen, mayGive, mustBeGiven, type Thing, thingsAsked, thingsGiven, wantsAnotherTime } from './flow/things.ts';
import { isOfAnother } from './flow/whichOne.ts';
import { isAnothers, ownerIn } from './flow/whose.ts';
import type { CodeRule } from './registry.ts';

/** What a question is written with. */
const MARKED = /[?\uff1f\u5417\u55ce\u9ebc\u4e48]|\u8bf7|\u8acb|please/iu;
/** Words with which it is asked for another of the same kind, or once more for a reason. */
const ANOTHER =
  /另|这次|改(?:挂|付|坐|飞)|尾款|余款|[您你](?:的)?(?:先生|太太|爱人|妈妈|爸爸|母亲|父亲|老公|老婆|朋友|弟弟|妹妹|家人)|(?:^|[,。!])(?:弟弟|妹妹|哥哥|姐姐)|那一?[单张件份台位个]|这一[单份件]|原(?:来|本|先)?的?[卡手地电号]|旧的?[卡手地电号]|第二|备用|紧急|新的?(?:地址|号|手机|电话|邮箱)|也(?:麻烦|请|要|发|报|说|告诉)|(?:没|未)(?:听清|收到|看清|显示)|听不清|没听|少了?一[位码个]|断断续续|杂音|对不上|查不到|没查到|有误|\b(?:this time|other|another|(?:old|original|previous) (?:card|number|phone|address|account|e-?mail|one|order)|second|new|different|instead|as well|too|also|alternative|emergency|didn't (?:catch|get|hear)|breaking up|broke up|short|missing|can't find|couldn't find|doesn't match|didn't match|not found|no (?:match|record)|her|his|their|child(?:'s)?)\b/u;
/** So many turns of the customer are remembered. */
const REMEMBERED = 4;
/** So many turns in a row that do nothing but ask are too many. */
const TOO_MANY = 3;

/** What the customer gave and the agent asked so far, and how many turns in a row did nothing but ask. */
class Asked implements FlowState {
  /** The last words of the customer. */
  readonly said: Moment | undefined;
  /** What the customer came with, and the question last asked about it. */
  readonly matter: Moment | undefined;
  readonly question: Moment | undefined;
  readonly given: ReadonlyMap<Thing, Moment>;
  readonly asked: ReadonlySet<Thing>;
  /** Whose the things were that were asked for: the sender's, the recipient's. */
  readonly whose: ReadonlyMap<Thing, string>;
  /** The last turns of the customer about the matter. */
  readonly told: readonly Moment[];
  readonly row: number;
  private known: string | undefined;

  constructor({ said, matter, question, given, asked, whose, told, row }: Omit<Asked, 'key' | 'after' | 'answered' | 'with'>) {
    this.said = said;
    this.matter = matter;
    this.question = question;
    this.given = given;
    this.asked = asked;
    this.whose = whose;
    this.told = told;
    this.row = row;
  }

  with(known: Partial<Omit<Asked, 'key' | 'after' | 'answered' | 'with'>>): Asked {
    return new Asked({ ...this, ...known });
  }

  get key(): string {
    this.known ??= `${[...this.given.keys()].sort().join()}/${[...this.asked].sort().join()}/${this.row}/${this.said !== undefined}`;
    return this.known;
  }

  /** The state after words of the customer. */
  after(moment: Moment, gives: number): Asked {
    const isNews = this.question !== undefined && turnsElsewhere(moment, this.matter, this.question);
    if (isNews) return this.forgetting().with({ matter: moment }).hears(moment, gives);
    return this.hears(moment, gives);
  }

  /** The state with nothing known of the matter so far. */
  private forgetting(): Asked {
    const given = new Map([...this.given].filter(([thing]) => !isOfTheMatter(thing)));
    const asked = new Set([...this.asked].filter((thing) => !isOfTheMatter(thing)));
    return this.with({ given, asked, told: [], row: 0, question: undefined });
  }

  /** The state after words of the agent that ask nothing: one step is done, and the next may have its own day. */
  answered(): Asked {
    if (this.row === 0 && !this.hasWhen) return this;
    return this.with({ row: 0, given: this.hasWhen ? withoutWhen(this.given) : this.given });
  }

  private get hasWhen(): boolean {
    return [...this.given.keys()].some(isWhen);
  }

  private hears(moment: Moment, gives: number): Asked {
    const isGivenUp = wantsAnotherTime(moment);
    const known = isGivenUp && this.hasWhen ? withoutWhen(this.given) : this.given;
    const news = moment.does(gives) || mayGive(moment) ? thingsGiven(moment, this.question) : [];
    const things = news.filter((thing) => !known.has(thing) && !(isGivenUp && isWhen(thing)));
    const given = things.length === 0 ? known : new Map([...known, ...things.map((thing) => [thing, moment] as const)]);
    return this.with({ said: moment, matter: this.matter ?? moment, given, told: [...this.told, moment].slice(-REMEMBERED) });
  }
}

function withoutWhen(given: ReadonlyMap<Thing, Moment>): ReadonlyMap<Thing, Moment> {
  return new Map([...given].filter(([thing]) => !isWhen(thing)));
}

const NO_GIFTS: ReadonlyMap<Thing, Moment> = new Map();
const NOTHING: ReadonlySet<Thing> = new Set();
const NOBODY: ReadonlyMap<Thing, string> = new Map();
const NO_THINGS: ReadonlyMap<Thing, Words> = new Map();
const START = new Asked({
  said: undefined,
  matter: undefined,
  question: undefined,
  given: NO_GIFTS,
  asked: NOTHING,
  whose: NOBODY,
  told: [],
  row: 0,
});

/** The agent asks for what it has been given or has asked for already, or asks and asks. */
export const repeatedQuestion: CodeRule = (meta, packs) => {
  const gives = acts(packs, 'customer', 'gives-thing');
  const thing = acts(packs, 'agent', 'asks-thing');
  const question = acts(packs, 'agent', 'question', 'identify');
  const confirming = acts(packs, 'agent', 'resolution-check', 'paraphrase', 'verified', 'more-help');
  const settled = acts(packs, 'agent', 'resolution-check', 'verified');
  return {
    scope: 'flow',
    meta,
    start: () => START,
    step(state: Asked, moment, tell) {
      if (moment.kind === 'customer') return state.after(moment, gives);
      if (moment.kind === 'narrator') return START;
      if (moment.kind === 'event') return state.with({ asked: NOTHING, told: [], row: 0 });
      if (moment.kind !== 'agent') return state;
      if (!moment.does(question)) return state.answered();
      const things = moment.does(thing) ? asksFor(moment, moment.find(confirming)) : NO_THINGS;
      const again = [...things].find(
        ([thing, words]) => isKnown(state, thing, words) && !isExcused(words) && !isAnothers(state.whose.get(thing), ownerIn(words)),
      );
      if (again) tell({ ...again[1], because: because(state, again[0]) });
      else answered(state, moment, confirming, tell);
      const row = rowAfter(state, moment, settled);
      if (row === TOO_MANY && row > state.row && !again) tell({ ...moment.opening(), because: because(state) });
      const asked = things.size > 0 ? new Set([...state.asked, ...things.keys()]) : state.asked;
      const owners = [...things].map(([thing, words]): [Thing, string] => [thing, ownerIn(words)]).filter(([, owner]) => owner !== '');
      const whose = owners.length > 0 ? new Map([...state.whose, ...owners]) : state.whose;
      return state.with({ question: moment, asked, whose, row });
    },
  };
};

/** Tells of a question that the customer has answered in other words. */
function answered({ told }: Asked, moment: Moment, confirming: number, tell: Tell): void {
  if (told.length === 0) return;
  for (const question of questionsOf(moment)) {
    const { speech, span } = question;
    const answer = answerTo(question, told);
    if (!answer || isExcused(question)) continue;
    if (moment.find(confirming).some((one) => one.speech === speech && overlaps(one.span, span))) continue;
    tell({ speech, span, because: [answer] });
    return;
  }
}

/** True for what was given, of the same thing, or asked. */
function isKnown(state: Asked, thing: Thing, words: Words): boolean {
  const given = state.given.get(thing);
  if (given) return !isOfAnother(thing, words, given);
  return state.asked.has(thing) && !mustBeGiven(thing);
}

/** How many turns in a row do nothing but ask, this one counted. Proving who one is counts once, however many questions it takes. */
function rowAfter(state: Asked, moment: Moment, settled: number): number {
  if (!state.said || moment.does(settled) || !moment.isWritten(MARKED)) return 0;
  if (asksForProof(moment)) return Math.max(state.row, 1);
  return asksAlone(moment) ? Math.min(state.row + 1, TOO_MANY) : 0;
}

function because(state: Asked, thing?: Thing): Moment[] {
  const moment = (thing && state.given.get(thing)) ?? state.said;
  return moment ? [moment] : [];
}

/** What a turn asks for, unless it only confirms it. */
function asksFor(moment: Moment, confirmed: readonly Words[]): Map<Thing, Words> {
  const found = new Map<Thing, Words>();
  for (const speech of moment.speeches()) {
    const confirms = (words: Words): boolean =>
      !POLITE.test(textOf(words)) && confirmed.some((one) => one.speech === speech && overlaps(one.span, speech.sentence(words.span)));
    for (const [thing, words] of thingsAsked(speech)) {
      if (!found.has(thing) && isRequest(speech, words.span) && !confirms(words)) found.set(thing, words);
    }
  }
  return found;
}

/** True when the clause around some words asks, and does not tell. */
function isRequest(speech: Speech, span: Span): boolean {
  const sentence = speech.sentence(span);
  if (speech.lang === 'en') return REQUEST_EN.test(speech.text.slice(sentence.start, sentence.end));
  const clause = speech.clauses(sentence).find(({ end }) => end > span.start) ?? sentence;
  return speech.text[clause.end] === '?' || REQUEST.test(speech.text.slice(clause.start, clause.end));
}

function textOf({ speech, span }: Words): string {
  const { start, end } = speech.sentence(span);
  return speech.text.slice(start, end);
}

/** Asks kindly, and confirms nothing. */
const POLITE = /(?:报|提供|发|告诉|留|念|说一?下)[^,。!?]{0,14}(?:好吗|可以吗|行吗|好不好|方便吗)/u;

/** True when the sentence asks for another, or it or the one before says why it must ask again. */
function isExcused({ speech, span }: Words): boolean {
  const { start, end } = speech.sentence(span);
  const before = speech.sentences().find((sentence) => sentence.end <= start && speech.text.slice(sentence.end, start).trim() === '');
  return ANOTHER.test(speech.text.slice(before?.start ?? start, end));
}

const REQUEST =
  /[吗呢么]$|(?:请|麻烦|烦请|劳烦|方便|能否|可否|还?需要)[^。]{0,10}(?:提供|告诉|告知|报|说|留|输入|念|发|给我|补)|^[^。]{0,10}(?:号码?|电话|姓名|地址|邮箱|型号|单号)(?:是?|发我|给我|报一下|说一下|呢)$/u;
const REQUEST_EN = /\?|\b(?:please|need|tell me|give me)\b/u;
