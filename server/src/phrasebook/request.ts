import type { Speech } from '../engine/speech.ts';
import type { Span } from '../text/span.ts';
import { uncapital } from './retelling.ts';
import { trimEnd, trimStart } from './trim.ts';

/** What an order asks for, so that it can be asked politely: `act` is what is to be done, `head` what stands before the asking words. */
export interface Request {
  readonly kind: 'do' | 'stop';
  readonly head: string;
  readonly act: string;
}

/** An order as something to ask for; undefined where nothing is left to ask. */
export function requestIn(speech: Speech, part: Span): Request | undefined {
  return speech.lang === 'en' ? englishRequest(speech, part) : chineseRequest(speech, part);
}

function chineseRequest(speech: Speech, part: Span): Request | undefined {
  const { text } = speech;
  const bare = trimEnd(text, trimStart(text, part, OPENING), CLOSING);
  const said = text.slice(bare.start, bare.end);
  const stop = STOP.exec(said);
  if (stop) {
    const act = trimEnd(text, { start: bare.start + stop.index + stop[0].length, end: bare.end }, /[了的吧啦啊]+$/u);
    return act.end - act.start < 2 ? undefined : { kind: 'stop', head: '', act: speech.words(act) };
  }
  const modal = MODAL.exec(said);
  const from = modal ? bare.start + modal.index + modal[0].length : bare.start;
  const head = modal
    ? trimStart(text, { start: bare.start, end: bare.start + modal.index }, /^[您你](?:们)?(?!的)/u)
    : { start: from, end: from };
  const act = actOf(speech, trimStart(text, { start: from, end: bare.end }, BRUSQUE)).replace(/^(现在|現在|马上|馬上)就/u, '$1');
  if (act === '') return undefined;
  const before = withoutForMe(speech, head);
  return TIMELY.test(text.slice(head.start, head.end)) ? { kind: 'do', head: '', act: before + act } : { kind: 'do', head: before, act };
}

/** What is to be done, in words that follow 请您. */
function actOf(speech: Speech, span: Span): string {
  const { text } = speech;
  const said = text.slice(span.start, span.end);
  const give = /^(?:给我)(?=[您你]的)/u.exec(said);
  if (give) return PROVIDE[speech.lang === 'zh-Hant' ? 1 : 0] + speech.words({ start: span.start + give[0].length, end: span.end });
  const thing = THING.exec(said);
  if (thing) {
    const end = span.start + thing[0].length;
    return `\u628a${speech.words({ start: span.start, end })}${withoutForMe(speech, { start: end, end: span.end })}`;
  }
  return withoutForMe(speech, span).replace(ONLY_THEN, speech.lang === 'zh-Hant' ? THEN[1] : THEN[0]);
}

/** "Hand it back before you get": what comes of it is what it is for. */
const ONLY_THEN = /^(.{3,}?)(?:之后|之後|后|後|了)?才(?:能够?|能夠?|可以|给|給|会|會)(.{1,12})$/u;
const THEN = ['$1\uff0c\u8fd9\u6837\u5c31\u80fd$2', '$1\uff0c\u9019\u6a23\u5c31\u80fd$2'] as const;

/** The words without a 给我 that only presses. */
function withoutForMe(speech: Speech, span: Span): string {
  const said = speech.text.slice(span.start, span.end);
  const pressed = /给我(?=[\u3400-\u9fff]?(?:寄|拿|交|送|填|写|搬|报|退|付|还|签|补|念|弄|放|留|准备))/u.exec(said);
  if (!pressed) return speech.words(span);
  const at = span.start + pressed.index;
  return speech.words({ start: span.start, end: at }) + speech.words({ start: at + 2, end: span.end });
}

/* All of these read normal text. */
const PROVIDE = ['\u63d0\u4f9b\u4e00\u4e0b', '\u63d0\u4f9b\u4e00\u4e0b'] as const;
const OPENING =
  /^(?:\s|那么?(?=[您你就请先把])|所以|反正|总之|(?:请|敬请|还请)(?=[您你]?务必|[您你](?:立|马))|都?(?:赶紧|赶快|快点?|火速)(?=[把将给])|[您你](?:们)?(?=给我|[先现马赶立快去就]|[^的]{0,3}[把将]|,)|(?:麻烦|请|拜托)[您你]?给我(?=安静|快|闭|排|小声|客气|认真|老实|听|看清|注意)|给我(?=老实|乖乖|好好|快|把|将))+/u;
const CLOSING =
  /(?:(?:才行|才可以|才能(?:办理?|处理)?|不可|再说|再讲|就对了)|[吧啊呀嘛哈喔哦呢啦]|(?<=[\u3400-\u9fff]{2}(?![新旧原好])[\u3400-\u9fff])的|听到没有?|知道吗|\s)+$/u;
