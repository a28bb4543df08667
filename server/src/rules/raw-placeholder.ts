import type { LintSettings } from '../engine/lintSettings.ts';
import type { TypingReport } from '../engine/rule.ts';
import { languageOf } from '../engine/wording.ts';
import { written } from './knowledge/placeholderMarks.ts';
import { type Blank, meaningOf } from './knowledge/rawPlaceholderNames.ts';
import type { CodeRule } from './registry.ts';

const TITLE = '(?:先生|女士|小姐|太太|同学|同學|老师|老師|[经經]理|[师師]傅|[医醫]生|[总總](?=[,\uff0c。!\uff01:\uff1a]|您好|你好))';
const X = '[Xx\uff38\uff58\u00d7]';
const DASHES = '(?:[-/.:\uff1a年月日点點时時分]?)';
/** The unit behind the last part of a date or time. */
const CLOCK_END = `(?:(?<=[月點点时時]${X}{2,4})[日号號分])?`;
/** What a blank inside square brackets is called: 姓名, ORDER NUMBER, your name; or a choice: is/are. */
const NAMED =
  '[\\p{Script=Han}]{0,4}(?:姓名|姓氏|称呼|稱呼|名字|名称|名稱|订单号?|訂單(?:編號|號碼?)?|单号|單號|编号|編號|日期|时间|時間|金额|金額|电话|電話|地址|工号|工號|门号|門號|尾号|尾號|产品|產品|商品|公司|品牌|部门|部門|链接|連結|邮箱|信箱|密码|密碼|原因|数量|數量|价格|價格|原价|原價|现价|現價|颜色|顏色|尺码|尺碼|尺寸|款式|规格|規格|型号|型號|材质|材質|成分|赠品|贈品|优惠券?|優惠券?|物流状态|物流狀態|店铺名?|店鋪名?|国家|國家|城市|天数|天數|次数|次數|色号|色號|身高|体重|體重|功能|特点|特點|步骤|步驟|需求|内容|內容)[0-9A-D\uff21-\uff24]?';
const NOUNS =
  'name|names|surname|first name|last name|number|numbers|no|id|date|time|times|amount|price|total|product|item|company|brand|business|store|agent|rep|email|e-mail|phone|address|reason|link|url|city|country|title|order|case|ticket|account|department|team|issue|problem|day|days|hours|minutes|percentage|discount|code|insert|colou?r|colou?rs|size|sizes|weeks|material|materials|feature|features|key features|step|tip|specification|specifications|carrier|courier|location|method|benefit|version|height|weight|measurements|options|credits';
const NAMED_LATIN = `(?:(?:insert|your|customer|client|guest|order|agent|company|product|the|rep|first|last|full|case|ticket|tracking|phone|account|due|delivery|start|end|refund|invoice)[ _.'\u2019s-]{1,3}){0,3}(?:${NOUNS})(?: here| ?[0-9A-D])?`;
const CHOICE = "[a-z][a-z' -]{0,20}(?:/[a-z][a-z' -]{0,20}){1,3}|\\p{Script=Han}{1,8}(?:/\\p{Script=Han}{1,8}){1,4}";
/** What stands for a number or a date: X, X-X, X月X日. */
const UNKNOWN = `${X}{1,4}(?:[-~/.:\uff1a年月日点點时時]${X}{1,4}){0,3}[年月日号號点點分]?`;
/** Any words in brackets, which are a blank where the text holds one that cannot be anything else. */
const WORDS = '[\\p{L}\\p{N}](?=[^\\[\\]\\n]*\\p{L})[^\\[\\]\\n]{0,40}';
/** A blank that says what might go in. */
const EXAMPLE = '[\\p{L}\\p{N}][^\\[\\]\\n]{0,12}?(?:[,\uff0c\u3001 ]\\s?(?:如|比如|例如)|[, ]\\s?e\\.g\\.)[^\\[\\]\\n]{1,60}';
/** Faces and gestures that messengers write in brackets. */
const FACES =
  /^(?:微笑|爱心|愛心|玫瑰|抱拳|握手|鼓掌|强|ok|呲牙|偷笑|可爱|可愛|愉快|太阳|太陽|礼物|禮物|拥抱|擁抱|庆祝|慶祝|红包|紅包|合十|害羞|调皮|調皮|捂脸|捂臉|奸笑|加油|图片|圖片|语音|語音|视频|視訊|表情|笑|哭|smile|laughs?|sighs?|pause|photo|image|video|sticker|emoji)$/iu;

