import { SURNAMES } from '../../dialogue/speakers.ts';
import type { Moment, Words } from '../../engine/moment.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Span } from '../../text/span.ts';
import { givesUp, occasionIn, type When, whensIn } from './occasions.ts';

/** What agents ask for and customers give: a kind, of days, times and numbers of things also what for or of what: `day/end`, `quantity/束`. */
export type Thing = string;

/** How it is paid, what somebody cannot eat, from where to where, which class or department, how many rooms, how large. */
const OF_A_TRIP_OR_A_VISIT = ['payment', 'diet', 'origin', 'destination', 'class', 'department', 'rooms', 'floorage'] as const;

/** Kinds with a list `asks-…` and a list `gives-…` each. */
const LISTED = [
  'order',
  'phone',
  'name',
  'address',
  'email',
  'model',
  'brand',
  'when',
  'card',
  'size',
  'colour',
  'party',
  'length',
  'tail',
  'card-tail',
  'age',
  'postcode',
  'plate',
  'building',
  'room',
  'duration',
  'budget',
  'device',
  'pickup',
  ...OF_A_TRIP_OR_A_VISIT,
] as const;

/** Kinds with a list `asks-…`, given in so many ways that code knows them. */
const TOLD: readonly string[] = ['version', 'area', 'branch', 'day', 'time', 'quantity'];

const OF_THE_MATTER: readonly string[] = [
  'when',
  'size',
  'colour',
  'party',
  'length',
  'model',
  'age',
  'duration',
  'budget',
  'device',
  'pickup',
  ...OF_A_TRIP_OR_A_VISIT,
  ...TOLD,
];

/** True for what may well be another for another matter. */
export function isOfTheMatter(thing: Thing): boolean {
  return OF_THE_MATTER.includes(kindOf(thing));
}

/** True for what is asked again without need only where it was given, not where it was merely asked. */
export function mustBeGiven(thing: Thing): boolean {
  return TOLD.includes(kindOf(thing));
}

/** True for a day or a time of day, which is that of one step of a matter. */
export function isWhen(thing: Thing): boolean {
  return kindOf(thing) === 'day' || kindOf(thing) === 'time';
}

/** True where the customer gives up the day or time for another. */
export function wantsAnotherTime(moment: Moment): boolean {
  return moment.isWritten(UNSETTLED) && moment.speeches().some(({ text }) => givesUp(text));
}

/** True when customers may give something there, as they write it. */
export function mayGive(moment: Moment): boolean {
  return moment.isWritten(GIVING);
}

/** What the customer gives; `question` is what the agent asked before. */
export function thingsGiven(moment: Moment, question: Moment | undefined): Thing[] {
  return moment.speeches().flatMap((speech) => {
    const { given, whens, counted } = speech.derive(giftsIn);
    return [...given, ...whens.flatMap((when) => whenGiven(when, question)), ...counted];
  });
}

/** What an utterance asks for, with the words that ask. */
export function thingsAsked(speech: Speech): (readonly [Thing, Words])[] {
  return speech.derive(asksIn).map(({ thing, span }) => [thing, { speech, span }] as const);
}

function asksIn(speech: Speech): readonly { readonly thing: Thing; readonly span: Span }[] {
  return [...LISTED, ...TOLD].flatMap((kind) =>
    speech.find(`repeated-question/asks-${kind}`).map(({ span }) => ({ thing: exactly(kind, { speech, span }), span })),
  );
}

/** A name that stands by itself beside a number. */
const FULL_NAME = `[${SURNAMES}洪柯庄游詹施](?![上谢一色额时苏何是好路包件天多以级铁速兴])[\\u4e00-\\u9fff]{1,2}`;
const BARE_NAME = new RegExp(
  `(?<=\\d{3}[,。\\s]|\\d{3}[^,。]{0,4},)${FULL_NAME}(?=[,。]|$)|(?<=^|[,。\\s])${FULL_NAME}(?=,[^,。]{0,8}\\d{3})`,
  'u',
);

function kindOf(thing: Thing): string {
  return thing.split('/', 1)[0]!;
}

/** What is given in the words of a list, and bare names and codes. */
function givenIn(speech: Speech): readonly Thing[] {
  const things: Thing[] = [];
  for (const { name } of speech.stirred()) {
    const thing = GIVES.get(name);
    if (thing !== undefined && speech.has(name)) things.push(thing);
  }
  if (!things.includes('name') && speech.lang !== 'en' && BARE_NAME.test(speech.text)) things.push('name');
  if (!things.includes('model') && CODED.test(speech.text)) things.push('model');
  return things;
}