const STOP =
  /^(?:[您你](?:们)?|请|都|也|这里|店内|在此|绝对|一律|(?:家长|业主|住户|客人|顾客|乘客|旅客|学生|租客|会员|车主|访客|家属|病人|患者|大家|读者|学员|司机|来宾|房客|游客)(?:们)?)*(?:别|不要|不许|不准|甭|严禁|禁止|不得)(?:再|老是?|总是?|一直|反复|天天|动不动就?|随便|擅自)*/u;
const MODAL =
  /(?:[您你](?:们)?(?:本人|自己|这边)?)?(?:就|都|也|还|可|其实|肯定){0,2}(?:必须|务必|一定(?:要|得)|非得?(?!常)|必需|(?<![觉记值懂显晓取获变来舍])得(?=[\u3400-\u9fff]{2})|需要(?!的)|应该要?|应当|最好|只能|只好|限期?|赶紧的?|赶快|火速|立刻|立马|马上|立即|不[\u3400-\u9fff]{1,2}也(?:得|要)|(?<![主重次只不想就只])要(?!不|是|么|求|紧)){1,3}(?:得|要|给我)?|(?<=[前内天号日])给我/u;
const BRUSQUE = /^(?:都?给我(?=老实|乖乖|好好|快|把|将|站|坐)|老实|乖乖|立刻|立马|马上|立即|赶紧|赶快|快点?|就(?=去)|的)+/u;
const TIMELY =
  /^(?:在)?(?:[今明后本这下\d一二三四五六七八九十周月]|礼拜|星期)[^把将]{0,12}(?:[今明后][天晚早日]|天|[周週]|月|日|[点點]|前|内|号|礼拜|小时|时候|现在)$/u;
/** Something handed or moved that an order names first. */
const THING =
  /^(?:[您你]的?|这些?|那些?)?(?:车子?|车辆|电动车|机车|箱子?|行李箱?|包包?|袋子|证件|身份证|学生证|健保卡|护照|卡片?|单子?|单据|表格?|申请表|资料|材料|文件|窗户?|门|手机|音乐|鞋子?|帽子|口罩|外套|东西|雨?伞|包装盒|盒子|桌子|椅子|号码?牌|票|照片|钥匙|垃圾|推车|货|盒子|快递|收据|发票|耳机)(?=(?:给我)?(?:$|挪|移|搬|拿|收|关|推|停|开|交|掏|报|递|传|脱|摘|戴|放|摆|带|重|发|寄|送|填|签|留|给))/u;