/** Blanks of every notation that a desk's software would not fill in. `i`: letters either case where the part says nothing else. */
const KINDS: readonly { readonly blank: Blank['kind']; readonly source: RegExp }[] = [
  { blank: 'person', source: new RegExp(`(?<![A-Za-z0-9\uff21-\uff5a\u00d7])${X}{1,3}(?=\\s?${TITLE})`, 'gu') },
  { blank: 'person', source: new RegExp(`(?<![A-Za-z0-9*\uff0a])[*\uff0a]{3,}(?=\\s?${TITLE})`, 'gu') },
  { blank: 'person', source: /(?<=\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s?|\b[Dd]ear )(?:X{1,4}|x{2,4}|\*{3,})(?![\w*])/gu },
  { blank: 'named', source: new RegExp(`\\[\\s?(?:${NAMED})\\s?\\](?!\\()|\u3010(?:${NAMED})\u3011|\uff3b(?:${NAMED})\uff3d`, 'gu') },
  { blank: 'named', source: new RegExp(`\\[\\s?(?:${NAMED_LATIN})\\s?\\](?!\\()|<(?:${NAMED_LATIN})>`, 'giu') },
  { blank: 'choice', source: new RegExp(`\\[\\s?(?:${CHOICE})\\s?\\](?!\\()`, 'giu') },
  { blank: 'words', source: new RegExp(`\\[(?:${EXAMPLE})\\](?!\\()`, 'gu') },
  { blank: 'unknown', source: new RegExp(`\\[\\s?(?:${UNKNOWN})\\s?\\](?!\\()`, 'gu') },
  { blank: 'others', source: new RegExp(`\\[\\s?(?:${WORDS})\\s?\\](?!\\()`, 'gu') },
  // A ____ takes …: a quiz asks for the word.
  { blank: 'line', source: /(?<![A-Za-z0-9_\uff3f])(?<!\bAn? )(?:_{3,}|\uff3f{2,})/gu },
  {
    blank: 'run',
    source: new RegExp(
      `(?<![A-Za-z0-9./@_\u00d7-])[X\uff38\u00d7]{2,}(?:${DASHES}[X\uff38\u00d7]{2,}){0,3}${CLOCK_END}(?![A-Za-z0-9_\u00d7]|[.-][A-Za-z\\d])`,
      'gu',
    ),
  },
  {
    blank: 'run',
    source: new RegExp(
      `(?<![A-Za-z0-9./@_-])[x\uff58]{2,}(?:${DASHES}[x\uff58]{2,}){0,3}${CLOCK_END}(?![A-Za-z0-9_]|[.-][A-Za-z\\d])`,
      'gu',
    ),
  },
];

