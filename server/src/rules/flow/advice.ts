import type { Moment, Words } from '../../engine/moment.ts';
import type { Speech } from '../../engine/speech.ts';
import type { Span } from '../../text/span.ts';
import { behindGreeting } from './saying.ts';

/** The first words of a turn that advise, by how they are built: sentences without a subject that tell what to do, what one would do oneself, what will help. */
export function advising(moment: Moment): Words | undefined {
  return firstIn(moment, adviceIn);
}

/** True for an English sentence that tells somebody to do something: a bare verb with what it is done to. */
export function isImperative(sentence: string): boolean {
  return IMPERATIVE.test(sentence) && !STATES.test(sentence);
}

/** What tells the customer to say or choose something, not to do it, as it is written. */
export const OF_TALK =
  /(?:^|[.!?,] )(?:please |just |and |now,? )*(?:give(?! (?:it|them|him|her))|verify|review|send|tell|share|provide|note|bear|wait|check|confirm|choose|pick|leave|let|keep|call|visit|head|go|say|enter|read|look|select)\b/iu;

/** The words with which a turn recommends a thing of a kind that was wished for. */
export function recommending(moment: Moment): Words | undefined {
  return firstIn(moment, recommendationIn);
}

/** True where what stands before in a sentence says that it is we who do it. */
export function isDoneByUs(before: string): boolean {
  return OURS.test(before);
}

/** The first words of a turn that something is found in, by the words alone. */
function firstIn(moment: Moment, found: (speech: Speech) => Span | undefined): Words | undefined {
  for (const speech of moment.speeches()) {
    const span = speech.derive(found);
    if (span) return { speech, span };
  }
  return undefined;
}

function adviceIn(speech: Speech): Span | undefined {
  for (const sentence of speech.sentences()) {
    if (speech.text[sentence.end - 1] === '?') continue;
    const span = speech.lang === 'en' ? inEnglish(speech, sentence) : inChinese(speech, sentence);
    if (span) return span;
  }
  return undefined;
}

function recommendationIn(speech: Speech): Span | undefined {
  const found = RECOMMENDED.exec(speech.text);
  if (found) {
    const start = found.index + found[0].search(/[a-z]/u);
    const end = speech.clauses(speech.sentence({ start, end: start })).find((clause) => clause.end > start)?.end ?? start;
    return { start, end };
  }
  if (speech.lang === 'en') return undefined;
  return speech
    .sentences()
    .map((sentence) => inChinese(speech, sentence))
    .find((one) => one);
}

function inEnglish(speech: Speech, sentence: Span): Span | undefined {
  const span = behindGreeting(speech, sentence);
  const text = speech.text.slice(span.start, span.end);
  if (isImperative(text) && !OF_TALK.test(text)) return span;
  const found = ADVICE_EN.exec(text);
  return found && !ASIDE_EN.test(text) ? { start: span.start + found.index, end: span.start + found.index + found[0].length } : undefined;
}

function inChinese(speech: Speech, sentence: Span): Span | undefined {
  return speech.clauses(sentence).find(({ start, end }) => {
    const clause = speech.text.slice(start, end);
    const upToIt = speech.text.slice(sentence.start, end);
    return ADVICE.some((advice) => advice.test(clause)) && !isDoneByUs(upToIt) && !TO_SHOW.test(upToIt);
  });
}