function englishRequest(speech: Speech, part: Span): Request | undefined {
  const { text } = speech;
  const bare = trimEnd(text, trimStart(text, part, OPENING_EN), CLOSING_EN);
  const said = text.slice(bare.start, bare.end);
  const modal = MODAL_EN.exec(said);
  const from = modal ? bare.start + modal.index + modal[0].length : bare.start;
  const act = text.slice(from, bare.end);
  const stop = /^(?:not |stop |quit |don't |do not |never |no (?=\w+ing\b)|(?:refrain|desist) from )+(?:ever )?/u.exec(act);
  const instead =
    /^(?:stop|quit) (.+?) and ((?:use|go|give|send|tell|show|bring|pay|check|call|email|fill|read|look|contact|book|visit|log|wait)\b.+)$/u.exec(
      act,
    );
  if (instead) {
    const joint = from + act.indexOf(` and ${instead[2]!}`);
    const doing = speech.words({ start: from + act.indexOf(instead[1]!), end: joint });
    return { kind: 'do', head: '', act: `${speech.words({ start: joint + 5, end: bare.end })} instead of ${doing}` };
  }
  if (stop) return { kind: 'stop', head: '', act: baseForm(speech.words({ start: from + stop[0].length, end: bare.end })) };
  if (act.length < 2 || (!modal && NO_ORDER.test(act))) return undefined;
  const wish = modal ? undefined : wished(speech.words({ start: from, end: bare.end }));
  if (wish) return { kind: 'do', head: '', act: wish };
  const head = modal
    ? trimEnd(text, { start: bare.start, end: bare.start + modal.index }, /(?:[\s,]|\b(?:and|so|but|then|that)\b)+$/u)
    : { start: from, end: from };
  const words = speech.words({ start: from, end: bare.end });
  return {
    kind: 'do',
    head: head.end > head.start ? speech.words(head) : '',
    act: modal ? againInfinitive(words) : imperative(words),
  };
}

/** What an order that is no imperative asks for: "I want the form by noon" → "let me have the form by noon". */
function wished(words: string): string | undefined {
  const thing = /^i want (?!you\b)(.+)$/iu.exec(words);
  if (thing) return `let me have ${thing[1]!}`;
  const held =
    /^you (?:can't|cannot|may not|don't|do not|won't be allowed to|aren't|shan't) (?:get to )?(.+?) ((?:until|till|before|unless) .+)$/iu.exec(
      words,
    );
  if (held) return `${/^(?:leave|go)/iu.test(held[1]!) ? 'stay' : `wait to ${held[1]!}`} ${held[2]!.replace(/^unless/iu, 'until')}`;
  const place = /^(single file|one at a time|next in line)$/iu.exec(words);
  if (place) return /^single/iu.test(words) ? 'stand in single file' : /^one/iu.test(words) ? 'come one at a time' : 'come forward';
  const shown = /^(?:your )?(passport|id|licen[cs]e|ticket|receipt|papers|name and number)(?=$| and )(.*)$/iu.exec(words);
  if (shown) return `let me have your ${shown[1]!.replace(/^id$/iu, 'ID')}${shown[2]!}`;
  const next = /^next time,? (.+)$/iu.exec(words);
  return next ? `${next[1]!} next time` : undefined;
}

/** What cannot follow "please" as it stands. */
const NO_ORDER = /^(?:you(?:'re| are)? (?:hereby|being|here)|your \w+ (?:is|are)|from now|it(?:'s| is)|no (?!\w+ing\b))\b/u;

/** A second order in the same breath: "and you have to post it" → "and post it". */
function againInfinitive(words: string): string {
  return words.replace(/\b(and|then) (?:then )?you(?:'ll| will)? (?:also )?(?:have to|need to|must|should) /giu, '$1 ');
}

/** An order without a subject, as what follows "please". */
function imperative(words: string): string {
  const noun = /^(?:(?:your|the) )?(.+?) (off|out|down|away|up|back|here|on the|in the|through the)\b(.*)$/iu.exec(words);
  if (noun && NOUN_FIRST.test(words)) {
    return `${/off|out/iu.test(noun[2]!) ? 'take' : 'put'} your ${uncapital(noun[1]!)} ${noun[2]}${noun[3]}`;
  }
  if (/^(?:to )?the back|^(?:back|end) of/iu.test(words)) return `go to the ${words.replace(/^(?:to )?(?:the )?/iu, '')}`;
  return uncapital(words)
    .replace(/^do (?:as|what) (.+?) (?:says?|tells? you)$/iu, 'follow what $1 says')
    .replace(/^(?:give|tell|read) me (?=your|the)/iu, 'share ')
    .replace(/^share (.+)$/iu, 'share $1 with me');
}

const NOUN_FIRST =
  /^(?:your |the )?(?:bags?|shoes|boots|hats?|caps|coats?|jackets?|phones?|keys|hands|laptops?|belts?|liquids|forms?|tickets?|trolleys?|masks?|headphones|papers|passports?|ids?|pets|dogs|cars?) /iu;

/** "emailing us" → "email us". */
export function baseForm(words: string): string {
  return words.replace(/^(\w+?)ing\b/iu, (all, stem: string) => {
    if (/^(?:br|k|r|s|str|th)$/iu.test(stem)) return all;
    if (/([^aeiouls])\1$/iu.test(stem)) return stem.slice(0, -1);
    return MUTE_E.test(stem) ? `${stem}e` : stem;
  });
}

const MUTE_E = /(?:[aeiou][vcgz]|writ|mak|us|chas|argu|tak|giv|com|shar|leav|complic|chang|messag|park(?=e)|quot|wast)$/iu;
const OPENING_EN = /^(?:\s|ok(?:ay)?,? |now,? |right,? |then,? |well,? |so,? |and |but |just |look,? |listen,? |fine,? |or (?=you))+/u;
const CLOSING_EN = /(?:,? (?:right now|immediately|at once|this instant|straight ?away|without delay|this minute|understood|okay|ok))+$/u;
const MODAL_EN =
  /(?:^|(?<=[\s,]))(?:i (?:need|expect|require|want) you to|you(?:'re| are) going to have to|i(?:'m| am) (?:telling|ordering|instructing|warning) you to|it(?:'s| is) (?:mandatory|compulsory|imperative|essential|obligatory) (?:that you|for you to)|you(?:'ll| will|'d| would)?(?: (?:simply|just|really|also|absolutely|then|first|now|still|always|probably|definitely))* ?(?:'ve got to|have got to|must|have to|need to|will need to|will have to|got to|gotta|(?:'re|are) (?:required|obliged|expected|supposed|instructed|ordered|obligated) to|had better|'d better|better|had best|'d best|should first|should|shall|ought to|(?:'re|are) to)) /u;
