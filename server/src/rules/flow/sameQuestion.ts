import type { Moment } from '../../engine/moment.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Span } from '../../text/span.ts';

/** A clause that asks, where it stands. */
export interface Question {
  readonly speech: Speech;
  readonly span: Span;
  readonly text: string;
}

/** The clauses of a turn that ask, each with what leads up to it in its sentence. */
export function questionsOf(moment: Moment): Question[] {
  return moment.speeches().flatMap((speech) =>
    speech
      .sentences()
      .filter(({ end }) => speech.text[end - 1] === '?')
      .map((sentence) => {
        const span = speech.lang === 'en' ? sentence : (speech.clauses(sentence).at(-1) ?? sentence);
        return { speech, span, text: speech.text.slice(span.start, span.end) };
      }),
  );
}

/** The customer's turn that has answered a question, of those before it; undefined where none has. */
export function answerTo({ text }: Question, said: readonly Moment[]): Moment | undefined {
  if (CONFIRMS.test(text)) return undefined;
  const either = alternatives(text);
  const kind = either ? undefined : KINDS.find(({ asked }) => asked.test(text));
  if (!either && !kind) return undefined;
  return said.find((moment) =>
    moment.speeches().some((speech) => {
      return speech.sentences().some(({ start, end }) => {
        const words = speech.text.slice(start, end);
        if (words.endsWith('?') && !REQUESTS.test(words)) return false;
        return either
          ? chooses(words, either)
          : kind!.told.test(words) && !isOfAnother(text, words) && (kind!.free || sharesMatter(text, kind!.asked, words));
      });
    }),
  );
}

/** The two things of a question that leaves no third: the morning, the afternoon. */
function alternatives(text: string): readonly [string, string] | undefined {
  const han = EITHER.exec(text);
  if (han) {
    let one = han[1]!.replace(LEADS, '').slice(-LONGEST);
    let other = han[2]!.replace(ENDS, '').replace(LEADS, '').slice(0, LONGEST);
    if (other.length > one.length && one.length > 1) other = other.slice(0, one.length);
    while (one.length > 2 && other.length > 2 && one.at(-1) === other.at(-1)) [one, other] = [one.slice(0, -1), other.slice(0, -1)];
    while (one.length > 2 && other.length > 2 && one[0] === other[0]) [one, other] = [one.slice(1), other.slice(1)];
    return one.length > 1 && other.length > 1 ? [one, other] : undefined;
  }
  const latin = EITHER_EN.exec(text);
  return latin ? [latin[1]!, latin[2]!] : undefined;
}

/** True when the words wish for one of two things, and say nothing of the other. */
function chooses(words: string, [one, other]: readonly [string, string]): boolean {
  const has = (what: string): boolean => (/[a-z]/u.test(what) ? new RegExp(`\\b${what}\\b`, 'u').test(words) : words.includes(what));
  return has(one) !== has(other) && (words.length <= SHORT || WISHES.test(words)) && !isDenied(words, has(one) ? one : other);
}

/** True when the words say no to it. */
function isDenied(words: string, what: string): boolean {
  const at = words.indexOf(what);
  return DENIES.test(words.slice(Math.max(0, at - BEFORE), at));
}

/** True when one tells of a beginning and the other of an end, or when the words say that it will not do. */
function isOfAnother(question: string, words: string): boolean {
  return ENDING.test(question) !== ENDING.test(words) || WILL_NOT_DO.test(words);
}

const ENDING = /还车|返程|回程|离店|退房|结束|为止|截止|\b(?:until|till|return\w*|back|drop\w*|check(?:ing)? out|leav\w+|end\w*)\b/u;
const WILL_NOT_DO = /不(?:行|在|能|方便|去|要|是)|没空|别的|另外?|换一|\b(?:not|won't|can't|cannot|different|another|instead of|except)\b/u;

/** True when a question is about what the words tell: they share a pair of characters, or a word, besides those that ask; or it asks for nothing but that. */
function sharesMatter(question: string, asked: RegExp, words: string): boolean {
  const rest = question.replace(asked, ' ').replace(IDLE, ' ');
  const runs = rest.match(/[\u4e00-\u9fff]{2,}/gu) ?? [];
  const latin = (rest.match(/[a-z]{4,}/gu) ?? []).filter((word) => !IDLE_EN.has(word));
  if (runs.length + latin.length === 0) return true;
  for (const run of runs) for (let i = 0; i + 1 < run.length; i++) if (words.includes(run.slice(i, i + 2))) return true;
  return latin.some((word) => words.includes(word.slice(0, STEM)));
}