/** A quicker look: none of these, and there is none. */
const MARKS = [
  'X',
  'xx',
  'x先',
  'x女',
  'x小',
  '___',
  '***',
  '[',
  '<',
  '\u3010',
  '\u00d7',
  '\uff3b',
  '\uff38',
  '\uff58',
  '\uff3f\uff3f',
  '\uff0a',
];
/** A quick look at a whole file: something of all that must be there. */
const MAY_APPLY =
  /[Xx\uff38\uff58\u00d7](?:[Xx\uff38\uff58\u00d7]|\s?[先女小太同老经經师師医醫总總])|_{3}|\uff3f{2}|[*\uff0a]{3}|[[\u3010\uff3b<]\s?[\p{L}]|(?:Mr|Mrs|Ms|Miss|Dr|[Dd]ear)\.?\s?X/u;
const SURNAMES = new Set('王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董许許曹曾彭吕呂苏蘇蔡');

export const rawPlaceholder: CodeRule = (meta) => ({
  scope: 'typing',
  meta,
  mayApply: (source) => MARKS.some((mark) => source.includes(mark)) && MAY_APPLY.test(source),
  *check(text, settings) {
    if (!MAY_APPLY.test(text)) return;
    const taken: TypingReport['span'][] = [];
    for (const { blank, source } of KINDS) {
      if (blank === 'others' && !isForm(text, taken)) continue;
      for (const found of text.matchAll(source)) {
        const span = { start: found.index, end: found.index + found[0].length };
        if (taken.some((other) => other.start < span.end && span.start < other.end) || isNone(blank, text, span, settings)) continue;
        taken.push(span);
        yield {
          span,
          ...fixed({ kind: blank, words: found[0], before: text.slice(0, span.start), after: text.slice(span.end) }, text, settings),
        };
      }
    }
  },
});

/** True where brackets hold blanks: one of them can be nothing else, or there are several that are no faces. */
function isForm(text: string, taken: readonly TypingReport['span'][]): boolean {
  if (taken.some(({ start }) => text[start] === '[')) return true;
  const words = new Set([...text.matchAll(BRACKETED)].map(([, inside]) => inside!).filter((inside) => !FACES.test(inside)));
  return words.size >= SEVERAL;
}

const BRACKETED = /\[\s?(\p{L}[^[\]\n]{0,40}?)\s?\](?!\()/gu;
const SEVERAL = 3;

/** What stands for itself: a masked name, buttons to press, greetings of letters, numbers of volumes and sizes. */
function isNone(blank: Blank['kind'], text: string, { start, end }: TypingReport['span'], { syntaxes }: LintSettings): boolean {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 16), start);
  if (syntaxes.some(({ open, close }) => words.startsWith(open) && words.endsWith(close))) return true;
  if (blank === 'person') return words.startsWith('*') && SURNAMES.has(before.at(-1) ?? '');
  if (blank === 'others' && FACES.test(words.slice(1, -1).trim())) return true;
  if (words.startsWith('[') || blank === 'named') return PRESSED.test(before) || BUTTON.test(text.slice(end, end + 10));
  if (blank === 'line') return isQuiz(text, start, end);
  if (blank !== 'run') return false;
  if (NUMBERED.test(before)) return true;
  if (/\p{Script=Han}/u.test(text)) return false;
  return !/[X\u00d7\uff38]/u.test(words) && !(words.length > 2 && (/^\s\p{Ll}/u.test(text.slice(end)) || ASKS_FOR.test(before)));
}

/** A blank in a statement about the world at large, which speaks of neither of us: a riddle asks for the word. */
function isQuiz(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).split(SENTENCE).at(-1)!;
  const after = text.slice(end).split(/[.!?\n]/u, 1)[0]!;
  const said = before + after;
  return (
    (RIDDLE.test(before) || /^\W*an?\s/iu.test(before)) &&
    !OURS.test(said) &&
    !COUNTED.test(after) &&
    !/[:\uff1a#$\p{Script=Han}]/u.test(said)
  );
}

const SENTENCE = /[.!?\n]\s|\bquestion is[:,]?\s/u;
const RIDDLE = /(?:\ban?|\b(?:type|kind|sort|form|unit) of|\bworth)\s$/iu;
const OURS =
  /\b(?:you|your|yours|we|us|our|ours|my|me|dear|hi|hello|order|refund|number|no|code|account|customer|agent|appointment|booking|reservation|invoice|name|date|total|price|amount|balance|delivery|email|phone|fee|charge|deposit|discount|voucher|gift)\b/iu;
const COUNTED = /^\W*(?:\w+\s)?(?:days?|hours?|minutes?|weeks?|months?|credit|bonus|coupon)\b/iu;

const PRESSED =
  /(?:点击?|點擊?|点选|點選|按下?|选择?|選擇?|勾选|勾選|打开|打開|进入?|進入?|\b(?:click(?: on)?|press|tap(?: on)?|select|choose|hit|open|then)|>)\s?["“「]?$/iu;
const BUTTON = /^["”」]?\s?(?:按钮|按鈕|键|鍵|选项|選項|页|頁|菜单|選單|button|key|tab|menu|option|page|>|→)/iu;
const NUMBERED = /\b(?:chapter|volume|vol\.?|part|louis|henry|article|act|super bowl|size|sizes|century)\s$/iu;
const ASKS_FOR = /(?:\b(?:is|are|number|no\.|code|order|at|on|by|within|for|in)|[:#$])\s?$/iu;

/** What is put there: a placeholder whose name is plain goes in unasked, one that has to be guessed is offered. */
function fixed(blank: Blank, text: string, settings: LintSettings): Pick<TypingReport, 'replacement' | 'suggestions'> {
  const meaning = meaningOf(blank, languageOf(text, settings.reading.lang), settings.declared.known);
  if (!meaning) return {};
  const put = written(meaning.name, settings);
  return meaning.sure ? { replacement: put } : { suggestions: [put] };
}