/** By list, what its words give; every text is scanned for them, since they are an act. */
const GIVES: ReadonlyMap<string, Thing> = new Map(LISTED.map((kind) => [`repeated-question/gives-${kind}`, kind]));

/** What words give by themselves, the days and times they name, and what they count. */
interface Gifts {
  readonly given: readonly Thing[];
  readonly whens: readonly When[];
  readonly counted: readonly Thing[];
}

function giftsIn(speech: Speech): Gifts {
  const { text } = speech;
  const counted = [
    ...Array.from(text.matchAll(COUNTED), ([, measure]) => `quantity/${measure}`),
    ...Array.from(text.matchAll(COUNTED_EN), ([, what]) => `quantity/${singular(what!)}`),
  ];
  return { given: [...givenIn(speech), ...toldIn(speech)], whens: [...whensIn(text)], counted };
}

function* toldIn(speech: Speech): Generator<Thing> {
  const { text, lang } = speech;
  if (VERSIONED.test(text)) yield 'version';
  const written = lang === 'en' ? speech.words({ start: 0, end: text.length }) : text;
  if ((lang === 'en' ? PLACE : AREA).test(written)) yield 'area';
  if ((lang === 'en' ? BRANCH_EN : BRANCH).test(written)) yield 'branch';
}

/** A day or time that answers the question before, or that is wished for. */
function whenGiven({ unit, occasion, isWish }: When, question: Moment | undefined): readonly Thing[] {
  const asked = askedFor(unit, question);
  return asked || isWish ? [`${unit}/${occasion ?? asked ?? 'start'}`] : [];
}

/** What the day or time was for that the agent asked about. */
function askedFor(unit: string, question: Moment | undefined): string | undefined {
  const asked = question?.speeches().flatMap((speech) => thingsAsked(speech).map(([thing]) => thing)) ?? [];
  return asked.find((thing) => kindOf(thing) === unit)?.split('/')[1];
}

/** A kind with what it is for or of. */
function exactly(kind: string, words: Words): Thing {
  if (kind === 'day' || kind === 'time') return `${kind}/${occasionIn(sentenceOf(words)) ?? 'start'}`;
  if (kind !== 'quantity') return kind;
  const said = words.speech.text.slice(words.span.start, words.span.end);
  const what = /[a-z]/u.test(said) ? singular(said.split(' ').at(-1)!) : said.at(-1)!;
  return LACKING.test(sentenceOf(words)) ? 'quantity/lacking' : `quantity/${what}`;
}

function singular(word: string): string {
  return word.replace(/(?:(?<=x|s|ch|sh)es|s)$/u, '');
}

/** The sentence some words stand in. */
export function sentenceOf({ speech, span }: Words): string {
  const { start, end } = speech.sentence(span);
  return speech.text.slice(start, end);
}

const DIGITS = '(?:\\d+|[二两三四五六七八九十百半]+)';
const MEASURE = '份盒箱套瓶袋斤束杯打桶罐盆棵株双条件本册张台辆寸吋间把颗卷块只顶碗盘壶锅桌';
const COUNTED = new RegExp(`(?<![\\d第一])${DIGITS}大?([${MEASURE}])`, 'gu');
const COUNTED_EN =
  /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a dozen|half a dozen) (?:[a-z-]+ )??([a-z]{3,}s)\b/gu;
/** Asks how many are not as they should be, or more. */
const LACKING =
  /坏|少[了的发]|缺|漏|破|剩|收到|没|退|换|差|多出|烂|错|\b(?:missing|broken|damaged|short|left|received|arrived|return\w*|faulty|wrong|still|more|extra|already|at once|at a time|(?:does|do) (?:your|the|it|each|one|a)|per|in (?:a|each|the))\b/u;