/** So many letters of a word are compared; so many characters can say nothing but the answer. */
const STEM = 5;
const SHORT = 12;
const LONGEST = 5;
/** So far ahead of a thing stands what says no to it. */
const BEFORE = 10;
const EITHER = /([\u4e00-\u9fff]{1,8})还是([\u4e00-\u9fff]{1,8})/u;
/** What leads to one of two things, and what comes behind the other. */
const LEADS = /^.*[是想要用搭坐在选去买走住寄改换到拿来做订约挂领](?=..)/u;
const ENDS = /[的呢吗啊呀].*$/u;
const EITHER_EN =
  /\b([a-z]{5,}) or (?:(?:the|an?|in|on|for|by|at|to) )*([a-z]{5,})(?: (?:one|seat|slot|appointment|room|please|then))?\?$/u;
const WISHES = /[想要就]|最好|改[成到]?|预?约|订|换|都?可以|方便|\b(?:want|like|prefer|need|please|book|change|move|make it)\b/u;
const DENIES = /[不没别]|\b(?:not|don't|no|isn't)\b/u;
/** A question that asks for something to be done. */
const REQUESTS = /帮我|[能可][不否以](?:能)?[^,。]{0,4}(?:改|换|订|约|挪|寄|送)|\b(?:could|can|would|will) you\b/u;
const CONFIRMS = /对吗|是吗|对吧|没错|[，,]\s*(?:right|correct|yes)\?/u;
const IDLE = /请问|您|你|我|想要?|要|呢|吗|啊|麻烦|方便|告诉|一下|这边|大概|大约|一共|总共|现在|打算|希望|需要|是|的/gu;
const IDLE_EN: ReadonlySet<string> = new Set(
  'would like could want need please tell what which when where will does your have that this with from about going able best them they there know give take make just again lovely right great perfect okay thanks sure good well then much many'.split(
    ' ',
  ),
);

/** What is asked for in one way and told in another; `free` where that says enough. */
const KINDS: readonly { readonly asked: RegExp; readonly told: RegExp; readonly free?: boolean }[] = [
  {
    asked: /多少(?:钱|块|元)|\bhow much (?:was|did|is|do)\b/u,
    told: /[\d一二两三四五六七八九十百千万]+(?:块|元|百|千|万)|[一二两三四五六七八九]百|[$£€]\s?\d/u,
  },
  {
    asked:
      /(?:停|人|车|现在|目前)[^,。?]{0,4}在(?:哪[里儿]?|什么(?:位置|地方))|\bwhere (?:are you(?! \w+ing)|is (?:it|the (?:car|vehicle))|exactly are you)\b/u,
    told: /(?:停|人|困|卡|坐|站|我)在[^,。?]{2,14}(?:路|街|站|店|口|楼|库|门|场|区|桥|院|校|旁|边|里|号|高速|国道|服务区)|\b(?:i'm|we're|i am|it's|parked|stuck|broken down) (?:at|in|on|outside|near|by) (?:the )?[a-z]{3,}/u,
    free: true,
  },
  {
    asked:
      /(?:寄|送|搬|运|飞|发)(?:到|往|去)(?:哪|什么(?:地方|城市))(?!.*[区街楼号])|(?:目的地|要去的?|去)(?:是)?(?:哪(?:里|儿|个城市|座城市)|什么(?:地方|城市))|\bwhere (?:are you|is it|will (?:it|you) be|would you like) (?:moving|going|sending|heading|flying|travell?ing|shipping)(?: (?:it|to))*\?|\bwh(?:ich|at) (?:city|town|country) (?:are you|is it|will|would you) [^?]{0,24}\bto\?/u,
    told: /(?:寄|送|搬|运|飞|发)[^,。到往去回]{0,6}(?:到|往|去|回)(?!你|您|我|哪|家|货|付|电|了)[\u4e00-\u9fff]{2}|飞(?!机|行|得)[\u4e00-\u9fff]{2}的?(?:票|航班|机票)|从[\u4e00-\u9fff]{2,6}[^,。]{0,10}[到去往](?!你|您|我|哪|家|现|今|昨|了)[\u4e00-\u9fff]{2}|\bfrom [a-z]{3,}(?: [a-z]+)? (?:(?:over|up|down|out) )?to (?!(?:my|the|a|an|your|our|get|be)\b)[a-z]{3,}/u,
    free: true,
  },
  {
    asked: /(?:多久|多长时间|多少年|几年|几个月|几天|几晚)|\bhow (?:long|many (?:days|nights|weeks|months|years))\b/u,
    told: /(?<![这那近头前])[\d一二两三四五六七八九十半]+(?:多)?(?:天|晚|年|个月|周|个?星期|个?礼拜|个?小时|分钟)|\b(?:an?|one|two|three|four|five|six|seven|ten|\d+) (?:days?|nights?|weeks?|months?|years?|hours?)\b/u,
  },
];