const IMPERATIVE =
  /^(?:(?:kindly|please|just|simply|do|next time,?|then|now,?|so|first,?|always|never|don't|ok(?:ay)?,|right,|ah,|oh,|maybe|for that,?|in that case,?|well,) )*(?!(?:i|we|you|it|that|this|there|the|an?|your|our|my|yes|no|sure|ok|okay|sorry|thanks?|thank|hello|hi|hey|good|great|of|in|on|at|by|for|from|to|and|or|but|so|if|as|what|how|when|where|who|why|which|they|he|she|its|all|any|some|then|not|both|one|same|glad|happy|noted|got|had|has|is|are|was|did|does|can|could|will|would|may|let|understood|done|perfect|lovely|right|well|looks|sounds|seems|found|unfortunately|welcome|happens|that's|it's|have|enjoy|see|hope|booking|half|such|quite|rather|many|only|even|still|about|after|before|until|since|with|without|under|over|than|because|though|while|also|maybe|perhaps|nearly|almost|just|apologies|bear|need|anything|two|three|four|five|six|another|every|each|give me|\w+ing|\w+ed|\w+ly)\b)[a-z]+ (?:the|it|your|some|an?|off|up|down|them|him|her|our|these|this|any|out|two|three|four|one|more|less|plenty|each|both|another)\b[^?]*$|^(?:(?:please|just|maybe|then|first,?|so) )*(?:try|avoid|stop|start|keep|consider) (?!again|me|us|to help|to get back)\w+ing\b|^(?:(?:please|just|maybe|then|first,?|so) )*(?:pop|nip|swing|drop|run|take yourself) (?:in(?:to)?|by|over to|round to|down to|along to) (?:an?|the|your|our|any)\b/u;
/** Words that begin like an imperative and go on like a statement: "Ticket one is yours". */
const STATES =
  /^[a-z]+ (?:(?!(?:and|so|until|then|till|if|when|where|that|which|it|he|she|they|you)\b)[\w'-]+ ){1,5}(?:is|are|was|were|has|had|will|costs?|goes|comes|starts|leaves|opens|takes)\b/u;
/** What one would do, what does it, what is best, what is needed. */
const ADVICE_EN =
  /\b(?:i|we)(?:'d| would) (?:(?:just|first|probably|definitely|honestly|always|strongly|personally) )?(?!like|love|be|need|have|say|appreciate|hate|imagine|think|want|prefer|feel|not|never|expect|assume|guess|rather|you|hope|better|also|just|only|really|still|do\b|look|check|ask|send|call|book|mean|make|tell|know|see|certainly|gladly|happily)[a-z]+ (?:\w+ ?){1,4}|\b(?:an?|the|some|our|new|those|these|one)(?: [\w-]+){1,4} (?:will|would|should|'ll|'d|ought to|might|may) (?:sort|fix|cure|solve|clear|do the|ease|soothe|get rid|take care of|put (?:it|that) right|help\b|work\b)\b|(?<!\b(?:if|when|whether|that|what|do|did|which|because|as|where|all|see|know|for) )\b(?<!\b(?:if|when|do) )you(?:'ll|'d| could| might)? (?:want|need|could do with) (?:an?|some|our|one of our|the next) (?!receipt|ticket|id\b|passport|number|code|prescription|appointment|permit|form|copy|card|booking|account|minute|hand|reference)\w+|\byou'd (?:do|be) (?:well|better|best) (?:on|with|off|trying|getting|using)\b|^have (?:your|the|it|them) (?:\w+ ){0,3}\w*(?:ed|set|put|done|cut|cleaned|checked)\b|\b(?:best|easiest|simplest|quickest|usual) (?:thing|bet|way|fix|plan|answer|trick|solution|cure|advice)\b|\b(?:it's|might be|may be|would be|always) worth \w+ing\b|\b(?:usually|normally|generally|always|often) (?:does it|does the trick|(?:fixes|solves|sorts|cures|clears|helps)\b)|\b(?:is|are) (?:the answer|your best bet|the way to go|the trick|what (?:you|it|he|she|they) needs?)\b|\bwould do (?:you|it|him|her|them) good\b|\bwhy (?:not|don't you) \w+\b|\byou (?:should|could|ought to) (?:(?:just|also|always|simply|maybe|probably) )?(?:try|use|put|add|wear|change|cut|clean|swap|switch|turn|replace|leave|keep|stop|avoid|do|run|rub|rinse|feed|water|wash|lower|raise|move|reset|restart)\b/u;
const RECOMMENDED =
  /\b(?:i|we)(?:'d| would)? (?:\w{1,12} )?(?:recommend|suggest|go (?:for|with)|get|pick|take|choose) (?:the|our|an?|one)\b|(?:^|[.!?,:] )(?:then |just |so )?(?:try|get|take|grab|go (?:for|with)) (?:the|our|one of our|an?) [a-z]|\byou(?:'ll| might)? (?:want|need|can't go wrong with) (?:the|our|an?) [a-z]|\b(?:the|our) [\w' -]{2,40}?(?:(?: at| for|,) [$£€]\d[\d.,]*,?)? (?:is|are)(?: just| exactly)? (?:what (?:you|every|most)|the one|perfect|ideal|(?:our|the) (?:best|most)|our top|a (?:great|good|safe|popular) )|\bmost (?:people|customers) (?:go for|take|get|choose|buy)\b/u;
/** What is told to be so, not advised. */
const ASIDE_EN = /\b(?:engineer|technician|manager|colleague|supervisor|specialist|courier|driver|doctor|nurse|plumber|i'll|we'll)\b/u;

/** What a customer does with things to mend or better something, by the verb that a clause without a subject begins with. */
const DOES =
  '(?:倒|浇|买|报|换|泡|试|调|拿|用|擦|洗|刷|抹|涂|贴|垫|铺|缠|裹|绑|拧|按|插|拔|关|扫|升|卸|拆|剪|削|磨|喷|撒|兑|冲|煮|蒸|烤|焖|摆|挪|移|搬|晒|晾|吹|敷|揉|捏|敲|摘|戴|穿|脱|吃|喝|服|含|练|读|删|清|装|加|减|格式化|重启|升级|更新|恢复|重置|切换)';
/** What is to be done, to a thing or by the customer, without a subject of ours. */
const ADVICE: readonly RegExp[] = [
  // …吧 that proposes.
  /^(?!我|咱|让我|.{0,4}看着办|等|稍|放心|不|没|是|对|好|行|可以|进|坐|请[进坐说讲问]|加油|走|算|这边)(?!.*(?:应该|大概|可能|估计|也许|恐怕|好像|不会|[就都还也]是|没事|没问题|说|讲|问|等我))[^,。!?]{3,22}(?<!了)吧[~哦呢]?$/u,
  // 该…了.
  /(?<![应本不])该(?:换|修|清|洗|做|补|保养|升级|更新|打|配|加|剪|驱|洁|上)[^,。!?]{0,6}了[~哦喔呢]?$/u,
  // A version of what we sell.
  /(?:[上选入买拿要报办用换试]|推荐|建议|考虑)(?!什么|哪)[^,。!?]{0,10}(?:款|版|型|系列|套餐|[那这][支台瓶双个种套张])的?(?:吧|就[好行]|[~哦喔])?$/u,
  // What is ours, and what to do with it.
  /^(?:那|就|您|你|妳|先|直接|可以|给[它他她]|给孩子)*(?![是在有和跟与为对按让请到等叫找问进来看加打听])[\u4e00-\u9fff](?:我们|咱们?|咱家|店里|本店)(?:家)?的(?!客服|人工|电话|公众号|官网|小程序|网站|门店|师傅|专员|同事)[^,。!?吗]{2,14}$/u,
  // A verb, and what it is done to.
  new RegExp(
    `^(?!.*[不没])(?:[您你妳](?:可以)?|先|再|就|直接|不妨|最好|往[\\u4e00-\\u9fff]{1,3}|给[它他她]|给孩子|每[天次周]|睡前|饭后|晚上|早上|平时){0,4}${DOES}(?![了过着得的是在有来去到会不没成我谁])[^,\\u3002!?了吗过]{1,18}$`,
    'u',
  ),
  // What is enough.
  /^(?!我|这边|等|稍|您好|放心|没|[您你]?不|.{0,3}(?:明|后)[天日])[^,。!?\n]{2,18}就(?:行|好|可以|没事|会好|恢复|正常|不会|[过通成对亮响动]了|会(?:好|舒服|消|退|亮|停))(?:了|[^,。!?吗]{0,6})[啦哦喔]?$/u,
  // First this, then that; more of it, less of it; every other day; into another place; for another.
  /^(?!.*(?:我(?!们?家?的|家)|帮|给[您你]|为[您你]))(?:[您你妳]|平时|可以|最好|以后|那|就){0,4}(?:先(?!生)[^,。!?]{1,6}再[^,。!?]{1,8}|[多少](?![谢少久数次位长大了不年种样人出扣收])[\u4e00-\u9fff][^,。!?了过]{1,8}|[移搬挪放摆](?:到|在|进|冰箱|外面|阳台)[^,。!?了过]{1,14}|换(?:成|用|上)[^,。!?]{2,18}|火?开[大小]一?点)$/u,
  /^(?!.*(?:我(?!们?家?的|家)|帮|给[您你]|为[您你]|起|会|安排))[^,。!?了过]{0,6}[一两三四五六七八九十\d半隔每]+(?:天|周|个?小时|个?星期)[^,。!?了过]{0,2}[\u4e00-\u9fff][一两三\d]+次/u,
  // What is recommended.
  /建议(?!我|[^,。!?]{0,4}(?:去(?!医|看|做)|玩|吃|逛|住)|[^,。!?]{0,6}(?:联系|拨打|致电|等|看看以下))[^,。!?]{3,}$/u,
  // Left to soak, to rest, for some time.
  /^(?!.*(?:审核|需要|预计|大概|送|到|我))[\u4e00-\u9fff]{2,4}(?:泡|晾|晒|放|静置|敷|冰|煮|焖|停|歇|断|充)[^,。!?了过]{0,8}(?:[\d一二两三几十半]+个?)(?:小时|分钟|天|晚|宿)$/u,
  // Once round, two drops: what is done, counted.
  /^(?!我|这边|送|给您|您有|还有|再?等)[^,。!?了过有是会在]{2,9}(?<!的)[一两二三几](?:圈|层|遍|滴|勺)(?![^,]*[了过])[^,。!?\d]{0,8}$/u,
  // A bit further, lower, slower.
  /^(?!我|这边|帮|给您|为您|大概|可能)(?!.*(?:会|了|[有早晚快][一]?点(?:到|来|回|给|联|通)))[^,。!?]{1,10}(?:远|近|高|低|大|小|慢|轻|松|紧|厚|薄|短|长|薄)一?点[\u4e00-\u9fff]{0,3}$/u,
];
/** What the customer is to show or tell. */
const TO_SHOW = /拍|照片|截图|上传|提供|告诉|描述|填|录[音像]|发(?:给|我|过来|到|张|个)|报一?下|单号|稍等|核对|留[言下个]|联系/u;
/** Somebody of ours, and what they do. */
const OURS =
  /(?:我(?!们?家?的|家)|这边|咱们?(?!的|家)|师傅|专员|经理|主管|校长|店长|同事|工程师|客服|老师|医[生师]|护士|快递|骑手|司机|系统|仓库|技师|技术|厂[家商]|后台|财务|人员|专家)[^,。!?]{0,14}(?:[给帮为替跟会来去打先就已在]|马上|明|今|后天|周|[上下]午|晚上|分钟|小时)/u;