/** The code of a model beside what it is the code of; not a size of paper, a network, a door. */
export const CODED =
  /(?<![a-z\d\-.#])(?!(?:a[345]|b[12345]|[2345]g|wifi|usb|mp[34]|h5|pm2|g\d{3,4}|d\d{3,4}|k\d{3,4}|q[1-4]|no|row|gate|seat|room|flat|unit|apt|level|covid|ps|ios|android|windows|win|version|ending|ends|of|to|at|in|on|by|and|for|the|from|until|is|under|over|about|only|just|only)(?![a-z])[ -]?)[a-z]{1,4}-?\d{1,5}[a-z]{0,4}(?:的|这[款个台])?(?=[\u4e00-\u9fff]{2}| (?!(?:am|pm|on|to|at|for|in|and|from|please|is|was|has|by)\b)[a-z]{3,})(?<=(?:我|家|这|那|买|用|一)[^,。!?\n]{0,14}|\b(?:my|our|the|this|a|an)(?: [a-z]+)? [a-z\d-]{2,10})/u;
export const VERSIONED =
  /(?:版本号?|版)[^,。!?\n\d]{0,4}\d+(?:\.\d+)*|(?<![\d.])\d+\.\d+(?:\.\d+)?(?:的)?版|(?:ios|安卓|鸿蒙|windows|win|macos) ?\d+|\b(?:version|release|build)(?: (?:is|number))?:? v?\d+(?:\.\d+)*|\bv\d+\.\d+|\b(?:android|ios|windows) \d+/u;
export const TOWNS =
  '北京|上海|广州|深圳|杭州|成都|武汉|南京|重庆|天津|苏州|西安|长沙|郑州|青岛|厦门|宁波|合肥|福州|济南|昆明|沈阳|大连|东莞|佛山|无锡|台北|新北|台中|高雄|台南|桃园|新竹|基隆|香港|澳门';
/** Where the customer is or what is to be done stands. */
const AREA = new RegExp(
  `(?<=^|[,\u3002!?\\s])我(?:们)?(?:人)?在(?![你您等用看考做开上下吃网线这那找写学弄装洗办想犹路公单医机车酒国外家出忙一二三四五六七八九十])[\\u4e00-\\u9fff]{2,5}(?=,)|(?:家(?:就)?在|住在|坐标|人在|家住)(?!家|外|这|那|你|哪|国外|附近|[一二三四五六七八九十\\d])[\\u4e00-\\u9fff]{2}|我(?:们)?住(?!院|的|了|过|不|宿|在?[一二三四五六七八九十\\d你])[\\u4e00-\\u9fff]{2}|(?:我|我们|公司|房子)(?:这边)?(?:就|现在|目前|人)?在(?!你|您)(?:[\\u4e00-\\u9fff]{2,5}(?:区|县|镇|新城|开发区|那边|附近|一带)|${TOWNS})`,
  'u',
);
const PLACE =
  /\bin (?!(?:January|February|March|April|May|June|July|August|September|October|November|December|English|Spanish|French|German|Chinese|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Chrome|Safari|Word|Excel|Settings|Black|White|Red|Blue|Green|Row|Room|Economy|Business|Seat|Mac|Windows|The|My|Your|I)\b)[A-Z][a-z]{3,}(?=[ ,.!?;]|$)|\b(?:live|living|based|located|am|'m|\u2019m|are|'re|\u2019re|flat|house|home|apartment|property|studio|office|place|garden|here|semi|bungalow|terrace)(?: over| up| down| out)? (?:in|near|around) (?:the )?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|English|Spanish|French|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I)\b)[A-Z][a-z]{2,}|\b(?:live|based|located) in (?!the\b|an?\b|my\b|our\b)[a-z]{4,}/u;
const BRANCH =
  /(?:你们|您们|贵[司店行])(?:家)?(?:的)?(?!家|网|旗舰|实体|官方|门|这|那|线下|直营|加盟|总|本|小)[\u4e00-\u9fff]{2,6}(?<![这那哪一几])(?:店|门市|分行|支行|营业厅|校区|院区)(?!员|长|家|铺)/u;
const BRANCH_EN = /\b(?:your|the) [A-Z][\w'\u2019]+(?: [A-Z][\w'\u2019]+)? (?:store|branch|shop|clinic|restaurant|salon|gym)\b/u;

/** What nothing that code knows is given without, as it is written. */
const GIVING =
  /[0-9\uff10-\uff19]|[二三四五六七八九十两兩][^\s]|[周期拜][一二三四五六日天]|[今明后後][天日]|[在住][^\s]|坐[标標]|[店市行厅廳区區]|\b(?:in|near|around|your|the|at) [A-Z]|(?:day|tomorrow|tonight)\b|\b(?:live|based|located|at|around|about|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozen)\b/u;
/** What no other day or time is asked for without, as it is written. */
const UNSETTLED = /[不没沒改换換别別其]|\b(?:different|another|other|chang|out of)|not\b|n['\u2019]t\b/u;
